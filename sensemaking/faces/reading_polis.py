"""Reads a Polis export: a folder, or one file of it. Used by the faces (command line, import), never by the engine.

Messages are Dutch: a coordinator reads them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sensemaking.faces.reading import ReadingError, header, rows
from sensemaking.opinion.votes import AGREE, DISAGREE, PASS, Votes

COMMENTS, VOTES, MATRIX = "comments.csv", "votes.csv", "participants-votes.csv"
COMMENT_COLUMNS = ("comment-id", "moderated", "comment-body")
VOTE_COLUMNS = ("timestamp", "comment-id", "voter-id", "vote")
MODERATION = {"1": False, "0": False, "-1": True}
MOST_DIGITS = 18
YES_NO = {"true": True, "false": False, "1": True, "0": False, "t": True, "f": False, "": False}


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
    `meta`: statements about the conversation itself (also in `votes.moderated_out`). `texts` is
    empty when only one file with votes was read."""

    votes: Votes
    texts: dict[int, str]
    casts: tuple[Cast, ...]
    meta: frozenset[int]


def read_polis(folder: Path | str) -> PolisExport:
    """The whole export, or a ReadingError; nothing is half read.

    A folder needs comments.csv, and votes.csv or participants-votes.csv; with both, the single
    votes count and the other file says who the participants are. A file is one of those two,
    whatever its name; then there are no words and nothing is moderated out.
    """
    folder = Path(folder)
    if folder.is_file():
        return _read_one(folder)
    if not folder.is_dir():
        raise ReadingError(folder.name, 0, "deze map is er niet.")
    if not (folder / COMMENTS).is_file():
        raise ReadingError(COMMENTS, 0, f"dit bestand ontbreekt in de map {folder.resolve().name}.")
    texts, out, meta = _comments(folder)
    statements, people, cells = _matrix(folder / MATRIX, texts)
    if (folder / VOTES).is_file():
        casts = _casts(folder / VOTES, texts, people)
        statements = sorted({cast.statement for cast in casts})
        people = people or sorted({cast.person for cast in casts})
    elif people is not None:
        casts = cells
    else:
        raise ReadingError(
            VOTES, 0, f"dit bestand ontbreekt in de map {folder.resolve().name}. Verwacht: {VOTES} of {MATRIX}."
        )
    return _export(VOTES, casts, people, statements, texts, out, meta)


def _read_one(path: Path) -> PolisExport:
    names = header(path)
    if "voter-id" in names:
        casts = _casts(path, None, None)
        statements, people = sorted({c.statement for c in casts}), sorted({c.person for c in casts})
        return _export(path.name, casts, people, statements, {}, set(), frozenset())
    if "participant" in names:
        columns, found, cells = _matrix(path, None)
        return _export(path.name, cells, found, columns, {}, set(), frozenset())
    raise ReadingError(path.name, 1, f"dit zijn geen keuzes. Verwacht: de kolommen van {VOTES} of {MATRIX}.")


def _export(
    file: str,
    casts: tuple[Cast, ...],
    people: list[int] | None,
    statements: list[int],
    texts: dict[int, str],
    out: set[int],
    meta: frozenset[int],
) -> PolisExport:
    if not casts:
        raise ReadingError(file, 0, "er staat geen enkele keuze in.")
    votes = Votes.of(
        ((cast.person, cast.statement, cast.vote) for cast in casts),
        people=people or (),
        statements=statements,
        moderated_out=(out | meta) & set(statements),
    )
    return PolisExport(votes, texts, casts, meta)


def _comments(folder: Path) -> tuple[dict[int, str], set[int], frozenset[int]]:
    texts: dict[int, str] = {}
    out: set[int] = set()
    meta: set[int] = set()
    for line, row in rows(folder / COMMENTS, COMMENT_COLUMNS):
        statement = _whole(COMMENTS, line, "comment-id", row["comment-id"])
        if statement in texts:
            raise ReadingError(COMMENTS, line, f"stelling {statement} staat er al eerder in.")
        texts[statement] = row["comment-body"].strip()
        if _one_of(COMMENTS, line, "moderated", row["moderated"], MODERATION):
            out.add(statement)
        if "is-meta" in row and _one_of(COMMENTS, line, "is-meta", row["is-meta"].lower(), YES_NO):
            meta.add(statement)
    return texts, out, frozenset(meta)


