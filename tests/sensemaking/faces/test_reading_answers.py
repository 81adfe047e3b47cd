from pathlib import Path

import numpy as np
import pytest

from sensemaking.faces.reading import ReadingError
from sensemaking.faces.reading_answers import notes_on, read_answers
from sensemaking.faces.reading_questions import read_questions
from tests.sensemaking.stories import EVERY, HELP, NEED, STONES

BRIEF = Path(__file__).parents[2] / "data" / "patterns" / "brief"
QUESTIONS = [question for question in EVERY if question.id in ("hulp", "over", "begrip", "nodig", "plek")]
ANSWERS = """story,teller,hulp,over,begrip,nodig,plek,verhaal
v1,t1,niemand,geld;zorg,"62,5",20/30/50,"10,90;50,50","Ik stond daar, en niemand zei iets"
v2,t1,,-,0,nvt,"10,90;",
v3,t2,nvt,,100,33/33/33,,Ik belde
"""
PARTS = """story,nodig.t,nodig.u,nodig.m,plek.wij,plek.zij
v1,20,30,50,"10,90","50,50"
v2,,,,,"0,100"
v3,nvt,nvt,nvt,nvt,nvt
"""


@pytest.fixture
def file(tmp_path):
    def write(text, name="antwoorden.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def same(column, expected):
    assert np.array_equal(np.asarray(column, dtype=float), np.array(expected, dtype=float), equal_nan=True)


def test_each_kind_of_answer(file):
    found = read_answers(file(ANSWERS), QUESTIONS)
    assert (found.stories, found.tellers) == (("v1", "v2", "v3"), ("t1", "t1", "t2"))
    nan = np.nan
    same(found.columns["hulp"], [0, -1, -1])
    same(found.columns["over"], [[1, 1], [0, 0], [nan, nan]])
    same(found.columns["begrip"], [62.5, 0, 100])
    assert found.columns["nodig"][0] == pytest.approx([0.2, 0.3, 0.5])
    assert np.isnan(found.columns["nodig"][1]).all()
    assert found.columns["nodig"][2] == pytest.approx([1 / 3] * 3)
    same(found.columns["plek"], [[[0.1, 0.9], [0.5, 0.5]], [[0.1, 0.9], [nan, nan]], [[nan, nan]] * 2])


def test_an_empty_cell_is_no_answer_and_never_nought(file):
    found = read_answers(file(ANSWERS + "v4,t3,,,,,,\n"), QUESTIONS)
    assert [bool(found.answered(question.id)[3]) for question in QUESTIONS] == [False] * 5
    assert np.isnan(found.columns["begrip"][3])
    assert not any(flags[3] for flags in found.not_applicable.values())


def test_past_niet_is_no_missing_answer(file):
    found = read_answers(file(ANSWERS), QUESTIONS)
    assert found.not_applicable["nodig"].tolist() == [False, True, False]
    assert found.not_applicable["hulp"].tolist() == [False, False, True]


def test_triads_and_stones_may_stand_in_a_column_each(file):
    found = read_answers(file(PARTS), [NEED, STONES])
    assert found.tellers == found.stories
    same(np.round(found.columns["nodig"], 9), [[0.2, 0.3, 0.5], [np.nan] * 3, [np.nan] * 3])
    same(found.columns["plek"][:2], [[[0.1, 0.9], [0.5, 0.5]], [[np.nan, np.nan], [0, 1]]])
    assert found.not_applicable["nodig"].tolist() == [False, False, True]
    assert found.not_applicable["plek"].tolist() == [False, False, True]


def test_a_spreadsheet_with_semicolons_will_do(file):
    text = '\ufeffstory;hulp;over;begrip;plek\r\nv1;niemand;"geld;zorg";62,5;"10,90;50,50"\r\nv2;buur;geld;7;\r\n'
    asked = [question for question in QUESTIONS if question.id != "nodig"]
    found = read_answers(file(text), asked)
    same(found.columns["over"], [[1, 1], [1, 0]])
    same(found.columns["begrip"], [62.5, 7])
    same(found.columns["plek"][0], [[0.1, 0.9], [0.5, 0.5]])


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "says"),
    [
        ("story,", "verhalen,", 1, "", "de kolom story ontbreekt."),
        (",hulp,", ",hulpp,", 1, "", "de kolom hulp ontbreekt."),
        ("v2,t1,,", "v2,t1,iemand,", 3, "hulp", "dit antwoord kennen we niet. Verwacht een van: niemand, buur, loket."),
        ("geld;zorg", "geld;zrog", 2, "over", "dit antwoord kennen we niet. Verwacht een van: geld, zorg."),
        ('"62,5"', "162", 2, "begrip", "hier hoort een getal van 0 tot en met 100."),
        ('"62,5"', "veel", 2, "begrip", "hier hoort een getal van 0 tot en met 100."),
        ('"62,5"', "-1", 2, "begrip", "hier hoort een getal van 0 tot en met 100."),
        ('"62,5"', "1e1", 2, "begrip", "hier hoort een getal van 0 tot en met 100."),
        ("20/30/50", "20/30", 2, "nodig", "hier horen drie delen, zoals 20/30/50."),
        ("20/30/50", "20/30/20", 2, "nodig", "de drie delen zijn samen 70. Verwacht: 100."),
        ("20/30/50", "20/-30/110", 2, "nodig", "hier hoort een getal van 0 tot en met 100."),
        ('"10,90;50,50"', '"10,90"', 2, "plek", "hier horen 2 plekken, met ; ertussen."),
        ('"10,90;50,50"', '"10,90;50"', 2, "plek", "hier hoort een plek als 40,60 (van 0 tot en met 100)."),
        ('"10,90;50,50"', '"10,90;50,150"', 2, "plek", "hier hoort een plek als 40,60 (van 0 tot en met 100)."),
        ("v3,t2", "v1,t2", 4, "story", "dit verhaal staat ook op regel 2."),
        ("v3,t2", ",t2", 4, "story", "dit verhaal heeft geen id."),
        ("v3,t2", "v3,", 4, "teller", "de verteller ontbreekt. Laat de hele kolom weg als je die niet weet."),
        ("v3,t2", "v3", 4, "", "er staan 7 kolommen. Verwacht: 8."),
    ],
)
def test_an_error_says_the_line_the_column_and_what_is_expected(file, old, new, line, column, says):
    assert old in ANSWERS
    with pytest.raises(ReadingError) as error:
        read_answers(file(ANSWERS.replace(old, new, 1)), QUESTIONS)
    assert (error.value.file, error.value.line, error.value.column) == ("antwoorden.csv", line, column)
    assert error.value.message == says


