"""Where Polis goes wrong, `polis` goes wrong with it, to the letter; that the default method does not is tested there."""

import numpy as np
import pytest

from sensemaking import Votes, polis
from sensemaking.opinion.cells import cells, counts
from sensemaking.opinion.representative import Z_90, repness
from tests.sensemaking.conversations import BOWLING_GREEN, LONDON, as_polis, conversation
from tests.sensemaking.rooms import room


def permuted(votes, seed):
    """Each statement's answers among those who saw it: who says what no longer hangs together."""
    random = np.random.default_rng(seed)
    matrix = votes.matrix.copy()
    for column in matrix.T:
        seen = ~np.isnan(column)
        column[seen] = random.permutation(column[seen])
    return Votes(matrix, votes.people, votes.statements, votes.moderated_out)


def table_of(votes, found):
    given = cells(votes)
    group = np.array([found.labels.get(person, found.k) for person in given.people])
    return given, repness(counts(given, group, found.k + 1).first(found.k))


def test_bowling_green_83_is_printed_as_disagree_where_four_in_five_agree():
    votes, found = conversation(BOWLING_GREEN).votes, as_polis(BOWLING_GREEN)
    printed = found.representative[0][0]
    given, table = table_of(votes, found)
    agree, disagree = table.share[:, 0, given.statements.index(83)]
    assert (printed.statement, printed.direction) == (83, "disagree")
    assert (agree, disagree) == pytest.approx((0.81, 0.04), abs=0.005)


def test_votes_without_any_connection_always_fall_into_groups():
    votes = conversation(LONDON).votes
    assert all(polis(permuted(votes, seed)).k >= 2 for seed in range(30))


def test_one_cell_in_eight_or_more_is_representative_where_nothing_is():
    votes = conversation(LONDON).votes
    enough = []
    for seed in range(30):
        noise = permuted(votes, seed)
        _, table = table_of(noise, polis(noise))
        enough.append(((table.ratio_test > Z_90) & (table.share_test > Z_90)).any(axis=0).mean())
    assert 0.12 <= np.mean(enough) <= 0.22


def test_one_person_can_be_a_group():
    matrix = np.ones((12, 10))
    matrix[:6, :2], matrix[6:, 2:4] = -1, -1
    matrix[11] = -1
    assert 1 in polis(room(matrix)).sizes


def test_a_statement_on_which_all_groups_agree_loses_by_their_number_and_size():
    """Groups of 6, 9 and 9 who all agree: 7/8 x 10/11 x 10/11 and no more."""
    votes, found = conversation(LONDON).votes, as_polis(LONDON)
    matrix = votes.matrix.copy()
    place = votes.statements.index(17)
    matrix[:, place] = 0.0  # nobody pulls: a column without differences
    flat = polis(Votes(matrix, votes.people, votes.statements))
    matrix[:, place] = 1.0
    agreed = polis(Votes(matrix, votes.people, votes.statements))
    assert found.sizes == (6, 9, 9)
    expected = np.prod([(size + 1) / (size + 2) for size in agreed.sizes])
    assert agreed.group_aware_consensus[17] == pytest.approx(expected)
    assert np.prod([(size + 1) / (size + 2) for size in found.sizes]) == pytest.approx(0.723, abs=5e-4)
    assert flat.group_aware_consensus[17] == pytest.approx(np.prod([1 / (size + 2) for size in flat.sizes]))


def test_opposition_and_not_knowing_are_the_same_to_the_consensus():
    passing = np.ones((12, 9))
    passing[::2, :4] = -1
    passing[:4, 8] = 0
    opposed = passing.copy()
    opposed[:4, 8] = -1
    one, other = polis(room(passing)), polis(room(opposed))
    assert one.labels == other.labels
    assert one.group_aware_consensus[108] == other.group_aware_consensus[108]
