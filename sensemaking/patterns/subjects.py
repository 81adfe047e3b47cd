"""What can be compared: a question, or one stone of it; and the single answers in which a pattern shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sensemaking.patterns.answers import SCALE_END, Answers
from sensemaking.patterns.found import Array, Flags
from sensemaking.patterns.questions import Question


@dataclass(frozen=True, eq=False)
class Subject:
    """A question with its answers (n rows), or one stone of it (`stone` is its place, `column` (n, 2))."""

    question: Question
    column: NDArray[Any]
    answered: Flags
    stone: int | None = None

    @property
    def key(self) -> str:
        """The question's id, or `question.stone`."""
        return self.question.id if self.stone is None else f"{self.question.id}.{self.question.options[self.stone].id}"

    @property
    def name(self) -> str:
        """As people read it."""
        words = self.question.name
        return words if self.stone is None else f"{words}: {self.question.options[self.stone].words}"

    def only(self, kept: Flags) -> Subject:
        """The same subject for the stories that are kept."""
        return Subject(self.question, self.column[kept], self.answered[kept], self.stone)


@dataclass(frozen=True, eq=False)
class Feature:
    """One thing a story has or has more of: an option chosen, a point on a scale, a share of a corner,
    a stone along one axis.

    `values` (n,): 1 and 0 when `yes_no`, else a figure from `start` to `end`. `words`: the option, the
    corner or the stone. `low`, `high`: what the ends mean; of a corner only `high`.
    """

    subject: Subject
    values: Array
    yes_no: bool
    words: str = ""
    low: str = ""
    high: str = ""
    end: float = 1.0

    @property
    def question(self) -> Question:
        return self.subject.question


def subjects(answers: Answers) -> tuple[Subject, ...]:
    """All that can be compared, in the order of the questions; of stones each stone."""
    found = []
    for question in answers.questions:
        column = answers.columns[question.id]
        if question.kind == "stones":
            for stone in range(len(question.options)):
                place = column[:, stone, :]
                found.append(Subject(question, place, ~np.isnan(place).any(axis=1), stone))
        else:
            found.append(Subject(question, column, answers.answered(question.id)))
    return tuple(found)


def features(subject: Subject) -> tuple[Feature, ...]:
    """The features of a subject that everybody in it answered."""
    question, column = subject.question, subject.column
    if question.kind == "choice":
        return tuple(
            Feature(subject, (column == place).astype(np.float64), True, option.words)
            for place, option in enumerate(question.options)
        )
    if question.kind == "choices":
        return tuple(
            Feature(subject, column[:, place], True, option.words) for place, option in enumerate(question.options)
        )
    if question.kind == "scale":
        return (Feature(subject, column, False, "", question.low, question.high, SCALE_END),)
    if question.kind == "triad":
        return tuple(
            Feature(subject, column[:, place], False, option.words, "", option.words)
            for place, option in enumerate(question.options)
        )
    words = question.options[subject.stone or 0].words
    return (
        Feature(subject, column[:, 0], False, words, question.low, question.high),
        Feature(subject, column[:, 1], False, words, question.bottom, question.top),
    )
