"""What was answered to each question by itself, as a screen may show it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import compress

import numpy as np

from sensemaking.patterns import triads
from sensemaking.patterns.answers import Answers, Id
from sensemaking.patterns.found import Array, Flags, Whole
from sensemaking.patterns.pictures import dots_of
from sensemaking.patterns.questions import Question
from sensemaking.patterns.safe_counts import published
from sensemaking.patterns.stones import StonePair, StoneView, describe_pairs, describe_stone
from sensemaking.patterns.subjects import Subject, features, subjects
from sensemaking.small import FEWEST

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
    """The answers to one question by itself; below five tellers nothing but how many there are."""
    column, answered = answers.columns[question.id], answers.answered(question.id)
    nots, whose = answers.not_applicable[question.id], answers.teller_codes()
    n, people = int(answered.sum()), len(np.unique(whose[answered]))
    missing = int((~answered & ~nots).sum())
    plain = QuestionView(question, n, people, missing, int(nots.sum()))
    if question.kind in ("choice", "choices"):
        return replace(plain, bars=_bars(Subject(question, column[answered], answered[answered]), whose[answered]))
    if question.kind == "stones":
        return _stones(plain, column, whose, answers.stories)
    if question.kind == "triad":
        described = triads.describe(column, whose, nots)
        if people < FEWEST:
            return replace(plain, triad=replace(described, centre=None, huddled=None))
        return replace(plain, triad=described, dots=dots_of(column[answered], answers.stories, answered))
    if people < FEWEST:
        return plain
    low, middle, high = (float(point) for point in np.quantile(column[answered], (0.25, 0.5, 0.75)))
    placed = tuple((answers.stories[row], (float(column[row]),)) for row in np.flatnonzero(answered))
    return replace(plain, quartiles=(low, middle, high), dots=placed)


def _stones(plain: QuestionView, column: Array, whose: Whole, stories: tuple[Id, ...]) -> QuestionView:
    """Stones laid by five tellers or more."""
    words = tuple(option.words for option in plain.question.options)
    views = tuple(describe_stone(stone, column[:, place, :], whose) for place, stone in enumerate(words))
    many = np.array([stone.tellers >= FEWEST for stone in views])
    shown = np.where(many[None, :, None], column, np.nan)
    laid = np.flatnonzero(~np.isnan(shown).all(axis=(1, 2)))
    return replace(
        plain,
        stones=tuple(
            stone if stone.tellers >= FEWEST else replace(stone, median=None, quartiles=None) for stone in views
        ),
        pairs=tuple(pair for pair in describe_pairs(words, shown) if pair.n >= FEWEST),
        dots=tuple((stories[row], tuple(float(one) for one in shown[row].ravel())) for row in laid),
    )


def side_by_side(one: Subject, other: Subject, stories: tuple[Id, ...]) -> tuple[StoriesOf, ...]:
    """The stories by answer to the first question with options, or else to the first: by thirds of a scale
    (the middle one without words), by the largest share of a triad, by thirds across for a stone. A story
    stands under each of its answers, or under none."""
    subject = one if one.question.kind == "choice" or other.question.kind not in ("choice", "choices") else other
    groups = ((words, compress(stories, member.tolist())) for words, member in _by_answer(subject))
    found = ((words, tuple(ids)) for words, ids in groups)
    return tuple(StoriesOf(subject.name, words, ids) for words, ids in found if ids)


def by_answer(question: Question, answers: Answers) -> tuple[StoriesOf, ...]:
    """The stories by answer to one question, or by where each stone lies across."""
    found: list[StoriesOf] = []
    for subject in subjects(answers):
        if subject.question.id == question.id and subject.answered.any():
            only = subject.only(subject.answered)
            found += side_by_side(only, only, tuple(compress(answers.stories, subject.answered.tolist())))
    return tuple(found)


def _by_answer(subject: Subject) -> list[tuple[str, Flags]]:
    each = features(subject)
    if each[0].yes_no:
        return [(feature.words, feature.values > 0) for feature in each]
    if subject.question.kind == "triad":
        largest = subject.column.argmax(axis=1)
        return [(feature.words, largest == corner) for corner, feature in enumerate(each)]
    third = np.digitize(each[0].values / each[0].end, THIRDS)
    return [(each[0].low, third == 0), ("", third == 1), (each[0].high, third == 2)]


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