def _casts(path: Path, texts: Collection[int] | None, people: list[int] | None) -> tuple[Cast, ...]:
    file = path.name
    known = None if people is None else set(people)
    casts = []
    for line, row in rows(path, VOTE_COLUMNS):
        at = _whole(file, line, "timestamp", row["timestamp"])
        person = _whole(file, line, "voter-id", row["voter-id"])
        if known is not None and person not in known:
            raise ReadingError(
                file, line, f"deelnemer {person} is onbekend. Verwacht: een deelnemer uit {MATRIX}.", "voter-id"
            )
        statement = _whole(file, line, "comment-id", row["comment-id"])
        _refuse_unknown(file, line, "comment-id", statement, texts)
        casts.append(Cast(person, statement, _vote(file, line, "vote", row["vote"]), at, line))
    return tuple(sorted(casts, key=lambda cast: cast.at or 0))


def _matrix(path: Path, texts: Collection[int] | None) -> tuple[list[int], list[int] | None, tuple[Cast, ...]]:
    """Statements, people and votes of participants-votes.csv; people is None without that file."""
    if not path.is_file():
        return [], None, ()
    columns: dict[str, int] = {}
    people: dict[int, None] = {}
    cells = []
    for line, row in rows(path, ("participant",)):
        if not columns:
            columns = _statement_columns(path.name, row, texts)
        person = _whole(path.name, line, "participant", row["participant"])
        if person in people:
            raise ReadingError(path.name, line, f"deelnemer {person} staat er al eerder in.")
        people[person] = None
        cells += [
            Cast(person, statement, _vote(path.name, line, name, row[name]), None, line)
            for name, statement in columns.items()
            if row[name]
        ]
    return list(columns.values()), list(people), tuple(cells)


def _statement_columns(file: str, names: Collection[str], texts: Collection[int] | None) -> dict[str, int]:
    """The statement of each column that holds one; `0` and `00` would be the same."""
    columns: dict[str, int] = {}
    for name in names:
        if name.isascii() and name.isdecimal():
            statement = _whole(file, 1, name[:MOST_DIGITS], name)
            if statement in columns.values():
                raise ReadingError(file, 1, f"stelling {statement} staat er al eerder in.", name)
            _refuse_unknown(file, 1, name, statement, texts)
            columns[name] = statement
    return columns


def _whole(file: str, line: int, column: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ReadingError(file, line, "dit is geen getal. Verwacht: een heel getal vanaf 0.", column)
    if len(text) > MOST_DIGITS:
        raise ReadingError(file, line, f"dit getal is te lang. Verwacht: hooguit {MOST_DIGITS} cijfers.", column)
    return int(text)


def _vote(file: str, line: int, column: str, text: str) -> int:
    votes = {str(vote): vote for vote in (AGREE, PASS, DISAGREE)}
    if text not in votes:
        shown = text if len(text) < 4 and text.lstrip("-").isdecimal() else "geen getal" if text else "leeg"
        expected = "1 (eens), 0 (weet ik nog niet) of -1 (oneens)"
        raise ReadingError(file, line, f"de keuze is {shown}. Verwacht: {expected}.", column)
    return votes[text]


def _one_of(file: str, line: int, column: str, text: str, allowed: dict[str, bool]) -> bool:
    if text not in allowed:
        expected = ", ".join(name for name in allowed if name)
        raise ReadingError(file, line, f"dit klopt niet. Verwacht een van: {expected}.", column)
    return allowed[text]


def _refuse_unknown(file: str, line: int, column: str, statement: int, texts: Collection[int] | None) -> None:
    if texts is not None and statement not in texts:
        message = f"stelling {statement} is onbekend. Verwacht: een stelling uit {COMMENTS}."
        raise ReadingError(file, line, message, column)
