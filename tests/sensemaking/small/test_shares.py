import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensemaking.small import ShareRange, share_range
from tests.sensemaking.small.attacker import every_row, look_alikes, worked_out

counts = st.integers(0, 80)


@given(counts, counts, counts)
def test_the_true_share_is_in_the_range_whatever_the_unknown_are(inside, outside, unknown):
    found = share_range(inside, outside, unknown)
    if found:
        everyone = inside + outside + unknown
        assert 0 <= found.low <= inside / everyone
        assert (inside + unknown) / everyone <= found.high <= 1


@pytest.mark.parametrize(
    ("given_counts", "share"),
    [
        ((2, 2, 0), None),
        ((4, 4, 40), None),
        ((0, 0, 30), None),
        ((20, 20, 0), ShareRange(0.5, 0.625)),
        ((12, 30, 3), ShareRange(10 / 45, 15 / 45)),
        ((12, 0, 3), ShareRange(10 / 15, 1.0)),
        ((3, 27, 0), ShareRange(0.0, 5 / 30)),
    ],
)
def test_a_share_is_a_range_of_fives(given_counts, share):
    found = share_range(*given_counts)
    if share is None:
        assert found is None
    else:
        assert (found.low, found.high) == pytest.approx((share.low, share.high))


def test_the_larger_a_room_the_narrower_the_range():
    widths = [share.high - share.low for n in (10, 40, 160) if (share := share_range(n, n, 0))]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < 0.05


def test_nobody_who_knows_how_many_weighed_it_can_work_out_a_count_below_five():
    """All threefold counts up to 40 people; who looks on knows the rule, the range and the number of people."""
    for together in look_alikes(every_row(3, 40), lambda three: (sum(three), share_range(*three))):
        if together[0].sum() >= 5:
            assert worked_out(together) == [], together


def test_nor_between_two_moments_how_many_came_or_went():
    possibilities = look_alikes(every_row(3, 24), lambda three: (sum(three), share_range(*three)))
    for before in possibilities:
        for after in possibilities:
            low, high = after.min(axis=0) - before.max(axis=0), after.max(axis=0) - before.min(axis=0)
            known = np.flatnonzero((low == high) & (abs(low) < 5))
            assert not known.size or before[0].sum() < 5 or after[0].sum() < 5


@pytest.mark.parametrize("wrong", [(-1, 5, 5), (5, -1, 5), (5, 5, -1)])
def test_a_negative_count_is_refused(wrong):
    with pytest.raises(ValueError, match="negative"):
        share_range(*wrong)


@pytest.mark.parametrize("n", [5.5, float("nan")])
def test_what_is_no_whole_number_is_no_count(n):
    with pytest.raises(ValueError, match="no whole number"):
        share_range(n, 10, 10)
