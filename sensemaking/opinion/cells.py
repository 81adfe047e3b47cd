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
    """`said`: how many people agree and how many disagree, 2 x groups x statements. `asked`: how
    many were asked, those who passed included, groups x statements."""

    said: Array
    asked: Array

    @property
    def together(self) -> Counts:
        """The same for everybody: one group."""
        return Counts(self.said.sum(axis=1, keepdims=True), self.asked.sum(axis=0, keepdims=True))

    def first(self, groups: int) -> Counts:
        return Counts(self.said[:, :groups], self.asked[:groups])


def cells(votes: Votes) -> Cells:
    """The votes that were given, on statements that somebody saw."""
    seen = votes.seen
    at = np.flatnonzero(seen)
    row = np.repeat(np.arange(len(votes.people)), np.count_nonzero(seen, axis=1))
    column = at - row * len(votes.statements)
    anybody = (np.bincount(column, minlength=len(votes.statements)) > 0).tolist()
    rows = in_order(votes.people)
    columns = [j for j in in_order(votes.statements) if anybody[j]]
    return Cells(
        people=tuple(map(votes.people.__getitem__, rows)),
        statements=tuple(map(votes.statements.__getitem__, columns)),
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
    width = len(given.statements)
    place = ((given.vote.astype(np.intp) + 1) * groups + group[given.person]) * width + given.statement
    table = np.bincount(place, minlength=3 * groups * width).reshape(3, groups, width).astype(np.float64)
    return Counts(said=table[[AGREE + 1, DISAGREE + 1]], asked=table.sum(axis=0))
