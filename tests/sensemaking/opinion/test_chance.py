import numpy as np
import pytest

from sensemaking.opinion.chance import chance_of, shuffled_rooms
from tests.sensemaking.opinion.invented import chance


def test_a_shuffle_keeps_every_total_and_every_gap():
    matrix = chance(2, 15, 6, missing=0.4)
    seen = ~np.isnan(matrix)
    cells = np.where(seen, matrix + 5, 0.0)
    rooms = np.concatenate(list(shuffled_rooms(cells, seen, 199, 60, np.random.default_rng(0))))
    assert len(rooms) == 199
    assert ((rooms > 0) == seen).all()
    assert (np.sort(rooms, axis=1) == np.sort(cells, axis=0)).all()
    assert len({room.tobytes() for room in rooms}) == 199


def test_every_order_of_the_answers_is_equally_likely():
    cells, seen = np.array([[1.0], [2.0], [3.0]]), np.ones((3, 1), dtype=bool)
    rooms = np.concatenate(list(shuffled_rooms(cells, seen, 6000, 6000, np.random.default_rng(0))))
    _, counts = np.unique(rooms[:, :, 0], axis=0, return_counts=True)
    assert len(counts) == 6
    assert counts.min() > 850


def test_the_chance_by_hand():
    """Two groups: 9 of rooms 9, 1, 2, 3. The real room is the first, and counts."""
    assert chance_of(np.array([[9.0], [1], [2], [3]])) == 1 / 4
    assert chance_of(np.array([[2.0], [1], [2], [3]])) == 3 / 4


def test_a_room_counts_for_its_best_number_of_groups():
    """Two groups stand out in the real room; three groups as much in one of the others."""
    ordinary = np.array([[1.0, 1], [2, 2], [3, 3], [1, 1], [2, 2], [3, 3]])
    assert chance_of(np.vstack([[9.0, 2], ordinary])) == 1 / 7
    assert chance_of(np.vstack([[9.0, 2], [2.0, 9], ordinary])) == 2 / 8


def test_without_a_division_everything_is_chance():
    assert chance_of(np.array([[-1.0], [3], [4]])) == 1
    assert chance_of(np.array([[-1.0, 8], [3, -1], [4, 2], [1, 1]])) == pytest.approx(1 / 4)
