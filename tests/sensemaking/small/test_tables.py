import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensemaking.small import TableError, publishable, publishable_beside_totals
from tests.sensemaking.small.attacker import every_row, look_alikes, values_left, worked_out

tables = st.integers(1, 7).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 40), min_size=width, max_size=width), min_size=1, max_size=4)
)


def test_a_table_without_small_cells_is_whole():
    table = publishable([[5, 9], [7, 12]])
    assert table.cells == ((5, 9), (7, 12))
    assert (table.row_totals, table.column_totals, table.total) == ((14, 19), (12, 21), 33)


def test_a_small_cell_takes_its_neighbour_by_place_with_it():
    table = publishable([[20, 3, 11, 8]])
    assert table.cells == ((None, None, 11, 8),)
    assert table.total == 42


def test_of_an_odd_row_the_last_three_belong_together():
    assert publishable([[9, 9, 9, 9, 3]]).cells == ((9, 9, None, None, None),)


def test_two_that_are_together_below_five_take_the_next_two_with_them():
    assert publishable([[1, 2, 11, 8, 7, 6]]).cells == ((None, None, None, None, 7, 6),)


def test_the_last_two_that_are_together_below_five_take_the_ones_before_with_them():
    assert publishable([[7, 6, 11, 8, 1, 2]]).cells == ((7, 6, None, None, None, None),)


def test_two_fours_far_apart_are_not_the_two_that_together_are_eight():
    """Hiding only the small cells and a next one by place gave these away: a rule we once had."""
    assert publishable([[4, 10, 4, 10]]).cells == ((None, None, None, None),)


def test_a_small_total_is_hidden_too():
    assert publishable([[1, 2]]).row_totals == (None,)
    assert publishable([[3]]).total is None


@given(tables)
def test_nothing_below_five_is_shown_and_what_is_shown_is_true(rows):
    for show in (publishable, publishable_beside_totals):
        table = show(rows)
        for row, cells in zip(rows, table.cells, strict=True):
            assert all(cell in (None, n) for n, cell in zip(row, cells, strict=True))
        sums = [sum(row) for row in rows], [sum(column) for column in zip(*rows, strict=True)], [sum(map(sum, rows))]
        shown = table.row_totals, table.column_totals, [table.total]
        for true, given_out in zip(sums, shown, strict=True):
            assert all(figure in (None, n) for n, figure in zip(true, given_out, strict=True))
        figures = [*sum(table.cells, ()), *table.row_totals, *table.column_totals, table.total]
        assert all(figure is None or figure >= 5 for figure in figures)


@given(tables)
def test_what_goes_over_rows_is_only_what_the_rows_show_already(rows):
    """So rows can be attacked one by one: no column, no grand total holds a hidden figure."""
    table = publishable(rows)
    for column, total in zip(zip(*table.cells, strict=True), table.column_totals, strict=True):
        assert total == (None if None in column else sum(column))
    assert table.total == (None if None in table.row_totals else sum(table.row_totals))


@pytest.mark.parametrize(("cells", "people"), [(1, 40), (2, 40), (3, 30), (4, 22), (5, 15), (6, 13)])
def test_nobody_who_knows_the_rule_can_work_out_a_figure_below_five(cells, people):
    """Every row with at most so many people; what looks alike has as many people, so none is missed."""
    for together in look_alikes(every_row(cells, people), lambda row: publishable([row])):
        assert worked_out(together) == [], together
        for values in values_left(together):
            assert values == {0, 1, 2, 3, 4}, together


def test_nor_over_two_rows():
    rows = every_row(2, 10)
    tables = np.array([(*row, *other) for row in rows for other in rows])
    for together in look_alikes(tables, lambda four: publishable([four[:2], four[2:]])):
        assert worked_out(together) == [], together


@pytest.mark.parametrize(("height", "width", "people"), [(2, 2, 26), (2, 3, 14), (3, 2, 14)])
def test_nor_beside_totals_that_are_seen_elsewhere(height, width, people):
    def show(flat):
        return publishable_beside_totals([flat[i * width : (i + 1) * width] for i in range(height)])

    for together in look_alikes(every_row(height * width, people), show):
        assert worked_out(together) == [], together


def test_beside_totals_the_cells_are_shown_all_or_none():
    table = publishable_beside_totals([[20, 3], [8, 9]])
    assert table.cells == ((None, None), (None, None))
    assert (table.row_totals, table.column_totals, table.total) == ((23, 17), (28, 12), 40)
    assert publishable_beside_totals([[20, 6], [8, 9]]).cells == ((20, 6), (8, 9))


@pytest.mark.parametrize("show", [publishable, publishable_beside_totals])
@pytest.mark.parametrize(
    ("rows", "said"),
    [([[1, 2], [3, -4]], "row 1, column 1: -4 is negative"), ([[1, 2], [3]], "row 1 has 1 columns, row 0 has 2")],
)
def test_no_table_of_counts_is_refused_by_row_and_column(show, rows, said):
    with pytest.raises(TableError, match=said):
        show(rows)


def test_an_empty_table_shows_nothing():
    assert publishable([]).total is None
    assert publishable([[]]).row_totals == (None,)


@pytest.mark.parametrize("n", [5.5, float("nan")])
def test_what_is_no_whole_number_is_no_count(n):
    with pytest.raises(ValueError, match="no whole number"):
        publishable([[10, n]])
