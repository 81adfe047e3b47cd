import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking.opinion.posterior import difference_interval, interval, more_than, quantile, smallest_interval


def test_the_posterior_is_the_beta_distribution():
    """Of 6 people 6 agree: P(share <= x) = x^7. Of 2 one: 3x^2 - 2x^3."""
    assert more_than(0.5, [6, 1], [6, 2]) == pytest.approx([1 - 0.5**7, 0.5], abs=1e-12)
    assert quantile(0.05, 6, 6) == pytest.approx(0.05 ** (1 / 7), abs=1e-12)
    assert more_than(0.5, 0, 0) == pytest.approx(0.5)
    assert np.array(interval(0, 0)) == pytest.approx([0.05, 0.95])


def test_the_smallest_of_two_shares_by_hand():
    """Two groups that nobody answered for: P(both > x) = (1 - x)^2."""
    low, high = smallest_interval([[0], [0]], [[0], [0]])
    assert (low[0], high[0]) == pytest.approx((1 - 0.95**0.5, 1 - 0.05**0.5), abs=1e-7)


counted = st.integers(0, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(max_examples=60, deadline=None)
@given(st.lists(counted, min_size=1, max_size=4))
def test_the_smallest_share_lies_at_or_below_every_share(groups):
    count, n = (np.array(part)[:, None] for part in zip(*groups, strict=True))
    low, high = smallest_interval(count, n)
    lows, highs = interval(count, n)
    assert 0 <= low[0] <= high[0] <= 1
    assert low[0] <= lows.min() + 1e-7
    assert high[0] <= highs.min() + 1e-7


@pytest.mark.parametrize(("count", "n", "other", "m"), [(9, 10, 3, 20), (40, 50, 20, 50), (0, 6, 6, 6), (3, 7, 4, 9)])
def test_the_difference_of_two_shares_is_that_of_drawn_ones(count, n, other, m):
    """The interval holds between 86 and 95 of 100 draws from the two posteriors."""
    random = np.random.default_rng(0)
    drawn = random.beta(count + 1, n - count + 1, 40_000) - random.beta(other + 1, m - other + 1, 40_000)
    middle, low, high = difference_interval(count, n, other, m)
    assert low < middle < high
    assert 0.86 <= float(((drawn > low) & (drawn < high)).mean()) <= 0.95
