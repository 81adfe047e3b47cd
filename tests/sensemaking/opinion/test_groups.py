from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking.opinion.division import least_in_a_group
from sensemaking.opinion.groups import relabel, split
from tests.sensemaking.conversations import conversation
from tests.sensemaking.opinion.invented import chance, on_a_scale, planted, shuffled_votes
from tests.sensemaking.rooms import alike

QUICK = {"shuffles": 60, "retakes": 60}


def on_the_map(name):
    votes = conversation(name).votes.sorted()
    kept = [j for j, statement in enumerate(votes.statements) if statement not in votes.moderated_out]
    matrix = votes.matrix[:, kept]
    matrix = matrix[:, ~np.isnan(matrix).all(axis=0)]
    return matrix[(~np.isnan(matrix)).sum(axis=1) >= 7]


@pytest.mark.parametrize(("people", "statements"), [(12, 8), (25, 9), (40, 12)])
def test_answers_by_chance_are_no_groups(people, statements):
    """opinion-groups.md, 1: of 15 rooms in which nothing hangs together at most 2 may look divided."""
    found = [split(chance(seed, people, statements), seed + 100, **QUICK) for seed in range(15)]
    assert sum(one.demonstrable for one in found) <= 2


def test_shuffled_votes_of_a_real_conversation_are_no_groups():
    london = on_the_map("london.youth.policing")
    found = [split(shuffled_votes(london, seed), seed + 100, **QUICK).demonstrable for seed in range(20)]
    assert sum(found) <= 2


def test_the_chance_of_shuffled_votes_is_as_likely_high_as_low():
    """The gate is a valid test: of 60 rooms by chance about 6 have a chance of a tenth or less."""
    chances = [split(chance(seed, 14, 8), seed + 100, shuffles=19, retakes=1).chance for seed in range(60)]
    assert 1 <= sum(one <= 0.1 for one in chances) <= 12
    assert 20 <= sum(one <= 0.5 for one in chances) <= 40


@pytest.mark.parametrize(("people", "groups"), [(25, 2), (30, 2), (60, 2), (60, 3), (200, 3)])
def test_planted_groups_are_found(people, groups):
    rooms = [planted(seed, people, groups=groups) for seed in range(3)]
    found = [split(matrix, 0, **QUICK) for matrix, _ in rooms]
    assert sum(one.demonstrable for one in found) >= (2 if people < 60 else 3)
    agreement = [alike(labels, one.labels) for (_, labels), one in zip(rooms, found, strict=True)]
    assert np.median(agreement) > 0.75


@pytest.mark.parametrize("name", ["scoop-hivemind.biodiversity", "vtaiwan.uberx"])
def test_groups_stand_in_the_large_conversations(name):
    found = split(on_the_map(name), 0, shuffles=33, retakes=6)
    assert found.demonstrable
    assert found.gain > 0.05


def test_nobody_tells_london_that_it_is_divided():
    """24 people: more divided than chance, but to know the groups foretells nothing."""
    found = split(on_the_map("london.youth.policing"), 0)
    assert found.gain < 0
    assert not found.demonstrable


@pytest.mark.parametrize(("people", "seed"), [(10, 0), (14, 1), (26, 2), (60, 3)])
def test_no_group_is_smaller_than_the_smallest_we_draw(people, seed):
    for one in (split(chance(seed, people), 0, **QUICK), split(planted(seed, people)[0], 0, **QUICK)):
        if one.labels is not None:
            assert np.bincount(one.labels).min() >= least_in_a_group(people) >= 5


def test_one_person_far_away_is_no_group():
    """opinion-groups.md, 4: one person against a room of a hundred is a person, not a group."""
    random = np.random.default_rng(0)
    matrix = np.where(random.random((107, 12)) < 0.85, 1.0, -1.0)
    matrix[0] = -1.0
    found = split(matrix, 0, **QUICK)
    assert not found.demonstrable
    assert found.labels is None or np.bincount(found.labels).min() >= 6


def test_fewer_than_ten_people_are_never_divided():
    found = split(planted(1, people=9, clear=1.0)[0], 0)
    assert (found.labels, found.k, found.numbers) == (None, 1, ((1, 1.0),))
    assert not found.demonstrable


@pytest.mark.parametrize("matrix", [np.ones((20, 8)), np.zeros((20, 8)), np.full((20, 8), np.nan), np.ones((30, 1))])
def test_everyone_the_same_is_no_groups(matrix):
    assert not split(matrix, 0, **QUICK).demonstrable


def test_who_saw_what_is_no_opinion():
    found = []
    for seed in range(8):
        matrix = chance(seed, 40, 16, missing=0.0)
        matrix[::2, 8:] = np.nan
        found.append(split(matrix, seed + 100, **QUICK).demonstrable)
    assert sum(found) <= 1


def test_membership_says_how_sure_each_person_is():
    """opinion-groups.md, 3. Sure where groups are clear, and less so for who votes with both."""
    matrix, labels = planted(0, 40, clear=0.95, share=1.0)
    matrix[0] = np.where(np.arange(30) % 2, matrix[2], matrix[1])
    found = split(matrix, 0)
    assert found.membership.shape == (40, 2)
    assert (found.membership.sum(axis=1) <= 1 + 1e-9).all()
    assert found.stays == pytest.approx(found.membership[np.arange(40), found.labels])
    assert found.stays[1:].mean() > 0.97
    assert found.stays[0] < found.stays[1:].min() + 0.05
    assert min(found.stability) > 0.9
    assert alike(labels[1:], found.labels[1:]) == 1


