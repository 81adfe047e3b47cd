import numpy as np
import pytest

from sensemaking.patterns.compositions import (
    choice_by_triad,
    choices_by_triad,
    log_ratios,
    triad_by_scale,
    triad_by_triad,
)
from sensemaking.patterns.found import AnswersError
from tests.sensemaking.patterns import invented

STORIES = invented.alone(80)


def answers(seed, moved=0.0, stories=80):
    random = np.random.default_rng(seed)
    a = random.integers(0, 3, stories)
    logs = random.normal(size=(stories, 3))
    logs[:, 0] += moved * (a == 1)
    raised = np.exp(logs)
    return a, raised / raised.sum(axis=1, keepdims=True)


def test_options_that_lie_elsewhere_are_found():
    assert not choice_by_triad(*answers(0)).holds
    found = choice_by_triad(*answers(0, 2.0))
    assert found.holds
    assert 0 < found.low < found.effect < found.high < 1


def test_the_corners_may_be_named_in_any_order():
    a, shares = answers(1, 0.5)
    one, other = choice_by_triad(a, shares), choice_by_triad(a, shares[:, [2, 0, 1]])
    assert one.statistic == pytest.approx(other.statistic)
    assert one.effect == pytest.approx(other.effect)


def test_scales_and_triads_go_with_triads():
    random = np.random.default_rng(3)
    _, shares = answers(3)
    assert triad_by_scale(shares, shares[:, 1] + random.normal(0, 0.1, 80)).holds
    assert not triad_by_scale(shares, random.normal(size=80)).holds
    assert triad_by_triad(shares, shares[:, [1, 2, 0]]).holds
    assert not triad_by_triad(shares, answers(4)[1]).holds
    assert choices_by_triad((shares > 0.4).astype(float), shares).holds


def test_not_answered_is_left_out_and_counted():
    a, shares = answers(5)
    shares[:7] = np.nan
    a[7:10] = -1
    found = choice_by_triad(a, shares)
    assert (found.n, found.missing) == (70, 10)


def test_many_tellers_need_no_rearranging():
    found = choice_by_triad(*answers(6, 1.0, 300))
    assert found.test == "Pillai's trace"
    assert found.holds


def test_log_ratios_keep_distances_and_bear_nought():
    assert log_ratios(np.full((1, 3), 1 / 3)) == pytest.approx(np.zeros((1, 2)))
    corner = log_ratios(np.array([[1.0, 0, 0], [0, 1.0, 0], [0, 0, 1.0]]))
    assert np.isfinite(corner).all()
    assert np.linalg.norm(corner, axis=1) == pytest.approx([np.linalg.norm(corner[0])] * 3)
    with pytest.raises(AnswersError, match="row 1"):
        log_ratios(np.array([[0.2, 0.3, 0.5], [0.5, 0.6, 0.1]]))
    with pytest.raises(AnswersError):
        log_ratios(np.array([[0.5, 0.5]]))


def test_constant_and_empty_are_nothing_to_compare():
    assert not choice_by_triad([0, 1] * 20, np.full((40, 3), 1 / 3)).comparable
    assert not choice_by_triad([], np.zeros((0, 3))).comparable
    assert not choice_by_triad([0] * 40, answers(0)[1][:40]).comparable
