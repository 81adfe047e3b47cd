import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking import Votes, polis
from sensemaking.opinion.polis import _best_groups, _first_places
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
    votes = Votes(np.column_stack([np.ones(len(votes.people)), votes.matrix]), votes.people, (99, *votes.statements))
    told = polis(votes)
    first = told.representative[0][0].statement
    assert 99 in told.consensus_agree
    out = polis(Votes(votes.matrix, votes.people, votes.statements, frozenset({first, 99})))
    assert out.statement_positions[first] == pytest.approx((0.0, 0.0), abs=1e-12)
    assert not {first, 99} & {one.statement for group in out.representative for one in group}
    assert 99 not in out.consensus_agree


def test_the_consensus_is_of_all_voters_clustered_or_not():
    votes = planted_room(1, missing=0.0)
    newcomers = np.full((400, len(votes.statements)), np.nan)
    newcomers[:, 0] = 1.0
    more = room(np.vstack([votes.matrix, newcomers]))
    found = polis(more)
    assert set(found.clustered) == set(range(30))
    assert 100 not in polis(votes).consensus_agree
    assert 100 in found.consensus_agree


def test_a_statement_about_the_conversation_has_its_own_priority():
    assert polis(planted_room(2), meta={103}).priority[103] == 49.0


def test_a_statement_about_the_conversation_pulls_nobody():
    found = polis(planted_room(2), meta={103})
    assert found.statement_positions[103] == pytest.approx((0.0, 0.0), abs=1e-12)
    assert 103 not in {one.statement for group in found.representative for one in group}


def test_the_first_places_are_distinct_and_ordered_by_x_then_y():
    points = np.array([[1.0, 0], [0, 2], [0, 1], [0, 2], [0, 1], [3, 0]])
    assert _first_places(points, 3).tolist() == [[0, 1], [0, 2], [1, 0]]


@pytest.mark.parametrize(("heaps", "k"), [(2, 2), (3, 3), (5, 5), (6, 5)])
def test_k_is_the_number_with_the_best_silhouette_and_five_at_most(heaps, k):
    """Heaps above each other; the first places, from left to right, are in as many heaps."""
    points = np.array([[step + heap / 10, 100.0 * heap + step] for step in range(4) for heap in range(heaps)])
    labels, width = _best_groups(points)
    assert len(set(labels.tolist())) == k
    assert width > 0.9 or heaps > k


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
