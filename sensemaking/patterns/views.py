"""What was answered to each question by itself, as a screen may show it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from sensemaking.patterns import triads
from sensemaking.patterns.answers import Answers, Id
from sensemaking.patterns.found import Array, Whole
from sensemaking.patterns.pictures import dots_of
from sensemaking.patterns.questions import Question
from sensemaking.patterns.safe_counts import published
from sensemaking.patterns.stones import StonePair, StoneView, describe_pairs, describe_stone
from sensemaking.patterns.subjects import Subject, features

THIRDS = (1 / 3, 2 / 3)
Dots = tuple[tuple[Id, tuple[float, ...]], ...]


@dataclass(frozen=True)
class Bar:
    """How many stories carry an option; None when it would show fewer than five."""

    words: str
    count: int | None


@dataclass(frozen=True)
class QuestionView:
    """The answers to one question.

    `n` stories of `tellers` tellers; `missing` have no answer, `not_applicable` said "past niet".
    `bars`: of a choice; `quartiles` (low, middle, high): of a scale; `triad`; `stones` and `pairs`.
    `dots`: (story, figures) of a scale (one figure) or a triad (three shares); of stones (x, y) of each
    stone in turn, NaN where it was not laid. What does not belong to the kind is empty or None.
    """

    question: Question
    n: int
    tellers: int
    missing: int
    not_applicable: int
    bars: tuple[Bar, ...] = ()
    quartiles: tuple[float, float, float] | None = None
    triad: triads.TriadView | None = None
    stones: tuple[StoneView, ...] = ()
    pairs: tuple[StonePair, ...] = ()
    dots: Dots = ()


@dataclass(frozen=True)
class StoriesOf:
    """The stories with one answer, by id."""

    question: str
    words: str
    stories: tuple[Id, ...]


def view(question: Question, answers: Answers) -> QuestionView:
    """The answers to one question by itself."""
    column, answered = answers.columns[question.id], answers.answered(question.id)
    nots, whose = answers.not_applicable[question.id], answers.teller_codes()
    n, people = int(answered.sum()), len(np.unique(whose[answered]))
    missing = int((~answered & ~nots).sum())
    plain = QuestionView(question, n, people, missing, int(nots.sum()))
    if question.kind in ("choice", "choices"):
        return replace(plain, bars=_bars(Subject(question, column[answered], answered[answered]), whose[answered]))
    if question.kind == "scale":
        values = column[answered]
        dots = tuple((answers.stories[row], (float(column[row]),)) for row in np.flatnonzero(answered))
        return replace(plain, quartiles=_quartiles(values), dots=dots)
    if question.kind == "triad":
        return replace(
            plain,
            triad=triads.describe(column, whose, nots),
            dots=dots_of(column[answered], answers.stories, answered),
        )
    words = tuple(option.words for option in question.options)
    return replace(
        plain,
        stones=tuple(describe_stone(stone, column[:, place, :], whose) for place, stone in enumerate(words)),
        pairs=describe_pairs(words, column),
        dots=tuple(
            (answers.stories[row], tuple(float(one) for one in column[row].ravel())) for row in np.flatnonzero(answered)
        ),
    )


def side_by_side(one: Subject, other: Subject, stories: tuple[Id, ...]) -> tuple[StoriesOf, ...]:
    """The stories by answer to the first question with options, or else by thirds of the first."""
    subject = one if one.question.kind == "choice" or other.question.kind not in ("choice", "choices") else other
    found = []
    for feature in features(subject):
        if feature.yes_no:
            groups = [(feature.words, feature.values > 0)]
        else:
            third = np.digitize(feature.values / feature.end, THIRDS)
            groups = [(feature.low, third == 0), ("", third == 1), (feature.high, third == 2)]
            if feature.words == feature.high:
                groups = groups[2:]
        for words, member in groups:
            if member.any():
                ids = tuple(stories[row] for row in np.flatnonzero(member))
                found.append(StoriesOf(subject.question.name, words, ids))
    return tuple(found)


def _bars(subject: Subject, whose: Whole) -> tuple[Bar, ...]:
    options = subject.question.options
    everyone = np.zeros(len(whose), dtype=np.int64)
    if subject.question.kind == "choice":
        counts = published(everyone, subject.column, (1, len(options)), whose).cells[0]
        return tuple(Bar(option.words, count) for option, count in zip(options, counts, strict=True))
    bars = []
    for place, option in enumerate(options):
        without = (subject.column[:, place] == 0).astype(np.int64)
        bars.append(Bar(option.words, published(everyone, without, (1, 2), whose).cells[0][0]))
    return tuple(bars)


def _quartiles(values: Array) -> tuple[float, float, float] | None:
    if not len(values):
        return None
    low, middle, high = (float(point) for point in np.quantile(values, (0.25, 0.5, 0.75)))
    return low, middle, high