def test_membership_is_right_as_often_as_it_says():
    """Of everyone said to be in a group with .7 to .9, about that part is."""
    said, right = [], []
    for seed in range(8):
        matrix, labels = planted(seed, 60, 20, share=0.8, clear=0.75)
        found = split(matrix, seed, shuffles=1, retakes=100)
        if found.k != 2 or found.gain <= 0:
            continue
        own = found.labels == labels
        own = own if own.mean() > 0.5 else ~own
        said += found.stays.tolist()
        right += own.tolist()
    said, right = np.array(said), np.array(right)
    middle = (said > 0.6) & (said < 0.9)
    assert middle.sum() > 60
    assert abs(said[middle].mean() - right[middle].mean()) < 0.12
    assert right[said >= 0.95].mean() > 0.95


def test_the_number_of_groups_comes_with_how_sure_it_is():
    two = split(planted(0, 60, groups=2)[0], 0, **QUICK)
    none = split(chance(0, 60, 20), 0, **QUICK)
    for found in (two, none):
        assert [k for k, _ in found.numbers] == [1, 2, 3, 4]
        assert sum(share for _, share in found.numbers) == pytest.approx(1)
    assert dict(two.numbers)[2] > 0.8
    assert dict(none.numbers)[1] > 0.8


def test_a_sliding_scale_is_not_called_loose_groups():
    scales = [split(on_a_scale(seed), 0, **QUICK).scale for seed in range(4)]
    loose = [split(planted(seed)[0], 0, **QUICK).scale for seed in range(4)]
    assert np.median(scales) > 0.1
    assert np.median(loose) <= 0.05
    assert split(chance(0), 0, **QUICK).scale is None


def test_the_seed_decides_and_nothing_else_does():
    """opinion-groups.md, 7."""
    matrix = chance(4, 25, 10)
    once, again = ([split(matrix, seed, **QUICK) for seed in range(4)] for _ in range(2))
    for one, other in zip(once, again, strict=True):
        assert one.points.tobytes() == other.points.tobytes()
        assert one.membership.tobytes() == other.membership.tobytes()
        assert (one.chance, one.gain, one.stability, one.numbers) == (
            other.chance,
            other.gain,
            other.stability,
            other.numbers,
        )
    assert len({one.chance for one in once}) > 1


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 1000), st.sampled_from([1, 2, 3]))
def test_doubles_stand_together(seed, groups):
    matrix = planted(seed, 24, groups=groups)[0]
    found = split(np.concatenate([matrix, matrix]), 0, shuffles=5, retakes=5)
    if found.labels is not None:
        assert (found.labels[:24] == found.labels[24:]).all()


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 1000), st.booleans())
def test_agree_and_disagree_exchanged_give_the_same_groups(seed, clear):
    matrix = planted(seed, 30, clear=0.9)[0] if clear else chance(seed, 30)
    found, mirrored = split(matrix, 0, shuffles=9, retakes=9), split(-matrix, 0, shuffles=9, retakes=9)
    assert (found.labels == mirrored.labels).all()
    assert found.chance == mirrored.chance
    assert found.membership == pytest.approx(mirrored.membership)


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 1000), st.randoms(use_true_random=False))
def test_a_statement_said_the_other_way_round_changes_no_group(seed, random):
    matrix = planted(seed, 30, clear=0.9, share=1.0)[0]
    turned = matrix * np.array([random.choice([1, -1]) for _ in range(matrix.shape[1])])
    found, again = split(matrix, 0, shuffles=9, retakes=9), split(turned, 0, shuffles=9, retakes=9)
    assert alike(found.labels, again.labels) == 1
    assert found.k == again.k


@pytest.mark.parametrize("matrix", [chance(0, 20, 8), planted(0, 40)[0], np.ones((8, 8))])
def test_progress_counts_to_the_end(matrix):
    heard = []
    split(matrix, 0, shuffles=40, retakes=20, progress=lambda done, of: heard.append((done, of)))
    assert heard[-1] == (80, 80)
    assert heard == sorted(heard)


def test_labels_can_be_found_anew_without_a_statement():
    matrix, planted_labels = planted(2, 40, clear=0.9)
    labels = split(matrix, 0, **QUICK).labels
    kept = ~np.eye(30, dtype=bool)
    again = relabel(matrix, kept, labels)
    assert again.shape == (30, 40)
    assert np.mean([alike(planted_labels, one) for one in again]) > 0.9
    assert (again == labels).mean() > 0.95


def test_what_is_left_out_plays_no_part_in_the_labels_found_anew():
    matrix = planted(2, 40, clear=0.9)[0]
    labels = split(matrix, 0, **QUICK).labels
    kept = np.arange(30)[None, :] < 12
    otherwise = matrix.copy()
    otherwise[:, 12:] = planted(3, 40, 18, clear=0.99, share=1.0, sizes=[20, 20])[0]
    assert alike(split(otherwise, 0, **QUICK).labels, labels) < 0.5
    assert (relabel(matrix, kept, labels) == relabel(otherwise, kept, labels)).all()


def test_three_in_a_hundred_and_some_use_are_asked():
    found = split(planted(0, 24, 12, 2)[0], 0, **QUICK)
    lines = [(0.03, 0.01), (0.031, 0.01), (0.03, 0.0)]
    assert [replace(found, chance=chance, gain=gain).demonstrable for chance, gain in lines] == [True, False, False]
