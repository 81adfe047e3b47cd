from dataclasses import replace
from pathlib import Path

import pytest

from sensemaking import landscape, overview, polis
from sensemaking.faces.groups_page import landscape_page
from sensemaking.faces.groups_page_words import WORDS
from sensemaking.faces.groups_words import said_together
from sensemaking.faces.polis_page import polis_page
from sensemaking.faces.reading_polis import PolisExport, read_polis
from sensemaking.faces.svg import bar, span
from sensemaking.opinion.sentences import at_most_once_in
from tests.sensemaking.faces.reading_a_page import Reader, asks_elsewhere, faults, figures_without_table
from tests.sensemaking.rooms import chance_room, planted_room, room

LONDON = Path(__file__).parents[2] / "data" / "polis" / "london.youth.policing"


def export(votes):
    texts = {int(one): f"Zin <b>{one}</b> & meer" for one in votes.statements}
    return PolisExport(votes, texts, (), frozenset())


def page_of(votes, language="nl"):
    return landscape_page(language, "een <i>avond</i>", export(votes), landscape(votes, shuffles=60, retakes=20), 0)


@pytest.fixture(scope="module")
def pages():
    """Every kind of page: with and without groups, too small, without words, both languages, Polis."""
    grouped, loose = planted_room(1, people=40), chance_room(3)
    few = room([[1, -1, 0]] * 4)
    london = read_polis(LONDON)
    bare = PolisExport(loose, {}, (), frozenset())
    return {
        "groups": page_of(grouped),
        "groups in english": page_of(grouped, "en"),
        "no groups": page_of(loose),
        "too few": page_of(few),
        "no words": landscape_page("nl", "x", bare, landscape(loose, shuffles=60, retakes=20), 0),
        "london": landscape_page("nl", "london", london, landscape(london.votes), 0),
        "polis": polis_page("nl", "x", export(grouped), polis(grouped)),
        "polis in english": polis_page("en", "x", export(grouped), polis(grouped)),
    }


