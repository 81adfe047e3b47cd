"""Triads against choices and scales: three shares of a whole, compared by their log-ratios."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .association import associate, strength
from .contingency import indicators
from .found import (
    AnswersError,
    Array,
    Found,
    Tellers,
    Whole,
    answered,
    as_choice,
    as_scale,
    as_table,
    nothing,
    teller_numbers,
)
from .ranks import midranks

SHARED = "shared spread"
TEST, DRAWN = "Pillai's trace", "Pillai's trace, rearranged"
SUM_WITHIN = 1e-6
LEAST = 0.005
SETTLED = 200
"""From this many tellers the chance of a trace is taken from chi-square."""


def choice_by_triad(a: ArrayLike, shares: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Found:
    """Do the options of a choice place their stories elsewhere in the triad? Pillai's trace on log-ratios.

    a: option numbers per story, -1 for no answer; shares: stories x 3, summing to 1, a row of NaN for no answer
    (and for "does not apply"). Effect: the share of the triad's spread that the choice explains beyond chance.
    Chance is drawn by rearranging below SETTLED tellers. Raises AnswersError.
    """
    choice, triad = as_choice(a, "a"), as_table(shares, "shares")
    who = teller_numbers(tellers, len(choice))
    kept = answered(choice, triad)
    return _compared(indicators(choice[kept]), triad[kept], who[kept], len(kept) - int(kept.sum()), seed)


def choices_by_triad(a: ArrayLike, shares: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Found:
    """As choice_by_triad for a multiple choice (a: stories x options, a row of NaN is no answer)."""
    chosen, triad = as_table(a, "a"), as_table(shares, "shares")
    who = teller_numbers(tellers, len(chosen))
    kept = answered(chosen, triad)
    return _compared(chosen[kept], triad[kept], who[kept], len(kept) - int(kept.sum()), seed)


def triad_by_scale(shares: ArrayLike, x: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Found:
    """Does the place in the triad go along with a scale? The scale's ranks against the log-ratios."""
    triad, scale = as_table(shares, "shares"), as_scale(x, "x")
    who = teller_numbers(tellers, len(triad))
    kept = answered(triad, scale)
    return _compared(midranks(scale[kept])[:, None], triad[kept], who[kept], len(kept) - int(kept.sum()), seed)


def triad_by_triad(one: ArrayLike, other: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Found:
    """Do the places in two triads go along with each other?"""
    left, right = as_table(one, "one"), as_table(other, "other")
    who = teller_numbers(tellers, len(left))
    kept = answered(left, right)
    return _compared(log_ratios(left[kept]), right[kept], who[kept], len(kept) - int(kept.sum()), seed)


def log_ratios(shares: Array) -> Array:
    """Isometric log-ratios of three shares per story (stories x 2; Egozcue et al. 2003).

    A share below half a hundredth becomes that and the others shrink in proportion (Martin-Fernandez,
    Barcelo-Vidal and Pawlowsky-Glahn 2003): nought has no logarithm, and a dot on the edge means "less than I can
    place". Raises AnswersError when a row is not three shares of 1.
    """
    if shares.shape[1:] != (3,):
        raise AnswersError(f"shares: expected three per story, got shape {shares.shape}")
    wrong = np.flatnonzero((shares < 0).any(axis=1) | (np.abs(shares.sum(axis=1) - 1) > SUM_WITHIN))
    if len(wrong):
        raise AnswersError(f"shares: the three shares of row {int(wrong[0])} do not sum to 1")
    small = shares < LEAST
    kept = np.where(small, 0.0, shares)
    room = 1.0 - LEAST * small.sum(axis=1, keepdims=True)
    logs = np.log(np.where(small, LEAST, kept / kept.sum(axis=1, keepdims=True) * room))
    return np.column_stack(
        [(logs[:, 0] - logs[:, 1]) / np.sqrt(2), (logs[:, 0] + logs[:, 1] - 2 * logs[:, 2]) / np.sqrt(6)]
    )


def _compared(scores: Array, triad: Array, who: Whole, missing: int, seed: int) -> Found:
    n, people = len(who), len(np.unique(who))
    found = associate(scores, log_ratios(triad), who, seed, draw=people < SETTLED) if n > 1 else None
    if found is None:
        return nothing(n, people, missing, SHARED)
    effect, low, high = strength(found)
    return Found(
        DRAWN if found.drawn else TEST,
        n,
        people,
        missing,
        found.q / (n - 1),
        found.p,
        SHARED,
        effect,
        low,
        high,
        found.exact,
    )
