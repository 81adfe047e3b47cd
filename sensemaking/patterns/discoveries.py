"""Many comparisons at once: how much chance may pass for a pattern."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .found import Array


def adjusted(p: ArrayLike) -> Array:
    """Benjamini and Hochberg's adjusted p (1995) over the whole family given, in the order given.

    Calling everything at 0.05 and below a pattern keeps the expected share of false ones at 5% or less.
    Leave comparisons that could not be made out of the family. Raises ValueError on a value outside 0..1.
    """
    chances, order = _sorted(p)
    steps = chances[order] * len(chances) / np.arange(1, len(chances) + 1)
    return _unsorted(np.minimum.accumulate(steps[::-1])[::-1], order)


def holm(p: ArrayLike) -> Array:
    """Holm's adjusted p (1979): the chance of even one false call among them stays at the level."""
    chances, order = _sorted(p)
    steps = chances[order] * np.arange(len(chances), 0, -1)
    return _unsorted(np.maximum.accumulate(steps), order)


def _sorted(p: ArrayLike) -> tuple[Array, np.ndarray[tuple[int], np.dtype[np.intp]]]:
    chances = np.asarray(p, dtype=np.float64)
    if chances.ndim != 1 or not np.all((chances >= 0) & (chances <= 1)):
        raise ValueError("p: expected a list of chances between 0 and 1")
    return chances, np.argsort(chances, kind="stable")


def _unsorted(steps: Array, order: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Array:
    found = np.empty_like(steps)
    found[order] = np.minimum(steps, 1.0)
    return found
