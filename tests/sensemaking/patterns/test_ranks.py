from itertools import permutations

import numpy as np
import pytest
from scipy import stats

from sensemaking.patterns.found import AnswersError
from sensemaking.patterns.ranks import choice_by_scale, choices_by_scale, mann_whitney, midranks, options_by_scale


def answers(seed, stories=200, options=4, shift=0.0, points=11):
    random = np.random.default_rng(seed)
    a = random.integers(-1, options, stories)
    x = np.floor(random.random(stories) * points) + shift * (a == 0)
    x[random.random(stories) < 0.1] = np.nan
    return a, x


def parts(a, x):
    return [x[(a == option) & ~np.isnan(x)] for option in np.unique(a[a >= 0])]


def every(labels):
    return set(permutations(labels.tolist()))


@pytest.mark.parametrize("seed", range(5))
def test_the_omnibus_is_scipys_kruskal(seed):
    a, x = answers(seed)
    expected = stats.kruskal(*parts(a, x))
    found = options_by_scale(a, x)
    assert found.statistic == pytest.approx(expected.statistic, abs=1e-9)
    assert found.p == pytest.approx(expected.pvalue, abs=1e-9)
    assert found.n + found.missing == 200


@pytest.mark.parametrize("seed", range(5))
def test_a_large_pair_is_scipys_mann_whitney(seed):
    _, x, y = parts(*answers(seed, options=3))
    expected = stats.mannwhitneyu(x, y, method="asymptotic")
    found = mann_whitney(x, y)
    assert found.statistic == expected.statistic
    assert found.p == pytest.approx(expected.pvalue, abs=1e-12)
    assert found.effect == pytest.approx((x[:, None] > y).mean() - (x[:, None] < y).mean())
    assert found.low < found.effect < found.high


@pytest.mark.parametrize("seed", range(5))
def test_a_small_pair_without_ties_is_scipys_exact_one(seed):
    random = np.random.default_rng(seed)
    x, y = random.normal(size=9), random.normal(0.7, size=12)
    found = mann_whitney(x, y)
    assert found.exact
    assert found.p == pytest.approx(stats.mannwhitneyu(x, y, method="exact").pvalue, abs=1e-12)


def test_a_small_pair_with_ties_counts_every_arrangement():
    x, y = np.array([1.0, 2, 2, 3, 3]), np.array([3.0, 3, 4, 4, 5, 5])
    both = stats.rankdata(np.concatenate([x, y]))
    expected = stats.permutation_test(
        (both[:5], both[5:]), lambda p, q, axis: abs(p.sum(axis=axis) - 30), vectorized=True, alternative="greater"
    )
    assert mann_whitney(x, y).p == pytest.approx(expected.pvalue)


def test_below_thirty_the_omnibus_is_counted_out_or_drawn():
    a, x = np.array([0, 0, 0, 1, 1, 2, 2]), np.array([1.0, 2, 3, 5, 6, 8, 9])
    found = options_by_scale(a, x)
    assert found.exact
    arranged = [stats.kruskal(*(x[np.array(order) == option] for option in range(3))).statistic for order in every(a)]
    assert len(arranged) == 210
    assert found.p == pytest.approx(np.mean(np.array(arranged) >= found.statistic - 1e-9))
    drawn = options_by_scale(*answers(3, 25))
    assert not drawn.exact
    assert drawn.test == "Kruskal-Wallis, rearranged"


def test_pairs_come_after_the_omnibus_with_holms_p():
    a, x = answers(1, shift=4)
    compared = choice_by_scale(a, x)
    groups = parts(a, x)
    raw = [stats.mannwhitneyu(groups[i], groups[j], method="asymptotic").pvalue for i, j, _ in compared.pairs]
    order = np.argsort(raw)
    steps = np.maximum.accumulate(np.array(raw)[order] * np.arange(len(raw), 0, -1))
    assert [(i, j) for i, j, _ in compared.pairs] == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    assert np.array([found.p for _, _, found in compared.pairs])[order] == pytest.approx(np.minimum(steps, 1))
    assert compared.pairs[0][2].effect > 0
    assert choice_by_scale(*answers(2)).pairs == ()


def test_epsilon_squared_is_kelleys_share_of_the_ranks():
    a, x = answers(4, shift=3)
    groups = parts(a, x)
    ranks = stats.rankdata(np.concatenate(groups))
    n, k = len(ranks), len(groups)
    pieces = np.split(ranks, np.cumsum([len(group) for group in groups])[:-1])
    within = sum(((piece - piece.mean()) ** 2).sum() for piece in pieces)
    found = options_by_scale(a, x)
    assert found.effect == pytest.approx(1 - (within / (n - k)) / (ranks.var() * n / (n - 1)))
    assert found.low < found.effect < found.high


def test_delta_of_groups_that_do_not_overlap_is_not_called_certain():
    found = mann_whitney([1, 2, 3, 4], [5, 6, 7, 8, 9])
    assert (found.effect, found.low) == (-1.0, -1.0)
    assert -1 < found.high < 0
    assert mann_whitney([5, 6, 7, 8, 9], [1, 2, 3, 4]).low == -found.high


def test_a_multiple_choice_is_asked_at_once():
    random = np.random.default_rng(0)
    chosen = (random.random((120, 4)) < 0.5).astype(float)
    x = random.normal(size=120)
    assert not choices_by_scale(chosen, x).holds
    assert choices_by_scale(chosen, x + 2 * chosen[:, 3]).holds


def test_midranks_are_scipys():
    x = np.array([3.0, 1, 1, 7, 3, 3])
    assert midranks(x).tolist() == stats.rankdata(x).tolist()


def test_empty_and_constant_answers_are_nothing_to_compare():
    for a, x in (
        ([], []),
        ([0], [1.0]),
        ([0] * 40, np.arange(40.0)),
        ([0, 1] * 20, np.ones(40)),
        ([0, 1], [np.nan] * 2),
    ):
        compared = choice_by_scale(a, x)
        assert not compared.omnibus.comparable
        assert compared.pairs == ()
    found = mann_whitney([1.0, 1, 1], [1.0, 1])
    assert not found.comparable
    assert (found.low, found.high) == (-1.0, 1.0)
    assert not mann_whitney([], [1.0, 2]).comparable


def test_what_is_no_scale_is_refused():
    with pytest.raises(AnswersError, match="story 1"):
        choice_by_scale([0, 1, 1], [1.0, np.inf, 2])
    with pytest.raises(AnswersError):
        choice_by_scale([0, 1, 1], [1.0, 2])
    with pytest.raises(AnswersError, match="tellers"):
        choice_by_scale([0, 1, 1], [1.0, 2, 3], [1, 2])
