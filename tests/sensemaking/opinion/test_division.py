from itertools import product

import numpy as np
import pytest

from sensemaking.opinion.division import divide, largest_first, least_in_a_group, matched


def between(points, labels, k):
    sizes = np.bincount(labels, minlength=k)
    sums = np.stack([points[labels == g].sum(axis=0) for g in range(k)])
    return (sums**2).sum(axis=1) @ (1 / np.maximum(sizes, 1))


def test_the_best_of_all_divisions_of_twelve_people():
    """Every division of 12 people in two groups of five or more, tried one by one."""
    random = np.random.default_rng(0)
    for _ in range(5):
        points = np.concatenate([random.normal(-2, 1, (6, 1)), random.normal(2, 1, (6, 1))])
        points -= points.mean(axis=0)
        every = [np.array([0, *rest]) for rest in product((0, 1), repeat=11)]
        best = max(between(points, one, 2) for one in every if 5 <= one.sum() <= 7)
        figure, labels = divide(points[None], 2)
        assert figure[0] == pytest.approx(between(points, labels[0], 2))
        assert figure[0] == pytest.approx(best)


def test_runs_do_not_touch_each_other():
    random = np.random.default_rng(1)
    points = random.normal(size=(6, 30, 3))
    together = divide(points, 3)
    for run in range(6):
        figure, labels = divide(points[run : run + 1], 3)
        assert figure[0] == together[0][run]
        assert (labels[0] == together[1][run]).all()


def test_a_division_with_a_small_group_is_none():
    points = np.zeros((1, 20, 2))
    points[0, :3, 0] = 50.0
    points[0, 3:, 0] = np.linspace(-0.1, 0.1, 17)
    assert divide(points - points.mean(axis=1, keepdims=True), 2)[0].tolist() == [-1.0]


@pytest.mark.parametrize(("people", "least"), [(7, 5), (100, 5), (101, 6), (1000, 50)])
def test_the_smallest_group(people, least):
    assert least_in_a_group(people) == least


def test_names_are_matched_to_the_most_overlap():
    labels = np.array([0, 0, 0, 1, 1, 2])
    again = np.array([[2, 2, 2, 0, 0, 1], [1, 1, 0, 0, 0, 2], [-1] * 6])
    assert matched(labels, again).tolist() == [[0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 1, 2], [-1] * 6]


def test_the_largest_group_comes_first_and_equals_in_order_of_appearance():
    assert largest_first(np.array([1, 0, 2, 2, 2])).tolist() == [1, 2, 0, 0, 0]


def test_one_person_far_away_does_not_hide_the_division():
    """Started from the two who stand furthest apart, somebody far away would be a group alone."""
    points = np.array([-1.0] * 8 + [1.0] * 8 + [12.0])[:, None]
    points -= points.mean()
    figure, labels = divide(points[None], 2)
    assert figure[0] > 0
    assert largest_first(labels[0]).tolist() == [1] * 8 + [0] * 9