KINDS = ["groups", "groups in english", "no groups", "too few", "no words", "london", "polis", "polis in english"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_nothing_of_the_network(pages, kind):
    assert asks_elsewhere(pages[kind]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_whole_and_every_picture_has_a_name_and_a_table(pages, kind):
    assert faults(pages[kind]) == []
    assert figures_without_table(pages[kind]) == 0


@pytest.mark.parametrize("kind", ["groups", "no groups", "polis"])
def test_words_of_people_stay_words(pages, kind):
    assert "<b>" not in pages[kind]
    assert "<i>" not in pages[kind]
    assert "Zin &lt;b&gt;1" in pages[kind]


def test_the_first_thing_a_reader_meets_is_whether_there_are_groups(pages):
    read = Reader(pages["london"])
    assert read.texts["h1"] == [overview(landscape(read_polis(LONDON).votes))[0]]
    assert read.texts["h2"][:3] == [
        "Wat weten we, en wat nog niet?",
        "Beeld van de zaal",
        "Dit verbindt ons",
    ]
    assert "<h1>We zien twee denkrichtingen.</h1>" in pages["groups"]
    assert "<h1>We zien geen duidelijke denkrichtingen.</h1>" in pages["no groups"]
    assert "<h1>We see two ways of thinking.</h1>" in pages["groups in english"]


def test_every_statement_stands_in_the_table_with_everything(pages):
    london = read_polis(LONDON)
    everything = pages["london"].split('id="all"')[1].split("</section>")[0]
    left_out = london.votes.moderated_out
    assert everything.count("<tr") == 1 + sum(one not in left_out for one in london.votes.statements)


def test_the_map_has_a_shape_per_person_and_the_table_their_number(pages):
    votes = planted_room(1, people=40)
    seen = landscape(votes, shuffles=60, retakes=20)
    drawn = pages["groups"].split('class="plane"')[1].split("</svg>")[0]
    assert drawn.count("<g ") == len(seen.places)
    for group in seen.groups:
        assert drawn.count(f'class="dots-{group.number + 1}"') == len(group.people)
        assert f"<td>{len(group.people)}</td>" in pages["groups"]


def test_the_same_votes_give_the_same_page():
    votes = planted_room(1, people=40)
    assert page_of(votes) == page_of(votes)


def part(page, name):
    return page.split(f'<section id="{name}"')[1].split("</section>")[0]


def test_words_of_sureness_are_defined_where_they_are_used(pages):
    shared = part(pages["london"], "bridges")
    assert "‘Bijna zeker’ is minstens 99%. ‘Waarschijnlijk’ is 90 tot 99%" in shared
    found = landscape(read_polis(LONDON).votes).bridges
    assert said_together(WORDS["nl"], [view.agree for view in found]) in shared
    assert "Wie ‘weet ik nog niet’ koos, telt mee als niet eens." in shared
    assert "telt mee als niet oneens." in part(pages["london"], "shared_no")


def test_what_they_answered_here_and_what_holds_further_have_their_own_heading(pages):
    heads = Reader(part(pages["groups"], "all")).texts["th"][:4]
    assert heads == [
        "zin",
        "rondjes: zo antwoordden ze hier",
        "vierkantjes: zo antwoordden ze hier",
        "dit geldt ook verder",
    ]


def test_what_is_not_known_yet_shows_a_bar_for_each_group_or_a_word_for_the_room(pages):
    of_the_room = part(pages["london"], "unknown").split("<li")[1:]
    assert not any("<svg" in one for one in of_the_room)
    assert any("verdeeld" in one for one in of_the_room)
    votes = planted_room(3, people=40)
    seen = landscape(votes, shuffles=60, retakes=20)
    page = landscape_page("nl", "x", export(votes), replace(seen, statements=tuple(_unknown(seen))), 0)
    first = part(page, "unknown").split("<li")[1]
    assert first.split('class="sureness"')[1].count('class="shape') == 2


def test_a_bar_keeps_its_height_where_it_has_little_room():
    assert 'preserveAspectRatio="none"' in span(0.2, 0.6)
    assert 'preserveAspectRatio="none"' in bar(0.2)


def _unknown(seen):
    return (replace(view, verdict="unknown") for view in seen.statements)


def test_it_is_said_when_the_few_only_repeat_what_connects():
    votes = planted_room(1, people=40)
    seen = landscape(votes, shuffles=60, retakes=20)
    bridges = tuple(view.statement for view in seen.bridges)
    other = next(view.statement for view in seen.statements if view.statement not in bridges)
    assert "Al deze zinnen staan ook hierboven" not in few_of(votes, replace(seen, few=(other,)))
    made = replace(seen.statements[0], verdict="bridge")
    again = replace(seen, statements=(made, *seen.statements[1:]), few=(made.statement,))
    assert "Al deze zinnen staan ook hierboven" in few_of(votes, again)


def few_of(votes, seen):
    return part(landscape_page("nl", "x", export(votes), seen, 0), "few")


def test_the_share_of_retakes_is_not_called_a_chance(pages):
    assert "Het is niet de kans dat er zo veel denkrichtingen zijn." in part(pages["london"], "map")
    how = part(pages["london"], "how")
    times = at_most_once_in(landscape(read_polis(LONDON).votes).chance)
    assert f"Hier was het hooguit 1 keer in de {times}." in how
    assert "bèta" not in how


def test_people_off_the_map_do_not_follow_from_two_figures(pages):
    assert "24 mensen en nog enkele" in pages["london"]
    assert "26 mensen" not in pages["london"]


def test_without_a_map_the_page_says_why(pages):
    assert "Te weinig mensen om dit te laten zien." in pages["too few"]
    assert 'class="plane"' not in pages["too few"]


def with_one_shared(votes):
    """The same room, in which everybody agrees with the first statement."""
    matrix = votes.matrix.copy()
    matrix[:, 0] = 1.0
    return room(matrix)


def test_with_three_ways_of_thinking_each_two_of_them_are_compared():
    votes = with_one_shared(planted_room(2, people=90, groups=3, statements=30))
    seen = landscape(votes, shuffles=60, retakes=20)
    assert len(seen.groups) == 3
    page = landscape_page("nl", "x", export(votes), seen, 0)
    between = page.split('id="between"')[1].split("</section>")[0]
    assert between.count("<h3") == 3
    apart = sum(len(seen.apart(a, b)) for a, b in ((0, 1), (0, 2), (1, 2)))
    assert apart > 0
    assert between.count("verdeelt ze") == apart
    everywhere = {view.statement for view in seen.bridges}
    pairs = [one.statement for a, b in ((0, 1), (0, 2), (1, 2)) for one in seen.between(a, b)]
    assert everywhere & set(pairs)
    assert between.count("verbindt ze") == sum(one not in everywhere for one in pairs)
    assert faults(page) == []
