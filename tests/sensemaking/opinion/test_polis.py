import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking import Votes, polis
from tests.sensemaking.rooms import planted_room, room, shuffled


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 5))
def test_the_order_of_rows_and_columns_does_not_matter(random, seed):
    votes = planted_room(seed, people=12, statements=9)
    assert vars(polis(shuffled(votes, random))) == vars(polis(votes))


def test_who_voted_less_than_seven_times_is_drawn_but_not_clustered():
    votes = planted_room(1, missing=0.0)
    matrix = votes.matrix.copy()
    matrix[3, 6:] = np.nan
    found = polis(room(matrix))
    assert 3 not in found.labels
    assert 3 in found.positions


def test_a_moderated_statement_pulls_nobody_and_is_in_no_list():
    votes = planted_room(2, missing=0.0)
    out = polis(Votes(votes.matrix, votes.people, votes.statements, frozenset({103})))
    assert out.statement_positions[103] == pytest.approx((0.0, 0.0), abs=1e-12)
    assert 103 not in {one.statement for group in out.representative for one in group}
    assert 103 not in out.consensus_agree + out.consensus_disagree


def test_a_statement_about_the_conversation_has_its_own_priority():
    assert polis(planted_room(2), meta={103}).priority[103] == 49.0


def test_a_statement_nobody_saw_changes_nothing():
    votes = planted_room(3)
    wider = Votes(
        np.column_stack([votes.matrix, np.full(len(votes.people), np.nan)]), votes.people, (*votes.statements, 999)
    )
    assert vars(polis(wider)) == vars(polis(votes))


@pytest.mark.parametrize(
    ("matrix", "k"), [(np.empty((0, 0)), 0), ([[1.0]], 1), (np.ones((9, 9)), 1), (np.full((3, 2), np.nan), 0)]
)
def test_too_little_to_divide_gives_one_group_or_none(matrix, k):
    assert polis(room(matrix)).k == k
