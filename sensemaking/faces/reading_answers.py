"""Reads ANSWERS.csv: one row a story, with the answers its teller gave to the questions of QUESTIONS.yaml.

Columns: `story` (an id), `teller` (an id; left out: every story has a teller of its own), then one
per question, named by its id. Other columns (the story itself, a note) are left unread, and `notes_on` says so. An empty
cell is no answer, `nvt` is "past niet".

- choice: the id of an option; choices: ids with `;` between them, `-` for none of them;
- scale: a number from 0 to 100;
- triad: `a/b/c`, parts of a hundred in the order of the corners; or three columns `id.corner`;
- stones: `x,y;x,y`, a place for each stone in order, from 0 to 100 (an empty place: not laid); or a
  column `id.stone` with `x,y` for each stone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np

from sensemaking.faces.reading import ReadingError, header, rows
from sensemaking.patterns.answers import Answers
from sensemaking.patterns.questions import Question

STORY, TELLER = "story", "teller"
NOT_APPLICABLE, NONE_OF_THEM = "nvt", "-"
NO_ANSWER = ""
SUM_WITHIN = 1.0
UNREAD = {"nl": "De kolom {column} lezen we niet.", "en": "We do not read the column {column}."}
NO_TELLERS = {
    "nl": "Zonder kolom teller telt elk verhaal als één verteller.",
    "en": "Without a column teller each story counts as one teller.",
}
NUMBER = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,12})?")
POINT = re.compile(r"\s*([0-9]{1,3}(?:\.[0-9]{1,12})?)\s*,\s*([0-9]{1,3}(?:\.[0-9]{1,12})?)\s*")


def read_answers(path: Path | str, questions: Sequence[Question]) -> Answers:
    """The answers to these questions, or a ReadingError with line and column; nothing is half read.

    Messages are Dutch and never tell what stands in a cell.
    """
    path = Path(path)
    if not path.is_file():
        raise ReadingError(path.name, 0, "dit bestand ontbreekt.")
    names = header(path)
    columns = {question.id: _columns(path.name, question, names) for question in questions}
    stories: dict[str, int] = {}
    tellers: list[str] = []
    cells: dict[str, list[Any]] = {question.id: [] for question in questions}
    nots: dict[str, list[bool]] = {question.id: [] for question in questions}
    for line, row in rows(path, (STORY,)):
        story = _story(path.name, line, row[STORY], stories)
        stories[story] = line
        tellers.append(_teller(path.name, line, row, story))
        for question in questions:
            answer = _Cell(path.name, line, question, columns[question.id])
            value, does_not_fit = answer.read([row[name] for name in columns[question.id]])
            cells[question.id].append(value)
            nots[question.id].append(does_not_fit)
    if not stories:
        raise ReadingError(path.name, 0, "er staat geen enkel verhaal in.")
    return Answers(
        tuple(stories),
        tuple(tellers),
        tuple(questions),
        {one: np.array(values, dtype=np.float64) for one, values in cells.items()},
        {one: np.array(flags, dtype=bool) for one, flags in nots.items()},
    )


def notes_on(path: Path | str, questions: Sequence[Question], language: Literal["nl", "en"] = "nl") -> tuple[str, ...]:
    """What a reader must know of a file that was read: columns left unread, and no column with tellers."""
    path = Path(path)
    names = header(path)
    known = {STORY, TELLER}.union(*(_columns(path.name, question, names) for question in questions))
    told = [UNREAD[language].format(column=name) for name in names if name and name not in known]
    if TELLER not in names:
        told.append(NO_TELLERS[language])
    return tuple(told)


def _columns(file: str, question: Question, names: list[str]) -> list[str]:
    """The columns this question stands in: one with its id, or one for each corner or stone."""
    parts = [f"{question.id}.{option.id}" for option in question.options]
    if question.id in names:
        return [question.id]
    if question.kind in ("triad", "stones") and any(part in names for part in parts):
        for part in parts:
            if part not in names:
                raise ReadingError(file, 1, f"de kolom {part} ontbreekt.")
        return parts
    raise ReadingError(file, 1, f"de kolom {question.id} ontbreekt.")


def _story(file: str, line: int, story: str, seen: dict[str, int]) -> str:
    if not story:
        raise ReadingError(file, line, "dit verhaal heeft geen id.", STORY)
    if story in seen:
        raise ReadingError(file, line, f"dit verhaal staat ook op regel {seen[story]}.", STORY)
    return story


def _teller(file: str, line: int, row: dict[str, str], story: str) -> str:
    if TELLER not in row:
        return story
    if not row[TELLER]:
        raise ReadingError(file, line, "de verteller ontbreekt. Laat de hele kolom weg als je die niet weet.", TELLER)
    return row[TELLER]


class _Cell:
    """The answer to one question in one row."""

    def __init__(self, file: str, line: int, question: Question, columns: list[str]) -> None:
        self.file, self.line, self.question, self.columns = file, line, question, columns
        self.options = {option.id: place for place, option in enumerate(question.options)}

    def read(self, cells: list[str]) -> tuple[Any, bool]:
        """(the answer as Answers wants it, whether it was "past niet")."""
        if all(cell == NO_ANSWER for cell in cells):
            return self._none(), False
        if all(cell.lower() in (NOT_APPLICABLE, NO_ANSWER) for cell in cells):
            return self._none(), True
        if self.question.kind == "choice":
            return self._place(cells[0]), False
        if self.question.kind == "choices":
            return self._chosen(cells[0]), False
        if self.question.kind == "scale":
            return self._number(cells[0], self.columns[0]), False
        if self.question.kind == "triad":
            return self._shares(cells), False
        return self._laid(cells), False

    def _none(self) -> Any:
        options = len(self.options)
        if self.question.kind == "choice":
            return -1
        if self.question.kind == "stones":
            return [[np.nan, np.nan]] * options
        return np.nan if self.question.kind == "scale" else [np.nan] * options

    def _place(self, cell: str) -> int:
        if cell not in self.options:
            raise self._error(f"dit antwoord kennen we niet. Verwacht een van: {', '.join(self.options)}.")
        return self.options[cell]

    def _chosen(self, cell: str) -> list[float]:
        named = [] if cell == NONE_OF_THEM else [one.strip() for one in cell.split(";") if one.strip()]
        chosen = {self._place(one) for one in named}
        return [float(place in chosen) for place in range(len(self.options))]

    def _number(self, cell: str, column: str) -> float:
        number = float(cell.replace(",", ".")) if NUMBER.fullmatch(cell) else -1.0
        if not 0 <= number <= 100:
            raise self._error("hier hoort een getal van 0 tot en met 100.", column)
        return number

    def _shares(self, cells: list[str]) -> list[float]:
        parts = [part.strip() for part in cells[0].split("/")] if len(self.columns) == 1 else cells
        if len(parts) != len(self.options):
            raise self._error("hier horen drie delen, zoals 20/30/50.")
        names = self.columns if len(self.columns) > 1 else self.columns * len(parts)
        numbers = [self._number(part, name) for part, name in zip(parts, names, strict=True)]
        total = sum(numbers)
        if abs(total - 100) > SUM_WITHIN:
            raise self._error(f"de drie delen zijn samen {total:g}. Verwacht: 100.")
        return [number / total for number in numbers]

    def _laid(self, cells: list[str]) -> list[list[float]]:
        places = [part.strip() for part in cells[0].split(";")] if len(self.columns) == 1 else cells
        if len(places) != len(self.options):
            raise self._error(f"hier horen {len(self.options)} plekken, met ; ertussen.")
        names = self.columns if len(self.columns) > 1 else self.columns * len(places)
        return [self._point(place, name) for place, name in zip(places, names, strict=True)]

    def _point(self, place: str, column: str) -> list[float]:
        if place in (NO_ANSWER, NOT_APPLICABLE):
            return [np.nan, np.nan]
        read = POINT.fullmatch(place)
        both = [float(number) for number in read.groups()] if read else [-1.0]
        if not all(0 <= number <= 100 for number in both):
            raise self._error("hier hoort een plek als 40,60 (van 0 tot en met 100).", column)
        return [number / 100 for number in both]

    def _error(self, message: str, column: str = "") -> ReadingError:
        return ReadingError(self.file, self.line, message, column or self.columns[0])
