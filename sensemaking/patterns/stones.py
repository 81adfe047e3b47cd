"""Stones: places that a teller gave to a few things in a field of two axes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sensemaking.patterns.association import associate, strength
from sensemaking.patterns.compositions import log_ratios
from sensemaking.patterns.contingency import indicators
from sensemaking.patterns.found import Array, Found, Whole, nothing
from sensemaking.patterns.questions import Kind
from sensemaking.patterns.ranks import midranks

SHARED = "shared spread"
TEST, DRAWN = "Pillai's trace on ranks of places", "Pillai's trace on ranks of places, rearranged"
SCORES: dict[Kind, Callable[[NDArray[Any]], Array]] = {
    "choice": indicators,
    "choices": lambda chosen: np.asarray(chosen, dtype=np.float64),
    "scale": lambda scale: midranks(scale)[:, None],
    "triad": log_ratios,
}


@dataclass(frozen=True)
class StoneView:
    """Where one stone lies, all together or in one group; figures from 0 to 1.

    `n` stories of `tellers` tellers, `missing` did not lay it. `median`: (x, y), the middle along each
    axis; `quartiles`: ((x low, x high), (y low, y high)), between which half of the stones lie along
    each axis. None when nobody laid it.
    """

    stone: str
    n: int
    tellers: int
    missing: int
    median: tuple[float, float] | None
    quartiles: tuple[tuple[float, float], tuple[float, float]] | None


@dataclass(frozen=True)
class StonePair:
    """Two stones of the same tellers: `apart` is the median distance between them, `right` and `above`
    the shares of stories in which the first lies further right, and higher, than the second (a tie
    counts half)."""

    first: str
    second: str
    n: int
    apart: float | None
    right: float | None
    above: float | None


def describe_stone(stone: str, places: Array, tellers: Whole) -> StoneView:
    """The middle and the spread of one stone; places (n, 2), NaN is not laid."""
    laid = ~np.isnan(places).any(axis=1)
    put = places[laid]
    if not len(put):
        return StoneView(stone, 0, 0, len(places), None, None)
    low, middle, high = np.quantile(put, (0.25, 0.5, 0.75), axis=0)
    return StoneView(
        stone=stone,
        n=len(put),
        tellers=len(np.unique(tellers[laid])),
        missing=int((~laid).sum()),
        median=(float(middle[0]), float(middle[1])),
        quartiles=((float(low[0]), float(high[0])), (float(low[1]), float(high[1]))),
    )


def describe_pairs(stones: tuple[str, ...], places: Array) -> tuple[StonePair, ...]:
    """Every two stones beside each other; places (n, stones, 2)."""
    found = []
    for i, j in combinations(range(len(stones)), 2):
        step = places[:, i, :] - places[:, j, :]
        step = step[~np.isnan(step).any(axis=1)]
        if not len(step):
            found.append(StonePair(stones[i], stones[j], 0, None, None, None))
            continue
        ahead = ((np.sign(step) + 1) / 2).mean(axis=0)
        apart = float(np.median(np.hypot(step[:, 0], step[:, 1])))
        found.append(StonePair(stones[i], stones[j], len(step), apart, float(ahead[0]), float(ahead[1])))
    return tuple(found)


def place_by_scores(places: Array, kind: Kind, column: NDArray[Any], tellers: Whole, *, seed: int = 0) -> Found:
    """Does the place of a stone (n, 2) go along with the answers to another question?

    Pillai's trace between the ranks along both axes and the other question's scores (an indicator per
    option, ranks, log-ratios). Effect: the share of the spread that is shared, beyond chance.
    """
    if kind == "choice":
        answered = column >= 0
    else:
        answered = ~np.isnan(column) if column.ndim == 1 else ~np.isnan(column).any(axis=1)
    kept = ~np.isnan(places).any(axis=1) & answered
    return _compared(SCORES[kind](column[kept]), places[kept], tellers[kept], int((~kept).sum()), seed)


def place_by_place(one: Array, other: Array, tellers: Whole, *, seed: int = 0) -> Found:
    """Do the places of two stones (n, 2 each) go along with each other?"""
    kept = ~(np.isnan(one).any(axis=1) | np.isnan(other).any(axis=1))
    return _compared(_ranks(one[kept]), other[kept], tellers[kept], int((~kept).sum()), seed)


def _ranks(places: Array) -> Array:
    return np.column_stack([midranks(places[:, 0]), midranks(places[:, 1])])


def _compared(scores: Array, places: Array, who: Whole, missing: int, seed: int) -> Found:
    n, people = len(who), len(np.unique(who))
    found = associate(scores, _ranks(places), who, seed) if n > 1 else None
    if found is None:
        return nothing(n, people, missing, SHARED)
    effect, low, high = strength(found)
    test = DRAWN if found.drawn else TEST
    return Found(test, n, people, missing, found.q / (n - 1), found.p, SHARED, effect, low, high, found.exact)
