import re
from collections import defaultdict
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking.faces.groups_page_words import WORDS
from sensemaking.faces.groups_words import (
    part_range,
    said_part,
    said_people,
    said_range,
    said_together,
    share_range,
)
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
    assert share_range(view((30, 60, 10)), "disagree") == (50, 70)
    assert share_range(view((60, 30, 10)), "disagree") is None
    assert said_range("nl", (50, 70)) == "50 tot 70 van de 100"


def test_it_is_the_share_in_the_group_where_it_is_smallest():
    _low, high = share_range(view((90, 5, 5), (50, 40, 10)))
    assert high < 65


def test_each_group_may_have_its_own_range():
    both = view((90, 5, 5), (40, 45, 15))
    first, second = (part_range(both, part) for part in both.by_group)
    assert first == (80, 95)
    assert second == share_range(both)


@pytest.mark.parametrize("n", [*range(7, 20), 24, 31, 40])
def test_what_is_said_of_a_statement_gives_away_no_count_below_five(n):
    """Verdict, sureness, word and range together, against somebody who tries every split of n people."""
    splits = [(a, d, n - a - d) for a in range(n + 1) for d in range(n + 1 - a)]
    nobody = np.zeros((0, len(splits), 3))
    views = judged(range(len(splits)), np.array(splits, dtype=float), nobody, nobody, enough=True)
    shown = defaultdict(list)
    for each, split in zip(views, splits, strict=True):
        ranges = share_range(each, "agree"), share_range(each, "disagree")
        shown[each.verdict, each.nearly_certain, each.room_view, ranges].append(split)
    for those in shown.values():
        for counts in ({split[side] for split in those} for side in range(3)):
            assert len(counts) > 1 or min(counts) >= FEWEST


def test_fewer_than_five_people_get_no_figure():
    assert FEWEST == 5
    assert share_range(view((4, 0, 0))) is None
    assert share_range(view((30, 5, 5), (4, 0, 0))) is None
    assert said_range("nl", None) == "te weinig mensen voor een getal"


def test_nearly_certain_of_a_majority_never_shows_less_than_half():
    assert share_range(view((17, 0, 0)))[0] >= 50
    assert share_range(view((16, 0, 0))) is None


def test_what_is_above_nought_is_not_written_as_nought():
    assert [said_part(one) for one in (0.0, 0.005, 0.74)] == ["0%", "<1%", "74%"]


def on_the_map(on, off, near, groups=True):
    """A landscape with so many people on the map, off it, and near the line."""
    stays = [0.5] * near + [0.99] * (on - near) if groups else [None] * on
    places = tuple(SimpleNamespace(stays=one) for one in stays)
    return SimpleNamespace(places=places, unplaced=tuple(range(off)), groups=(1, 2) if groups else ())


@pytest.mark.parametrize(
    ("on", "off", "near", "says"),
    [
        (189, 15, 23, "189 mensen staan op het beeld, 15 niet. Van de 189 liggen er 23 dicht bij de grens."),
        (189, 4, 4, "189 mensen staan op het beeld, enkele niet. Van de 189 liggen er enkele dicht bij de grens."),
        (20, 0, 17, "Alle 20 mensen staan op het beeld. De meesten liggen dicht bij de grens."),
        (20, 5, 0, "20 mensen staan op het beeld, 5 niet. Niemand ligt dicht bij de grens."),
    ],
)
def test_people_add_up_and_no_figure_below_five_is_left_over(on, off, near, says):
    assert " ".join(said_people("nl", on_the_map(on, off, near))) == says
    assert said_people("nl", on_the_map(on, off, near, groups=False)) == (
        said_people("nl", on_the_map(on, off, near))[0],
    )


@given(st.integers(7, 60), st.integers(0, 20), st.integers(0, 60), st.sampled_from(["nl", "en"]))
@settings(deadline=None)
def test_nothing_below_five_follows_from_the_people_that_are_counted(on, off, near, language):
    near = min(on, near)
    figures = [int(one) for one in re.findall(r"\d+", " ".join(said_people(language, on_the_map(on, off, near))))]
    left = [abs(one - other) for one in figures for other in figures if one != other and off not in (one, other)]
    assert all(one >= FEWEST for one in [*figures, *left])


@pytest.mark.parametrize(
    ("sure", "says"),
    [
        ([0.99], ""),
        ([0.93, 0.953], "Samen zijn ze minder zeker dan elk apart."),
        ([1.0] * 5, "In hooguit 10 van de 100 zulke lijsten klopt er minstens één zin niet."),
        ([0.93, 0.953, 1.0, 1.0, 1.0], "In hooguit 20 van de 100 zulke lijsten klopt er minstens één zin niet."),
        ([0.9] * 15, "van deze lijst kunnen 2 zinnen toch niet kloppen."),
    ],
)
def test_a_list_is_less_sure_than_each_of_it(sure, says):
    said = said_together(WORDS["nl"], sure)
    assert said.endswith(says)
    assert bool(said) == bool(says)


def test_both_languages_have_the_same_sentences():
    assert WORDS["nl"].keys() == WORDS["en"].keys()
    for key, dutch in WORDS["nl"].items():
        assert set(re.findall(r"{\w+}", dutch)) == set(re.findall(r"{\w+}", WORDS["en"][key])), key


@pytest.mark.parametrize("word", ["stemmen", "stem ", "groep ", "anoniem", "pauze", "cluster", "significant"])
def test_words_we_do_not_use_on_a_screen(word):
    assert [key for key, said in WORDS["nl"].items() if word in said.lower()] == []
