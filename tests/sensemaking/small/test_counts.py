from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensemaking import (
    Tally,
    counts_may_show,
    figure_may_leave,
    group_view,
    order_without_counts,
    publishable,
    share_may_leave,
)

counts = st.integers(0, 40)
few = st.integers(0, 2)
tallies = st.builds(Tally, counts, counts, counts) | st.builds(Tally, few, few, few)
tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(counts, min_size=width, max_size=width), min_size=1, max_size=4)
)


@pytest.mark.parametrize(("n", "may"), [(0, False), (4, False), (5, True), (60, True)])
def test_a_figure_leaves_from_five_up(n, may):
    assert figure_may_leave(n) is may


@pytest.mark.parametrize(
    ("part", "whole", "may"), [(5, 10, True), (5, 9, False), (4, 20, False), (20, 20, False), (16, 20, False)]
)
def test_a_share_leaves_when_both_sides_are_five_or_more(part, whole, may):
    assert share_may_leave(part, whole) is may


@pytest.mark.parametrize(
    ("answers", "view"),
    [
        ((4, 0, 0), "too_few"),
        ((3, 2, 0), "most_agree"),
        ((1, 3, 1), "most_disagree"),
        ((3, 0, 3), "divided"),
        ((3, 3, 0), "divided"),
        ((9, 0, 0), "most_agree"),
    ],
)
def test_a_group_in_a_word(answers, view):
    assert group_view(*answers) == view


@given(tallies)
def test_below_five_people_there_is_no_word_either(tally):
    view = group_view(tally.agree, tally.disagree, tally.passes)
    assert (view == "too_few") == (tally.weighed < 5)
    if view == "most_agree":
        assert tally.agree > tally.disagree
    if view == "most_disagree":
        assert tally.disagree > tally.agree


@given(tallies)
def test_counts_show_only_when_every_cell_is_five_or_more(tally):
    assert counts_may_show(tally) == (min(tally.agree, tally.disagree, tally.passes) >= 5)


@given(st.dictionaries(st.integers(), tallies, max_size=8))
def test_an_order_holds_every_statement_once_and_what_few_weighed_last(given_tallies):
    order = order_without_counts(given_tallies)
    assert sorted(order) == sorted(given_tallies)
    last = [one for one in given_tallies if given_tallies[one].weighed < 5]
    assert list(order[len(order) - len(last) :]) == last


def test_an_order_runs_from_most_to_least_supported():
    assert order_without_counts({"a": Tally(2, 8, 0), "b": Tally(9, 1, 0), "c": Tally(5, 5, 0)}) == ("b", "c", "a")
    assert order_without_counts({"a": 1, "b": 7, "c": 3}) == ("b", "c", "a")


def test_what_four_people_agree_on_comes_after_what_many_reject():
    assert order_without_counts({"a": Tally(4, 0, 0), "b": Tally(0, 9, 0)}) == ("b", "a")


def test_choices_of_fewer_than_five_people_tell_no_order():
    assert order_without_counts({"a": 0, "b": 1, "c": 3}) == ("a", "b", "c")


def test_a_table_without_small_cells_is_whole():
    table = publishable([[5, 9], [7, 12]])
    assert table.cells == ((5, 9), (7, 12))
    assert (table.row_totals, table.column_totals, table.total) == ((14, 19), (12, 21), 33)


def test_a_single_small_cell_takes_the_next_one_with_it():
    table = publishable([[20, 3, 11, 8]])
    assert table.cells == ((20, None, None, 8),)
    assert table.total == 42


def test_a_small_total_is_hidden_too():
    assert publishable([[1, 2]]).row_totals == (None,)
    assert publishable([[3]]).total is None


@given(tables)
def test_nothing_below_five_is_shown_and_what_is_shown_is_true(rows):
    table = publishable(rows)
    for row, cells in zip(rows, table.cells, strict=True):
        assert all(cell in (None, n) for n, cell in zip(row, cells, strict=True))
    sums = [sum(row) for row in rows], [sum(column) for column in zip(*rows, strict=True)], [sum(map(sum, rows))]
    shown = table.row_totals, table.column_totals, [table.total]
    for true, given_out in zip(sums, shown, strict=True):
        assert all(figure in (None, n) for n, figure in zip(true, given_out, strict=True))
    figures = [*sum(table.cells, ()), *table.row_totals, *table.column_totals, table.total]
    assert all(figure is None or figure >= 5 for figure in figures)


@given(tables)
def test_in_every_row_that_shows_its_total_the_hidden_part_is_itself_five_or_more(rows):
    table = publishable(rows)
    for cells, total in zip(table.cells, table.row_totals, strict=True):
        hidden = [cell for cell in cells if cell is None]
        if total is not None and hidden:
            assert len(hidden) >= 2
            assert total - sum(cell for cell in cells if cell is not None) >= 5


@pytest.mark.parametrize(("shape", "values"), [((1, 2), 25), ((1, 3), 15), ((2, 2), 9), ((3, 1), 9), ((1, 4), 8)])
def test_nobody_who_knows_the_rule_can_work_out_a_figure_below_five(shape, values):
    """Every table of this shape is published; tables that look the same outside must differ
    in each cell, row and column that is below five."""
    height, width = shape
    look_alikes = defaultdict(list)
    for flat in product(range(values), repeat=height * width):
        rows = [flat[i * width : (i + 1) * width] for i in range(height)]
        figures = (*flat, *map(sum, rows), *map(sum, zip(*rows, strict=True)))
        look_alikes[publishable(rows)].append(figures)
    for tables_alike in look_alikes.values():
        for figure in zip(*tables_alike, strict=True):
            # Beyond `values` the look-alikes of a table were not enumerated.
            if figure[0] < 5 and sum(tables_alike[0][: height * width]) < values:
                assert len(set(figure)) > 1, tables_alike


@pytest.mark.parametrize("rows", [[[1, -1]], [[1, 2], [3]]])
def test_no_table_of_counts_is_refused(rows):
    with pytest.raises(ValueError, match=r"negative|different lengths"):
        publishable(rows)
