import numpy as np
import pytest

from sensemaking.patterns.found import (
    AnswersError,
    answered,
    as_choice,
    as_scale,
    as_table,
    nothing,
    reach,
    teller_numbers,
)


def test_answers_are_checked_and_the_story_named():
    assert as_choice([0, 2, -1]).tolist() == [0, 2, -1]
    assert np.isnan(as_scale([1, np.nan])[1])
    for wrong in ([0.5], [-2], [np.nan], [np.inf], [[1]]):
        with pytest.raises(AnswersError, match="mood"):
            as_choice(wrong, "mood")
    with pytest.raises(AnswersError, match="mood: story 2"):
        as_scale([1, 2, np.inf], "mood")
    with pytest.raises(AnswersError, match="shape"):
        as_table([1, 2], "mood")


def test_tellers_become_numbers_whatever_they_are_called():
    assert teller_numbers(None, 3).tolist() == [0, 1, 2]
    assert teller_numbers(["x", 7, "x"], 3).tolist() == [0, 1, 0]
    with pytest.raises(AnswersError, match="2 given for 3"):
        teller_numbers([1, 2], 3)


def test_a_story_counts_when_every_question_is_answered():
    kept = answered(np.array([0, -1, 1, 0]), np.array([1.0, 1, np.nan, 2]), np.ones((4, 3)))
    assert kept.tolist() == [True, False, False, True]
    assert answered(np.zeros(0), np.zeros((0, 3))).tolist() == []
    with pytest.raises(AnswersError, match="different numbers"):
        answered(np.zeros(2), np.zeros(3))


def test_nothing_to_compare_leaves_everything_possible():
    found = nothing(3, 2, 1, "rho", -1.0)
    assert not found.comparable
    assert not found.holds
    assert (found.p, found.effect, found.low, found.high) == (1.0, 0.0, -1.0, 1.0)


def test_intervals_between_few_tellers_reach_further():
    assert reach(100, False) == pytest.approx(1.6449, abs=1e-4)
    assert reach(10, True) == pytest.approx(1.8331, abs=1e-4)
