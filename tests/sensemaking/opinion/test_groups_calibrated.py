"""The counts of docs/statistics/groups.md, with every shuffle and retake."""

import numpy as np
import pytest

from sensemaking.opinion.groups import split
from tests.sensemaking.opinion.invented import chance, planted, shuffled_votes
from tests.sensemaking.opinion.test_groups import on_the_map
from tests.sensemaking.rooms import alike

pytestmark = pytest.mark.long


def demonstrable(rooms):
    return sum(split(matrix, seed + 70_000).demonstrable for seed, matrix in enumerate(rooms))


@pytest.mark.parametrize(("people", "statements"), [(12, 8), (15, 20), (25, 9), (30, 12), (40, 30), (60, 30)])
def test_of_a_hundred_invented_rooms_by_chance_at_most_five_are_divided(people, statements):
    assert demonstrable(chance(seed, people, statements) for seed in range(100)) <= 5


@pytest.mark.parametrize(
    ("name", "rooms"),
    [("london.youth.policing", 100), ("brexit-consensus", 100), ("scoop-hivemind.biodiversity", 20)],
)
def test_of_a_hundred_shuffled_conversations_at_most_five_are_divided(name, rooms):
    matrix = on_the_map(name)
    assert demonstrable(shuffled_votes(matrix, seed) for seed in range(rooms)) <= rooms // 20


@pytest.mark.parametrize(
    ("people", "groups", "rooms", "least", "agree"),
    [
        (25, 2, 100, 90, 0.9),
        (30, 2, 100, 90, 0.9),
        (30, 3, 100, 80, 0.5),
        (60, 2, 100, 95, 0.9),
        (60, 3, 100, 95, 0.85),
    ],
)
def test_planted_groups_are_found_in_nine_of_ten_rooms(people, groups, rooms, least, agree):
    found = []
    for seed in range(rooms):
        matrix, labels = planted(seed, people, groups=groups)
        one = split(matrix, seed + 70_000)
        found.append((one.demonstrable, alike(labels, one.labels)))
    assert sum(shown for shown, _ in found) >= least
    assert np.median([agreement for _, agreement in found]) > agree
