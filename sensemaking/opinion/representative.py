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
    """Tests, each groups x statements. `share` is smoothed, with passes among the asked;
    `share_test`: is it more than half; `ratio`, `ratio_test`: against everyone else."""

    counts: Counts
    agree_share: Array
    disagree_share: Array
    agree_share_test: Array
    disagree_share_test: Array
    agree_ratio: Array
    disagree_ratio: Array
    agree_ratio_test: Array
    disagree_ratio_test: Array


def repness(counts: Counts) -> Repness:
    """The table for groups that are each other's "everyone else"."""
    asked = counts.asked
    asked_elsewhere = asked.sum(axis=0) - asked
    found: dict[str, Array] = {}
    for name, count in (("agree", counts.agree), ("disagree", counts.disagree)):
        elsewhere = count.sum(axis=0) - count
        share = (count + 1) / (asked + 2)
        found |= {
            f"{name}_share": share,
            f"{name}_share_test": _more_than_half(count, asked),
            f"{name}_ratio": share / ((elsewhere + 1) / (asked_elsewhere + 2)),
            f"{name}_ratio_test": _more_than_elsewhere(count, elsewhere, asked, asked_elsewhere),
        }
    return Repness(counts=counts, **found)


def representative(
    table: Repness, statements: tuple[Id, ...], allowed: NDArray[np.bool_]
) -> tuple[tuple[Representative, ...], ...]:
    """Per group at most five statements, agrees before disagrees."""
    pat, rat = table.agree_share_test, table.agree_ratio_test
    pdt, rdt = table.disagree_share_test, table.disagree_ratio_test
    enough = ((rat > Z_90) & (pat > Z_90)) | ((rdt > Z_90) & (pdt > Z_90))
    for_agree = rat > rdt
    share = np.where(for_agree, table.agree_share, table.disagree_share)
    ratio = np.where(for_agree, table.agree_ratio, table.disagree_ratio)
    stands_out = np.maximum(rat, rdt)
    rank = ratio * stands_out * share * np.where(for_agree, pat, pdt)
    columns = np.flatnonzero(allowed)
    lists = []
    for g, best_agree in enumerate(_best_agrees(table, columns)):
        fitting = columns[enough[g, columns]]
        ranked = fitting[np.argsort(-rank[g, fitting], kind="stable")][: LIST_LENGTH + 1].tolist()
        first = best_agree
        if first is None and not ranked and len(columns):
            first = int(columns[stands_out[g, columns].argmax()])
        if first is not None:
            ranked = [first, *(j for j in ranked if j != first)]
        chosen = sorted(ranked[:LIST_LENGTH], key=lambda j: not for_agree[g, j])
        lists.append(
            tuple(
                Representative(
                    statements[j], "agree" if for_agree[g, j] else "disagree", float(share[g, j]), float(ratio[g, j])
                )
                for j in chosen
            )
        )
    return tuple(lists)


def _best_agrees(table: Repness, columns: NDArray[np.intp]) -> list[int | None]:
    """Per group the statement it agrees with most; the measure depends on the best so far."""
    likely = table.agree_share * table.agree_share_test
    telling = table.agree_ratio * table.agree_ratio_test * likely
    own = table.agree_ratio > 1
    worth = (table.agree_share_test > Z_90) | (own & (table.agree_share > 0.5))
    voted = (table.counts.agree > 0) | (table.counts.disagree > 0)
    return [
        _best(
            columns[voted[g, columns]].tolist(),
            worth[g].tolist(),
            own[g].tolist(),
            telling[g].tolist(),
            likely[g].tolist(),
        )
        for g in range(len(likely))
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
    """The statements that most of all voters (1 x statements) agree with, and disagree with; five at most each."""
    asked = everyone.asked[0]
    lists = []
    for count in (everyone.agree[0], everyone.disagree[0]):
        share, test = (count + 1) / (asked + 2), _more_than_half(count, asked)
        fitting = np.flatnonzero(allowed & (share > 0.5) & (test > Z_90))
        ranked = fitting[np.argsort(-(share * test)[fitting], kind="stable")]
        lists.append(tuple(statements[j] for j in ranked[:LIST_LENGTH].tolist()))
    return lists[0], lists[1]


def _more_than_half(count: Array, asked: Array) -> Array:
    return np.asarray(2 * np.sqrt(asked + 1) * ((count + 1) / (asked + 1) - 0.5))


def _more_than_elsewhere(here: Array, there: Array, n_here: Array, n_there: Array) -> Array:
    p_here, p_there = (here + 1) / (n_here + 1), (there + 1) / (n_there + 1)
    pooled = (here + there + 2) / (n_here + n_there + 2)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / (n_here + 1) + 1 / (n_there + 1)))
    return np.asarray(np.where(pooled == 1, 0.0, (p_here - p_there) / np.where(spread > 0, spread, 1.0)))
