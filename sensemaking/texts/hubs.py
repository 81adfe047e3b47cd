"""Some texts lie near everything: what must be taken off, or they are everyone's nearest."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
HUB = 10  # nearest texts by which a hub is known; with fewer, a text that stands there twice would count as one


def hubs(likeness: Callable[[slice], Array], many: int, block: int = 256) -> Array:
    """How near each of `many` texts lies to its ten nearest others, halved. `likeness` gives some rows of the table
    many x many, and is called for `block` rows at a time. Cross-domain similarity local scaling, Conneau et al. 2018,
    formula 1."""
    near = min(HUB, many - 1)
    halves = np.zeros(max(many, 0))
    if near < 1:
        return halves
    for start in range(0, many, block):
        rows = slice(start, min(start + block, many))
        alike = likeness(rows).copy()
        alike[np.arange(len(alike)), np.arange(rows.start, rows.stop)] = -np.inf
        halves[rows] = np.sort(alike, axis=1)[:, -near:].mean(axis=1) / 2
    return halves
