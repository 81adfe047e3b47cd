import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking.patterns.safe_counts import published


def table(cells):
    """Stories (row, column, teller) as the three arrays."""
    rows, columns, tellers = (np.array(each, dtype=np.int64) for each in zip(*cells, strict=True))
    return rows, columns, tellers


def test_what_five_people_stand_behind_shows():
    rows, columns, tellers = table([(0, 0, n) for n in range(6)] + [(0, 1, n) for n in range(10, 15)])
    found = published(rows, columns, (1, 2), tellers)
    assert (found.cells, found.row_totals) == (((6, 5),), (11,))


def test_ten_stories_of_four_tellers_do_not_show():
    """Stories are counted, but it is people who are hidden in a crowd."""
    rows, columns, tellers = table([(0, 0, n % 4) for n in range(10)] + [(0, 1, n) for n in range(10, 30)])
    found = published(rows, columns, (1, 2), tellers)
    assert found.cells == ((None, None),)
    assert found.row_totals == (30,)


def test_of_a_cross_of_two_questions_all_cells_show_or_none():
    """Its totals stand beside each question: with 5 | ? and 5 | 5 and a column of 8, ? is 3."""
    counts = [[5, 3], [5, 5]]
    stories = [(row, column) for row in (0, 1) for column in (0, 1) for _ in range(counts[row][column])]
    rows, columns, tellers = table([(row, column, n) for n, (row, column) in enumerate(stories)])
    found = published(rows, columns, (2, 2), tellers, crossed=True)
    assert found.cells == ((None, None), (None, None))
    assert (found.row_totals, found.column_totals) == ((8, 10), (10, 8))
    assert published(rows, columns, (2, 2), tellers).cells == ((None, None), (5, 5))


def test_an_empty_table():
    none = np.zeros(0, dtype=np.int64)
    assert published(none, none, (1, 2), none).cells == ((None, None),)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2), st.integers(0, 12)), min_size=1, max_size=60))
def test_no_cell_of_fewer_than_five_tellers_ever_shows_and_what_shows_is_true(cells):
    rows, columns, tellers = table(cells)
    found = published(rows, columns, (2, 3), tellers)
    for row in range(2):
        for column in range(3):
            here = [teller for i, j, teller in cells if (i, j) == (row, column)]
            shown = found.cells[row][column]
            assert shown is None or (shown == len(here) and len(set(here)) >= 5)
        total = found.row_totals[row]
        assert total is None or total == sum(i == row for i, _, _ in cells)
