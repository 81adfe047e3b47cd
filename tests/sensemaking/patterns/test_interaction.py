import numpy as np
import pytest

from sensemaking.patterns.interaction import choice_by_scale_by_choice


def answers(seed, stories=160, turned=0.0):
    random = np.random.default_rng(seed)
    a, b = random.integers(0, 3, stories), random.integers(0, 2, stories)
    x = random.normal(size=stories) + 1.5 * (a == 1) + 1.0 * b + turned * (a == 1) * b
    return a, np.round(10 * x), b


def test_differences_that_are_the_same_in_each_group_are_no_interaction():
    assert not choice_by_scale_by_choice(*answers(1)).holds


def test_a_difference_that_turns_round_is_found():
    found = choice_by_scale_by_choice(*answers(1, turned=-2.0))
    assert found.holds
    assert 0 < found.low < found.effect < found.high < 1


def test_f_is_that_of_ordinary_least_squares_when_groups_are_even_and_alike():
    random = np.random.default_rng(2)
    a, b = np.repeat([0, 1], 2000), np.tile([0, 1], 2000)
    x = random.normal(size=4000) + 0.1 * a * b
    design = np.column_stack([np.ones(4000), a, b, a * b])
    coefficients, rest, *_ = np.linalg.lstsq(design, x, rcond=None)
    variance = rest[0] / 3996 * np.linalg.inv(design.T @ design)[3, 3]
    assert choice_by_scale_by_choice(a, x, b).statistic == pytest.approx(coefficients[3] ** 2 / variance, rel=0.02)


def test_groups_with_another_spread_are_no_interaction():
    flagged = 0
    for seed in range(60):
        random = np.random.default_rng(seed)
        a, b = random.integers(0, 3, 60), (random.random(60) < 0.3).astype(int)
        x = random.normal(size=60) * (1 + 2 * (a == 0) * b)
        flagged += choice_by_scale_by_choice(a, x, b).holds
    assert flagged <= 8  # 3 expected; 9 or more in 60 happens in 2 of 1000


def test_moving_and_stretching_the_scale_change_nothing():
    a, x, b = answers(3, turned=0.5)
    one, other = choice_by_scale_by_choice(a, x, b), choice_by_scale_by_choice(a, 7 + 3 * x, b)
    assert (one.p, one.effect) == pytest.approx((other.p, other.effect))


def test_too_little_is_nothing_to_compare():
    a, x, b = answers(4, 40)
    for one, scale, other in ((a, x, a * 0), (a, x * 0, b), (a[:2], x[:2], b[:2]), (a, x, a), ([], [], [])):
        assert not choice_by_scale_by_choice(one, scale, other).comparable