def test_no_error_tells_what_somebody_wrote(file):
    secret = "Mijn buurvrouw heet Zwaantje"
    for old in ("niemand", "geld;zorg", '"62,5"', "20/30/50", '"10,90;50,50"', "v1,t1"):
        with pytest.raises(ReadingError) as error:
            read_answers(file(ANSWERS.replace(old, secret if old != "v1,t1" else f"{secret},", 1)), QUESTIONS)
        assert "Zwaantje" not in str(error.value)


def test_a_part_that_is_missing(file):
    with pytest.raises(ReadingError, match=r"^antwoorden\.csv, regel 1: de kolom nodig\.u ontbreekt\.$"):
        read_answers(file(PARTS.replace("nodig.u", "nodig.x")), [NEED])
    with pytest.raises(ReadingError, match=r"kolom nodig\.u: hier hoort een getal"):
        read_answers(file(PARTS.replace("20,30,50", "20,x,50")), [NEED])


def test_no_file_and_no_story(file, tmp_path):
    with pytest.raises(ReadingError, match=r"^weg\.csv: dit bestand ontbreekt\.$"):
        read_answers(tmp_path / "weg.csv", [HELP])
    with pytest.raises(ReadingError, match=r"^antwoorden\.csv: er staat geen enkel verhaal in\.$"):
        read_answers(file("story,hulp\n"), [HELP])


def test_the_order_of_rows_and_columns_does_not_matter(file):
    head, *lines = ANSWERS.splitlines()
    assert '"' in lines[0]
    turned = read_answers(file("\n".join([head, *lines[::-1]]) + "\n"), QUESTIONS).sorted()
    here = read_answers(file(ANSWERS), QUESTIONS).sorted()
    assert turned.stories == here.stories
    for question in QUESTIONS:
        same(turned.columns[question.id], here.columns[question.id])


def test_the_invented_conversation_can_be_read():
    asked = read_questions(BRIEF / "questions.yaml")
    found = read_answers(BRIEF / "answers.csv", asked.questions)
    assert (len(found.stories), len(set(found.tellers))) == (110, 96)
    assert found.not_applicable["nodig"].sum() > 0


def test_a_column_that_is_not_read_and_a_missing_teller_are_noted(file):
    assert notes_on(file(ANSWERS), QUESTIONS) == ("De kolom verhaal lezen we niet.",)
    parts = [question for question in QUESTIONS if question.id in ("nodig", "plek")]
    assert notes_on(file(PARTS), parts) == ("Zonder kolom teller telt elk verhaal als één verteller.",)
    assert notes_on(file(PARTS), parts[:1], "en") == (
        "We do not read the column plek.wij.",
        "We do not read the column plek.zij.",
        "Without a column teller each story counts as one teller.",
    )
