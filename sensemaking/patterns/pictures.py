"""What a picture of one comparison shows, safe to publish: tables, strips, clouds, triangles.

Counts of fewer than five stories, or of fewer than five tellers, are None, and so is what would give
them away. Dots are single stories; a group of fewer than five tellers gets no dots of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sensemaking.patterns import triads
from sensemaking.patterns.answers import Id
from sensemaking.patterns.found import Array, Flags, Whole
from sensemaking.patterns.safe_counts import published
from sensemaking.patterns.showing import Shown
from sensemaking.patterns.subjects import Feature, Subject, features
from sensemaking.small import FEWEST, PublishedTable

THIRDS = (1 / 3, 2 / 3)


@dataclass(frozen=True)
class CrossTable:
    """Stories by option of two questions. A label of None: the stories without the option before it."""

    row_question: str
    column_question: str
    rows: tuple[str | None, ...]
    columns: tuple[str | None, ...]
    table: PublishedTable


@dataclass(frozen=True)
class Strip:
    """One group on a scale. `label`: its option, None for the stories without the option before it.

    `n`, `quartiles` (low, middle, high) and `dots` (story, value) are None or empty below five tellers.
    """

    label: str | None
    n: int | None
    quartiles: tuple[float, float, float] | None
    dots: tuple[tuple[Id, float], ...]


@dataclass(frozen=True)
class Strips:
    """A scale, a corner or a stone (`words`) by option; values run from 0 (`low`) to `end` (`high`)."""

    group_question: str
    question: str
    words: str
    low: str
    high: str
    end: float
    strips: tuple[Strip, ...]


@dataclass(frozen=True)
class Axis:
    """One side of a cloud: values from 0 (`low`) to `end` (`high`)."""

    question: str
    words: str
    low: str
    high: str
    end: float


@dataclass(frozen=True)
class Cloud:
    """A dot (story, x, y) for each story; `thirds`: how many lie in each third of y (rows, from low to
    high) and x (columns)."""

    x: Axis
    y: Axis
    dots: tuple[tuple[Id, float, float], ...]
    thirds: PublishedTable


@dataclass(frozen=True)
class Triangle:
    """One group in a triad; `view` is None and `dots` (story, three shares) empty below five tellers."""

    label: str | None
    view: triads.TriadView | None
    dots: tuple[tuple[Id, tuple[float, float, float]], ...]


@dataclass(frozen=True)
class Triangles:
    """A triad by option of another question."""

    group_question: str
    question: str
    corners: tuple[str, ...]
    triangles: tuple[Triangle, ...]


Picture = CrossTable | Strips | Cloud | Triangles


@dataclass(frozen=True, eq=False)
class _Groups:
    """Stories (n,) in groups 0, 1, ...; `labels`: their options."""

    question: str
    labels: tuple[str | None, ...]
    codes: Whole


def picture(one: Subject, other: Subject, shown: Shown | None, stories: tuple[Id, ...], tellers: Whole) -> Picture:
    """The picture of two subjects that all these stories answered.

    Of a question with several answers, and of a triad or a stone beside a figure, it draws the answer
    in which the pattern shows, or else the first. A table with thin cells shrinks to that answer and
    all others.
    """
    first, second = _drawn(one, shown), _drawn(other, shown)
    if not first.yes_no and not second.yes_no:
        return _cloud(first, second, stories, tellers)
    if first.yes_no and second.yes_no:
        return _table(first, second, tellers, narrow=shown is not None)
    grouping, figure = (first, second) if first.yes_no else (second, first)
    if figure.question.kind == "triad":
        return _triangles(_groups(grouping), figure.subject, stories, tellers)
    return _strips(_groups(grouping), figure, stories, tellers)


def picture_of_three(a: Subject, x: Subject, b: Subject, stories: tuple[Id, ...], tellers: Whole) -> Strips:
    """The scale `x` by option of `a` and of `b` together."""
    first, second = a.question.options, b.question.options
    groups = _Groups(
        f"{a.question.name}, {b.question.name}",
        tuple(f"{one.words}, {other.words}" for one in first for other in second),
        a.column * len(second) + b.column,
    )
    return _strips(groups, features(x)[0], stories, tellers)


def _drawn(subject: Subject, shown: Shown | None) -> Feature:
    if shown is not None:
        for answer in (shown.first, shown.second):
            if answer.feature.subject is subject:
                return answer.feature
    return features(subject)[0]


def _groups(feature: Feature) -> _Groups:
    question = feature.question
    if question.kind == "choice":
        return _Groups(question.name, tuple(option.words for option in question.options), feature.subject.column)
    return _with_and_without(feature)


def _with_and_without(feature: Feature) -> _Groups:
    question = feature.question
    return _Groups(question.name, (feature.words, None), (feature.values == 0).astype(np.int64))


def _table(rows: Feature, columns: Feature, tellers: Whole, *, narrow: bool) -> CrossTable:
    """Every option against every option; with thin cells and `narrow` only these two against the others."""
    full = _cross_table(_groups(rows), _groups(columns), tellers)
    if not narrow or all(cell is not None for row in full.table.cells for cell in row):
        return full
    return _cross_table(_with_and_without(rows), _with_and_without(columns), tellers)


def _cross_table(rows: _Groups, columns: _Groups, tellers: Whole) -> CrossTable:
    shape = len(rows.labels), len(columns.labels)
    table = published(rows.codes, columns.codes, shape, tellers, crossed=True)
    return CrossTable(rows.question, columns.question, rows.labels, columns.labels, table)


def _may_show(member: Flags, tellers: Whole) -> bool:
    return len(np.unique(tellers[member])) >= FEWEST


def _strips(groups: _Groups, figure: Feature, stories: tuple[Id, ...], tellers: Whole) -> Strips:
    strips = []
    for code, label in enumerate(groups.labels):
        member = groups.codes == code
        if not _may_show(member, tellers):
            strips.append(Strip(label, None, None, ()))
            continue
        values = figure.values[member]
        low, middle, high = (float(point) for point in np.quantile(values, (0.25, 0.5, 0.75)))
        dots = tuple((stories[place], float(figure.values[place])) for place in np.flatnonzero(member))
        strips.append(Strip(label, len(values), (low, middle, high), dots))
    return Strips(
        groups.question, figure.question.name, figure.words, figure.low, figure.high, figure.end, tuple(strips)
    )


def _triangles(groups: _Groups, triad: Subject, stories: tuple[Id, ...], tellers: Whole) -> Triangles:
    triangles = []
    for code, label in enumerate(groups.labels):
        member = groups.codes == code
        if not _may_show(member, tellers):
            triangles.append(Triangle(label, None, ()))
            continue
        shares = triad.column[member]
        view = triads.describe(shares, tellers[member], np.zeros(len(shares), dtype=bool))
        triangles.append(Triangle(label, view, dots_of(shares, stories, member)))
    corners = tuple(option.words for option in triad.question.options)
    return Triangles(groups.question, triad.question.name, corners, tuple(triangles))


def dots_of(shares: Array, stories: tuple[Id, ...], member: Flags) -> tuple[tuple[Id, tuple[float, float, float]], ...]:
    """(story, three shares) for the stories where `member` holds; `shares` has a row for each of them."""
    return tuple(
        (stories[place], (float(row[0]), float(row[1]), float(row[2])))
        for place, row in zip(np.flatnonzero(member), shares, strict=True)
    )


def _cloud(x: Feature, y: Feature, stories: tuple[Id, ...], tellers: Whole) -> Cloud:
    dots = tuple((story, float(a), float(b)) for story, a, b in zip(stories, x.values, y.values, strict=True))
    thirds = published(_third(y), _third(x), (3, 3), tellers)
    return Cloud(_axis(x), _axis(y), dots, thirds)


def _third(feature: Feature) -> Whole:
    return np.digitize(feature.values / feature.end, THIRDS).astype(np.int64)


def _axis(feature: Feature) -> Axis:
    return Axis(feature.question.name, feature.words, feature.low, feature.high, feature.end)
