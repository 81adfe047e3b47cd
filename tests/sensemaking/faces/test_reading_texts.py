import pytest

from sensemaking.faces.reading import ReadingError
from sensemaking.faces.reading_texts import read_texts

TEXTS = """id,text,kind
k1,"Een brief, die niemand begrijpt",kaart
7,"Twee
regels",
v2,De bus komt niet,verhaal
"""


def written(folder, text):
    path = folder / "texts.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_texts_and_kinds_in_the_order_of_the_file(tmp_path):
    read = read_texts(written(tmp_path, TEXTS))
    assert list(read.texts.items()) == [
        ("k1", "Een brief, die niemand begrijpt"),
        ("7", "Twee\nregels"),
        ("v2", "De bus komt niet"),
    ]
    assert read.kinds == {"k1": "kaart", "v2": "verhaal"}


def test_a_text_with_a_comma_is_told_about_quotes(tmp_path):
    with pytest.raises(ReadingError, match=r"Staat er een komma in de tekst\? Zet er aanhalingstekens om\.$"):
        read_texts(written(tmp_path, "id,text\n1,Ja, nee\n"))
    with pytest.raises(ReadingError, match=r"Staat er een puntkomma in de tekst\?"):
        read_texts(written(tmp_path, "id;text\n1;Ja; nee\n"))
    with pytest.raises(ReadingError, match=r"Verwacht: 2\.$"):
        read_texts(written(tmp_path, "id,text\n1\n"))


@pytest.mark.parametrize(
    ("first", "says"),
    [
        ("id,tekst", r"ontbreekt\. Wel gevonden: id, tekst\.$"),
        ("id,Maria is boos op de gemeente", r"ontbreekt\. Wel gevonden: id\.$"),
        ("k1,boos", r"de kolom id ontbreekt\.$"),
    ],
)
def test_a_missing_column_names_those_that_are_there_and_never_what_somebody_wrote(tmp_path, first, says):
    with pytest.raises(ReadingError, match=says):
        read_texts(written(tmp_path, f"{first}\n1,iets\n"))


def test_kind_may_be_left_out_and_other_columns_are_left_alone(tmp_path):
    read = read_texts(written(tmp_path, "tafel,text,id\n3,Hallo,a\n"))
    assert (read.texts, read.kinds) == ({"a": "Hallo"}, {})


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (
            "id,text,kind",
            "id,tekst,kind",
            "texts.csv, regel 1: de kolom text ontbreekt. Wel gevonden: id, tekst, kind.",
        ),
        ("v2,", "k1,", "texts.csv, regel 5, kolom id: dit id staat al op regel 2."),
        ("v2,", " ,", "texts.csv, regel 5, kolom id: het id is leeg."),
        ("De bus komt niet", " ", "texts.csv, regel 5, kolom text: de tekst is leeg."),
        (",verhaal", "", "texts.csv, regel 5: er staan 2 kolommen. Verwacht: 3."),
        ('"Twee', 'x"Twee"x"', "texts.csv, regel 3: "),
    ],
)
def test_an_error_names_the_line_and_quotes_nothing(tmp_path, old, new, place):
    assert old in TEXTS
    with pytest.raises(ReadingError) as error:
        read_texts(written(tmp_path, TEXTS.replace(old, new)))
    assert str(error.value).startswith(place)
    assert "bus" not in str(error.value) and "regels" not in str(error.value)


def test_a_file_without_texts_and_a_missing_file(tmp_path):
    with pytest.raises(ReadingError, match=r"texts\.csv: er staat geen enkele tekst in\."):
        read_texts(written(tmp_path, "id,text\n"))
    with pytest.raises(ReadingError, match=r"nergens\.csv: dit bestand ontbreekt\."):
        read_texts(tmp_path / "nergens.csv")
