import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from sensemaking.faces.cli import main
from sensemaking.faces.patterns_page import patterns_page
from sensemaking.faces.patterns_pictures import Pictures
from sensemaking.faces.patterns_text import patterns_json, patterns_text
from sensemaking.faces.patterns_words import (
    HOW,
    STATES,
    WORDS,
    chance_words,
    listed,
    number,
    reading_lists,
    resting_on,
    strength_words,
)
from sensemaking.faces.reading_answers import notes_on, read_answers
from sensemaking.faces.reading_questions import read_questions
from sensemaking.patterns.counting import Left
from sensemaking.patterns.results import patterns
from tests.sensemaking.faces.reading_a_page import Reader, asks_elsewhere, faults, figures_without_table

STORIES = Path(__file__).parents[2] / "data" / "stories"
FILES = [str(STORIES / "answers.csv"), str(STORIES / "questions.yaml")]


def found_in(answers, most=None):
    """Patterns of the invented stories; `most`: of only so many of them."""
    asked = read_questions(FILES[1])
    lines = Path(FILES[0]).read_text(encoding="utf-8").splitlines(keepends=True)
    (answers / "answers.csv").write_text("".join(lines[: None if most is None else most + 1]), encoding="utf-8")
    return patterns(read_answers(answers / "answers.csv", asked.questions), family=asked.family)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return found_in(tmp_path_factory.mktemp("stories"))


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    return found_in(tmp_path_factory.mktemp("few"), 4)


