import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sensemaking import Votes, landscape
from tests.sensemaking.rooms import chance_room, planted_room, room, shuffled

answers = st.sampled_from([1.0, -1.0, 0.0, np.nan])


@settings(max_examples=25, deadline=None)
@given(
    st.randoms(use_true_random=False),
    arrays.arrays(float, st.tuples(st.integers(1, 14), st.integers(1, 8)), elements=answers),
)
def test_the_order_of_rows_and_columns_does_not_matter(random, matrix):
    votes = room(matrix)
    assert landscape(shuffled(votes, random), seed=3) == landscape(votes, seed=3)


@pytest.mark.parametrize("shape", [(6, 12), (30, 2), (0, 0), (0, 5), (5, 0)])
def test_too_few_people_or_statements_give_no_map_but_every_statement(shape):
    seen = landscape(room(np.ones(shape)))
    assert seen.state == "too_few"
    assert (seen.places, seen.groups, seen.chance) == ((), (), None)
    assert len(seen.statements) == shape[1]
    assert seen.unknown == seen.statements


def test_statements_stand_in_order_of_support_also_without_a_map():
    matrix = np.array([[-1, 1, 0, 1]] * 4 + [[-1, 1, 1, np.nan]] * 2)
    seen = landscape(room(matrix))
    assert seen.state == "too_few"
    assert [view.statement for view in seen.statements] == [101, 102, 100, 103]


def test_people_who_answered_little_are_not_on_the_map_but_their_answers_count():
    matrix = planted_room(0, missing=0.0).matrix.copy()
    matrix[4, 1:] = np.nan
    seen = landscape(room(matrix))
    assert seen.unplaced == (4,)
    assert 4 not in {place.person for place in seen.places}
    first = next(view for view in seen.statements if view.statement == 100)
    assert first.room.weighed == 30


def test_planted_groups_show_with_their_people():
    seen = landscape(planted_room(5, people=31, clear=0.95))
    assert seen.state == "groups"
    assert [group.number for group in seen.groups] == [0, 1]
    assert [set(group.people) for group in seen.groups] == [set(range(0, 31, 2)), set(range(1, 31, 2))]
    for place in seen.places:
        assert place.person in seen.groups[place.group].people
        assert place.x**2 + place.y**2 <= 1.0001
    assert seen.chance <= 0.02
    assert seen.stays > 0.9


def test_a_room_by_chance_has_a_map_without_groups():
    seen = landscape(chance_room(1))
    assert seen.state == "no_groups"
    assert seen.groups == ()
    assert len(seen.places) == 30
    assert {place.group for place in seen.places} == {None}


def test_what_every_group_supports_is_a_bridge_and_what_opposes_them_divides():
    matrix = planted_room(6, people=24, clear=0.95, missing=0.0).matrix.copy()
    even = np.arange(24) % 2 == 0
    matrix[:, 0] = 1
    matrix[:, 1] = np.where(even, 1, -1)
    matrix[:, 2] = -1
    matrix[:, 3] = 0
    seen = landscape(room(matrix))
    verdicts = {view.statement: view.verdict for view in seen.statements}
    assert [verdicts[s] for s in (100, 101, 102, 103)] == ["bridge", "divides", "shared_no", "unknown"]
    assert seen.bridges[0].statement == 100
    opposed = next(view for view in seen.dividing if view.statement == 101)
    assert set(opposed.group_views) == {"most_agree", "most_disagree"}


def test_a_majority_of_the_room_is_no_bridge_when_one_group_is_against():
    """Twenty agree, seven in a group of their own do not: the crowd does not outvote them."""
    matrix = planted_room(8, people=27, clear=0.97, missing=0.0).matrix.copy()
    small = np.arange(27) % 4 == 3
    matrix[:, 4:] = np.where(small[:, None], -1.0, 1.0) * np.where(np.arange(16) % 2, 1.0, -1.0)
    matrix[:, 0] = np.where(small, -1, 1)
    seen = landscape(room(matrix))
    assert seen.state == "groups"
    view = next(view for view in seen.statements if view.statement == 100)
    assert view.room_view == "most_agree"
    assert view.verdict == "divides"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(12, 40), st.sampled_from([2, 3]))
def test_a_bridge_is_never_opposed_by_a_group(seed, people, groups):
    seen = landscape(planted_room(seed, people, groups, statements=10, clear=0.9))
    for view in seen.bridges:
        for tally in view.by_group or (view.room,):
            assert tally.agree > tally.disagree
            assert 2 * tally.agree > tally.weighed >= 5
    for view in seen.statements:
        if view.verdict != "unknown":
            assert "too_few" not in view.group_views
        assert 0 <= view.low <= view.high <= 1


def test_passes_stand_in_the_way_of_a_majority():
    matrix = chance_room(2).matrix.copy()
    matrix[:, 0] = np.where(np.arange(30) < 16, 1, 0)
    matrix[:, 1] = np.where(np.arange(30) < 16, 1, np.nan)
    views = {view.statement: view for view in landscape(room(matrix)).statements}
    assert views[100].verdict == "unknown"
    assert views[101].verdict == "bridge"


def test_a_torn_room_divides_also_without_groups():
    matrix = chance_room(2).matrix.copy()
    matrix[:, 0] = np.where(np.arange(30) % 2, 1, -1)
    seen = landscape(room(matrix))
    assert seen.groups == ()
    assert next(view for view in seen.statements if view.statement == 100).verdict == "divides"


def test_a_moderated_statement_is_nowhere():
    votes = planted_room(1)
    seen = landscape(Votes(votes.matrix, votes.people, votes.statements, frozenset({105})))
    assert 105 not in {view.statement for view in seen.statements}


def test_a_meeting_of_sixty_by_sixty_takes_well_under_a_second():
    votes = planted_room(0, people=60, statements=60)
    landscape(votes)
    start = time.thread_time()  # this thread's own work, however busy the machine
    landscape(votes)
    assert time.thread_time() - start < 1.0
