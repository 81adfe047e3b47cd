import dataclasses

import numpy as np
import pytest

from sensemaking import Votes, VotesError


def test_what_nobody_saw_is_not_a_pass():
    votes = Votes.of([("a", 1, 1), ("b", 2, 0)])
    assert np.array_equal(votes.seen, [[True, False], [False, True]])
    assert votes.matrix[1, 1] == 0


def test_the_last_vote_of_a_person_wins():
    votes = Votes.of([("a", 1, 1), ("a", 2, 1), ("a", 1, -1)])
    assert votes.matrix.tolist() == [[-1, 1]]


def test_people_and_statements_named_beforehand_keep_their_place():
    votes = Votes.of([("b", 2, 1)], people=["a", "b"], statements=[1, 2])
    assert (votes.people, votes.statements) == (("a", "b"), (1, 2))
    assert not votes.seen[0].any()


@pytest.mark.parametrize(
    ("matrix", "people", "statements", "out", "says"),
    [
        ([[1, 7]], ("ann",), (4, 5), (), "row 0 (person 'ann'), column 1 (statement 5): 7 is no vote"),
        ([[1, np.inf]], ("ann",), (4, 5), (), "row 0 (person 'ann'), column 1 (statement 5): inf is no vote"),
        ([[1, 0]], ("ann",), (4,), (), "shape (1, 2), expected 1 people x 1 statements"),
        ([[1], [0]], ("ann", "ann"), (4,), (), "row 1: person 'ann' is already row 0"),
        ([[1, 0]], ("ann",), (4, 4), (), "column 1: statement 4 is already column 0"),
        ([[1, 0]], ("ann",), (4, 5), (9,), "moderated_out names statement 9, which is not a column"),
        ([["eens"]], ("ann",), (4,), (), "not a table of numbers"),
    ],
)
def test_errors_name_row_and_column(matrix, people, statements, out, says):
    with pytest.raises(VotesError) as error:
        Votes(matrix, people, statements, frozenset(out))
    assert says in str(error.value)


def test_votes_cannot_be_changed_afterwards():
    given = np.array([[1.0]])
    votes = Votes(given, ("a",), (1,))
    given[0, 0] = -1
    assert votes.matrix[0, 0] == 1
    with pytest.raises(ValueError, match="read-only"):
        votes.matrix[0, 0] = -1
    with pytest.raises(dataclasses.FrozenInstanceError):
        votes.people = ("b",)


def test_ids_have_one_order_numbers_as_numbers():
    votes = Votes(np.zeros((4, 1)), ("b", 10, "a", 9), (1,)).sorted()
    assert votes.people == (9, 10, "a", "b")
