"""Beeld van de zaal: where people agree, where they differ, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.groups import Split, split
from sensemaking.opinion.posterior import cumulative, more_than, quantile, smallest
from sensemaking.opinion.votes import AGREE, DISAGREE, PASS, Array, Id, Votes
from sensemaking.small import FEWEST, GroupView, Tally, group_view, order_without_counts

FEWEST_PEOPLE = 7
FEWEST_STATEMENTS = 3
MOST_ANSWERS_ASKED = 7
SURE = 0.9
SIZEABLE = 0.25

State = Literal["too_few", "no_groups", "groups"]
Verdict = Literal["bridge", "shared_no", "divides", "unknown"]


@dataclass(frozen=True)
class Place:
    """One person on the picture: x and y within a circle of radius 1, the group's shape number
    (None without groups), and how often the same group comes out of fewer statements (0-1)."""

    person: Id
    x: float
    y: float
    group: int | None
    stays: float | None


@dataclass(frozen=True)
class Group:
    """A group of people who answer alike. `number` 0-3 is only a shape, from large to small."""

    number: int
    people: tuple[Id, ...]
    stays: float


@dataclass(frozen=True)
class StatementView:
    """One statement in the landscape.

    `room`: everyone who weighed it; `by_group`: one tally per group. `agree`: the probability
    that a majority of every group (of the room, without groups) agrees; `low`, `high`: 90%
    interval of the share of agrees in the group where it is smallest; `disagree`: that a majority
    of every group disagrees; `divides`: that groups are opposed, or that at least a quarter of
    the room agrees and a quarter disagrees. `verdict` draws the line at 0.9.
    """

    statement: Id
    room: Tally
    by_group: tuple[Tally, ...]
    agree: float
    low: float
    high: float
    disagree: float
    divides: float
    verdict: Verdict

    @property
    def room_view(self) -> GroupView:
        return _view(self.room)

    @property
    def group_views(self) -> tuple[GroupView, ...]:
        return tuple(_view(tally) for tally in self.by_group)


@dataclass(frozen=True)
class Landscape:
    """The whole picture.

    `state`: "too_few" (no map), "no_groups" (a map, no demonstrable groups) or "groups".
    `statements`: from most to least supported, moderated ones left out. `places`: who is on
    the map, empty when too few; `unplaced`: who answered too little for it. `chance`: how often
    shuffled answers look as divided (None without a test). `stays`: the average over people of
    how often the same group comes out of fewer statements (None without groups).
    """

    state: State
    people: int
    statements: tuple[StatementView, ...]
    places: tuple[Place, ...]
    unplaced: tuple[Id, ...]
    groups: tuple[Group, ...]
    chance: float | None
    stays: float | None

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

    def _with(self, verdict: Verdict, sure: Callable[[StatementView], float]) -> tuple[StatementView, ...]:
        chosen = [view for view in self.statements if view.verdict == verdict]
        return tuple(sorted(chosen, key=lambda view: -sure(view)))


def landscape(votes: Votes, seed: int = 0) -> Landscape:
    """The landscape of these votes: the same votes and seed give the same landscape, whatever
    the order of rows and columns.

    People are on the map when they answered at least half of the statements (seven is always
    enough); a pass is an answer. A map needs seven people and three statements.
    """
    votes = votes.sorted()
    kept = [j for j, s in enumerate(votes.statements) if s not in votes.moderated_out]
    matrix = votes.matrix[:, kept]
    statements = tuple(votes.statements[j] for j in kept)
    weighed = ~np.isnan(matrix)
    asked = int(weighed.any(axis=0).sum())
    placed = weighed.sum(axis=1) >= max(1, min(MOST_ANSWERS_ASKED, -(-asked // 2)))
    people = int(weighed.any(axis=1).sum())
    if placed.sum() < FEWEST_PEOPLE or asked < FEWEST_STATEMENTS:
        views = _views(statements, matrix, [], judged=False)
        return Landscape("too_few", people, views, (), votes.people, (), None, None)

    found = split(matrix[np.ix_(placed, weighed.any(axis=0))], seed)
    rows = np.flatnonzero(placed)
    ids = tuple(votes.people[i] for i in rows)
    unplaced = tuple(votes.people[i] for i in np.flatnonzero(~placed))
    labels = found.labels if found.demonstrable else None
    members = [] if labels is None else [rows[labels == g] for g in range(found.k)]
    return Landscape(
        state="no_groups" if labels is None else "groups",
        people=people,
        statements=_views(statements, matrix, members, judged=True),
        places=_places(ids, found, labels),
        unplaced=unplaced,
        groups=_groups(ids, found, labels),
        chance=found.chance,
        stays=None if labels is None else float(found.stays.mean()),
    )


def _views(
    statements: tuple[Id, ...], matrix: Array, members: list[NDArray[np.intp]], judged: bool
) -> tuple[StatementView, ...]:
    everyone = np.arange(len(matrix))
    room = _tallies(matrix, everyone)
    by_group = [_tallies(matrix, rows) for rows in members]
    views = {
        statement: _judge(statement, room[j], tuple(tallies[j] for tallies in by_group), judged)
        for j, statement in enumerate(statements)
    }
    order = order_without_counts({s: view.room for s, view in views.items()})
    return tuple(views[statement] for statement in order)


def _judge(statement: Id, room: Tally, by_group: tuple[Tally, ...], judged: bool) -> StatementView:
    parts = by_group or (room,)
    weighed = [part.weighed for part in parts]
    agrees = cumulative([part.agree for part in parts], weighed)
    disagrees = cumulative([part.disagree for part in parts], weighed)
    for_it, against = more_than(0.5, agrees), more_than(0.5, disagrees)
    agree, disagree = float(for_it.prod()), float(against.prod())
    divides = max(_opposed(for_it, against), _torn(room))
    weakest = smallest(agrees)
    verdict: Verdict = "unknown"
    if judged and min(weighed) >= FEWEST:
        if divides >= SURE:
            verdict = "divides"
        elif agree >= SURE:
            verdict = "bridge"
        elif disagree >= SURE:
            verdict = "shared_no"
    low, high = float(quantile(weakest, 0.05)), float(quantile(weakest, 0.95))
    return StatementView(statement, room, by_group, agree, low, high, disagree, divides, verdict)


def _opposed(for_it: Array, against: Array) -> float:
    """The probability that one group's majority agrees and another's disagrees; the surest pair."""
    return float(np.outer(for_it, against).max())


def _torn(room: Tally) -> float:
    """The probability that a sizeable part of the room agrees and a sizeable part disagrees."""
    both = more_than(SIZEABLE, cumulative([room.agree, room.disagree], [room.weighed] * 2))
    return float(both.prod())


def _tallies(matrix: Array, rows: NDArray[np.intp]) -> list[Tally]:
    counts = [(matrix[rows] == vote).sum(axis=0) for vote in (AGREE, DISAGREE, PASS)]
    return [Tally(int(a), int(d), int(p)) for a, d, p in zip(*counts, strict=True)]


def _places(ids: tuple[Id, ...], found: Split, labels: NDArray[np.intp] | None) -> tuple[Place, ...]:
    radius = float(np.linalg.norm(found.points, axis=1).max()) or 1.0
    return tuple(
        Place(
            person,
            round(float(x) / radius, 6),
            round(float(y) / radius, 6),
            None if labels is None else int(labels[i]),
            None if labels is None else float(found.stays[i]),
        )
        for i, (person, (x, y)) in enumerate(zip(ids, found.points, strict=True))
    )


def _groups(ids: tuple[Id, ...], found: Split, labels: NDArray[np.intp] | None) -> tuple[Group, ...]:
    if labels is None:
        return ()
    return tuple(
        Group(
            g,
            tuple(person for person, label in zip(ids, labels, strict=True) if label == g),
            float(found.stays[labels == g].mean()),
        )
        for g in range(found.k)
    )


def _view(tally: Tally) -> GroupView:
    return group_view(tally.agree, tally.disagree, tally.passes)
