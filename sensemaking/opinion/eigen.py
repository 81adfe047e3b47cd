"""Leading eigenvectors of many small Gram matrices at once."""

from __future__ import annotations

import numpy as np

from sensemaking.opinion.votes import Array

ROUNDS = 8
PRODUCTS_IN_A_ROUND = 4


def leading_vectors(grams: Array) -> tuple[Array, Array]:
    """The two leading eigenvectors (runs x size x 2) and eigenvalues (runs x 2) of a stack of
    Gram matrices, by subspace iteration from a fixed block.

    Hundreds of small decompositions wait for each other's threads in LAPACK; these products do not.
    """
    size = grams.shape[1]
    roots = np.sqrt([2.0, 3.0, 5.0, 7.0, 11.0, 13.0, 17.0, 19.0])
    start = np.cos(np.outer(np.arange(1, size + 1), roots))
    block = _orthonormal(np.broadcast_to(start, (len(grams), *start.shape)))
    for _ in range(ROUNDS):
        for _ in range(PRODUCTS_IN_A_ROUND):
            block = grams @ block
        block = _orthonormal(block)
    inside = np.swapaxes(block, 1, 2) @ grams @ block
    values, turn = np.linalg.eigh((inside + np.swapaxes(inside, 1, 2)) / 2)
    return block @ turn[:, :, :-3:-1], np.maximum(values[:, :-3:-1], 0.0)


def _orthonormal(block: Array) -> Array:
    """Columns of length 1 at right angles (runs x size x columns); what adds nothing becomes 0."""
    done = np.zeros_like(block)
    longest = np.sqrt((block**2).sum(axis=1).max(axis=1))[:, None]
    for i in range(block.shape[2]):
        column = block[:, :, i] / np.where(longest > 0, longest, 1.0)
        for _ in range(2):
            inner = np.swapaxes(done[:, :, :i], 1, 2) @ column[:, :, None]
            column = column - (done[:, :, :i] @ inner)[:, :, 0]
        length = np.sqrt((column**2).sum(axis=1))[:, None]
        done[:, :, i] = np.where(length > 1e-10, column / np.where(length > 0, length, 1.0), 0.0)
    return done
