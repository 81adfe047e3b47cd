from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking.faces.reading_answers import read_answers
from sensemaking.faces.reading_questions import read_questions
from sensemaking.patterns import Answers, AnswersError, Option, patterns
from sensemaking.patterns.comparing import compare, compare_pairs
from sensemaking.patterns.discoveries import adjusted
from sensemaking.patterns.subjects import subjects
from tests.data.patterns.brief import make
from tests.sensemaking.stories import HELP, answers, chance, planted, reordered

BRIEF = make.HERE


def brief(path=BRIEF / "answers.csv"):
    asked = read_questions(BRIEF / "questions.yaml")
    return read_answers(path, asked.questions), asked.family


@pytest.fixture(scope="module")
def the_brief():
    given, family = brief()
    return given, patterns(given, family=family)


def told(found):
    """Everything but arrays, for comparing."""
    return [
        (one.parts, one.found, one.q, one.state, one.with_it, one.against, one.beside, one.sentence_nl, one.picture)
        for one in found.results
    ]


def test_the_invented_file_is_what_its_script_writes():
    assert (BRIEF / "answers.csv").read_text(encoding="utf-8") == make.answers()


def test_what_was_planted_is_found_and_what_was_not_is_not(the_brief):
    _, found = the_brief
    shows = {frozenset(one.parts) for one in found.results if one.shows}
    assert shows >= make.PLANTED
    assert [parts for parts in shows if parts & set(make.NULL)] == []
    assert found.compared == 66


def test_those_that_show_come_first_and_the_surest_on_top(the_brief):
    _, found = the_brief
    chances = [one.q for one in found.results]
    assert chances == sorted(chances)
    states = [one.state for one in found.results]
    assert states == sorted(states, key=["shows", "not_clear"].index)


def test_the_adjustment_is_over_the_whole_family(the_brief):
    _, found = the_brief
    assert [one.q for one in found.results] == pytest.approx(adjusted([one.found.p for one in found.results]))
    assert all(one.shows == (one.q <= 0.05) for one in found.results)


def test_each_story_that_answered_is_with_it_against_it_or_beside_it(the_brief):
    given, found = the_brief
    for one in found.results:
        sides = (*one.with_it, *one.against, *one.beside)
        assert len(set(sides)) == len(sides) == one.found.n
        answered = np.all([given.answered(question) for question in one.questions], axis=0)
        if not any("." in part for part in one.parts):
            assert set(sides) == {given.stories[row] for row in np.flatnonzero(answered)}
        assert one.found.n + one.found.missing == len(given.stories)
        assert bool(one.with_it) == one.shows


def test_the_stories_with_it_and_against_it_are_those_the_sentence_tells_of():
    given = planted()
    helped, feeling = given.columns["hulp"], given.columns["gevoel"]
    (one,) = patterns(given, family=(("hulp", "gevoel"),)).results
    assert one.sentence_nl.startswith(
        "Wie bij ‘hulp’ koos voor ‘niemand’, koos bij ‘Hoe voelde het?’ vaker voor ‘boos’"
    )
    alone, angry = helped == 0, feeling == 0
    assert one.with_it == tuple(given.stories[row] for row in np.flatnonzero(alone & angry))
    assert one.against == tuple(given.stories[row] for row in np.flatnonzero(alone & ~angry))
    assert one.beside == tuple(given.stories[row] for row in np.flatnonzero(~alone))


def test_on_a_scale_the_middle_story_parts_them():
    given = planted()
    alone, clear = given.columns["hulp"] == 0, given.columns["begrip"]
    (one,) = patterns(given, family=(("hulp", "begrip"),)).results
    low = clear < np.median(clear)
    assert one.with_it == tuple(given.stories[row] for row in np.flatnonzero(alone & low))
    assert one.against == tuple(given.stories[row] for row in np.flatnonzero(alone & ~low))


def test_two_scales_go_up_together_or_not():
    given = planted()
    clear, trust = (given.columns[key] - np.median(given.columns[key]) for key in ("begrip", "trouw"))
    (one,) = patterns(given, family=(("begrip", "trouw"),)).results
    assert one.with_it == tuple(given.stories[row] for row in np.flatnonzero(clear * trust > 0))
    assert one.against == tuple(given.stories[row] for row in np.flatnonzero(clear * trust <= 0))
    assert one.beside == ()


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 1000))
def test_the_order_of_stories_and_questions_changes_nothing(seed):
    given = chance(1, n=40)
    given = Answers(
        given.stories,
        tuple(f"t{row % 33}" for row in range(40)),
        given.questions,
        {**given.columns, "begrip": np.where(given.columns["hulp"] == 0, 10.0, given.columns["begrip"])},
    )
    family = (("hulp", "begrip"), ("nodig", "hulp"), ("begrip", "plek"), ("over", "trouw"), ("hulp", "trouw", "waar"))
    here = patterns(given, family=family)
    other = patterns(reordered(given, seed), family=tuple(ids[::-1] for ids in family[::-1]))
    assert told(here) == told(other)
    assert here.varied == other.varied
    assert set(here.side_by_side) == set(other.side_by_side)
    assert any(one.shows for one in here.results)


def test_other_names_and_another_order_of_the_options_change_no_figure():
    given = planted()
    turned = replace(HELP, options=tuple(Option(f"x{option.id}", option.words) for option in HELP.options[::-1]))
    asked = (turned, *given.questions[1:])
    other = Answers(given.stories, given.tellers, asked, {**given.columns, "hulp": 2 - given.columns["hulp"]})
    here, there = patterns(given), patterns(other)
    for one in here.results:
        (same,) = [two for two in there.results if two.parts == one.parts]
        assert (same.with_it, same.against, same.sentence_nl) == (one.with_it, one.against, one.sentence_nl)
        assert same.found.p == pytest.approx(one.found.p, rel=1e-9)
        assert same.found.effect == pytest.approx(one.found.effect, rel=1e-9)