def test_for_machines(capsys):
    assert main(["patterns", *FILES, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["stories"], told["tellers"], told["compared"]) == (120, 96, 20)
    assert {one["kind"] for one in told["questions"]} == {"choice", "choices", "scale", "triad", "stones"}
    shows = [set(one["questions"]) for one in told["patterns"] if one["shows"]]
    assert {"hulp", "afloop"} in shows
    assert {"hulp", "nodig"} in shows
    assert not [one for one in shows if "begrip" in one]
    for one in told["patterns"]:
        low, high = one["effect"]["interval"]
        assert low <= one["effect"]["value"] <= high
        assert len(one["with"]) + len(one["against"]) + len(one["beside"]) == one["n"]
        assert one["n"] + one["missing"] == 120
        assert one["sentence"]["nl"] != one["sentence"]["en"]


def test_for_people(capsys):
    assert main(["patterns", *FILES]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Een brief van de gemeente\n\n")
    assert "\nde afloop × wie hielp" in said
    assert re.search(
        r"de afloop × wie hielp +keert terug +(zwak|duidelijk|sterk) −?0,\d\d +dat is onwaarschijnlijk", said
    )
    assert all(len(line) <= 100 for line in said.splitlines())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stories", ["found", "few"])
def test_a_page_is_whole_asks_nothing_and_has_a_table_for_every_picture(request, language, stories):
    page = patterns_page(language, "Een <b>thema</b> & meer", request.getfixturevalue(stories), 0)
    assert asks_elsewhere(page) == []
    assert faults(page) == []
    assert figures_without_table(page) == 0
    assert "<b>" not in page


def test_every_kind_of_question_and_of_pattern_has_its_picture(found):
    page = patterns_page("nl", "x", found, 0)
    kinds = {type(one.picture).__name__ for one in found.results if one.shows}
    assert kinds >= {"Strips", "Triangles"}
    drawn = [svg["class"] for svg in Reader(page).named("svg") if svg.get("role") == "img"]
    assert {"triangle", "line"} <= set(drawn)
    assert page.count('class="region"') >= 1


def test_in_english_no_dutch_sentence_is_left(found):
    page = patterns_page("en", "x", found, 0)
    dutch = [one for one in [*WORDS["nl"].values(), *STATES["nl"].values(), *HOW["nl"]] if len(one) > 12]
    assert [one for one in dutch if one in page] == []


def test_below_enough_stories_the_page_says_so_and_gives_no_figure(few):
    page = patterns_page("nl", "x", few, 0)
    assert "Geen enkele vergelijking is sterk genoeg" in page
    assert "minder dan 5" in page
    assert "verhalen van" not in page.split('id="questions"')[1].split("</section>")[0]


def test_below_enough_stories_they_are_laid_side_by_side(few, found):
    page = patterns_page("nl", "x", few, 0)
    assert ">Verhalen naast elkaar</h2>" in page
    laid = page.split('id="beside"')[1].split("</section>")[0]
    assert all(story in laid for story in ("v1", "v2", "v3", "v4"))
    assert "Verhalen naast elkaar" in patterns_text("nl", "x", few, 100)
    assert patterns_json("x", few, 0)["side_by_side"][0].keys() == {"question", "answer", "stories"}
    assert 'id="beside"' not in patterns_page("nl", "x", found, 0)
    assert patterns_json("x", found, 0)["side_by_side"] == []


def test_small_counts_are_not_given_away_by_two_lists_of_stories(found):
    for one in found.results:
        lists = reading_lists("nl", one)
        if one.shows and (one.counted is None or one.counted.against is None):
            assert [what for what, _ in lists] == ["Verhalen om hierbij te lezen, ook die het tegenspreken"]
        elif one.shows:
            assert len(one.against) >= 5 or not one.against


def test_ids_are_read_in_the_order_of_their_numbers():
    assert listed(["v10", "v2", "a", 3]) == "3, a, v2, v10"


def test_figures_as_people_write_them():
    assert (number("nl", 0.254), number("en", -0.254)) == ("0,25", "−0.25")
    assert [chance_words("nl", q) for q in (0.05, 0.051, None)] == ["dat is onwaarschijnlijk", "dat kan nog", "-"]
    assert [chance_words("en", q) for q in (0.05, 0.051)] == ["that is unlikely", "that is still possible"]


def test_both_languages_have_the_same_sentences():
    assert WORDS["nl"].keys() == WORDS["en"].keys()
    assert STATES["nl"].keys() == STATES["en"].keys()
    assert len(HOW["nl"]) == len(HOW["en"])
    for key, dutch in WORDS["nl"].items():
        assert set(re.findall(r"{\w+}", dutch)) == set(re.findall(r"{\w+}", WORDS["en"][key])), key


def test_a_wrong_cell_is_named(capsys, tmp_path):
    (tmp_path / "a.csv").write_text(
        Path(FILES[0]).read_text(encoding="utf-8").replace("v2,t2,", "v2,t2,wie dan", 1), encoding="utf-8"
    )
    assert main(["patterns", str(tmp_path / "a.csv"), FILES[1]]) == 1
    said = capsys.readouterr().err
    assert said.startswith("a.csv, regel 3, kolom hulp: ")
    assert "wie dan" not in said
    assert said.count("\n") == 1


def test_fewer_than_five_tellers_are_not_counted_in_the_heading(few, found):
    assert '<p class="above">minder dan 5 verhalen, ' in patterns_page("nl", "x", few, 0)
    assert '<p class="above">120 verhalen, ' in patterns_page("nl", "x", found, 0)
    compared = patterns_page("nl", "x", few, 0).split('id="compared"')[1]
    assert not re.search(r">[1-4]</td>", compared)


def test_the_top_says_who_may_see_the_dots_and_nothing_more_is_promised(found):
    page = patterns_page("nl", "x", found, 0)
    top = page.split("</header>")[0]
    assert "Elke stip is één verhaal. Laat deze bladzijde alleen zien aan wie de verhalen mag lezen." in top
    assert "In zinnen en tabellen staan geen aantallen onder de vijf. In de plaatjes kun je stippen wel tellen" in page
    assert "terug te rekenen" not in page
    page = patterns_page("en", "x", found, 0)
    assert "Each dot is one story. Show this page only to those who may read the stories." in page.split("</header>")[0]
    assert "In sentences and tables there are no counts below five. In the pictures you can count dots" in page


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("nl", ["De kolom Verteller lezen we niet.", "Zonder kolom teller telt elk verhaal als één verteller."]),
        ("en", ["We do not read the column Verteller.", "Without a column teller each story counts as one teller."]),
    ],
)
def test_what_is_not_read_is_said_in_the_terminal_on_the_page_and_to_machines(capsys, tmp_path, language, notes):
    lines = Path(FILES[0]).read_text(encoding="utf-8").splitlines(keepends=True)[:5]
    answers = tmp_path / "a.csv"
    answers.write_text("".join(lines).replace("teller", "Verteller", 1), encoding="utf-8")
    asked = ["patterns", str(answers), FILES[1], "--language", language]
    assert main(asked) == 0
    assert capsys.readouterr().err.splitlines() == notes
    assert main([*asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["notes"] == notes
    assert main([*asked, "--html", str(tmp_path / "a.html")]) == 0
    top = (tmp_path / "a.html").read_text(encoding="utf-8").split("</header>")[0]
    assert all(one in top for one in notes)


def test_a_file_that_is_read_whole_has_no_notes():
    assert notes_on(FILES[0], read_questions(FILES[1]).questions) == ()


def test_words_before_figures_and_no_bar_for_different_measures(found):
    page = patterns_page("nl", "x", found, 0)
    compared = page.split('id="compared"')[1].split("</section>")[0]
    assert "<svg" not in compared
    assert re.search(r"(zwak|duidelijk|sterk) \([a-z ]+ −?0,\d\d; −?0,\d\d tot 0,\d\d\)", compared)
    assert "kans op toeval" not in page
    for one in found.results:
        if one.shows and one.shown is not None:
            assert f"Het verband is {strength_words('nl', one, interval=False).rsplit(' ', 1)[0]}." in one.sentence_nl


def test_first_the_stories_to_read_and_what_is_not_clear_can_be_opened(found):
    page = patterns_page("nl", "x", found, 0)
    assert page.index('id="first"') < page.index('id="shows"')
    not_clear = sum(one.state == "not_clear" for one in found.results)
    closed = page.split("<details>")[1].split("</details>")[0]
    assert closed.startswith(f"<summary>Nog niet duidelijk: {not_clear} vergelijkingen</summary>")
    assert closed.count("nog niet duidelijk</td>") == not_clear
    assert "keert terug</td>" not in closed
    assert "Benjamini" not in page


def test_tables_say_what_their_figures_mean(found):
    page = patterns_page("nl", "x", found, 0)
    scale = next(view.question for view in found.questions if view.question.kind == "scale")
    assert f"Plek op de schuif (0 = {scale.low}, 100 = {scale.high})" in page
    assert re.search(r'data-label="middelste verhaal">\d+</td>', page)
    assert re.search(r'data-label="de helft ligt tussen">\d+ en \d+</td>', page)
    for head in ("zo zwaar telt deze hoek", "deel van het geheel", "deel van deze verhalen"):
        assert f'scope="col" role="columnheader">{head}</th>' in page
    assert ">vraag</th>" in page.split("Plek op de schuif (0 = ")[-1]
    assert "Place on the slider (0 = " in patterns_page("en", "x", found, 0)


def test_every_table_stacks_on_a_small_screen(found):
    tables = Reader(patterns_page("nl", "x", found, 0)).named("table")
    assert all("stacks" in one["class"] for one in tables)


def test_a_bar_is_always_part_of_all(found):
    view = next(view for view in found.questions if view.bars and view.bars[0].count)
    drawn = Pictures("nl").of_question("x", view)
    assert f'class="bar" y="5" width="{200 * view.bars[0].count / view.n:.1f}"' in drawn


def test_stories_without_an_answer_are_called_not_chosen():
    assert Pictures("nl").label(("niemand", None), 1) == "‘niemand’ niet gekozen"
    assert Pictures("en").label(("niemand", None), 1) == "‘niemand’ not chosen"


def test_few_without_an_answer_cannot_be_worked_out_from_the_base(found):
    view = next(view for view in found.questions if view.n >= 5)
    drawn = Pictures("nl").base(replace(view, missing=3, not_applicable=0), 96)
    assert drawn == '<p class="soft">zonder antwoord: minder dan 5.</p>'
    some = replace(view, n=105, tellers=93, missing=5, not_applicable=0)
    assert Pictures("nl").base(some, 96) == '<p class="soft">105 verhalen; zonder antwoord: 5.</p>'
    assert Pictures("en").base(some, 93) == '<p class="soft">105 stories of 93 tellers; without answer: 5.</p>'
    one = replace(found.results[0], left=Left(3, 3, 3))
    assert resting_on("nl", one) == "bijna alle"
