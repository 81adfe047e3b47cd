"""A flat picture of votes: the two directions in which people differ most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sensemaking.opinion.votes import Array


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
