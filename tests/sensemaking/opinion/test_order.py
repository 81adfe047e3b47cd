import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sensemaking.opinion.order import by_content
from tests.sensemaking.rooms import planted_room

tables = arrays.arrays(
    float, st.tuples(st.integers(1, 12), st.integers(1, 8)), elements=st.sampled_from([1.0, -1.0, 0.0, np.nan])
)


def told_apart(matrix):
    """The table in its own order, as long as no two people and no two statements are alike to every sum."""
    rows, columns = by_content(matrix)
    return matrix[np.ix_(rows, columns)]


@settings(max_examples=200, deadline=None)
@given(tables)
def test_everyone_has_one_place(matrix):
    rows, columns = by_content(matrix)
    assert sorted(rows) == list(range(matrix.shape[0]))
    assert sorted(columns) == list(range(matrix.shape[1]))


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_same_answers_give_the_same_table_under_any_names(seed, other):
    matrix = planted_room(seed, people=20, statements=9).matrix
    random = np.random.default_rng(other)
    mixed = matrix[random.permutation(20)][:, random.permutation(9)]
    np.testing.assert_array_equal(told_apart(mixed), told_apart(matrix))


def test_one_vote_changed_is_another_order_or_another_table():
    matrix = planted_room(0, people=20, statements=9).matrix.copy()
    before = told_apart(matrix)
    matrix[0, 0] = -1.0 if matrix[0, 0] == 1.0 else 1.0
    assert not np.array_equal(before, told_apart(matrix), equal_nan=True)
