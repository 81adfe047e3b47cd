"""Beeld van de zaal: where people agree, where they differ, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.division import Labels
from sensemaking.opinion.few import voices_of_the_few
from sensemaking.opinion.groups import Progress, Split, split
from sensemaking.opinion.judge import Opposed, Shared, StatementView, Verdict, counted, judged, opposed, shared
from sensemaking.opinion.order import by_content
from sensemaking.opinion.typical import Typical, counted_without, typical
from sensemaking.opinion.votes import Array, Id, Votes
from sensemaking.small import order_without_counts

FEWEST_PEOPLE = 7
FEWEST_STATEMENTS = 3
MOST_ANSWERS_ASKED = 7

State = Literal["too_few", "no_groups", "groups"]


@dataclass(frozen=True)
class Place:
    """One person on the picture: x and y within a circle of radius 1, the group's shape number
    (None without groups), `membership`: how probable each group is for this person (empty without
    groups; sums to 1 at most), and `stays`: that of the own group."""

    person: Id
    x: float
    y: float
    group: int | None
    stays: float | None
    membership: tuple[float, ...]


@dataclass(frozen=True)
class Group:
    """A group of people who answer alike. `number` 0-3 is only a shape, from large to small.

    `stays`: the mean of its people's; `stability`: the mean overlap (Jaccard, 0-1) with its
    counterpart in the retakes; `typical`: what its own majority answers more than others do.
    """

    number: int
    people: tuple[Id, ...]
    stays: float
    stability: float
    typical: tuple[Typical, ...]


@dataclass(frozen=True)
class Landscape:
    """The whole picture.

    `state`: "too_few" (no map), "no_groups" (a map, no demonstrable groups) or "groups".
    `statements`: from most to least supported, moderated ones left out. `places`: who is on
    the map, empty when too few; `unplaced`: who answered too little for it. `chance`: how often
    shuffled answers look as divided, and `gain`: the part of the squared error on votes left out
    that knowing people's groups takes away (None without a map). `scale`: how often people on a
    sliding scale look as divided, and `stays`: the average over people of the probability of their
    own group (None without groups). `numbers`: (number of groups, how often it does best in a
    retake), 1 for no groups; `components`: how many dimensions best foretell held-out votes (None
    without a map). `few`: statements chosen so that small companies that agree are heard in
    proportion.
    """

    state: State
    people: int
    statements: tuple[StatementView, ...]
    places: tuple[Place, ...]
    unplaced: tuple[Id, ...]
    groups: tuple[Group, ...]
    chance: float | None
    gain: float | None
    scale: float | None
    stays: float | None
    numbers: tuple[tuple[int, float], ...]
    components: int | None
    few: tuple[Id, ...]

    @property
    def bridges(self) -> tuple[StatementView, ...]:
        """What a majority of every group supports, surest first."""
        return self._with("bridge", lambda view: view.agree)

    @property
    def shared_no(self) -> tuple[StatementView, ...]:
        """What a majority of every group rejects, surest first."""
        return self._with("shared_no", lambda view: view.disagree)

    @property
    def dividing(self) -> tuple[StatementView, ...]:
        """What divides, surest first."""
        return self._with("divides", lambda view: view.divides)

    @property
    def unknown(self) -> tuple[StatementView, ...]:
        """What we do not know yet."""
        return tuple(view for view in self.statements if view.verdict == "unknown")

    def between(self, a: int, b: int) -> tuple[Shared, ...]:
        """The bridges between groups a and b alone, surest first. Raises ValueError on no such pair."""
        self._refuse_pair(a, b)
        found = (shared(view, a, b) for view in self.statements)
        return tuple(sorted((one for one in found if one), key=lambda one: -one.probability))

    def apart(self, a: int, b: int) -> tuple[Opposed, ...]:
        """What groups a and b are opposed about, surest first. Raises ValueError on no such pair."""
        self._refuse_pair(a, b)
        found = (opposed(view, a, b) for view in self.statements)
        return tuple(sorted((one for one in found if one), key=lambda one: -one.probability))

    def _with(self, verdict: Verdict, sure: Callable[[StatementView], float]) -> tuple[StatementView, ...]:
        chosen = [view for view in self.statements if view.verdict == verdict]
        return tuple(sorted(chosen, key=lambda view: -sure(view)))

    def _refuse_pair(self, a: int, b: int) -> None:
        known = range(len(self.groups))
        if a == b or a not in known or b not in known:
            raise ValueError(f"groups {a} and {b}: expected two different numbers below {len(self.groups)}")


def landscape(
    votes: Votes, seed: int = 0, *, shuffles: int = 200, retakes: int = 200, progress: Progress | None = None
) -> Landscape:
    """The landscape of these votes: the same votes and seed give the same landscape, whatever
    the order of rows and columns and whatever people and statements are called.

    People are on the map when they answered at least half of the statements (seven is always
    enough); a pass is an answer. A map needs seven people and three statements. `shuffles`,
    `retakes`: how often chance is asked, and how often the groups are found again; `progress` is
    called with (done, of how many).
    """
    votes = votes.sorted()
    kept = [j for j, s in enumerate(votes.statements) if s not in votes.moderated_out]
    matrix = votes.matrix[:, kept]
    statements = tuple(votes.statements[j] for j in kept)
    weighed = ~np.isnan(matrix)
    asked = weighed.any(axis=0)
    placed = weighed.sum(axis=1) >= max(1, min(MOST_ANSWERS_ASKED, -(-int(asked.sum()) // 2)))
    people = int(weighed.any(axis=1).sum())
    few = voices_of_the_few(votes)
    if placed.sum() < FEWEST_PEOPLE or asked.sum() < FEWEST_STATEMENTS:
        views = _views(statements, matrix, _no_groups(matrix), _no_groups(matrix), enough=False)
        return Landscape("too_few", people, views, (), votes.people, (), None, None, None, None, (), None, few)

    rows, columns = by_content(matrix[np.ix_(placed, asked)])
    rows, columns = np.flatnonzero(placed)[rows], np.flatnonzero(asked)[columns]
    on_map = matrix[np.ix_(rows, columns)]
    found = split(on_map, seed, shuffles=shuffles, retakes=retakes, progress=progress)
    labels = found.labels if found.demonstrable else None
    groups, without = _no_groups(matrix), _no_groups(matrix)
    if labels is not None:
        groups = np.stack([counted(matrix[rows[labels == g]]) for g in range(found.k)])
        without = np.zeros_like(groups)
        without[:, columns] = counted_without(on_map, labels)
    found = _by_id(found, rows)
    labels = None if labels is None else found.labels
    ids = tuple(votes.people[i] for i in np.sort(rows))
    return Landscape(
        state="no_groups" if labels is None else "groups",
        people=people,
        statements=_views(statements, matrix, groups, without, enough=True),
        places=_places(ids, found, labels),
        unplaced=tuple(votes.people[i] for i in np.flatnonzero(~placed)),
        groups=() if labels is None else _groups(ids, found, labels, typical(statements, groups, without)),
        chance=found.chance,
        gain=found.gain,
        scale=found.scale,
        stays=None if labels is None else float(found.stays.mean()),
        numbers=found.numbers,
        components=found.components,
        few=few,
    )


def _by_id(found: Split, rows: NDArray[np.intp]) -> Split:
    """The same split with people in the order of their ids; `rows`: where each of them stands."""
    back = np.argsort(rows)
    return replace(
        found,
        points=found.points[back],
        labels=None if found.labels is None else found.labels[back],
        stays=found.stays[back],
        membership=found.membership[back],
    )


def _no_groups(matrix: Array) -> Array:
    return np.zeros((0, matrix.shape[1], 3))


def _views(
    statements: tuple[Id, ...], matrix: Array, groups: Array, without: Array, *, enough: bool
) -> tuple[StatementView, ...]:
    views = {view.statement: view for view in judged(statements, counted(matrix), groups, without, enough=enough)}
    order = order_without_counts({statement: view.room for statement, view in views.items()})
    return tuple(views[statement] for statement in order)


def _places(ids: tuple[Id, ...], found: Split, labels: Labels | None) -> tuple[Place, ...]:
    radius = float(np.linalg.norm(found.points, axis=1).max()) or 1.0
    return tuple(
        Place(
            person,
            round(float(x) / radius, 6),
            round(float(y) / radius, 6),
            None if labels is None else int(labels[i]),
            None if labels is None else float(found.stays[i]),
            () if labels is None else tuple(float(part) for part in found.membership[i]),
        )
        for i, (person, (x, y)) in enumerate(zip(ids, found.points, strict=True))
    )


def _groups(
    ids: tuple[Id, ...], found: Split, labels: Labels, of_groups: tuple[tuple[Typical, ...], ...]
) -> tuple[Group, ...]:
    return tuple(
        Group(
            g,
            tuple(person for person, label in zip(ids, labels, strict=True) if label == g),
            float(found.stays[labels == g].mean()),
            found.stability[g],
            of_groups[g],
        )
        for g in range(found.k)
    )
