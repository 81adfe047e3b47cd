import random

import numpy as np
import pytest

from sensemaking import Votes
from sensemaking.opinion.cells import cells, counts
from tests.sensemaking.rooms import planted_room, shuffled


def rebuilt(given):
    matrix = np.full((len(given.people), len(given.statements)), np.nan)
    matrix[given.person, given.statement] = given.vote
    return matrix


@pytest.mark.parametrize("seed", range(5))
def test_whatever_the_order_the_votes_stand_in_the_order_of_the_ids(seed):
    votes = planted_room(seed, missing=0.5)
    given = cells(shuffled(votes, random.Random(seed)))
    assert (given.people, given.statements) == (votes.people, votes.statements)
    assert np.array_equal(rebuilt(given), votes.matrix, equal_nan=True)


def test_what_nobody_saw_is_left_aside():
    votes = Votes([[1, np.nan, -1], [0, np.nan, np.nan]], ("b", "a"), (9, 8, 7))
    given = cells(votes)
    assert (given.people, given.statements) == (("a", "b"), (7, 9))
    assert np.array_equal(rebuilt(given), [[np.nan, 0], [-1, 1]], equal_nan=True)
    assert given.per_person.tolist() == [1, 2]
    assert given.per_statement.tolist() == [1, 2]
    assert given.means.tolist() == [-1.0, 0.5]


def test_a_table_that_is_stored_by_column_is_read_by_row():
    votes = Votes(np.asfortranarray([[1.0, np.nan], [0.0, -1.0]]), (1, 2), (3, 4))
    assert np.array_equal(rebuilt(cells(votes)), votes.matrix, equal_nan=True)


@pytest.mark.parametrize("seed", range(5))
def test_counts_are_the_plain_ones(seed):
    votes = planted_room(seed, missing=0.4)
    group = np.random.default_rng(seed).integers(0, 3, len(votes.people))
    found = counts(cells(votes), group, 4)
    for g in range(4):
        inside = votes.matrix[group == g]
        assert found.said[0, g].tolist() == (inside == 1).sum(axis=0).tolist()
        assert found.said[1, g].tolist() == (inside == -1).sum(axis=0).tolist()
        assert found.asked[g].tolist() == (~np.isnan(inside)).sum(axis=0).tolist()
    assert found.together.asked[0].tolist() == votes.seen.sum(axis=0).tolist()
    assert found.first(2).said.shape == (2, 2, len(votes.statements))
