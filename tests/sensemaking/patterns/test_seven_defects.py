"""The seven faults of the strongest open tool for stories, each written out as a wrong formula: it calls chance a
pattern here, the engine does not. (NarraFirma 1.6.13, reproduced; no code of it stands here.)"""

from itertools import combinations

import numpy as np
import pytest
from scipy import stats

from sensemaking.patterns.all_pairs import all_pairs
from sensemaking.patterns.contingency import choice_by_choice
from sensemaking.patterns.correlation import scale_by_scale
from sensemaking.patterns.discoveries import adjusted
from sensemaking.patterns.ranks import choice_by_scale, mann_whitney, options_by_scale
from tests.sensemaking.patterns import invented

RUNS = 200
AT_MOST = 20  # of 200 at 5%: 10 expected, 21 or more in 1 of 1000


def flagged(test, runs=RUNS):
    return sum(bool(test(np.random.default_rng(seed))) for seed in range(runs))


def without_ties(x, y):
    """Spearman's shortcut 1 - 6 sum d^2 / (n^3 - n), which holds only when no two answers are the same."""
    ranks = [stats.rankdata(one) for one in (x, y)]
    n = len(x)
    return 1 - 6 * ((ranks[0] - ranks[1]) ** 2).sum() / (n**3 - n)


def p_of_rho(rho, n):
    return 0.0 if abs(rho) >= 1 else 2 * stats.t.sf(abs(rho) * np.sqrt((n - 2) / (1 - rho**2)), n - 2)


def test_1_a_skipped_scale_is_not_nought():
    def sliders(random):
        x, y = random.uniform(20, 100, 200), random.uniform(20, 100, 200)
        skipped = random.random(200) < 0.2
        return np.where(skipped, np.nan, x), np.where(skipped, np.nan, y)

    def as_nought(random):
        x, y = (np.nan_to_num(one) for one in sliders(random))
        return stats.spearmanr(x, y).pvalue <= 0.05

    assert flagged(as_nought) >= 190
    assert flagged(lambda random: scale_by_scale(*sliders(random)).holds) <= AT_MOST
    found = scale_by_scale(*sliders(np.random.default_rng(0)))
    assert found.n + found.missing == 200
    assert found.missing > 20


@pytest.mark.parametrize(("stories", "wrongly"), [(60, 0.1), (200, 0.25)])
def test_2_ties_are_no_agreement(stories, wrongly):
    def points(random):
        return random.integers(0, 3, stories), random.integers(0, 3, stories)

    def as_if_without(random):
        return p_of_rho(without_ties(*points(random)), stories) <= 0.05

    assert flagged(as_if_without) >= wrongly * RUNS
    assert flagged(lambda random: scale_by_scale(*points(random)).holds) <= AT_MOST
    assert without_ties(np.ones(50), np.ones(50)) == 1
    assert not scale_by_scale(np.ones(50), np.ones(50)).comparable


def test_3_two_sides_not_one():
    def groups(random):
        return random.normal(size=40), random.normal(size=40)

    def one_sided(random):
        x, y = groups(random)
        return min(stats.mannwhitneyu(x, y, alternative=side).pvalue for side in ("less", "greater")) <= 0.05

    assert flagged(one_sided, 300) >= 22
    assert flagged(lambda random: mann_whitney(*groups(random)).holds, 300) <= 27  # 15 expected; 28 in 1 of 1000
    x, y = groups(np.random.default_rng(0))
    half = min(stats.mannwhitneyu(x, y, alternative=side).pvalue for side in ("less", "greater"))
    assert mann_whitney(x, y).p == pytest.approx(2 * half)


@pytest.mark.parametrize(("options", "wrongly"), [(5, 0.2), (8, 0.35)])
def test_4_all_options_first_then_pairs(options, wrongly):
    def answers(random):
        return random.integers(0, options, 200), random.normal(size=200)

    def lowest_of_all_pairs(random):
        a, x = answers(random)
        return all_pairs(a[:, None], x[:, None]).options.p.min() <= 0.05

    assert flagged(lowest_of_all_pairs) >= wrongly * RUNS
    compared = [choice_by_scale(*answers(np.random.default_rng(seed))) for seed in range(RUNS)]
    assert sum(any(found.holds for _, _, found in one.pairs) for one in compared) <= AT_MOST
    assert sum(one.omnibus.holds for one in compared) <= AT_MOST


def test_5_many_comparisons_are_counted_and_each_has_a_size():
    random = np.random.default_rng(0)
    columns = [random.normal(size=200) for _ in range(40)]
    found = [scale_by_scale(x, y) for x, y in combinations(columns, 2)]
    raw, family = (np.array(p) for p in ([one.p for one in found], adjusted([one.p for one in found])))
    assert (raw <= 0.05).sum() >= 20
    assert (family <= 0.05).sum() == 0
    assert all(one.low < one.effect < one.high for one in found)


def test_6_no_answer_can_be_left_out_n_counts_stories_and_a_perfect_line_is_a_figure():
    a, b = np.repeat([0, 1, -1], 40), np.tile([0, 1], 60)
    found = choice_by_choice(a, np.where(np.arange(120) < 60, b, 1 - b))
    assert found.comparable
    assert (found.n, found.missing) == (80, 40)
    assert found.n != 2 * 2  # not the number of cells
    x = np.arange(50.0)
    with np.errstate(divide="ignore"):
        assert not np.isfinite(-1.0 * np.sqrt(np.float64(48) / (1 - np.float64(-1.0) ** 2)))
    assert scale_by_scale(x, -x).p < 1e-9
    assert np.isfinite([scale_by_scale(x, -x).low, scale_by_scale(x, -x).high]).all()


def test_7_several_stories_of_one_teller_are_not_as_many_tellers():
    def answers(random):
        tellers = invented.tellers_of(random, 60)
        return invented.choice(random, tellers, effect=1.0), invented.scale(random, tellers), tellers

    def each_story_by_itself(random):
        a, x, _ = answers(random)
        return options_by_scale(a, x).holds

    assert flagged(each_story_by_itself, 60) >= 20
    assert flagged(lambda random: options_by_scale(*answers(random)).holds, 60) <= 10  # 3 expected; 11 in 1 of 3000
