"""The exact chance of a sum of ranks, ties and all."""

from __future__ import annotations

import numpy as np

from .found import Array


def chance_of_sum(ranks: Array, many: int, here: float) -> float:
    """Two-sided chance that `many` of these midranks, drawn blindly, sum at least as far from the middle as `here`.

    Counts every choice of stories with the shift algorithm (Streitberg and Roehmel 1986); doubled midranks are whole
    numbers, so ties are exact too. Meant for small rooms: time and memory grow as the cube of the stories.
    """
    doubled = np.round(2 * ranks).astype(np.int64)
    most = int(np.sort(doubled)[len(doubled) - many :].sum()) if many else 0
    ways = np.zeros((many + 1, most + 1))
    ways[0, 0] = 1.0
    for rank in doubled:
        ways[1:, rank:] += ways[:-1, : most + 1 - rank].copy()
    middle = many * float(doubled.mean())
    far = np.abs(np.arange(most + 1) - middle) >= abs(2 * here - middle) - 1e-9
    return float(min(1.0, ways[many, far].sum() / ways[many].sum()))
