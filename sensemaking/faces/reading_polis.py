"""Reads a Polis export folder. Used by the faces (command line, import), never by the engine.

Messages are Dutch: a coordinator reads them.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from sensemaking.opinion.votes import AGREE, DISAGREE, PASS, Votes

COMMENTS, VOTES, MATRIX = "comments.csv", "votes.csv", "participants-votes.csv"
COMMENT_COLUMNS = ("comment-id", "moderated", "comment-body")
VOTE_COLUMNS = ("timestamp", "comment-id", "voter-id", "vote")
MODERATION = {"1": False, "0": False, "-1": True}
YES_NO = {"true": True, "false": False, "1": True, "0": False, "t": True, "f": False, "": False}


class ReadingError(Exception):
    """A file that cannot be read: `file` (name without folder), `line` (1 = first; 0 = the whole
    file) and a Dutch `message` that says what is expected there. Never quotes a statement's text."""

    def __init__(self, file: str, line: int, message: str) -> None:
        self.file, self.line, self.message = file, line, message
        place = f"{file}, regel {line}" if line else file
        super().__init__(f"{place}: {message}")


@dataclass(frozen=True)
class Cast:
    """One vote as it was given. `at`: milliseconds since 1970, or None when the export does not
    say. `line`: where it stands in its file."""

    person: int
    statement: int
    vote: int
    at: int | None
    line: int


@dataclass(frozen=True, eq=False)
class PolisExport:
    """`votes`: the last vote of each person on each statement. `texts`: every statement's words by
    id, also those nobody saw. `casts`: every single vote in the order in which they were given.
    `meta`: statements about the conversation itself (also in `votes.moderated_out`)."""

    votes: Votes
    texts: dict[int, str]
    casts: tuple[Cast, ...]
    meta: frozenset[int]


def read_polis(folder: Path | str) -> PolisExport:
    """The whole export, or a ReadingError; nothing is half read.

    Needs comments.csv, and votes.csv or participants-votes.csv; with both, the single votes
    count and the other file says who the participants are.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise ReadingError(folder.name, 0, "deze map is er niet.")
    texts, out, meta = _comments(folder)
    statements, people, cells = _matrix(folder, texts)
    if (folder / VOTES).is_file():
        casts = _casts(folder, texts, people)
        statements = sorted({cast.statement for cast in casts})
        people = people or sorted({cast.person for cast in casts})
    elif people is not None:
        casts = cells
    else:
        raise ReadingError(VOTES, 0, f"dit bestand ontbreekt. Verwacht: {VOTES} of {MATRIX}.")
    if not casts:
        raise ReadingError(VOTES, 0, "er staat geen enkele keuze in.")
    votes = Votes.of(
        ((cast.person, cast.statement, cast.vote) for cast in casts),
        people=people,
        statements=statements,
        moderated_out=(out | meta) & set(statements),
    )
    return PolisExport(votes, texts, casts, meta)


def _comments(folder: Path) -> tuple[dict[int, str], set[int], frozenset[int]]:
    texts: dict[int, str] = {}
    out: set[int] = set()
    meta: set[int] = set()
    for line, row in _rows(folder, COMMENTS, COMMENT_COLUMNS):
        statement = _whole(COMMENTS, line, "comment-id", row["comment-id"])
        if statement in texts:
            raise ReadingError(COMMENTS, line, f"stelling {statement} staat er al eerder in.")
        texts[statement] = row["comment-body"].strip()
        if _one_of(COMMENTS, line, "moderated", row["moderated"], MODERATION):
            out.add(statement)
        if "is-meta" in row and _one_of(COMMENTS, line, "is-meta", row["is-meta"].lower(), YES_NO):
            meta.add(statement)
    return texts, out, frozenset(meta)


def _casts(folder: Path, texts: Collection[int], people: list[int] | None) -> tuple[Cast, ...]:
    known = None if people is None else set(people)
    casts = []
    for line, row in _rows(folder, VOTES, VOTE_COLUMNS):
        at = _whole(VOTES, line, "timestamp", row["timestamp"])
        person = _whole(VOTES, line, "voter-id", row["voter-id"])
        if known is not None and person not in known:
            raise ReadingError(VOTES, line, f"deelnemer {person} is onbekend. Verwacht: een deelnemer uit {MATRIX}.")
        statement = _whole(VOTES, line, "comment-id", row["comment-id"])
        _refuse_unknown(VOTES, line, statement, texts)
        casts.append(Cast(person, statement, _vote(VOTES, line, row["vote"]), at, line))
    return tuple(sorted(casts, key=lambda cast: cast.at or 0))


def _matrix(folder: Path, texts: Collection[int]) -> tuple[list[int], list[int] | None, tuple[Cast, ...]]:
    """Statements, people and votes of participants-votes.csv; people is None without that file."""
    if not (folder / MATRIX).is_file():
        return [], None, ()
    columns: dict[str, int] = {}
    people: dict[int, None] = {}
    cells = []
    for line, row in _rows(folder, MATRIX, ("participant",)):
        if not columns:
            columns = {name: int(name) for name in row if name.isdecimal()}
            for statement in columns.values():
                _refuse_unknown(MATRIX, 1, statement, texts)
        person = _whole(MATRIX, line, "participant", row["participant"])
        if person in people:
            raise ReadingError(MATRIX, line, f"deelnemer {person} staat er al eerder in.")
        people[person] = None
        cells += [
            Cast(person, statement, _vote(MATRIX, line, row[name]), None, line)
            for name, statement in columns.items()
            if row[name]
        ]
    return list(columns.values()), list(people), tuple(cells)


def _rows(folder: Path, file: str, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line at which the row starts, row by column name), after the header was checked."""
    path = folder / file
    if not path.is_file():
        raise ReadingError(file, 0, "dit bestand ontbreekt.")
    line = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header = [name.strip() for name in next(reader, [])]
            for name in columns:
                if name not in header:
                    raise ReadingError(file, 1, f"de kolom {name} ontbreekt.")
            line = reader.line_num + 1
            for cells in reader:
                if cells:
                    if len(cells) != len(header):
                        raise ReadingError(file, line, f"er staan {len(cells)} kolommen. Verwacht: {len(header)}.")
                    yield line, dict(zip(header, (cell.strip() for cell in cells), strict=True))
                line = reader.line_num + 1
    except UnicodeDecodeError as error:
        raise ReadingError(file, 0, "dit is geen tekst in UTF-8.") from error
    except csv.Error as error:
        raise ReadingError(file, line, "deze regel is geen geldige csv.") from error


def _whole(file: str, line: int, column: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ReadingError(file, line, f"{column} is geen getal. Verwacht: een heel getal vanaf 0.")
    return int(text)


def _vote(file: str, line: int, text: str) -> int:
    votes = {str(vote): vote for vote in (AGREE, PASS, DISAGREE)}
    if text not in votes:
        shown = text if len(text) <= 10 else "iets anders"
        raise ReadingError(
            file, line, f"de keuze is {shown or 'leeg'}. Verwacht: 1 (eens), 0 (weet ik nog niet) of -1 (oneens)."
        )
    return votes[text]


def _one_of(file: str, line: int, column: str, text: str, allowed: dict[str, bool]) -> bool:
    if text not in allowed:
        expected = ", ".join(name for name in allowed if name)
        raise ReadingError(file, line, f"{column} klopt niet. Verwacht een van: {expected}.")
    return allowed[text]


def _refuse_unknown(file: str, line: int, statement: int, texts: Collection[int]) -> None:
    if statement not in texts:
        raise ReadingError(file, line, f"stelling {statement} is onbekend. Verwacht: een stelling uit {COMMENTS}.")
