import numpy as np
import pytest
from scipy import stats

from sensemaking.patterns.discoveries import adjusted, holm


def test_adjusted_is_scipys_benjamini_hochberg():
    p = np.random.default_rng(0).random(200) ** 3
    assert adjusted(p) == pytest.approx(stats.false_discovery_control(p))


def test_holm_by_hand():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])


def test_an_empty_family_is_fine_and_nonsense_is_not():
    assert len(adjusted([])) == len(holm([])) == 0
    for wrong in ([0.5, 1.1], [np.nan], [[0.1]]):
        with pytest.raises(ValueError, match="between 0 and 1"):
            adjusted(wrong)


def test_false_discoveries_stay_below_the_level():
    random = np.random.default_rng(1)
    shares = []
    for _ in range(300):
        z = random.normal(size=100)
        z[:10] += 4
        called = adjusted(2 * stats.norm.sf(np.abs(z))) <= 0.05
        shares.append(called[10:].sum() / max(called.sum(), 1))
    assert np.mean(shares) <= 0.055


def test_one_discovery_per_hundred_by_chance_is_none_at_all():
    random = np.random.default_rng(2)
    families = random.random((400, 500))
    assert np.mean([(adjusted(family) <= 0.05).any() for family in families]) <= 0.08
    assert np.mean([(family <= 0.05).sum() for family in families]) > 20
