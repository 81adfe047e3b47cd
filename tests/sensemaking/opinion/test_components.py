import numpy as np
import pytest

from sensemaking.opinion.components import RIDGE, _ridge, components, factorised
from tests.sensemaking.opinion.invented import chance, on_a_scale, planted


def ranks(rooms):
    return [components(matrix, np.random.default_rng(0)) for matrix in rooms]


def test_what_does_not_hang_together_has_no_dimension():
    assert np.median(ranks(chance(seed) for seed in range(9))) == 0


@pytest.mark.parametrize(("groups", "rank"), [(2, 1), (3, 2), (4, 3)])
def test_groups_span_one_dimension_less_than_their_number(groups, rank):
    assert np.median(ranks(planted(seed, 80, 40, groups)[0] for seed in range(7))) == rank


def test_a_scale_has_one_dimension():
    assert np.median(ranks(on_a_scale(seed) for seed in range(7))) == 1


@pytest.mark.parametrize("shape", [(1, 1), (2, 9), (9, 2), (12, 1)])
def test_the_rank_stays_below_both_sides(shape):
    assert components(np.ones(shape), np.random.default_rng(0)) < min(shape)


def test_the_factorisation_fills_gaps_of_a_table_of_rank_one():
    random = np.random.default_rng(0)
    table = np.outer(random.normal(size=60), random.normal(size=40)) * 5
    known = (random.random(table.shape) < 0.8).astype(float)
    filled = factorised(table * known, known, random.normal(size=(40, 1)))
    gap = known == 0
    assert np.corrcoef(filled[gap], table[gap])[0, 1] > 0.99


def test_the_factorisation_never_looks_at_a_gap():
    random = np.random.default_rng(0)
    table, start = random.normal(size=(20, 10)), random.normal(size=(10, 2))
    known = (random.random(table.shape) < 0.7).astype(float)
    assert (factorised(table * known, known, start) == factorised(table * known, known, start)).all()
    other = table + 100 * (1 - known)
    assert (factorised(other * known, known, start) == factorised(table * known, known, start)).all()


def test_the_ridge_row_by_row():
    random = np.random.default_rng(0)
    table, factors = random.normal(size=(6, 9)), random.normal(size=(9, 2))
    known = (random.random(table.shape) < 0.6).astype(float)
    for row, seen, found in zip(table, known.astype(bool), _ridge(table * known, known, factors), strict=True):
        squares = factors[seen].T @ factors[seen] + RIDGE * np.eye(2)
        assert found == pytest.approx(np.linalg.inv(squares) @ factors[seen].T @ row[seen])


def test_who_answered_little_is_foretold_little():
    """A factor fitted on one vote moves by 4 / (4 + 1) less than least squares would have it."""
    assert _ridge(np.array([[1.0, 0.0]]), np.array([[1.0, 0.0]]), np.ones((2, 1))).tolist() == [[0.2]]
