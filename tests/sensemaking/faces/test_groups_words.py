import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking.faces.groups_page_words import WORDS
from sensemaking.faces.groups_words import said_range, said_sure, share_range
from sensemaking.opinion.judge import judged
from sensemaking.opinion.votes import AGREE
from sensemaking.small import FEWEST


def view(*counts):
    """One statement weighed by a room, or by groups: (agree, disagree, pass) each."""
    parts = np.array(counts, dtype=float)[:, None, :]
    groups = parts if len(counts) > 1 else np.zeros((0, 1, 3))
    return judged([AGREE], parts.sum(axis=0), groups, groups, enough=True)[0]


def test_a_share_is_a_range_in_fives_of_a_hundred():
    assert share_range(view((60, 30, 10))) == (50, 70)
    assert share_range(view((60, 30, 10)), "disagree") == (20, 40)
    assert said_range("nl", (50, 70)) == "50 tot 70 van de 100"


def test_it_is_the_share_in_the_group_where_it_is_smallest():
    _low, high = share_range(view((90, 5, 5), (50, 40, 10)))
    assert high < 65


@given(st.integers(10, 70), st.integers(0, 4), st.integers(0, 4), st.booleans())
@settings(deadline=None, max_examples=60)
def test_counts_below_five_give_the_same_range(n, one, other, for_it):
    """Who reads the range cannot tell one small count, or what is left over, from another."""
    views = [view((n - count, count, 0) if for_it else (count, n - count, 0)) for count in (one, other)]
    side = "agree" if for_it else "disagree"
    ranges = {share_range(each, side) for each in views}
    small = {share_range(each, "disagree" if for_it else "agree") for each in views}
    assert len(small) == 1
    sure = {said_sure("nl", each.agree if for_it else each.disagree) for each in views}
    assert len(ranges) <= len(sure)


def test_fewer_than_five_people_get_no_figure():
    assert FEWEST == 5
    assert share_range(view((4, 0, 0))) is None
    assert share_range(view((30, 5, 5), (4, 0, 0))) is None
    assert said_range("nl", None) == "te weinig mensen voor een getal"


def test_nearly_certain_of_a_majority_never_shows_less_than_half():
    assert share_range(view((12, 0, 0)))[0] >= 50


def test_both_languages_have_the_same_sentences():
    assert WORDS["nl"].keys() == WORDS["en"].keys()
    for key, dutch in WORDS["nl"].items():
        assert set(re.findall(r"{\w+}", dutch)) == set(re.findall(r"{\w+}", WORDS["en"][key])), key


@pytest.mark.parametrize("word", ["stemmen", "stem ", "groep ", "anoniem", "pauze", "cluster", "significant"])
def test_words_we_do_not_use_on_a_screen(word):
    assert [key for key, said in WORDS["nl"].items() if word in said.lower()] == []
