import shutil
from pathlib import Path

import numpy as np
import pytest

from sensemaking.faces.reading import ReadingError
from sensemaking.faces.reading_polis import read_polis

LONDON = Path(__file__).parents[2] / "data" / "polis" / "london.youth.policing"

COMMENTS = """timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1,x,4,1,2,0,1,"Een zin, met een komma"
2,x,5,1,0,1,-1,Eruit gehaald
3,x,6,1,0,0,0,Nog niemand zag dit
"""
VOTES = """timestamp,datetime,comment-id,voter-id,vote
30,x,4,1,1
10,x,4,1,-1
20,x,4,2,0
20,x,5,2,1
"""
MATRIX = """participant,group-id,n-comments,n-votes,n-agree,n-disagree,4,5,6
1,0,0,1,1,0,1,,
2,,0,2,1,0,0,1,
3,,0,0,0,0,,,
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "comments.csv").write_text(COMMENTS, encoding="utf-8")
    (tmp_path / "votes.csv").write_text(VOTES, encoding="utf-8")
    return tmp_path


def spoil(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_last_vote_in_time_wins_and_every_vote_is_kept_in_order(folder):
    export = read_polis(folder)
    assert (export.votes.people, export.votes.statements) == ((1, 2), (4, 5))
    assert np.array_equal(export.votes.matrix, [[1, np.nan], [0, 1]], equal_nan=True)
    assert [(cast.at, cast.person, cast.statement, cast.vote, cast.line) for cast in export.casts] == [
        (10, 1, 4, -1, 3),
        (20, 2, 4, 0, 4),
        (20, 2, 5, 1, 5),
        (30, 1, 4, 1, 2),
    ]
    assert export.votes.moderated_out == {5}
    assert export.texts == {4: "Een zin, met een komma", 5: "Eruit gehaald", 6: "Nog niemand zag dit"}


def test_participants_votes_will_do(folder):
    (folder / "votes.csv").unlink()
    (folder / "participants-votes.csv").write_text(MATRIX, encoding="utf-8")
    export = read_polis(folder)
    assert (export.votes.people, export.votes.statements) == ((1, 2, 3), (4, 5, 6))
    assert np.array_equal(export.votes.matrix, [[1, np.nan, np.nan], [0, 1, np.nan], [np.nan] * 3], equal_nan=True)
    assert {cast.at for cast in export.casts} == {None}


def test_both_ways_of_london_are_the_same(tmp_path):
    for file in ("comments.csv", "participants-votes.csv"):
        shutil.copy(LONDON / file, tmp_path)
    single, table = read_polis(LONDON).votes.sorted(), read_polis(tmp_path).votes.sorted()
    assert (single.people, single.statements) == (table.people, table.statements)
    assert np.array_equal(single.matrix, table.matrix, equal_nan=True)


def test_london_keeps_every_single_vote():
    export = read_polis(LONDON)
    assert len(export.casts) == 640
    assert [cast.at for cast in export.casts] == sorted(cast.at for cast in export.casts)
    assert len(export.texts) == 39


def test_the_other_header_with_meta_statements(folder):
    (folder / "comments.csv").write_text(
        "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body,is-meta,is-seed\n"
        "1,4,1,2,0,1,Een zin,false,true\n"
        "2,5,1,0,1,0,Ik woon hier,True,false\n",
        encoding="utf-8",
    )
    export = read_polis(folder)
    assert export.meta == {5}
    assert export.votes.moderated_out == {5}


def test_a_byte_order_mark_windows_lines_and_a_sentence_over_two_lines(folder):
    text = "\ufeff" + COMMENTS.replace("met een komma", "over\ntwee regels").replace("\n", "\r\n")
    (folder / "comments.csv").write_bytes(text.encode())
    assert len(read_polis(folder).texts) == 3
    spoil(folder, "comments.csv", "3,x,6", "3,x,zes")
    with pytest.raises(ReadingError) as error:
        read_polis(folder)
    assert error.value.line == 5


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "says"),
    [
        ("votes.csv", ",vote\n", ",stem\n", 1, "de kolom vote ontbreekt."),
        ("votes.csv", "timestamp", "tijd", 1, "de kolom timestamp ontbreekt."),
        ("comments.csv", "comment-body", "tekst", 1, "de kolom comment-body ontbreekt."),
        ("votes.csv", "4,2,0", "4,2,7", 4, "de keuze is 7. Verwacht: 1 (eens), 0 (weet ik nog niet) of -1 (oneens)."),
        ("votes.csv", "4,2,0", "4,2,", 4, "de keuze is leeg."),
        ("votes.csv", "x,5,2,1", "x,99,2,1", 5, "stelling 99 is onbekend. Verwacht: een stelling uit comments.csv."),
        ("votes.csv", "4,2,0", "4,jan,0", 4, "dit is geen getal."),
        ("votes.csv", "20,x,4", "gisteren,x,4", 4, "dit is geen getal."),
        ("votes.csv", "4,2,0", "4,2,0,9", 4, "er staan 6 kolommen. Verwacht: 5."),
        ("comments.csv", "2,x,5", "2,x,4", 3, "stelling 4 staat er al eerder in."),
        ("comments.csv", "0,1,-1", "0,1,weg", 3, "dit klopt niet. Verwacht een van: 1, 0, -1."),
    ],
)
def test_an_error_says_the_line_and_what_is_expected(folder, file, old, new, line, says):
    spoil(folder, file, old, new)
    with pytest.raises(ReadingError) as error:
        read_polis(folder)
    assert (error.value.file, error.value.line) == (file, line)
    assert says in error.value.message
    column = f", kolom {error.value.column}" if error.value.column else ""
    assert str(error.value).startswith(f"{file}, regel {line}{column}: ")


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("4,5,6", "4,5,66", 1, "stelling 66 is onbekend."),
        ("participant,", "wie,", 1, "de kolom participant ontbreekt."),
        ("0,1,\n", "0,7,\n", 3, "de keuze is 7."),
        ("3,,0", "2,,0", 4, "deelnemer 2 staat er al eerder in."),
    ],
)
def test_an_error_in_the_table_says_so_too(folder, old, new, line, says):
    (folder / "participants-votes.csv").write_text(MATRIX, encoding="utf-8")
    spoil(folder, "participants-votes.csv", old, new)
    with pytest.raises(ReadingError) as error:
        read_polis(folder)
    assert (error.value.file, error.value.line) == ("participants-votes.csv", line)
    assert says in error.value.message


def test_a_voter_who_is_no_participant(folder):
    (folder / "participants-votes.csv").write_text(MATRIX, encoding="utf-8")
    spoil(folder, "votes.csv", "20,x,4,2", "20,x,4,88")
    with pytest.raises(
        ReadingError, match=r"votes.csv, regel 4, kolom voter-id: deelnemer 88 is onbekend\. Verwacht: een deelnemer"
    ):
        read_polis(folder)


@pytest.mark.parametrize(
    ("remove", "says"),
    [
        ("comments.csv", "comments.csv: dit bestand ontbreekt in de map "),
        ("votes.csv", "votes.csv: dit bestand ontbreekt in de map "),
    ],
)
def test_a_missing_file(folder, remove, says):
    (folder / remove).unlink()
    with pytest.raises(ReadingError) as error:
        read_polis(folder)
    assert str(error.value).startswith(says)


def test_a_missing_folder_is_named_without_its_path(tmp_path):
    with pytest.raises(ReadingError) as error:
        read_polis(tmp_path / "weg")
    assert str(error.value) == "weg: deze map is er niet."


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b'comment-id,moderated,comment-body\n1,1,"open\n', b"\x00,\x00\n"]
)
def test_a_file_that_is_no_csv(folder, content):
    (folder / "comments.csv").write_bytes(content)
    with pytest.raises(ReadingError) as error:
        read_polis(folder)
    assert error.value.file == "comments.csv"


def test_an_export_without_votes(folder):
    (folder / "votes.csv").write_text(VOTES.splitlines()[0] + "\n", encoding="utf-8")
    with pytest.raises(ReadingError, match="geen enkele keuze"):
        read_polis(folder)


def test_an_error_never_quotes_a_sentence(folder):
    spoil(folder, "votes.csv", "4,2,0", "4,2,Eruit gehaald")
    with pytest.raises(ReadingError) as error:
        read_polis(folder)
    assert "Eruit" not in str(error.value)


def test_a_table_alone_gives_votes_without_words(folder):
    (folder / "keuzes.csv").write_text(MATRIX, encoding="utf-8")
    export = read_polis(folder / "keuzes.csv")
    assert (export.votes.people, export.votes.statements) == ((1, 2, 3), (4, 5, 6))
    assert np.array_equal(export.votes.matrix, [[1, np.nan, np.nan], [0, 1, np.nan], [np.nan] * 3], equal_nan=True)
    assert (export.texts, export.votes.moderated_out) == ({}, frozenset())


def test_single_votes_alone_will_do_too(folder):
    export = read_polis(folder / "votes.csv")
    assert (export.votes.people, export.votes.statements) == ((1, 2), (4, 5))
    assert np.array_equal(export.votes.matrix, [[1, np.nan], [0, 1]], equal_nan=True)


def test_a_file_without_votes_is_refused(folder):
    with pytest.raises(ReadingError, match=r"comments.csv, regel 1: dit zijn geen keuzes. Verwacht: de kolommen van"):
        read_polis(folder / "comments.csv")


def test_a_cell_is_named_by_its_column(folder):
    (folder / "t.csv").write_text(MATRIX.replace("0,1,\n", "0,Ans,\n"), encoding="utf-8")
    with pytest.raises(ReadingError) as error:
        read_polis(folder / "t.csv")
    assert (error.value.line, error.value.column) == (3, "5")
    assert str(error.value).startswith("t.csv, regel 3, kolom 5: de keuze is geen getal. Verwacht: 1 (eens)")


def test_a_column_that_stands_there_twice_is_refused(folder):
    spoil(folder, "votes.csv", "datetime", "vote")
    with pytest.raises(ReadingError, match="regel 1, kolom vote: deze kolom staat er twee keer in"):
        read_polis(folder)


def test_the_same_statement_under_two_names_is_refused(tmp_path):
    (tmp_path / "t.csv").write_text("participant,0,00\n1,1,1\n", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"^t.csv, regel 1, kolom 00: stelling 0 staat er al eerder in\.$"):
        read_polis(tmp_path / "t.csv")


def test_a_number_of_thousands_of_digits_is_refused(folder):
    spoil(folder, "votes.csv", "4,2,0", f"4,{'9' * 5000},0")
    with pytest.raises(ReadingError, match=r"^votes.csv, regel 4, kolom voter-id: dit getal is te lang\. Verwacht"):
        read_polis(folder)
    (folder / "t.csv").write_text(f"participant,{'9' * 5000}\n1,1\n", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"^t.csv, regel 1, kolom 9{18}: dit getal is te lang\."):
        read_polis(folder / "t.csv")


def test_a_line_of_spaces_is_skipped(folder):
    spoil(folder, "votes.csv", "10,x", "   \n10,x")
    assert [cast.line for cast in read_polis(folder).casts] == [4, 5, 6, 2]
