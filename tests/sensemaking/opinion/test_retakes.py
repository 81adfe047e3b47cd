import numpy as np
import pytest

from sensemaking.opinion.retakes import Retakes, _error, resampled, retaken
from tests.sensemaking.opinion.invented import planted


def plain_error(centred, seen, left_out, labels):
    """One vote at a time: the mean of the others of the group who saw the statement."""
    errors = []
    for j in np.flatnonzero(left_out):
        for i in np.flatnonzero(seen[:, j]):
            others = (labels == labels[i]) & seen[:, j] & (np.arange(len(seen)) != i)
            foretold = centred[others, j].mean() if others.any() else 0.0
            errors.append((centred[i, j] - foretold) ** 2)
    return np.mean(errors)


def test_the_error_on_votes_left_out_one_vote_at_a_time():
    matrix = planted(0, 14, 9, missing=0.4)[0]
    seen = ~np.isnan(matrix)
    centred = np.where(seen, matrix - np.nanmean(matrix, axis=0), 0.0)
    random = np.random.default_rng(0)
    left_out = random.random((5, 9)) < 0.5
    labels = random.integers(0, 3, (5, 14))
    found = _error(centred, seen, left_out, labels)
    assert found == pytest.approx([plain_error(centred, seen, left_out[r], labels[r]) for r in range(5)])


def test_a_retake_without_a_division_foretells_nothing():
    matrix = planted(0, 12, 5, missing=0.0)[0]
    error = _error(matrix, np.ones_like(matrix, dtype=bool), np.ones((1, 5), dtype=bool), np.full((1, 12), -1))
    assert error.tolist() == [np.inf]


def test_a_retake_draws_as_many_statements_as_there_are():
    weights = resampled(30, 400, np.random.default_rng(0))
    assert (weights.sum(axis=1) == 30).all()
    assert (weights == 0).mean() == pytest.approx(np.exp(-1), abs=0.02)
    assert weights.mean(axis=0) == pytest.approx(np.ones(30), abs=0.25)


def test_a_statement_that_counts_twice_is_a_statement_that_stands_there_twice():
    matrix = planted(0, 20, 8, missing=0.3)[0]
    centred, seen = np.nan_to_num(matrix), ~np.isnan(matrix)
    labels = planted(0, 20, 8)[1]
    twice = np.concatenate([centred, centred[:, :3]], axis=1), np.concatenate([seen, seen[:, :3]], axis=1)
    weighed = retaken(centred, seen, np.array([[2.0, 2, 2, 1, 1, 1, 1, 1]]), {2: labels}, 1, 1)
    repeated = retaken(*twice, np.ones((1, 11)), {2: labels}, 1, 1)
    assert (weighed.labels[2] == repeated.labels[2]).all()


def made(labels, errors, overlap):
    return Retakes({k: np.array(v) for k, v in labels.items()}, {k: np.array(v) for k, v in overlap.items()}, errors)


def test_a_number_of_groups_counts_only_when_every_group_comes_back():
    """Three groups foretell best three times, but one of them is lost twice."""
    errors = np.array([[3.0, 2, 1]] * 3 + [[1.0, 2, 3]])
    overlap = {2: [[0.9, 0.9]] * 4, 3: [[0.9, 0.9, 0.2]] * 2 + [[0.9, 0.9, 0.8]] * 2}
    again = made({2: np.zeros((4, 5)), 3: np.zeros((4, 5))}, errors, overlap)
    assert again.numbers == ((1, 0.25), (2, 0.5), (3, 0.25))
    assert again.k == 2


def test_the_gain_is_the_part_of_the_error_that_is_gone():
    errors = np.array([[4.0, 2.0], [2.0, 1.0], [9.0, np.inf]])
    again = made({2: np.zeros((3, 5))}, errors, {2: [[1.0, 1]] * 3})
    assert again.gain(2) == pytest.approx(1 - 3 / 6)


def test_membership_is_the_square_of_how_often():
    labels = {2: [[0, 0]] * 6 + [[1, 0]] * 2 + [[-1, -1]] * 2}
    again = made(labels, np.ones((10, 2)), {2: [[1.0, 1]] * 10})
    share = 0.8 * np.array([36, 4]) / 40
    assert again.membership(2) == pytest.approx(np.array([share, [0.8, 0.0]]))


def test_without_retakes_nobody_is_sure():
    again = retaken(np.ones((12, 4)), np.ones((12, 4), dtype=bool), np.ones((0, 4)), {2: np.arange(12) % 2}, 1, 5)
    assert again.membership(2).tolist() == [[0.0, 0.0]] * 12
    assert again.stability(2) == (0.0, 0.0)
    assert (again.k, again.gain(2)) == (2, 0.0)


def test_overlap_is_jaccard():
    matrix = planted(3, 30, 20, clear=0.99, share=1.0)[0]
    seen = ~np.isnan(matrix)
    centred = np.where(seen, matrix - np.nanmean(matrix, axis=0), 0.0)
    labels = np.arange(30) % 2
    moved = labels.copy()
    moved[0] = 1
    again = retaken(centred, seen, np.ones((1, 20)), {2: moved}, 1, 1)
    assert (again.labels[2][0] == labels).all()
    assert again.overlap[2].tolist() == [[14 / 15, 15 / 16]]


def test_the_errors_are_of_the_statements_that_a_retake_left_out():
    matrix, labels = planted(1, 16, 9, missing=0.2)
    seen = ~np.isnan(matrix)
    centred = np.where(seen, matrix - np.nanmean(matrix, axis=0), 0.0)
    weights = np.array([[2.0, 0, 1, 1, 0, 2, 1, 1, 1]])
    again = retaken(centred, seen, weights, {2: labels}, 1, 1)
    expected = [plain_error(centred, seen, weights[0] == 0, one) for one in (labels * 0, again.labels[2][0])]
    assert again.errors[0] == pytest.approx(expected)


@pytest.mark.parametrize(("overlap", "back"), [(0.4, False), (0.6, True)])
def test_a_group_comes_back_above_half(overlap, back):
    again = made({2: np.zeros((1, 5))}, np.array([[2.0, 1.0]]), {2: [[0.9, overlap]]})
    assert again.numbers == (((1, 0.0), (2, 1.0)) if back else ((1, 1.0), (2, 0.0)))
