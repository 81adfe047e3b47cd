from collections import defaultdict
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensemaking.small import TableError, figure_now, standing

counts = st.integers(0, 60)
histories = st.tuples(st.integers(1, 3), st.integers(1, 3)).flatmap(
    lambda shape: st.lists(
        st.lists(
            st.lists(counts, min_size=shape[1], max_size=shape[1]).map(tuple), min_size=shape[0], max_size=shape[0]
        ),
        min_size=1,
        max_size=5,
    )
)


def what_is_seen(history):
    """All that is shown of these tables, moment by moment."""
    seen, first = [], None
    for rows in history:
        now = standing(rows, first)
        seen.append(now.shown)
        first = now.first
    return seen


def what_fits(histories_of_counts, see):
    """Histories that look the same from outside, together: moments x possibilities x cells."""
    alike = defaultdict(list)
    for history in histories_of_counts:
        alike[see(history)].append(history)
    return [np.array(together).swapaxes(0, 1) for together in alike.values()]


def known_exactly(before, after):
    """Per cell the one difference between two moments that fits, where there is only one."""
    difference = after - before
    return [int(one[0]) for one in difference.T if (one == one[0]).all()]


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([12, 13, 16, 17, 21, 22], [12, 12, 12, 17, 17, 22]),
        ([12, 11, 8, 7, 4], [12, 12, 12, None, None]),
        ([20, 16, 15, 11, 10, 9, 16], [20, 20, 15, 15, 10, 10, 20]),
        ([4, 5, 6, 9, 10], [None, 5, 5, 5, 10]),
        ([5, 4, 5], [5, None, 5]),
    ],
)
def test_a_figure_moves_by_fives_from_the_first_that_was_shown(counts, shown):
    assert [table.cells[0][0] for table in what_is_seen([[(n,)] for n in counts])] == shown


@given(histories)
def test_nothing_below_five_is_shown_and_a_figure_is_never_five_off(history):
    for rows, table in zip(history, what_is_seen(history), strict=True):
        for n, figure in zip(sum(map(tuple, rows), ()), sum(table.cells, ()), strict=True):
            assert figure is None or (figure >= 5 and n >= 5 and abs(figure - n) < 5)


@given(histories)
def test_any_two_figures_of_one_cell_are_equal_or_five_or_more_apart(history):
    seen = [[figure for row in table.cells for figure in row] for table in what_is_seen(history)]
    for figures in zip(*seen, strict=True):
        for one, other in combinations([figure for figure in figures if figure is not None], 2):
            assert one == other or abs(one - other) >= 5


@given(histories)
def test_totals_are_sums_of_what_is_shown_and_tell_nothing_more(history):
    for table in what_is_seen(history):
        for row, total in zip(table.cells, table.row_totals, strict=True):
            assert total == (None if None in row else sum(row))
        for column, total in zip(zip(*table.cells, strict=True), table.column_totals, strict=True):
            assert total == (None if None in column else sum(column))
        assert table.total == (None if None in table.row_totals else sum(table.row_totals))


@pytest.mark.parametrize("most", [26])
def test_over_a_chain_of_moments_no_difference_of_one_cell_can_be_worked_out(most):
    """Three moments, every number at each: between any two moments five differences fit or more."""

    def see(history):
        return tuple(table.cells for table in what_is_seen([[(n,)] for n in history]))

    margin = 5  # what looks alike beyond `most` was not tried
    for moments in what_fits(product(range(most + 1), repeat=3), see):
        if moments.max() > most - margin:
            continue
        for before, after in combinations(moments, 2):
            assert len(set((after - before).tolist())) >= 5


def test_over_two_moments_of_a_whole_row_with_its_total():
    """Two cells and their total: no cell, no total moves by a number that can be worked out."""

    def see(history):
        return tuple((table.cells, table.row_totals, table.total) for table in what_is_seen([[row] for row in history]))

    most, margin = 15, 5
    rows = list(product(range(most + 1), repeat=2))
    for before, after in what_fits(product(rows, repeat=2), see):
        if max(before.max(), after.max()) <= most - margin:
            both = [np.column_stack([moment, moment.sum(axis=1)]) for moment in (before, after)]
            assert known_exactly(*both) == []


def test_the_true_number_is_known_at_one_moment_at_most():
    for first in range(5, 40):
        fits = defaultdict(list)
        for n in range(70):
            fits[figure_now(n, first)].append(n)
        assert all(len(numbers) >= 5 for figure, numbers in fits.items() if figure is None or figure < 60)


def test_counting_a_total_anew_would_give_the_cells_away():
    """Why totals are sums of shown cells: five cells that moved unseen by four, and a total that moved by twenty."""
    before, after = [[10] * 5], [[14] * 5]
    seen = what_is_seen([before, after])
    assert seen[0].cells == seen[1].cells
    assert figure_now(70, 50) == 70
    assert seen[1].total == 50


def test_what_is_kept_between_moments_was_shown():
    now = standing([[12, 3]])
    assert now.first == ((12, None),)
    assert standing([[30, 7]], now.first).first == ((12, 7),)


@pytest.mark.parametrize("first", [((5,),), ((5, None), (6, 7)), ()])
def test_a_table_of_another_shape_than_before_is_refused(first):
    with pytest.raises(TableError, match="before"):
        standing([[12, 13]], first)


def test_no_table_of_counts_is_refused():
    with pytest.raises(TableError, match="row 0, column 1: -2"):
        standing([[1, -2]])


@pytest.mark.parametrize("n", [5.5, float("nan")])
def test_what_is_no_whole_number_is_no_count(n):
    with pytest.raises(ValueError, match="no whole number"):
        standing([[10, n]])
