import numpy as np
import pytest

from sensemaking.opinion.chance import shuffled_rooms
from sensemaking.opinion.division import least_in_a_group
from sensemaking.opinion.groups import split
from tests.sensemaking.rooms import alike, chance_room, planted_room


def test_answers_by_chance_are_no_groups():
    """60 rooms in which nothing hangs together: at most 6 may look divided (expected: 1)."""
    demonstrable = [split(chance_room(seed).matrix, seed=0).demonstrable for seed in range(60)]
    assert sum(demonstrable) <= 6


def test_shuffled_columns_of_a_divided_room_are_no_groups():
    votes = planted_room(7, people=25)
    assert split(votes.matrix, seed=0).demonstrable
    random = np.random.default_rng(0)
    found = [split(random.permuted(votes.matrix, axis=0), seed=0).demonstrable for _ in range(40)]
    assert sum(found) <= 4


@pytest.mark.parametrize(("people", "groups"), [(25, 2), (60, 2), (60, 3), (150, 3)])
def test_planted_groups_are_found(people, groups):
    found = [split(planted_room(seed, people, groups, clear=0.92).matrix, seed=0) for seed in range(3)]
    assert all(one.demonstrable for one in found)
    planted = np.arange(people) % groups
    agreement = [alike(planted, one.labels) for one in found]
    assert np.median(agreement) > 0.9


def test_a_whole_group_stays_when_statements_are_left_out():
    clear = split(planted_room(0, 40, 2, clear=0.97).matrix, seed=0)
    vague = split(chance_room(0, people=40).matrix, seed=0)
    assert clear.stays.mean() > 0.97
    assert vague.stays.mean() < 0.85


@pytest.mark.parametrize("people", [10, 14, 26, 60])
def test_no_group_is_smaller_than_the_smallest_we_draw(people):
    for seed in range(3):
        found = split(chance_room(seed, people=people).matrix, seed=0)
        if found.labels is not None:
            assert np.bincount(found.labels).min() >= least_in_a_group(people) >= 5


def test_one_person_far_away_is_no_group():
    matrix = planted_room(3, people=20, clear=0.95).matrix.copy()
    matrix[0] = np.where(np.arange(20) % 2, 1.0, -1.0)
    found = split(matrix, seed=0)
    assert found.labels is not None
    assert np.bincount(found.labels).min() >= 5


def test_fewer_than_ten_people_are_never_divided():
    found = split(planted_room(1, people=9, clear=1.0).matrix, seed=0)
    assert found.labels is None
    assert not found.demonstrable


def test_everyone_the_same_is_no_groups():
    assert not split(np.ones((20, 8)), seed=0).demonstrable


def test_the_seed_decides_the_chance_and_nothing_else_does():
    matrix = chance_room(4).matrix
    once, again = ([split(matrix, seed=seed).chance for seed in range(6)] for _ in range(2))
    assert once == again
    assert len(set(once)) > 1


def test_a_shuffle_keeps_every_total_and_every_gap():
    matrix = chance_room(2, people=15, statements=6, missing=0.4).matrix
    seen = ~np.isnan(matrix)
    cells = np.where(seen, matrix + 5, 0.0)
    rooms = np.concatenate(list(shuffled_rooms(cells, seen, 199, 50, np.random.default_rng(0))))
    assert len(rooms) == 199
    assert ((rooms > 0) == seen).all()
    assert (np.sort(rooms, axis=1) == np.sort(cells, axis=0)).all()
    assert len({room.tobytes() for room in rooms}) == 199


def test_a_statement_left_unseen_by_many_does_not_make_groups():
    """Half the room leaves early: who saw what is no opinion."""
    found = []
    for seed in range(15):
        matrix = chance_room(seed, people=40, statements=16, missing=0.0).matrix.copy()
        matrix[::2, 8:] = np.nan
        found.append(split(matrix, seed=0).demonstrable)
    assert sum(found) <= 3
