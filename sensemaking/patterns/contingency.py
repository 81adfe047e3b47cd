"""Choices against choices: does who picks this more often pick that?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from .association import associate, strength
from .discoveries import holm
from .found import (
    DEMONSTRABLE,
    Array,
    Found,
    Tellers,
    Whole,
    answered,
    as_choice,
    as_table,
    nothing,
    teller_numbers,
)

V = "Cramér's V"


@dataclass(frozen=True)
class Cell:
    """One cell of a table that stands out: option `row` of the one with option `column` of the other.

    `observed`, `expected`: stories; `residual`: adjusted residual (Haberman 1973), above 0 when there are more than
    chance gives; `p`: two-sided, Holm's over all cells of the table.
    """

    row: int
    column: int
    observed: int
    expected: float
    residual: float
    p: float

    @property
    def stands_out(self) -> bool:
        return self.p <= DEMONSTRABLE


def choice_by_choice(a: ArrayLike, b: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Found:
    """Pearson's chi-square without correction over the whole table; effect: Cramer's V, bias-corrected.

    a, b: option numbers per story, -1 for no answer; tellers: who told each story. Below 30 tellers, or with thin
    cells, p is counted or drawn from tables with the same margins; with several stories of a teller it is taken
    between tellers. Raises AnswersError.
    """
    one, other = as_choice(a, "a"), as_choice(b, "b")
    who = teller_numbers(tellers, len(one))
    kept = answered(one, other)
    missing = len(kept) - int(kept.sum())
    return _compared(indicators(one[kept]), indicators(other[kept]), who[kept], missing, seed)


def choices_by_choice(a: ArrayLike, b: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Found:
    """All options of a multiple choice at once (a: stories x options, 0 or 1, a row of NaN is no answer)."""
    one, other = as_table(a, "a"), as_choice(b, "b")
    who = teller_numbers(tellers, len(one))
    kept = answered(one, other)
    return _compared(one[kept], indicators(other[kept]), who[kept], len(kept) - int(kept.sum()), seed)


def choices_by_choices(a: ArrayLike, b: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Found:
    """All options of two multiple choices at once (stories x options each, 0 or 1, a row of NaN is no answer)."""
    one, other = as_table(a, "a"), as_table(b, "b")
    who = teller_numbers(tellers, len(one))
    kept = answered(one, other)
    return _compared(one[kept], other[kept], who[kept], len(kept) - int(kept.sum()), seed)


def indicators(choice: Whole) -> Array:
    """A column of 0 and 1 per option that was chosen (stories x options)."""
    chosen = np.unique(choice)
    return np.asarray(choice[:, None] == chosen[None, :], dtype=np.float64)


def _compared(one: Array, other: Array, who: Whole, missing: int, seed: int) -> Found:
    n, people = len(who), len(np.unique(who))
    found = associate(one, other, who, seed, draw=thin(one, other)) if n > 1 else None
    if found is None:
        return nothing(n, people, missing, V)
    effect, low, high = (float(np.sqrt(part)) for part in strength(found))
    statistic = found.q * n / (n - 1)
    p = found.p if found.drawn or found.scale != 1 else float(special.chdtrc(found.df, statistic))
    test = "chi-square, rearranged" if found.drawn else "chi-square" if people == n else "chi-square between tellers"
    return Found(test, n, people, missing, statistic, p, V, effect, low, high, found.exact)


def thin(one: Array, other: Array) -> bool:
    """Cochran's rule (1954): an expected cell below 1, or more than a fifth of them below 5."""
    expected = np.outer(one.sum(axis=0), other.sum(axis=0)) / max(len(one), 1)
    return bool(expected.size) and bool((expected < 1).any() or (expected < 5).mean() > 0.2)


def cells(a: ArrayLike, b: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> tuple[Cell, ...]:
    """The cells of a x b with their residuals, all of them; empty unless the whole table holds first."""
    if not choice_by_choice(a, b, tellers, seed=seed).holds:
        return ()
    one, other = as_choice(a, "a"), as_choice(b, "b")
    who = teller_numbers(tellers, len(one))
    kept = answered(one, other)
    one, other, who = one[kept], other[kept], who[kept]
    found = [
        _cell(one, other, who, int(row), int(column), seed) for row in np.unique(one) for column in np.unique(other)
    ]
    return tuple(replace(cell, p=float(p)) for cell, p in zip(found, holm([c.p for c in found]), strict=True))


def _cell(one: Whole, other: Whole, who: Whole, row: int, column: int, seed: int) -> Cell:
    n = len(one)
    left, right = (one == row)[:, None].astype(np.float64), (other == column)[:, None].astype(np.float64)
    observed, expected = int((left * right).sum()), float(left.sum() * right.sum() / n)
    found = associate(left, right, who, seed, draw=expected < 5)
    if found is None:
        return Cell(row, column, observed, expected, 0.0, 1.0)
    residual = float(np.sign(observed - expected) * np.sqrt(found.q * n / (n - 1) / found.scale))
    return Cell(row, column, observed, expected, residual, found.p)
