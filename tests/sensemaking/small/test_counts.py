import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensemaking.small import (
    Tally,
    counts_may_show,
    figure_may_leave,
    group_view,
    order_without_counts,
    share_may_leave,
)

counts = st.integers(0, 40)
few = st.integers(0, 2)
tallies = st.builds(Tally, counts, counts, counts) | st.builds(Tally, few, few, few)


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
