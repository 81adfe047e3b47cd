"""What tellers answered about their stories: the one input of the patterns."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sensemaking.patterns.found import AnswersError, Array, Flags, Whole
from sensemaking.patterns.questions import Question

Id = Hashable

SCALE_END = 100.0
SUM_WITHIN = 1e-6


@dataclass(frozen=True, eq=False)
class Answers:
    """Answers to `questions` (columns), one row a story.

    `stories`: unique ids, one per row. `tellers`: whose story it is; a teller may have several.
    `columns`: per question id an array with n rows:

    - choice: whole numbers (n,), the place of the option, -1 no answer;
    - choices: 0 or 1 (n, options), a row of NaN no answer (nothing chosen is an answer);
    - scale: (n,), 0 to 100, NaN no answer;
    - triad: (n, 3), shares of at least 0 that sum to 1, a row of NaN no answer;
    - stones: (n, stones, 2), places from 0 to 1 (left to right, bottom to top), NaN a stone not laid.

    `not_applicable`: per question id (n,) booleans, True where the teller said "past niet"; such an
    answer is missing in `columns` and counted apart. Raises AnswersError, naming row and column.
    """

    stories: tuple[Id, ...]
    tellers: tuple[Id, ...]
    questions: tuple[Question, ...]
    columns: Mapping[str, NDArray[Any]]
    not_applicable: Mapping[str, Flags] = field(default_factory=dict)

    def __post_init__(self) -> None:
        stories, tellers, questions = tuple(self.stories), tuple(self.tellers), tuple(self.questions)
        if len(tellers) != len(stories):
            raise AnswersError(f"{len(tellers)} tellers given for {len(stories)} stories")
        _refuse_twice("row", "story", stories)
        _refuse_twice("column", "question", [question.id for question in questions])
        known = {question.id for question in questions}
        for given in (self.columns, self.not_applicable):
            unknown = sorted(set(given) - known)
            if unknown:
                raise AnswersError(f"column {unknown[0]!r} is no question")
        columns, nots = {}, {}
        for question in questions:
            if question.id not in self.columns:
                raise AnswersError(f"column {question.id!r} is missing")
            columns[question.id] = _checked(question, self.columns[question.id], stories)
            nots[question.id] = self._checked_not(question, columns[question.id], stories)
        for name, value in (
            ("stories", stories),
            ("tellers", tellers),
            ("questions", questions),
            ("columns", columns),
            ("not_applicable", nots),
        ):
            object.__setattr__(self, name, value)

    def _checked_not(self, question: Question, column: NDArray[Any], stories: tuple[Id, ...]) -> Flags:
        given = np.array(self.not_applicable.get(question.id, np.zeros(len(stories), dtype=bool)), dtype=bool)
        if given.shape != (len(stories),):
            raise AnswersError(f"column {question.id!r}: not_applicable has shape {given.shape}")
        both = given & _answered(question, column)
        if both.any():
            raise _at(int(both.argmax()), stories, question, "is answered and not applicable at once")
        given.flags.writeable = False
        return given

    def question(self, question_id: str) -> Question:
        """The question with this id. Raises KeyError."""
        for one in self.questions:
            if one.id == question_id:
                return one
        raise KeyError(question_id)

    def answered(self, question_id: str) -> Flags:
        """(n,): True where there is an answer; of stones where at least one is laid."""
        return _answered(self.question(question_id), self.columns[question_id])

    def sorted(self) -> Answers:
        """The same answers with the stories and the questions in the order of their ids (as text)."""
        rows = sorted(range(len(self.stories)), key=lambda row: str(self.stories[row]))
        questions = tuple(sorted(self.questions, key=lambda question: question.id))
        return Answers(
            tuple(self.stories[row] for row in rows),
            tuple(self.tellers[row] for row in rows),
            questions,
            {question.id: self.columns[question.id][rows] for question in questions},
            {question.id: self.not_applicable[question.id][rows] for question in questions},
        )

    def teller_codes(self) -> Whole:
        """(n,): per story the place of its teller, in order of the tellers' ids as text."""
        place = {teller: code for code, teller in enumerate(sorted(set(self.tellers), key=str))}
        return np.array([place[teller] for teller in self.tellers], dtype=np.int64)


def _answered(question: Question, column: NDArray[Any]) -> Flags:
    if question.kind == "choice":
        return np.asarray(column >= 0)
    seen = ~np.isnan(column)
    return _any(_flat(seen))


def _checked(question: Question, given: NDArray[Any], stories: tuple[Id, ...]) -> NDArray[Any]:
    column: NDArray[Any]
    try:
        column = np.array(given, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise AnswersError(f"column {question.id!r} holds something else than numbers") from error
    options = len(question.options)
    shape = {"choices": (options,), "triad": (options,), "stones": (options, 2)}.get(question.kind, ())
    if column.shape != (len(stories), *shape):
        raise AnswersError(
            f"column {question.id!r} has shape {column.shape}, expected {(len(stories), *shape)} for {question.kind}"
        )
    wrong, expected = _wrong(question, column)
    if wrong.any():
        raise _at(int(wrong.argmax()), stories, question, f"is no answer, expected {expected}")
    if question.kind == "choice":
        column = column.astype(np.int64)
    column.flags.writeable = False
    return column


def _wrong(question: Question, column: Array) -> tuple[Flags, str]:
    """Per row whether its answer cannot be, and what would be."""
    rows = _flat(column)
    none = np.isnan(rows)
    half = _any(none) & _any(~none)
    if question.kind == "choice":
        options = range(-1, len(question.options))
        return ~np.isin(column, options), f"a whole number from -1 to {len(question.options) - 1}"
    if question.kind == "choices":
        return half | _any(~none & ~np.isin(rows, (0, 1))), "0 or 1 for each option, or NaN for all"
    if question.kind == "scale":
        return _any(~none & ~((rows >= 0) & (rows <= SCALE_END))), "0 to 100, or NaN"
    if question.kind == "triad":
        bad = _any(rows < 0) | (np.abs(rows.sum(axis=1) - 1) > SUM_WITHIN)
        return half | bad, "three shares that sum to 1, or NaN for all"
    apart = np.isnan(column[..., 0]) != np.isnan(column[..., 1])
    outside = _any(~none & ~((rows >= 0) & (rows <= 1)))
    return outside | _any(apart), "two numbers from 0 to 1 for each stone, or NaN for both"


def _flat(cells: NDArray[Any]) -> NDArray[Any]:
    """One row a story, whatever the shape of an answer."""
    return cells.reshape(len(cells), int(np.prod(cells.shape[1:])))


def _any(cells: Flags) -> Flags:
    return np.asarray(cells.any(axis=1))


def _at(row: int, stories: tuple[Id, ...], question: Question, message: str) -> AnswersError:
    return AnswersError(f"row {row} (story {stories[row]!r}), column {question.id!r}: {message}")


def _refuse_twice(axis: str, kind: str, ids: Sequence[Id]) -> None:
    if len({str(one) for one in ids}) == len(ids):
        return
    first: dict[str, int] = {}
    for position, one in enumerate(ids):
        if str(one) in first:
            raise AnswersError(f"{axis} {position}: {kind} {one!r} is already {axis} {first[str(one)]}")
        first[str(one)] = position