def test_unanswered_stories_change_only_what_is_missing():
    given = planted()
    more = Answers(
        (*given.stories, "z1", "z2"),
        (*given.tellers, "z1", "z2"),
        given.questions,
        {
            question.id: np.concatenate(
                [given.columns[question.id], [-1, -1] if question.kind == "choice" else [np.nan] * 2]
            )
            for question in given.questions
        },
    )
    for one, two in zip(patterns(given).results, patterns(more).results, strict=True):
        assert replace(one.found, missing=2) == two.found
        assert (one.with_it, one.against, one.q) == (two.with_it, two.against, two.q)


def test_few_stories_are_laid_side_by_side_and_never_called_none():
    given = planted(n=15)
    found = patterns(given)
    assert (found.compared, found.enough) == (0, False)
    for one in found.results:
        assert (one.state, one.q, one.picture) == ("too_few", None, None)
        assert (one.found.n, one.found.tellers, one.found.comparable) == (15, 15, False), "no figure is made of so few"
        laid = [story for group in one.side_by_side for story in group.stories]
        assert sorted(laid) == list(given.stories)
        assert "te weinig verhalen voor een patroon" in one.sentence_nl
    assert "Drie tot vijf verhalen" in " ".join(found.overview())
    for question in given.questions:
        laid = [story for one in found.side_by_side if one.question == question.name for story in one.stories]
        assert sorted(laid) == list(given.stories)
    assert patterns(planted(n=80), family=()).side_by_side == ()


def test_below_eighty_stories_a_pattern_may_show_but_nothing_is_ruled_out():
    found = patterns(planted(n=60))
    assert {one.state for one in found.results} == {"shows", "too_few"}
    assert {one.state for one in patterns(planted(n=100)).results} == {"shows", "not_clear"}


def test_twenty_tellers_not_twenty_stories():
    given = planted(n=60)
    few = Answers(given.stories, tuple(f"t{row % 19}" for row in range(60)), given.questions, given.columns)
    assert {one.state for one in patterns(few).results} == {"too_few"}


def test_nothing_to_compare_is_said_and_not_counted():
    given = answers({"gevoel": [0] * 90, "begrip": list(range(90))})
    found = patterns(given)
    assert (found.results[0].state, found.results[0].q, found.compared) == ("nothing", None, 0)


@pytest.mark.parametrize(
    ("family", "says"),
    [
        ((("hulp", "x"),), "the family names 'x', which is no question"),
        ((("hulp",),), "expected two or three different questions"),
        ((("hulp", "hulp"),), "expected two or three different questions"),
        ((("hulp", "gevoel", "begrip"),), "expected a choice, a scale and a choice"),
    ],
)
def test_a_family_that_cannot_be(family, says):
    with pytest.raises(AnswersError, match=says):
        patterns(planted(n=20), family=family)


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_hardly_any_stories(n):
    found = patterns(chance(0, n=n, missing=0))
    assert {one.state for one in found.results} == {"too_few"}
    assert found.compared == 0
    assert len(found.varied) == n


def test_many_questions_at_once_give_what_each_pair_gives_alone():
    given = planted(n=100)
    members = {subject.key: subject for subject in subjects(given)}
    pairs = [(members[one], members[other]) for one, other in combinations(sorted(members), 2)]
    together = compare_pairs(pairs, given.teller_codes(), 0)
    assert len(together) == 10
    for one, other in pairs:
        alone, batched = compare(one, other, given.teller_codes(), 0), together[one.key, other.key]
        for figure in ("p", "effect", "low", "high", "statistic"):
            assert getattr(batched, figure) == pytest.approx(getattr(alone, figure), abs=1e-9)
        assert (batched.n, batched.missing, batched.test) == (alone.n, alone.missing, alone.test)


def test_tellers_with_several_stories_are_never_taken_together():
    given = planted(n=100)
    members = subjects(given)
    whose = np.arange(100) // 2
    assert compare_pairs(list(combinations(members, 2)), whose, 0) == {}


def test_progress_is_told():
    steps = []
    patterns(planted(n=15), progress=lambda done, all_: steps.append((done, all_)))
    assert steps == [(done, 10) for done in range(1, 11)]


def test_a_pair_named_twice_counts_once():
    found = patterns(planted(), family=(("hulp", "gevoel"), ("gevoel", "hulp")))
    assert found.compared == 1


def false_runs(seeds, n):
    return sum(any(one.shows for one in patterns(chance(seed, n)).results) for seed in seeds)


def test_in_rooms_of_chance_nothing_shows():
    assert false_runs(range(10), 60) <= 2


@pytest.mark.long
@pytest.mark.parametrize("n", [24, 60, 100])
def test_in_hundred_rooms_of_chance_at_most_one_in_twenty_shows_anything(n):
    """5 expected of 100; 10 or more has a chance below 0.03."""
    assert false_runs(range(1000, 1100), n) <= 9


@pytest.mark.long
def test_over_many_invented_files_the_planted_is_found_and_false_ones_are_few(tmp_path):
    found, false, showing = 0, 0, 0
    for seed in range(30):
        path = tmp_path / f"{seed}.csv"
        path.write_text(make.answers(seed), encoding="utf-8")
        given, family = brief(path)
        shows = {frozenset(one.parts) for one in patterns(given, family=family).results if one.shows}
        found += len(make.PLANTED & shows)
        false += sum(bool(parts & set(make.NULL)) for parts in shows)
        showing += len(shows)
    assert found >= 0.9 * 30 * len(make.PLANTED)
    assert false <= 0.05 * showing
