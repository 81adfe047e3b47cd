from itertools import combinations
from textwrap import dedent

import pytest

from sensemaking.faces import reading_questions
from sensemaking.faces.reading import ReadingError
from sensemaking.faces.reading_questions import read_questions
from sensemaking.patterns import Option

QUESTIONS = """title: Een brief
questions:
  - id: hulp
    kind: choice
    text: Wie hielp er?
    name: wie hielp
    options: {niemand: niemand, ja: ja}
  - id: waar
    kind: choice
    text: Waar was het?
    options:
      stad: in de stad
      dorp: in een dorp
  - id: begrip
    kind: scale
    text: Begreep je het?
    low: nee
    high: ja
  - id: nodig
    kind: triad
    text: Wat was nodig?
    corners: {t: tijd, u: uitleg, m: een mens}
"""


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "vragen.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_questions_in_their_order(file):
    found = read_questions(file(QUESTIONS))
    assert found.title == "Een brief"
    assert [(question.id, question.kind, question.name) for question in found.questions] == [
        ("hulp", "choice", "wie hielp"),
        ("waar", "choice", "Waar was het?"),
        ("begrip", "scale", "Begreep je het?"),
        ("nodig", "triad", "Wat was nodig?"),
    ]
    assert found.questions[0].options == (Option("niemand", "niemand"), Option("ja", "ja"))
    assert (found.questions[2].low, found.questions[2].high) == ("nee", "ja")


def test_every_pair_unless_the_file_says_which(file):
    every = tuple(combinations(("hulp", "waar", "begrip", "nodig"), 2))
    assert read_questions(file(QUESTIONS)).family == every
    assert read_questions(file(QUESTIONS + "pairs: [[hulp, begrip]]\n")).family == (("hulp", "begrip"),)
    three = "together: [[hulp, begrip, waar]]\n"
    assert read_questions(file(QUESTIONS + three)).family == (*every, ("hulp", "begrip", "waar"))
    assert read_questions(file(QUESTIONS + "pairs: []\n" + three)).family == (("hulp", "begrip", "waar"),)


def test_the_example_in_the_module_is_a_file_that_can_be_read(file):
    example = dedent(reading_questions.__doc__.split("\n\n", 1)[1])
    example = example.replace("\ntogether: [[hulp, begrip, wijk]]", "\n#")
    found = read_questions(file(example))
    assert [question.kind for question in found.questions] == ["choice", "scale", "triad", "stones"]
    assert found.family == (("hulp", "begrip"),)
    stones = found.questions[3]
    assert (stones.low, stones.high, stones.bottom, stones.top) == ("ver weg", "dichtbij", "koud", "warm")


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("kind: scale", "kind: slider", 15, "deze soort kennen we niet. Verwacht een van: choice, choices, scale,"),
        ("id: waar", "id: hulp", 8, "vraag hulp staat al op regel 3."),
        ("    text: Waar was het?\n", "", 8, "text ontbreekt."),
        ("    high: ja\n", "", 14, "high ontbreekt."),
        ("name: wie hielp", "naam: wie hielp", 6, "dit veld kennen we hier niet. Verwacht een van: id, kind, text,"),
        ("{niemand: niemand, ja: ja}", "[niemand, ja]", 7, "options: hier horen regels als 'naam: waarde'."),
        ("{niemand: niemand, ja: ja}", "{ja: ja}", 7, "er zijn te weinig antwoorden, of er staan er twee"),
        ("{niemand: niemand, ja: ja}", "{ja: ja, ja: nee}", 7, "ja staat er twee keer in."),
        (", m: een mens", "", 22, "een driehoek heeft drie hoeken, elk met eigen woorden."),
        ("corners:", "options:", 22, "dit veld kennen we hier niet."),
        ("text: Waar was het?", "text: [a, b]", 10, "text: hier hoort tekst."),
        ("text: Waar was het?", "text: 'Waar", 10, "deze regel kunnen we niet lezen."),
        (
            "title: Een brief",
            "titel: Een brief",
            1,
            "dit veld kennen we hier niet. Verwacht een van: title, questions,",
        ),
        ("questions:\n", "questions: hulp\npairs:\n", 2, "questions: hier hoort een lijst."),
    ],
)
def test_an_error_says_the_line_and_what_is_expected(file, old, new, line, says):
    assert old in QUESTIONS
    with pytest.raises(ReadingError) as error:
        read_questions(file(QUESTIONS.replace(old, new, 1)))
    assert error.value.file == "vragen.yaml"
    assert says in error.value.message
    assert error.value.line == line


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("pairs: [[hulp]]", "hier horen 2 vragen, als [een, twee]."),
        ("pairs: [[hulp, hlp]]", "pairs noemt een vraag die er niet is."),
        ("pairs: [[hulp, hulp]]", "dezelfde vraag staat hier twee keer."),
        ("together: [[hulp, waar, begrip]]", "together wil drie vragen: een keuze, een schuif en een keuze."),
        ("pairs: hulp", "pairs: hier hoort een lijst."),
    ],
)
def test_what_is_compared_must_be_there(file, more, says):
    with pytest.raises(ReadingError) as error:
        read_questions(file(f"{QUESTIONS}{more}\n"))
    assert (error.value.line, error.value.message) == (23, says)


def test_no_file_an_empty_file_and_no_question(file, tmp_path):
    with pytest.raises(ReadingError, match=r"^weg\.yaml: dit bestand ontbreekt\.$"):
        read_questions(tmp_path / "weg.yaml")
    with pytest.raises(ReadingError, match="er staat nog niets in"):
        read_questions(file(""))
    with pytest.raises(ReadingError, match="er staat geen enkele vraag in"):
        read_questions(file("title: x\n"))


def test_lists_in_lists_without_end_are_refused(file):
    with pytest.raises(ReadingError, match=r"^vragen.yaml, regel 2: hier staan te veel lijsten in elkaar\."):
        read_questions(file("title: x\nquestions: " + "[" * 3000))


@pytest.mark.parametrize("name", ["story", "teller", "waar.dan"])
def test_the_name_of_another_column_is_no_id(file, name):
    with pytest.raises(ReadingError, match=r"^vragen.yaml, regel 8: dit id kan niet: story en teller zijn namen"):
        read_questions(file(QUESTIONS.replace("id: waar", f"id: {name}")))
