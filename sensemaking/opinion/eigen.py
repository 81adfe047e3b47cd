"""Leading eigenvectors of many small Gram matrices at once, and where they place people."""

from __future__ import annotations

import numpy as np

from sensemaking.opinion.votes import Array

ROUNDS = 8
PRODUCTS_IN_A_ROUND = 4


def leading_vectors(grams: Array, count: int = 2) -> tuple[Array, Array]:
    """The `count` (at most 8) leading eigenvectors (runs x size x count) and eigenvalues (runs x
    count) of a stack of Gram matrices, by subspace iteration from a fixed block.

    Hundreds of small decompositions wait for each other's threads in LAPACK; these products do not.
    """
    size = grams.shape[1]
    roots = np.sqrt([2.0, 3.0, 5.0, 7.0, 11.0, 13.0, 17.0, 19.0])
    start = np.cos(np.outer(np.arange(1, size + 1), roots)).astype(grams.dtype)
    block = _orthonormal(np.broadcast_to(start, (len(grams), *start.shape)))
    for _ in range(ROUNDS):
        for _ in range(PRODUCTS_IN_A_ROUND):
            block = grams @ block
        block = _orthonormal(block)
    inside = np.swapaxes(block, 1, 2) @ grams @ block
    values, turn = np.linalg.eigh((inside + np.swapaxes(inside, 1, 2)) / 2)
    return block @ turn[:, :, : -count - 1 : -1], np.maximum(values[:, : -count - 1 : -1], 0.0)


def scores(centred: Array, count: int) -> Array:
    """Where people stand on the `count` leading components: runs x people x count.

    `centred`: runs x people x statements, 0 where there is no vote. Works on the smaller of the
    two Gram matrices. On each axis whoever stands furthest out stands on the positive side, so
    votes with agree and disagree exchanged give the same places.
    """
    turned = np.swapaxes(centred, 1, 2)
    if centred.shape[1] >= centred.shape[2]:
        found = centred @ leading_vectors(turned @ centred, count)[0]
    else:
        axes, values = leading_vectors(centred @ turned, count)
        found = axes * np.sqrt(values)[:, None, :]
    furthest = np.take_along_axis(found, np.abs(found).argmax(axis=1)[:, None, :], axis=1)
    return np.asarray(np.where(furthest < 0, -found, found))


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
