import json
import re
from pathlib import Path

import pytest

from sensemaking.faces.cli import main
from sensemaking.faces.patterns_page import patterns_page
from sensemaking.faces.patterns_text import patterns_json, patterns_text
from sensemaking.faces.patterns_words import HOW, STATES, WORDS, chance_words, listed, number, reading_lists
from sensemaking.faces.reading_answers import read_answers
from sensemaking.faces.reading_questions import read_questions
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
    assert re.search(r"de afloop × wie hielp +keert terug +0,\d\d", said)
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
    assert (number("nl", 0.254), number("en", 0.254)) == ("0,25", "0.25")
    assert (chance_words("nl", 0.00001), chance_words("nl", 0.0421), chance_words("en", None)) == (
        "minder dan 0,001",
        "0,042",
        "-",
    )


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
