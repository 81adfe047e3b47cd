"""What one comparison of two questions found: the effect and its interval first, chance second."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

Array = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Tellers = Sequence[Hashable] | NDArray[np.generic] | None

NOTHING = "nothing to compare"
DEMONSTRABLE = 0.05
CONFIDENCE = 0.90
FEW = 30
"""Below this number of tellers chance is counted out or drawn, never approximated."""


class AnswersError(ValueError):
    """The arrays are not usable; the message says which and why."""


@dataclass(frozen=True)
class Found:
    """One comparison.

    `test`: the test's English name, or NOTHING when an answer is constant or nobody answered both questions.
    `n`: stories that carry an answer to every question compared; `tellers`: how many people told those;
    `missing`: stories left out because an answer is missing.
    `statistic`: the test's own figure; `p`: two-sided, the chance of at least this much when the questions
    have nothing to do with each other.
    `effect_name`, `effect`, `low`, `high`: the size of it and its 90% interval. When nothing can be compared the
    interval is everything possible.
    `exact`: every arrangement was counted, none drawn and none approximated.
    """

    test: str
    n: int
    tellers: int
    missing: int
    statistic: float
    p: float
    effect_name: str
    effect: float
    low: float
    high: float
    exact: bool = False

    @property
    def comparable(self) -> bool:
        return self.test != NOTHING

    @property
    def holds(self) -> bool:
        """Whether it stands by itself: p at 0.05 or below, before the family it belongs to is counted."""
        return self.comparable and self.p <= DEMONSTRABLE


def reach(units: int, clustered: bool) -> float:
    """How many standard errors the interval reaches to each side: normal, Student's t between tellers."""
    side = (1 + CONFIDENCE) / 2
    return float(special.stdtrit(max(units - 1, 1), side) if clustered else special.ndtri(side))


def nothing(n: int, tellers: int, missing: int, effect_name: str, lowest: float = 0.0) -> Found:
    return Found(NOTHING, n, tellers, missing, 0.0, 1.0, effect_name, 0.0, lowest, 1.0)


@dataclass(frozen=True)
class Compared:
    """A scale compared over the options of a choice.

    `omnibus`: all options at once. `pairs`: (i, j, Found) per two options, i < j, only when the omnibus holds; the
    p of a pair is Holm's, adjusted for all pairs; its effect above 0 says that option i lies higher on the scale.
    """

    omnibus: Found
    pairs: tuple[tuple[int, int, Found], ...] = ()


def as_choice(values: ArrayLike, name: str = "choice") -> Whole:
    """Option numbers per story; -1 is no answer. Raises AnswersError when they are not whole or below -1."""
    given = np.asarray(values)
    if given.ndim != 1:
        raise AnswersError(f"{name}: expected one value per story, got shape {given.shape}")
    if given.size and (not np.all(np.isfinite(given)) or np.any(given != np.floor(given)) or given.min() < -1):
        raise AnswersError(f"{name}: expected option numbers 0, 1, ... and -1 for no answer")
    return given.astype(np.int64)


def as_scale(values: ArrayLike, name: str = "scale") -> Array:
    """A number per story; NaN is no answer. Raises AnswersError when it is not one finite number per story."""
    return _finite(np.asarray(values, dtype=np.float64), name, 1)


def as_table(values: ArrayLike, name: str) -> Array:
    """Several numbers per story (stories x parts); a row with a NaN is no answer. Raises AnswersError."""
    return _finite(np.asarray(values, dtype=np.float64), name, 2)


def _finite(given: Array, name: str, dimensions: int) -> Array:
    if given.ndim != dimensions:
        raise AnswersError(f"{name}: expected {dimensions} dimension(s), got shape {given.shape}")
    if np.any(np.isinf(given)):
        raise AnswersError(f"{name}: story {int(np.argwhere(np.isinf(given))[0][0])} is infinite")
    return given


def teller_numbers(tellers: Tellers, stories: int) -> Whole:
    """Which teller told each story, as numbers from 0; without tellers every story is a teller's only one."""
    if tellers is None:
        return np.arange(stories)
    listed = list(tellers)
    if len(listed) != stories:
        raise AnswersError(f"tellers: {len(listed)} given for {stories} stories")
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(one, len(numbers)) for one in listed], dtype=np.int64)


def answered(*columns: Array | Whole) -> Flags:
    """Per story whether every question was answered: no -1 among option numbers, no NaN among numbers."""
    kept = np.ones(same_length(*columns), dtype=bool)
    for column in columns:
        missing = column < 0 if column.dtype.kind == "i" else np.isnan(column)
        kept &= ~(missing.any(axis=1) if missing.ndim > 1 else missing)
    return kept


def same_length(*columns: NDArray[np.generic]) -> int:
    """The number of stories. Raises AnswersError when the columns differ in length."""
    lengths = {len(column) for column in columns}
    if len(lengths) > 1:
        raise AnswersError(f"the questions have answers for different numbers of stories: {sorted(lengths)}")
    return lengths.pop()
