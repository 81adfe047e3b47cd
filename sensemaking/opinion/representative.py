"""Which statements Polis calls representative of a group, and its consensus lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.cells import Counts
from sensemaking.opinion.votes import Array, Id

Direction = Literal["agree", "disagree"]

Z_90 = 1.2815515655446004
LIST_LENGTH = 5


@dataclass(frozen=True)
class Representative:
    """One statement that Polis prints with a group, in the direction Polis prints."""

    statement: Id
    direction: Direction
    share: float
    repness: float


@dataclass(frozen=True, eq=False)
class Repness:
    """Tests, each 2 (agree, disagree) x groups x statements. `share` is smoothed, with passes among
    the asked; `share_test`: is it more than half; `ratio`, `ratio_test`: against everyone else."""

    counts: Counts
    share: Array
    share_test: Array
    ratio: Array
    ratio_test: Array


def repness(counts: Counts) -> Repness:
    """The table for groups that are each other's "everyone else"."""
    said, asked = counts.said, counts.asked
    said_elsewhere = said.sum(axis=1, keepdims=True) - said
    asked_elsewhere = asked.sum(axis=0) - asked
    share = (said + 1) / (asked + 2)
    return Repness(
        counts=counts,
        share=share,
        share_test=_more_than_half(said, asked),
        ratio=share / ((said_elsewhere + 1) / (asked_elsewhere + 2)),
        ratio_test=_more_than_elsewhere(said, said_elsewhere, asked, asked_elsewhere),
    )


def representative(
    table: Repness, statements: tuple[Id, ...], allowed: NDArray[np.bool_]
) -> tuple[tuple[Representative, ...], ...]:
    """Per group at most five statements, agrees before disagrees."""
    significant = (table.ratio_test > Z_90) & (table.share_test > Z_90)
    enough = significant[0] | significant[1]
    metric = table.ratio * table.ratio_test * table.share * table.share_test
    for_agree = table.ratio_test[0] > table.ratio_test[1]
    rank = np.where(for_agree, metric[0], metric[1])
    stands_out = table.ratio_test.max(axis=0)
    columns = np.flatnonzero(allowed)

    def listed(g: int, first: int | None) -> tuple[Representative, ...]:
        fitting = columns[enough[g, columns]]
        ranked = fitting[np.argsort(-rank[g, fitting], kind="stable")][: LIST_LENGTH + 1].tolist()
        if first is None and not ranked and len(columns):
            first = int(columns[stands_out[g, columns].argmax()])
        if first is not None:
            ranked = [first, *(j for j in ranked if j != first)]
        chosen = sorted(ranked[:LIST_LENGTH], key=lambda j: not for_agree[g, j])
        return tuple(_printed(table, g, j, "agree" if for_agree[g, j] else "disagree", statements) for j in chosen)

    return tuple(listed(g, best) for g, best in enumerate(_best_agrees(table, metric[0], columns)))


def _printed(table: Repness, g: int, j: int, direction: Direction, statements: tuple[Id, ...]) -> Representative:
    side = 0 if direction == "agree" else 1
    return Representative(statements[j], direction, float(table.share[side, g, j]), float(table.ratio[side, g, j]))


def _best_agrees(table: Repness, telling: Array, columns: NDArray[np.intp]) -> list[int | None]:
    """Per group the statement it agrees with most; the measure depends on the best so far."""
    share, test = table.share[0], table.share_test[0]
    own = table.ratio[0] > 1
    worth = (test > Z_90) | (own & (share > 0.5))
    voted = table.counts.said.sum(axis=0) > 0
    return [
        _best(columns[voted[g, columns]].tolist(), *(one[g].tolist() for one in (worth, own, telling, share * test)))
        for g in range(len(share))
    ]


def _best(
    columns: list[int], worth: list[bool], own: list[bool], telling: list[float], likely: list[float]
) -> int | None:
    best: int | None = None
    for j in columns:
        if best is None:
            better = worth[j]
        elif own[best]:
            better = telling[j] > telling[best]
        else:
            better = likely[j] > likely[best]
        if better:
            best = j
    return best


def consensus(
    everyone: Counts, statements: tuple[Id, ...], allowed: NDArray[np.bool_]
) -> tuple[tuple[Id, ...], tuple[Id, ...]]:
    """The statements that most of all voters (one group) agree with, and disagree with; five at most each."""
    share, test = (everyone.said + 1) / (everyone.asked + 2), _more_than_half(everyone.said, everyone.asked)
    fits = allowed & (share > 0.5) & (test > Z_90)
    lists = []
    for fit, rank in zip(fits[:, 0], (share * test)[:, 0], strict=True):
        fitting = np.flatnonzero(fit)
        ranked = fitting[np.argsort(-rank[fitting], kind="stable")][:LIST_LENGTH]
        lists.append(tuple(statements[j] for j in ranked.tolist()))
    return lists[0], lists[1]


def _more_than_half(count: Array, asked: Array) -> Array:
    return np.asarray(2 * np.sqrt(asked + 1) * ((count + 1) / (asked + 1) - 0.5))


def _more_than_elsewhere(here: Array, there: Array, n_here: Array, n_there: Array) -> Array:
    p_here, p_there = (here + 1) / (n_here + 1), (there + 1) / (n_there + 1)
    pooled = (here + there + 2) / (n_here + n_there + 2)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / (n_here + 1) + 1 / (n_there + 1)))
    return np.asarray((p_here - p_there) / np.where(spread > 0, spread, 1.0))
