import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking import Votes, polis
from sensemaking.faces.reading_polis import read_polis
from tests.sensemaking.rooms import alike, planted_room, room, shuffled

DATA = Path(__file__).parents[2] / "data" / "polis"
LONDON = "london.youth.policing"


@pytest.fixture(scope="module")
def golden():
    return json.loads((DATA / "golden" / f"{LONDON}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def export():
    return read_polis(DATA / LONDON)


@pytest.fixture(scope="module")
def london(export):
    return polis(export.votes, meta=export.meta)


def test_london_has_the_size_of_the_golden_file(export, golden):
    assert export.votes.matrix.shape == (golden["n_participants"], golden["n_statements"])
    assert int(export.votes.seen.sum()) == golden["n_votes"]


def test_london_falls_into_the_golden_groups(london, golden):
    ids = [int(person) for person in golden["labels"]]
    assert set(london.clustered) == set(ids)
    assert (london.k, london.sizes) == (3, (6, 9, 9))
    assert alike([london.labels[i] for i in ids], list(golden["labels"].values())) == 1.0
    assert london.silhouette == pytest.approx(golden["silhouette"], abs=1e-9)


def test_london_has_the_golden_picture(london, golden):
    for person, place in golden["participant_xy_abs"].items():
        assert np.abs(london.positions[int(person)]) == pytest.approx(place, abs=1e-5)
    assert london.explained == pytest.approx(golden["explained_variance_ratio"], abs=1e-9)


def test_london_has_the_golden_consensus(london, golden):
    for one in golden["top5_group_aware_consensus"]:
        assert london.group_aware_consensus[one["tid"]] == pytest.approx(one["value"], abs=1e-9)
    best = sorted(london.group_aware_consensus, key=lambda s: -london.group_aware_consensus[s])[:5]
    assert best == [one["tid"] for one in golden["top5_group_aware_consensus"]]
    assert list(london.consensus_disagree) == [one["tid"] for one in golden["consensus"]["disagree"]]
    # 15 and 16 tie for the fifth place
    assert list(london.consensus_agree[:4]) == [one["tid"] for one in golden["consensus"]["agree"]][:4]


def test_london_has_the_golden_representative_statements_with_their_direction(london, golden):
    ours = [[(one.statement, one.direction) for one in group] for group in london.representative]
    theirs = [[(one["tid"], one["repful-for"]) for one in group] for group in golden["representative"].values()]
    assert ours == theirs
    for group, others in zip(london.representative, golden["representative"].values(), strict=True):
        for one, other in zip(group, others, strict=True):
            assert (one.share, one.repness) == pytest.approx((other["p-success"], other["repness"]), abs=1e-9)


def test_london_has_the_golden_priorities(london, golden):
    for one in golden["top5_priority"]:
        assert london.priority[one["tid"]] == pytest.approx(one["value"], abs=1e-9)


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
