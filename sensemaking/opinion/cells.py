"""The votes that were given, one by one: most of a large table is empty."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.votes import AGREE, DISAGREE, Array, Id, Votes, in_order

Places = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Cells:
    """`people`, `statements`: ids, in their own order. `person`, `statement`: where each vote
    stands in them; `vote`: 1, 0 or -1. The votes themselves stand in no order that means something."""

    people: tuple[Id, ...]
    statements: tuple[Id, ...]
    person: Places
    statement: Places
    vote: Array

    @property
    def per_person(self) -> Places:
        return np.bincount(self.person, minlength=len(self.people))

    @property
    def per_statement(self) -> Places:
        return np.bincount(self.statement, minlength=len(self.statements))

    @property
    def means(self) -> Array:
        """Mean vote per statement; 0 where nobody voted."""
        totals = np.bincount(self.statement, weights=self.vote, minlength=len(self.statements))
        return np.asarray(totals / np.maximum(1, self.per_statement))


@dataclass(frozen=True, eq=False)
class Counts:
    """How many people agree, disagree and were asked (passes included), each groups x statements."""

    agree: Array
    disagree: Array
    asked: Array

    @property
    def together(self) -> Counts:
        """The same for everybody: 1 x statements."""
        return Counts(*(one.sum(axis=0, keepdims=True) for one in (self.agree, self.disagree, self.asked)))

    def of(self, groups: slice) -> Counts:
        return Counts(self.agree[groups], self.disagree[groups], self.asked[groups])


def cells(votes: Votes) -> Cells:
    """The votes that were given, on statements that somebody saw."""
    seen = votes.seen
    at = np.flatnonzero(seen)
    row = np.repeat(np.arange(len(votes.people)), np.count_nonzero(seen, axis=1))
    column = at - row * len(votes.statements)
    anybody = np.bincount(column, minlength=len(votes.statements)) > 0
    rows = in_order(votes.people)
    columns = [j for j in in_order(votes.statements) if anybody[j]]
    return Cells(
        people=tuple(votes.people[i] for i in rows),
        statements=tuple(votes.statements[j] for j in columns),
        person=_places(rows, len(votes.people))[row],
        statement=_places(columns, len(votes.statements))[column],
        vote=votes.matrix.ravel()[at],
    )


def _places(order: list[int], size: int) -> Places:
    """Where in `order` each of `size` numbers stands."""
    places = np.zeros(size, dtype=np.intp)
    places[order] = np.arange(len(order))
    return places


def counts(given: Cells, group: Places, groups: int) -> Counts:
    """Votes per group and statement; `group`: people, from 0 to `groups` - 1."""
    kinds, width = 3, len(given.statements)
    place = (group[given.person] * width + given.statement) * kinds + given.vote.astype(np.intp) + 1
    table = np.bincount(place, minlength=groups * width * kinds).reshape(groups, width, kinds).astype(np.float64)
    return Counts(table[:, :, AGREE + 1], table[:, :, DISAGREE + 1], table.sum(axis=2))
