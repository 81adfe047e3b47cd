"""Choices against scales: do those who pick this lie higher than those who pick that?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from .association import associate, strength
from .clusters import canonical
from .contingency import indicators
from .discoveries import holm
from .found import (
    FEW,
    NOTHING,
    Array,
    Compared,
    Flags,
    Found,
    Tellers,
    Whole,
    answered,
    as_choice,
    as_scale,
    as_table,
    nothing,
    reach,
    teller_numbers,
)
from .ranksums import chance_of_sum

EPSILON = "epsilon squared"
DELTA = "Cliff's delta"


def midranks(values: Array) -> Array:
    """Ranks from 1; equal values share the mean of their ranks."""
    _, codes, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[codes.reshape(-1)], dtype=np.float64)


def choice_by_scale(a: ArrayLike, x: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Compared:
    """Kruskal-Wallis with ties over all options, then Mann-Whitney per two options only when that holds.

    a: option numbers per story, -1 for no answer; x: the scale, NaN for no answer. Effect: epsilon squared, the
    share of the spread in ranks that the choice explains beyond chance (Kelley 1935 on ranks). Raises AnswersError.
    """
    omnibus = options_by_scale(a, x, tellers, seed=seed)
    if not omnibus.holds:
        return Compared(omnibus)
    choice, scale, who, _ = _complete(a, x, tellers)
    options = [int(option) for option in np.unique(choice)]
    pairs = [(i, j) for position, i in enumerate(options) for j in options[position + 1 :]]
    found = []
    for i, j in pairs:
        two = (choice == i) | (choice == j)
        found.append(_two(choice[two] == i, scale[two], who[two], seed))
    chances = holm([one.p for one in found])
    return Compared(
        omnibus, tuple((i, j, replace(one, p=float(p))) for (i, j), one, p in zip(pairs, found, chances, strict=True))
    )


def options_by_scale(a: ArrayLike, x: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Found:
    """The omnibus of choice_by_scale alone."""
    choice, scale, who, missing = _complete(a, x, tellers)
    return _compared(indicators(choice), scale, who, missing, seed)


def _complete(a: ArrayLike, x: ArrayLike, tellers: Tellers) -> tuple[Whole, Array, Whole, int]:
    choice, scale = as_choice(a, "a"), as_scale(x, "x")
    who = teller_numbers(tellers, len(choice))
    kept = answered(choice, scale)
    return choice[kept], scale[kept], who[kept], len(kept) - int(kept.sum())


def choices_by_scale(a: ArrayLike, x: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Found:
    """All options of a multiple choice at once against a scale (a: stories x options, a row of NaN is no answer)."""
    chosen, scale = as_table(a, "a"), as_scale(x, "x")
    who = teller_numbers(tellers, len(chosen))
    kept = answered(chosen, scale)
    return _compared(chosen[kept], scale[kept], who[kept], len(kept) - int(kept.sum()), seed)


def mann_whitney(
    x: ArrayLike, y: ArrayLike, tellers: tuple[Tellers, Tellers] = (None, None), *, seed: int = 0
) -> Found:
    """Two groups on a scale, two-sided; effect: Cliff's delta, P(x > y) - P(x < y), above 0 when x lies higher.

    `tellers`: who told the stories of x and who those of y. Raises AnswersError.
    """
    one, other = as_scale(x, "x"), as_scale(y, "y")
    if tellers[0] is None or tellers[1] is None:
        who = np.arange(len(one) + len(other))
    else:
        who = teller_numbers([*tellers[0], *tellers[1]], len(one) + len(other))
    scale = np.concatenate([one, other])
    kept = ~np.isnan(scale)
    first = np.arange(len(scale)) < len(one)
    return replace(_two(first[kept], scale[kept], who[kept], seed), missing=len(kept) - int(kept.sum()))


def _compared(chosen: Array, scale: Array, who: Whole, missing: int, seed: int) -> Found:
    n, people = len(who), len(np.unique(who))
    found = associate(chosen, midranks(scale)[:, None], who, seed) if n > 1 else None
    if found is None:
        return nothing(n, people, missing, EPSILON)
    effect, low, high = strength(found)
    test = "Kruskal-Wallis, rearranged" if found.drawn else "Kruskal-Wallis"
    return Found(test, n, people, missing, found.q, found.p, EPSILON, effect, low, high, found.exact)


def _two(first: Flags, scale: Array, who: Whole, seed: int) -> Found:
    """Mann-Whitney of the stories where `first` holds against the others."""
    order = canonical(first[:, None].astype(np.float64), scale[:, None], who)
    first, scale, who = first[order], scale[order], who[order]
    n, people = len(scale), len(np.unique(who))
    ranks = midranks(scale)
    many, others = int(first.sum()), n - int(first.sum())
    if not many or not others or ranks.min() == ranks.max():
        return nothing(n, people, 0, DELTA, -1.0)
    total = float(ranks[first].sum())
    u = total - many * (many + 1) / 2
    test, p, exact = _chance_of_two(first, scale, ranks, who, seed)
    low, high = delta_interval(first, scale, who)
    return Found(test, n, people, 0, u, p, DELTA, 2 * u / (many * others) - 1, low, high, exact)


def _chance_of_two(first: Flags, scale: Array, ranks: Array, who: Whole, seed: int) -> tuple[str, float, bool]:
    if len(np.unique(who)) == len(who):
        many, total = int(first.sum()), float(ranks[first].sum())
        if len(who) < FEW:
            return "Mann-Whitney, counted out", chance_of_sum(ranks, many, total), True
        u = total - many * (many + 1) / 2
        return "Mann-Whitney", two_sided(u, many, len(who) - many, scale), False
    found = associate(first[:, None].astype(np.float64), ranks[:, None], who, seed)
    if found is None:
        return NOTHING, 1.0, False
    return ("Mann-Whitney, rearranged" if found.drawn else "Mann-Whitney between tellers"), found.p, found.exact


def two_sided(u: float, many: int, others: int, scale: Array) -> float:
    """Normal chance of a Mann-Whitney U, two-sided, with ties and continuity correction (as scipy's asymptotic)."""
    n = many + others
    _, ties = np.unique(scale, return_counts=True)
    spread = np.sqrt(many * others / 12 * (n + 1 - float((ties.astype(np.float64) ** 3 - ties).sum()) / (n * (n - 1))))
    z = (abs(u - many * others / 2) - 0.5) / spread
    return float(min(1.0, 2 * special.ndtr(-z)))


def delta_interval(first: Flags, scale: Array, who: Whole) -> tuple[float, float]:
    """The 90% interval of Cliff's delta; its spread taken between tellers (Obuchowski 1997), bent to stay within
    -1..1, and with its own bound where the groups do not overlap (Feng and Cliff 2004)."""
    x, y = scale[first], scale[~first]
    wins, losses = _places(x, y), -_places(y, x)
    delta = float(wins.mean())
    people = len(np.unique(who))
    z = reach(people, people < len(who))
    fewest = min(len(np.unique(who[first])), len(np.unique(who[~first])))
    if abs(delta) == 1:
        bound = (fewest - z * z) / (fewest + z * z)
        return (bound, 1.0) if delta > 0 else (-1.0, -bound)
    parts = np.empty(len(scale))
    parts[first] = (wins - delta) / len(x)
    parts[~first] = (losses - delta) / len(y)
    summed = np.bincount(np.unique(who, return_inverse=True)[1].reshape(-1), weights=parts)
    variance = float((summed**2).sum()) * fewest / max(fewest - 1, 1)
    half = z * np.sqrt(variance * ((1 - delta**2) ** 2 + z * z * variance))
    middle, under = delta - delta**3, 1 - delta**2 + z * z * variance
    return max(-1.0, float((middle - half) / under)), min(1.0, float((middle + half) / under))


def _places(x: Array, y: Array) -> Array:
    """Per value of x the share of y below it minus the share above it."""
    ordered = np.sort(y)
    return np.asarray(
        (np.searchsorted(ordered, x, "left") + np.searchsorted(ordered, x, "right") - len(y)) / len(y), dtype=np.float64
    )
