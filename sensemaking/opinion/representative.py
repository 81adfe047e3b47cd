"""Which statements Polis calls representative of a group, and its consensus lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.votes import AGREE, DISAGREE, Array, Id

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
    """Counts and tests, each groups x statements. `asked` includes passes; `share` is smoothed;
    `share_test`: is it more than half; `ratio`, `ratio_test`: against everyone else."""

    agree: Array
    disagree: Array
    asked: Array
    agree_share: Array
    disagree_share: Array
    agree_share_test: Array
    disagree_share_test: Array
    agree_ratio: Array
    disagree_ratio: Array
    agree_ratio_test: Array
    disagree_ratio_test: Array


def repness(raw: Array, labels: NDArray[np.intp], k: int) -> Repness:
    """The table for the people in `raw` (people x statements) with a group label each."""
    member = np.eye(max(k, 1))[labels].T[:k] if len(labels) else np.zeros((k, 0))
    agree, disagree = member @ (raw == AGREE), member @ (raw == DISAGREE)
    asked = member @ ~np.isnan(raw)
    everyone = asked.sum(axis=0)
    found: dict[str, Array] = {}
    for name, count in (("agree", agree), ("disagree", disagree)):
        elsewhere, asked_elsewhere = count.sum(axis=0) - count, everyone - asked
        share = (count + 1) / (asked + 2)
        found |= {
            f"{name}_share": share,
            f"{name}_share_test": _more_than_half(count, asked),
            f"{name}_ratio": share / ((elsewhere + 1) / (asked_elsewhere + 2)),
            f"{name}_ratio_test": _more_than_elsewhere(count, elsewhere, asked, asked_elsewhere),
        }
    return Repness(agree=agree, disagree=disagree, asked=asked, **found)


def representative(
    table: Repness, statements: tuple[Id, ...], allowed: NDArray[np.bool_]
) -> tuple[tuple[Representative, ...], ...]:
    """Per group at most five statements, agrees before disagrees."""
    columns = np.flatnonzero(allowed)
    return tuple(_of_group(table, g, statements, columns) for g in range(len(table.asked)))


def _of_group(
    table: Repness, g: int, statements: tuple[Id, ...], columns: NDArray[np.intp]
) -> tuple[Representative, ...]:
    pat, rat = table.agree_share_test[g], table.agree_ratio_test[g]
    pdt, rdt = table.disagree_share_test[g], table.disagree_ratio_test[g]
    enough = ((rat > Z_90) & (pat > Z_90)) | ((rdt > Z_90) & (pdt > Z_90))
    for_agree = rat > rdt
    share = np.where(for_agree, table.agree_share[g], table.disagree_share[g])
    ratio = np.where(for_agree, table.agree_ratio[g], table.disagree_ratio[g])
    rank = ratio * np.maximum(rat, rdt) * share * np.where(for_agree, pat, pdt)

    ranked = [j for j in columns[np.argsort(-rank[columns], kind="stable")] if enough[j]]
    first = _best_agree(table, g, columns)
    if first is None and not ranked and len(columns):
        first = columns[np.maximum(rat, rdt)[columns].argmax()]
    if first is not None:
        ranked = [first, *(j for j in ranked if j != first)]
    chosen = sorted(ranked[:LIST_LENGTH], key=lambda j: not for_agree[j])
    return tuple(
        Representative(statements[j], "agree" if for_agree[j] else "disagree", float(share[j]), float(ratio[j]))
        for j in chosen
    )


def _best_agree(table: Repness, g: int, columns: NDArray[np.intp]) -> np.intp | None:
    """The statement a group agrees with most; the measure depends on the best so far."""
    pa, pat = table.agree_share[g], table.agree_share_test[g]
    ra, rat = table.agree_ratio[g], table.agree_ratio_test[g]
    best: np.intp | None = None
    for j in columns:
        if table.agree[g, j] == 0 and table.disagree[g, j] == 0:
            continue
        if best is None:
            better = bool(pat[j] > Z_90 or (ra[j] > 1 and pa[j] > 0.5))
        elif ra[best] > 1:
            better = bool(ra[j] * rat[j] * pa[j] * pat[j] > ra[best] * rat[best] * pa[best] * pat[best])
        else:
            better = bool(pa[j] * pat[j] > pa[best] * pat[best])
        if better:
            best = j
    return best


def consensus(
    raw: Array, statements: tuple[Id, ...], allowed: NDArray[np.bool_]
) -> tuple[tuple[Id, ...], tuple[Id, ...]]:
    """The statements that most of all voters agree with, and disagree with; five at most each."""
    asked = (~np.isnan(raw)).sum(axis=0)
    lists = []
    for vote in (AGREE, DISAGREE):
        count = (raw == vote).sum(axis=0)
        share, test = (count + 1) / (asked + 2), _more_than_half(count, asked)
        fits = allowed & (share > 0.5) & (test > Z_90)
        ranked = [j for j in np.argsort(-share * test, kind="stable") if fits[j]]
        lists.append(tuple(statements[j] for j in ranked[:LIST_LENGTH]))
    return lists[0], lists[1]


def _more_than_half(count: Array, asked: Array) -> Array:
    return np.asarray(2 * np.sqrt(asked + 1) * ((count + 1) / (asked + 1) - 0.5))


def _more_than_elsewhere(here: Array, there: Array, n_here: Array, n_there: Array) -> Array:
    p_here, p_there = (here + 1) / (n_here + 1), (there + 1) / (n_there + 1)
    pooled = (here + there + 2) / (n_here + n_there + 2)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / (n_here + 1) + 1 / (n_there + 1)))
    return np.asarray(np.where(pooled == 1, 0.0, (p_here - p_there) / np.where(spread > 0, spread, 1.0)))
