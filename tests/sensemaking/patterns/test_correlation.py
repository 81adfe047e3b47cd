import numpy as np
import pytest
from scipy import stats

from sensemaking.patterns.correlation import scale_by_scale


def answers(seed, stories=120, points=5, bond=0.0):
    random = np.random.default_rng(seed)
    x = random.normal(size=stories)
    y = bond * x + random.normal(size=stories)
    x, y = np.round(points * x), np.round(points * y)
    x[random.random(stories) < 0.1] = np.nan
    return x, y


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("points", [1, 20])
def test_rho_and_p_are_scipys_with_ties(seed, points):
    x, y = answers(seed, points=points, bond=0.2)
    kept = ~np.isnan(x)
    expected = stats.spearmanr(x[kept], y[kept])
    found = scale_by_scale(x, y)
    assert found.statistic == pytest.approx(expected.statistic, abs=1e-12)
    assert found.p == pytest.approx(expected.pvalue, abs=1e-9)
    assert (found.n, found.missing) == (kept.sum(), 120 - kept.sum())
    assert found.low < found.effect < found.high


def test_below_thirty_it_is_rearranged_and_very_small_counted_out():
    x, y = np.arange(6.0), np.array([1.0, 0, 2, 3, 5, 4])
    found = scale_by_scale(x, y)
    expected = stats.permutation_test(
        (y,), lambda moved: abs(stats.spearmanr(x, moved).statistic), permutation_type="pairings", alternative="greater"
    )
    assert found.exact
    assert found.p == pytest.approx(expected.pvalue)
    assert scale_by_scale(*answers(0, 25)).test == "Spearman, rearranged"


def test_a_perfect_line_is_a_figure_not_nan():
    x = np.arange(40.0)
    for y, rho in ((x, 1.0), (-x, -1.0)):
        found = scale_by_scale(x, y)
        assert found.effect == pytest.approx(rho)
        assert found.p < 1e-9
        assert np.isfinite([found.low, found.high]).all()


def test_empty_and_constant_answers_are_nothing_to_compare():
    for x, y in (([], []), ([1.0], [2.0]), (np.ones(50), np.arange(50.0)), ([np.nan] * 9, np.arange(9.0))):
        found = scale_by_scale(x, y)
        assert not found.comparable
        assert (found.p, found.effect, found.low, found.high) == (1.0, 0.0, -1.0, 1.0)
