import numpy as np
import pytest

from sensemaking.patterns import patterns
from tests.sensemaking.stories import answers


def room(inside, outside, n=120, seed=0):
    """In the town being angry moves the scale by `inside`, in a village by `outside`."""
    random = np.random.default_rng(seed)
    feeling, place = random.integers(0, 2, n), random.integers(0, 2, n)
    clear = 50 + random.normal(0, 10, n) + (feeling == 0) * np.where(place == 0, inside, outside)
    return answers({"gevoel": feeling, "waar": place, "begrip": np.clip(clear, 0, 100)})


TRIPLE = (("gevoel", "begrip", "waar"),)


@pytest.mark.parametrize(("inside", "outside", "group", "end"), [(-30, 0, "stad", "vaag"), (0, 25, "dorp", "helder")])
def test_the_group_with_the_larger_difference_is_named(inside, outside, group, end):
    (one,) = patterns(room(inside, outside), family=TRIPLE).results
    assert one.shows
    assert one.shown.group.end == group
    assert one.sentence_nl.startswith(f"Bij verhalen met ‘{group}’ ")
    other = {"vaag": "helder", "helder": "vaag"}[end]
    assert one.shown.second.end == (end if one.shown.first.end == "boos" else other)


@pytest.mark.parametrize(
    ("inside", "outside", "elsewhere", "told"),
    [
        (-30, 0, "hardly", "Bij de andere verhalen was er bijna geen verschil."),
        (-30, 25, "reversed", "Bij de andere verhalen was het andersom."),
        (-45, -18, "less", "Bij de andere verhalen was dat verschil kleiner."),
    ],
)
def test_which_way_it_goes_elsewhere_is_said(inside, outside, elsewhere, told):
    (one,) = patterns(room(inside, outside), family=TRIPLE).results
    assert one.shown.elsewhere == elsewhere
    assert told in one.sentence_nl


def test_a_group_in_which_nothing_differs_is_not_named():
    """At the desk nothing differs; that is most unlike the two others, but it shows in the others."""
    random = np.random.default_rng(0)
    feeling, help_ = random.integers(0, 2, 180), random.integers(0, 3, 180)
    clear = np.clip(50 + random.normal(0, 8, 180) - 30 * ((feeling == 0) & (help_ < 2)), 0, 100)
    given = answers({"hulp": help_, "begrip": clear, "gevoel": feeling})
    (one,) = patterns(given, family=(("gevoel", "begrip", "hulp"),)).results
    assert one.shown.group.end in ("niemand", "een buur")


def test_the_stories_with_it_are_those_in_the_group_on_that_side():
    given = room(-30, 0)
    (one,) = patterns(given, family=TRIPLE).results
    feeling, place, clear = (given.columns[key] for key in ("gevoel", "waar", "begrip"))
    option = 0 if one.shown.first.end == "boos" else 1
    side = one.shown.second.side * (clear - np.median(clear)) > 0
    member = (feeling == option) & (place == 0)
    assert one.with_it == tuple(given.stories[row] for row in np.flatnonzero(member & side))
    assert one.against == tuple(given.stories[row] for row in np.flatnonzero(member & ~side))


def test_the_same_difference_everywhere_is_no_interaction():
    (one,) = patterns(room(-25, -25), family=TRIPLE).results
    assert one.state == "not_clear"


def test_the_other_way_round_is_the_same_question():
    given = room(-30, 0)
    assert (
        patterns(given, family=TRIPLE).results[0].parts == patterns(given, family=(TRIPLE[0][::-1],)).results[0].parts
    )


def test_the_picture_shows_every_combination():
    (one,) = patterns(room(-30, 0), family=TRIPLE).results
    assert [strip.label for strip in one.picture.strips] == ["boos, stad", "boos, dorp", "blij, stad", "blij, dorp"]
