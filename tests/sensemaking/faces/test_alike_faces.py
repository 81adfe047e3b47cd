import json
import re
from pathlib import Path

import pytest

from sensemaking.faces.alike import MOST_FOR_PILES, alike_text, found_alike
from sensemaking.faces.alike_page import alike_page
from sensemaking.faces.alike_words import WORDS
from sensemaking.faces.cli import main
from tests.sensemaking.faces.reading_a_page import asks_elsewhere, faults, figures_without_table

CARDS = str(Path(__file__).parents[2] / "data" / "texts" / "cards.csv")
TEXTS = {
    "a": "De bus rijdt 's avonds <b>niet</b>.",
    "b": "De bus rijdt 's avonds te laat & te vol.",
    "c": "Koffie drinken met de buren.",
    "d": "De buren drinken samen koffie.",
    "e": "Een lange wachtlijst.",
}


def test_for_machines(capsys):
    assert main(["alike", CARDS, "--json", "--most", "2"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["method"], found["texts"]) == ("words", 24)
    assert found["alike"]["k22"][0] == "k23"
    assert {len(others) for others in found["alike"].values()} == {2}
    assert sorted(one for pile in found["piles"] for one in pile["ids"]) == sorted(found["alike"])
    assert {pile["kind"] for pile in found["piles"]} <= {"made", "rest"}
    assert not [key for key in re.findall(r'"(\w+)":', json.dumps(found)) if "score" in key]


def test_for_people(capsys):
    assert main(["alike", CARDS]) == 0
    said = capsys.readouterr().out
    assert said.startswith("cards: 24 teksten\n\nDit is een voorstel, geen uitslag.")
    assert re.search(r"k22 +Wachtlijst van acht maanden voor mijn zoon\. +k23, ", said)
    assert all(len(line) <= 100 for line in said.splitlines())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("texts", [TEXTS, {"a": "Alleen."}, {"a": "Iets heel anders.", "b": "Koffie graag."}])
def test_a_page_is_whole_and_asks_nothing(language, texts):
    page = alike_page(language, "een <i>avond</i>", found_alike(texts, "words", 3, 0))
    assert asks_elsewhere(page) == []
    assert faults(page) == []
    assert figures_without_table(page) == 0
    assert "<b>" not in page
    assert "<i>" not in page


def test_every_card_stands_in_a_pile_or_in_the_rest():
    found = found_alike(TEXTS, "words", 3, 0)
    assert sorted([*found.rest, *(one for pile in found.made for one in pile.ids)]) == sorted(TEXTS)


@pytest.mark.parametrize("texts", [TEXTS, {f"{i}": f"{word} {word}en" for i, word in enumerate("abcdef")}])
def test_where_the_computer_finds_little_it_says_so(texts):
    found = found_alike(texts, "words", 3, 0)
    little = len(found.rest) * 2 > len(texts)
    assert found.finds_little == little
    for said in (alike_page("nl", "x", found), alike_text("nl", "x", found, 80)):
        assert ("Leg zelf verder." in said) == little


def test_one_text_is_one_text():
    one = found_alike({"a": "Alleen."}, "words", 3, 0)
    assert alike_text("nl", "x", one, 80).startswith("x: 1 tekst\n")
    assert ">x: 1 tekst<" in alike_page("nl", "x", one)


def test_too_many_texts_for_piles_get_none_and_the_page_says_so():
    many = {str(i): f"Tekst nummer {i} over de bus" for i in range(MOST_FOR_PILES + 1)}
    found = found_alike(many, "words", 1, 0)
    assert found.piles is None
    assert WORDS["nl"]["piles_many"] in alike_page("nl", "x", found)


def test_a_text_that_is_missing_is_named(capsys, tmp_path):
    (tmp_path / "t.csv").write_text("id,text\n1,iets\n2,\n", encoding="utf-8")
    assert main(["alike", str(tmp_path / "t.csv")]) == 1
    assert capsys.readouterr().err == "t.csv, regel 3, kolom text: de tekst is leeg.\n"


def test_both_languages_have_the_same_sentences():
    assert WORDS["nl"].keys() == WORDS["en"].keys()
    for key, dutch in WORDS["nl"].items():
        assert set(re.findall(r"{\w+}", dutch)) == set(re.findall(r"{\w+}", WORDS["en"][key])), key
