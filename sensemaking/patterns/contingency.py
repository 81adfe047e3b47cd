"""Choices against choices: does who picks this more often pick that?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from .association import associate, shared, table_at_most
from .discoveries import holm
from .found import (
    DEMONSTRABLE,
    FEW,
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
from .margins import chance_of_table

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
    return _compared(one[kept], indicators(other[kept]), who[kept], len(kept) - int(kept.sum()), seed, table=False)


def choices_by_choices(a: ArrayLike, b: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Found:
    """All options of two multiple choices at once (stories x options each, 0 or 1, a row of NaN is no answer)."""
    one, other = as_table(a, "a"), as_table(b, "b")
    who = teller_numbers(tellers, len(one))
    kept = answered(one, other)
    return _compared(one[kept], other[kept], who[kept], len(kept) - int(kept.sum()), seed, table=False)


def indicators(choice: Whole) -> Array:
    """A column of 0 and 1 per option that was chosen (stories x options)."""
    chosen = np.unique(choice)
    return np.asarray(choice[:, None] == chosen[None, :], dtype=np.float64)


def _compared(one: Array, other: Array, who: Whole, missing: int, seed: int, table: bool = True) -> Found:
    """`table`: both sides have one chosen option per story, so that a table of counts says it all."""
    n, people = len(who), len(np.unique(who))
    few = people < FEW or thin(one, other)
    counted = table and few and people == n
    found = associate(one, other, who, seed, draw=(not counted) if few else None)
    if found is None:
        return nothing(n, people, missing, V)
    parts = shared(found.q, found.scale, found.df, table_at_most(*found.ranks, n))
    effect, low, high = (float(np.sqrt(part)) for part in parts)
    statistic = found.q * n / (n - 1)
    test, p, exact = "chi-square between tellers", found.p, found.exact
    if counted:
        test = "chi-square, rearranged"
        p, exact = chance_of_table((one.T @ other).astype(np.int64), seed)
    elif found.drawn:
        test = "chi-square, rearranged"
    elif people == n:
        test, p = "chi-square", float(special.chdtrc(found.df, statistic))
    return Found(test, n, people, missing, statistic, p, V, effect, low, high, exact)


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
    left, right = indicators((one == row).astype(np.int64)), indicators((other == column).astype(np.int64))
    found = _compared(left, right, who, 0, seed)
    observed = int(((one == row) & (other == column)).sum())
    expected = float((one == row).sum() * (other == column).sum() / len(one))
    return Cell(
        row, column, observed, expected, float(np.sign(observed - expected) * np.sqrt(found.statistic)), found.p
    )
