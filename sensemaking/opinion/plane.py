"""A flat picture of votes: the two directions in which people differ most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sensemaking.opinion.votes import Array

ROUNDS = 8
PRODUCTS_IN_A_ROUND = 4


@dataclass(frozen=True, eq=False)
class Plane:
    """`people`: people x 2 coordinates. `statements`: statements x 2, where one single agree
    would stand. `explained`: the part of all variance on each axis, between 0 and 1."""

    people: Array
    statements: Array
    explained: Array


def plane(matrix: Array) -> Plane:
    """Principal components of people x statements (NaN = not seen), as Polis draws them.

    Columns are centred on the mean of who saw them, what was not seen adds nothing, and a
    person's place is stretched by sqrt(statements / votes given). Each axis points to its
    largest loading, so the same votes give the same picture.
    """
    seen = ~np.isnan(matrix)
    width = matrix.shape[1]
    mean = column_means(matrix)
    centred = np.where(seen, matrix - mean, 0.0)
    axes, explained = leading_axes(centred)
    stretch = np.sqrt(width / np.maximum(1, seen.sum(axis=1)))
    return Plane(
        people=(centred @ axes.T) * stretch[:, None],
        statements=((1.0 - mean) * axes).T * np.sqrt(width),
        explained=explained,
    )


def column_means(matrix: Array) -> Array:
    """Mean of each column over its seen cells; 0 for a column nobody saw."""
    seen = ~np.isnan(matrix)
    return np.asarray(np.where(seen, matrix, 0.0).sum(axis=0) / np.maximum(1, seen.sum(axis=0)))


def leading_axes(centred: Array) -> tuple[Array, Array]:
    """The two leading right singular vectors (2 x columns) and their share of the variance.

    Works on the smaller of the two Gram matrices.
    """
    people, width = centred.shape
    tall = people >= width
    gram = centred.T @ centred if tall else centred @ centred.T
    values, vectors = np.linalg.eigh(gram)
    values, vectors = np.maximum(values[::-1][:2], 0.0), vectors[:, ::-1][:, :2]
    total = float(gram.trace())
    axes, explained = np.zeros((2, width)), np.zeros(2)
    for i in np.flatnonzero(values > 1e-12 * total):
        axis = vectors[:, i] if tall else vectors[:, i] @ centred / np.sqrt(values[i])
        axes[i] = axis if axis[np.abs(axis).argmax()] > 0 else -axis
        explained[i] = values[i] / total
    return axes, explained


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
