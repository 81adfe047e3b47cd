from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from sensemaking import landscape, polis
from sensemaking.faces.reading_polis import read_polis
from sensemaking.opinion.groups import split
from sensemaking.opinion.judge import counted
from sensemaking.opinion.typical import adjusted, counted_without, more_here, typical
from tests.sensemaking.rooms import chance_room, planted_room, room

DATA = Path(__file__).parents[2] / "data" / "polis"


def gate_off(matrix):
    """Typical statements of a room whether or not its groups are demonstrable; and, for
    comparison, tested on the very answers that made the groups."""
    labels = split(matrix, 0, shuffles=1, retakes=3).labels
    if labels is None:
        return (), ()
    groups = np.stack([counted(matrix[labels == g]) for g in range(labels.max() + 1)])
    ids = range(matrix.shape[1])
    return (
        [one for group in typical(ids, groups, counted_without(matrix, labels)) for one in group],
        [one for group in typical(ids, groups, groups) for one in group],
    )


def rooms_with_any(rooms):
    found = [gate_off(matrix) for matrix in rooms]
    return sum(bool(honest) for honest, _ in found), sum(bool(dipped) for _, dipped in found), len(found)


def permuted(matrix, seed):
    """Each statement's answers shuffled among who saw it."""
    random, matrix = np.random.default_rng(seed), matrix.copy()
    for column in matrix.T:
        seen = np.flatnonzero(~np.isnan(column))
        column[seen] = column[random.permutation(seen)]
    return matrix


def london():
    votes = read_polis(DATA / "london.youth.policing").votes
    matrix = votes.matrix[:, [s not in votes.moderated_out for s in votes.statements]]
    return matrix[(~np.isnan(matrix)).sum(axis=1) >= 7]


def test_a_room_by_chance_has_nothing_typical_also_when_the_gate_is_off():
    """At most 5 of 100 rooms; on the answers that made the groups most rooms would have something."""
    honest, dipped, rooms = rooms_with_any(chance_room(seed, people=30, statements=20).matrix for seed in range(30))
    assert honest <= 2
    assert dipped > 0.4 * rooms
    assert rooms_with_any(permuted(london(), seed) for seed in range(15))[0] <= 1


@pytest.mark.long
@pytest.mark.parametrize(("people", "statements"), [(12, 9), (25, 9), (30, 12), (30, 30), (60, 20), (60, 60)])
def test_nothing_is_typical_in_many_rooms_by_chance(people, statements):
    honest, dipped, _ = rooms_with_any(chance_room(seed, people, statements).matrix for seed in range(400))
    assert honest <= 20
    assert dipped > 30


@pytest.mark.long
def test_nothing_is_typical_in_many_permuted_meetings():
    honest, dipped, _ = rooms_with_any(permuted(london(), seed) for seed in range(400))
    assert honest <= 20
    assert dipped > 100


def test_what_was_planted_is_found_in_its_direction():
    """Two groups of 30 lean opposite ways on about half of 30 statements: at least 0.8 is found,
    and hardly anything else."""
    hits = planted = false = 0
    for seed in range(5):
        votes = planted_room(seed, people=60, groups=2, statements=30, clear=0.85)
        leans = np.where(np.random.default_rng(seed).random((2, 30)) < 0.5, "agree", "disagree")
        seen = landscape(votes, shuffles=60, retakes=1)
        assert seen.state == "groups"
        planted += 2 * int((leans[0] != leans[1]).sum())
        for group in seen.groups:
            own = int(np.bincount([person % 2 for person in group.people]).argmax())
            for one in group.typical:
                j = one.statement - 100
                hit = leans[0, j] != leans[1, j] and leans[own, j] == one.direction
                hits, false = hits + hit, false + (not hit)
    assert hits >= 0.8 * planted
    assert false <= 0.05 * hits


