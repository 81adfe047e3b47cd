from itertools import combinations

import numpy as np
import pytest
from scipy import stats
from scipy.stats.contingency import crosstab

from sensemaking.patterns import batches
from sensemaking.patterns.all_pairs import all_pairs
from sensemaking.patterns.contingency import choice_by_choice
from sensemaking.patterns.correlation import scale_by_scale
from sensemaking.patterns.found import AnswersError
from sensemaking.patterns.ranks import mann_whitney, options_by_scale
from tests.sensemaking.patterns import invented

FIGURES = ("n", "tellers", "missing", "statistic", "p", "effect", "low", "high")


def answers(seed, stories=300, choices=5, scales=4):
    random = np.random.default_rng(seed)
    picked = np.column_stack([random.integers(-1, 2 + column, stories) for column in range(choices)])
    placed = np.round(random.normal(size=(stories, scales)) * 8) + 2.0 * picked[:, :1]
    placed[random.random(placed.shape) < 0.15] = np.nan
    return picked, placed


def same(one, other):
    assert (one.test, one.effect_name, one.exact) == (other.test, other.effect_name, other.exact)
    assert [getattr(one, name) for name in FIGURES] == pytest.approx(
        [getattr(other, name) for name in FIGURES], rel=1e-9, abs=1e-9
    )


@pytest.mark.parametrize("stories", [0, 1, 20, 60, 300])
@pytest.mark.parametrize("several", [False, True])
def test_every_pair_is_what_the_single_function_finds(stories, several):
    picked, placed = answers(1, stories, choices=3, scales=3)
    tellers = np.arange(stories) // 2 if several else None
    found = all_pairs(picked, placed, tellers, seed=4)
    for i, j in combinations(range(3), 2):
        same(found.choice_choice[i, j], choice_by_choice(picked[:, i], picked[:, j], tellers, seed=4))
        same(found.scale_scale[i, j], scale_by_scale(placed[:, i], placed[:, j], tellers, seed=4))
    for i in range(3):
        for j in range(3):
            same(found.choice_scale[i, j], options_by_scale(picked[:, i], placed[:, j], tellers, seed=4))
    assert len(found.choice_choice) + len(found.scale_scale) + len(found.choice_scale) == 15


def test_every_figure_is_scipys():
    picked, placed = answers(2, 2000)
    found = all_pairs(picked, placed)
    for (i, j), one in found.choice_choice.items():
        kept = (picked[:, i] >= 0) & (picked[:, j] >= 0)
        expected = stats.chi2_contingency(crosstab(picked[kept, i], picked[kept, j]).count, correction=False)
        assert (one.statistic, one.p) == pytest.approx((expected.statistic, expected.pvalue), rel=1e-9, abs=1e-9)
    for (i, j), one in found.choice_scale.items():
        expected = stats.kruskal(*(placed[picked[:, i] == option, j] for option in range(i + 2)), nan_policy="omit")
        assert (one.statistic, one.p) == pytest.approx((expected.statistic, expected.pvalue), rel=1e-9, abs=1e-9)
    for (i, j), one in found.scale_scale.items():
        kept = ~np.isnan(placed[:, i]) & ~np.isnan(placed[:, j])
        expected = stats.spearmanr(placed[kept, i], placed[kept, j])
        assert (one.statistic, one.p) == pytest.approx((expected.statistic, expected.pvalue), rel=1e-9, abs=1e-9)


def test_every_two_options_are_scipys_mann_whitney():
    picked, placed = answers(3, 400)
    options = all_pairs(picked, placed).options
    assert len(options.u) == 4 * sum(count * (count - 1) // 2 for count in (2, 3, 4, 5, 6))
    for at in range(len(options.u)):
        column = placed[:, options.scale[at]]
        x, y = (
            column[(picked[:, options.choice[at]] == option) & ~np.isnan(column)]
            for option in (options.first[at], options.second[at])
        )
        expected = stats.mannwhitneyu(x, y, method="asymptotic")
        assert options.u[at] == expected.statistic
        assert options.p[at] == pytest.approx(expected.pvalue, abs=1e-9)
        assert options.n[at] == len(x) + len(y)
        assert options.delta[at] == pytest.approx(mann_whitney(x, y).effect)


def test_counting_in_parts_changes_nothing(monkeypatch):
    picked, placed = answers(4)
    whole = all_pairs(picked, placed)
    monkeypatch.setattr(batches, "HOT", 1500)
    monkeypatch.setattr(batches, "CELLS", 500)
    parts = all_pairs(picked, placed)
    assert parts.choice_choice == whole.choice_choice
    assert parts.choice_scale == whole.choice_scale
    assert (parts.options.p == whole.options.p).all()


def test_counts_are_held_for_one_scale_at_a_time():
    picked = np.zeros((10, 50), dtype=np.int64)
    assert batches.rank_sums(picked, np.arange(10), 3).n.tolist() == [10.0] * 50


def test_the_order_of_stories_changes_no_bit():
    picked, placed = answers(5, 150)
    tellers = np.random.default_rng(0).integers(0, 70, 150)
    moved = np.random.default_rng(1).permutation(150)
    for who in (None, tellers):
        one = all_pairs(picked, placed, who)
        other = all_pairs(picked[moved], placed[moved], None if who is None else who[moved])
        assert one.choice_choice == other.choice_choice
        assert one.choice_scale == other.choice_scale
        assert one.scale_scale == other.scale_scale


def test_columns_of_nothing_are_fine():
    assert all_pairs(np.zeros((9, 0), dtype=int), np.zeros((9, 0))).choice_choice == {}
    found = all_pairs(np.full((40, 2), -1), np.full((40, 2), np.nan))
    for one in (found.choice_choice[0, 1], found.choice_scale[0, 0], found.scale_scale[0, 1]):
        assert not one.comparable
    assert len(found.options.p) == 0


def test_wrong_columns_are_named():
    with pytest.raises(AnswersError, match="choice 1"):
        all_pairs([[0, 0.5], [1, 1]], [[1.0], [2.0]])
    with pytest.raises(AnswersError, match="number the options"):
        all_pairs([[0], [256]], [[1.0], [2.0]])
    with pytest.raises(AnswersError, match="2 stories"):
        all_pairs([[0], [1]], [[1.0]])
    with pytest.raises(AnswersError, match="shape"):
        all_pairs([0, 1], [[1.0], [2.0]])
    assert invented.alone(2).tolist() == [0, 1]
