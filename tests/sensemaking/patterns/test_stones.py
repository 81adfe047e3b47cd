import numpy as np
import pytest

from sensemaking.patterns.found import NOTHING
from sensemaking.patterns.stones import describe_pairs, describe_stone, place_by_place, place_by_scores

NAN = [np.nan, np.nan]


def test_the_middle_and_the_spread_of_a_stone():
    places = np.array([[0.1, 0.9], [0.2, 0.9], [0.4, 0.9], [0.9, 0.9], NAN])
    found = describe_stone("wij", places, np.array([0, 0, 1, 2, 3]))
    assert (found.n, found.tellers, found.missing) == (4, 3, 1)
    assert found.median == pytest.approx((0.3, 0.9))
    assert found.quartiles[0] == pytest.approx((0.175, 0.525))
    assert found.quartiles[1] == pytest.approx((0.9, 0.9))


def test_a_stone_nobody_laid():
    found = describe_stone("wij", np.array([NAN, NAN]), np.array([0, 1]))
    assert (found.n, found.missing, found.median, found.quartiles) == (0, 2, None, None)


def test_two_stones_beside_each_other():
    places = np.array([[[0.8, 0.5], [0.2, 0.5]], [[0.6, 0.1], [0.3, 0.5]], [[0.5, 0.5], NAN], [[0, 0], [0, 0.4]]])
    (pair,) = describe_pairs(("wij", "zij"), places)
    assert (pair.first, pair.second, pair.n) == ("wij", "zij", 3)
    assert pair.apart == pytest.approx(0.5)
    assert pair.right == pytest.approx(2.5 / 3)
    assert pair.above == pytest.approx(0.5 / 3)
    (nobody,) = describe_pairs(("wij", "zij"), places[2:3])
    assert (nobody.n, nobody.apart) == (0, None)


def test_a_difference_in_place_is_found_along_either_axis():
    random = np.random.default_rng(0)
    group = random.integers(0, 2, 80)
    for axis in (0, 1):
        places = random.random((80, 2)) * 0.6
        places[:, axis] += 0.3 * group
        assert place_by_scores(places, "choice", group, np.arange(80)).p < 0.01


def test_a_stretched_axis_changes_nothing():
    """Places are compared by their order along each axis."""
    random = np.random.default_rng(1)
    places, group = random.random((60, 2)), random.integers(0, 3, 60)
    here = place_by_scores(places, "choice", group, np.arange(60))
    there = place_by_scores(places**3, "choice", group, np.arange(60))
    assert here == there


def test_missing_is_left_out_and_counted():
    places = np.random.default_rng(2).random((40, 2))
    places[:4] = np.nan
    group = np.arange(40) % 2
    group[38:] = -1
    found = place_by_scores(places, "choice", group, np.arange(40))
    assert (found.n, found.missing) == (34, 6)
    assert place_by_place(places, places[::-1], np.arange(40)).missing == 8


def test_nothing_to_compare():
    same = np.full((30, 2), 0.5)
    assert place_by_scores(same, "choice", np.arange(30) % 2, np.arange(30)).test == NOTHING
    assert place_by_scores(same, "choice", np.full(30, -1), np.arange(30)).test == NOTHING


@pytest.mark.parametrize("kind", ["choice", "choices", "scale", "triad"])
def test_chance_seldom_passes_for_a_difference(kind):
    random, called = np.random.default_rng(7), 0
    for _ in range(100):
        other = {
            "choice": random.integers(0, 3, 60),
            "choices": (random.random((60, 3)) < 0.4).astype(float),
            "scale": random.random(60),
            "triad": random.dirichlet(np.ones(3), 60),
        }[kind]
        called += place_by_scores(random.random((60, 2)), kind, other, np.arange(60)).p <= 0.05
    assert called <= 10