def test_figures_of_a_typical_statement_belong_together():
    seen = landscape(planted_room(1, people=60, clear=0.9), shuffles=60, retakes=1)
    listed = [one for group in seen.groups for one in group.typical]
    assert len(listed) > 5
    for one in listed:
        assert 0.5 < one.share <= 1
        assert one.low < one.share
        assert one.elsewhere < one.share
        assert one.difference_low < one.difference < one.difference_high
        assert 0 <= one.q <= 0.05
    for group in seen.groups:
        lows = [one.difference_low for one in group.typical]
        assert lows == sorted(lows, reverse=True)


def test_never_against_the_groups_own_majority():
    """Bowling Green 83: .81 of a group agree, .04 disagree, and Polis prints it as "disagree"."""
    export = read_polis(DATA / "american-assembly.bowling-green")
    found = polis(export.votes, meta=export.meta)
    labels = np.array([found.labels.get(person, -1) for person in export.votes.people])
    groups = np.stack([counted(export.votes.matrix[labels == g]) for g in range(found.k)])
    printed = [(g, one) for g, group in enumerate(found.representative) for one in group if one.statement == 83]
    assert [one.direction for _, one in printed] == ["disagree"]
    g, column = printed[0][0], export.votes.statements.index(83)
    agree, disagree, _ = groups[g, column]
    assert agree > 10 * disagree

    ours = typical(export.votes.statements, groups, groups)
    assert "disagree" not in {one.direction for one in ours[g] if one.statement == 83}
    assert sum(map(len, ours)) > 50
    for group, counts in zip(ours, groups, strict=True):
        for one in group:
            of = counts[export.votes.statements.index(one.statement)]
            assert 2 * of[0 if one.direction == "agree" else 1] > of.sum() >= 5


def test_a_group_that_rejects_less_than_the_others_is_not_said_to_agree():
    """Of 20 here 8 agree, of 20 elsewhere none: more, but no majority."""
    groups = np.array([[[8, 12, 0]], [[0, 20, 0]]], dtype=float)
    here, there = typical(["s"], groups, groups)
    assert here == ()
    assert [one.direction for one in there] == ["disagree"]


def test_fewer_than_five_people_are_no_group_to_speak_of():
    groups = np.array([[[4, 0, 0]], [[0, 40, 0]]], dtype=float)
    assert typical(["s"], groups, groups) == ((), ())


def test_where_the_other_statements_give_no_groups_nothing_is_known():
    groups = np.array([[[20, 0, 0]], [[0, 20, 0]]], dtype=float)
    assert typical(["s"], groups, np.zeros_like(groups)) == ((), ())


def test_the_groups_are_found_without_the_statement_itself():
    """Two statements alone make the groups; without one of them the groups are those of the other."""
    matrix = np.ones((40, 2))
    matrix[:20, 0] = -1
    matrix[10:30, 1] = -1
    labels = np.repeat([0, 1], 20)
    counts = counted_without(matrix, labels)
    assert sorted(counts[:, 0, :2].tolist()) == [[10, 10], [10, 10]]


def test_the_tail_is_that_of_scipy():
    random = np.random.default_rng(0)
    n, m = random.integers(0, 60, (2, 5, 40))
    here, elsewhere = random.binomial(n, 0.4), random.binomial(m, 0.3)
    expected = stats.hypergeom.sf(here - 1, n + m, here + elsewhere, n)
    assert more_here(*(one.astype(float) for one in (here, n, elsewhere, m))) == pytest.approx(expected, abs=1e-10)


def test_adjusted_is_that_of_scipy_in_any_shape():
    p = np.random.default_rng(1).random((3, 7, 2)) ** 3
    assert adjusted(p) == pytest.approx(stats.false_discovery_control(p, axis=None).reshape(p.shape))


def test_doubling_the_same_room_keeps_every_direction():
    votes = planted_room(4, people=30, clear=0.9)
    once = landscape(votes, shuffles=60, retakes=1)
    twice = landscape(room(np.vstack([votes.matrix, votes.matrix])), shuffles=60, retakes=1)
    said, again = (
        {frozenset(one for one in group.people if one < 30): _said(group) for group in seen.groups}
        for seen in (once, twice)
    )
    assert said.keys() == again.keys()
    assert any(said.values())
    assert all(said[people] <= again[people] for people in said)


def _said(group):
    return {(one.statement, one.direction) for one in group.typical}
