"""An order of people and statements by what was answered, so that names decide nothing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.votes import Array

ROUNDS = 3
ODD = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB], dtype=np.uint64)
HALF = np.uint64(32)

Keys = NDArray[np.uint64]
Places = NDArray[np.intp]


def by_content(matrix: Array) -> tuple[Places, Places]:
    """Row and column positions that put people x statements (1, -1, 0, NaN) in an order of its own.

    The same answers under other names, in another order, give the same table to the bit. Each round
    a person's key is made of the keys of the statements with what was answered, and a statement's of
    those of the people (colour refinement: Weisfeiler and Leman 1968); sums of whole numbers have no
    order. Who cannot be told apart keeps the order given.
    """
    answer = np.where(np.isnan(matrix), 2, matrix).astype(np.int64).astype(np.uint64)
    people, statements = (np.ones(side, dtype=np.uint64) for side in matrix.shape)
    for _ in range(ROUNDS):
        people = _mixed(answer, statements[None, :]).sum(axis=1, dtype=np.uint64)
        statements = _mixed(answer, people[:, None]).sum(axis=0, dtype=np.uint64)
    return np.argsort(people, kind="stable"), np.argsort(statements, kind="stable")


def _mixed(answer: Keys, key: Keys) -> Keys:
    """One number from two, so that other pairs give other numbers (the finish of splitmix64)."""
    mixed = (answer + key) * ODD[0] + key
    for odd in ODD[1:]:
        mixed = (mixed ^ (mixed >> HALF)) * odd
    return np.asarray(mixed ^ (mixed >> HALF))
