import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sensemaking import Votes, landscape
from sensemaking.opinion.few import voices_of_the_few
from tests.sensemaking.rooms import planted_room, room, shuffled

answers = st.sampled_from([1.0, 1.0, -1.0, 0.0, np.nan])
tables = arrays.arrays(float, st.tuples(st.integers(5, 16), st.integers(1, 9)), elements=answers)


def three_quarters_and_a_quarter():
    """Thirty people love 100-107; ten of their own love 108 and 109 and nothing else."""
    matrix = np.full((40, 10), -1.0)
    matrix[:30, :8] = 1
    matrix[30:, 8:] = 1
    return room(matrix)


def by_the_crowd(votes, size):
    agree = (votes.matrix == 1).sum(axis=0)
    return [votes.statements[j] for j in np.argsort(-agree, kind="stable")[:size]]


def test_the_crowd_starves_a_quarter_of_the_room_and_this_list_does_not():
    votes = three_quarters_and_a_quarter()
    assert not set(by_the_crowd(votes, 5)) & {108, 109}
    chosen = voices_of_the_few(votes, 4)
    assert len(set(chosen) & {108, 109}) == 1
    assert len(set(chosen) & set(range(100, 108))) == 3
    assert landscape(votes).few == voices_of_the_few(votes, 5)


@settings(max_examples=150, deadline=None)
@given(tables, st.integers(1, 6))
def test_every_company_large_enough_that_agrees_is_heard(matrix, size):
    """Justified representation: of n people, n / size who agree on a statement (that five people
    weighed) are never all without one."""
    votes = room(matrix)
    chosen = [votes.statements.index(one) for one in voices_of_the_few(votes, size)]
    unheard = ~(matrix[:, chosen] == 1).any(axis=1)
    for j in range(matrix.shape[1]):
        if (~np.isnan(matrix[:, j])).sum() >= 5 and j not in chosen:
            assert (unheard & (matrix[:, j] == 1)).sum() * size < len(matrix)


@settings(max_examples=80, deadline=None)
@given(tables, st.integers(1, 4))
def test_no_exchange_of_one_statement_hears_people_better(matrix, size):
    def heard(columns):
        return sum(sum(1 / (i + 1) for i in range(int(n))) for n in (matrix[:, columns] == 1).sum(axis=1))

    votes = room(matrix)
    chosen = [votes.statements.index(one) for one in voices_of_the_few(votes, size)]
    may = [j for j in range(matrix.shape[1]) if (~np.isnan(matrix[:, j])).sum() >= 5]
    for leaves in chosen:
        for joins in set(may) - set(chosen):
            assert heard([*(set(chosen) - {leaves}), joins]) <= heard(chosen) + 1e-6


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), tables, st.integers(1, 5))
def test_the_order_of_rows_and_columns_does_not_matter(random, matrix, size):
    votes = room(matrix)
    assert voices_of_the_few(shuffled(votes, random), size) == voices_of_the_few(votes, size)


def test_who_counts_twice_does_not_change_the_choice():
    votes = three_quarters_and_a_quarter()
    doubled = Votes(np.vstack([votes.matrix, votes.matrix]), tuple(range(80)), votes.statements)
    assert voices_of_the_few(doubled, 4) == voices_of_the_few(votes, 4)


def test_choosing_one_by_one_is_not_enough():
    """100 = {b, e}, 101 = {b, c}, 102 = {a, e}: the first of equals is in the way of the best pair."""
    agrees = np.array([[0, 0, 1], [1, 1, 0], [0, 1, 0], [0, 0, 0], [1, 0, 1]])
    assert voices_of_the_few(room(np.where(agrees, 1.0, -1.0)), 2) == (101, 102)


def test_equal_statements_fall_to_the_earlier_id():
    assert voices_of_the_few(room(np.ones((6, 4))), 2) == (100, 101)


def test_a_statement_not_seen_by_many_loses_nothing_by_it():
    """Disagreeing and not having seen it weigh the same: nothing."""
    seen = np.where(np.arange(20)[:, None] < 8, 1.0, -1.0) * np.ones((20, 3))
    seen[:, 1:] = -seen[:, 1:]
    unseen = seen.copy()
    unseen[8:, 0] = np.nan
    assert voices_of_the_few(room(unseen), 2) == voices_of_the_few(room(seen), 2) == (101, 100)


def test_too_few_weighed_moderated_or_agreed_by_nobody_is_not_chosen():
    matrix = np.ones((9, 4))
    matrix[4:, 0] = np.nan
    matrix[:, 1] = -1
    assert voices_of_the_few(room(matrix, {102})) == (103,)
    assert voices_of_the_few(room(np.empty((0, 3)))) == ()


def test_a_list_of_nothing_is_refused():
    with pytest.raises(ValueError, match="size 0"):
        voices_of_the_few(planted_room(0), 0)
