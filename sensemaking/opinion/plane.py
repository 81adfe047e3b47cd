"""A flat picture of votes: the two directions in which people differ most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh
from scipy.sparse.linalg import LinearOperator, eigsh

from sensemaking.opinion.cells import Cells
from sensemaking.opinion.votes import Array

LARGEST_GRAM = 200


@dataclass(frozen=True, eq=False)
class Plane:
    """`people`: people x 2 coordinates. `statements`: statements x 2, where one single agree
    would stand. `explained`: the part of all variance on each axis, between 0 and 1."""

    people: Array
    statements: Array
    explained: Array


def plane(given: Cells, out: NDArray[np.bool_]) -> Plane:
    """Principal components of the votes, as Polis draws them; `out`: the statements left out.

    Columns are centred on the mean of who saw them, what was not seen adds nothing, and a
    person's place is stretched by sqrt(statements / votes given). A statement that is left out
    is a column of zeros: it pulls nobody, and counts as a vote of everybody. Each axis points
    to its largest loading, so the same votes give the same picture.
    """
    width, mean = len(out), given.means
    kept = np.flatnonzero(~out)
    pulls = ~out[given.statement]
    person, statement = given.person[pulls], given.statement[pulls]
    column = np.cumsum(~out) - 1
    centred = np.zeros((len(given.people), len(kept)))
    centred.ravel()[person * len(kept) + column[statement]] = given.vote[pulls] - mean[statement]
    axes, explained = leading_axes(centred)

    stretch = np.sqrt(width / np.maximum(1, np.bincount(person, minlength=len(centred)) + width - len(kept)))
    statements = np.zeros((width, 2))
    statements[kept] = ((1.0 - mean[kept]) * axes).T * np.sqrt(width)
    return Plane(people=(centred @ axes.T) * stretch[:, None], statements=statements, explained=explained)


def column_means(matrix: Array) -> Array:
    """Mean of each column over its seen cells; 0 for a column nobody saw."""
    seen = ~np.isnan(matrix)
    return np.asarray(np.where(seen, matrix, 0.0).sum(axis=0) / np.maximum(1, seen.sum(axis=0)))


def leading_axes(centred: Array) -> tuple[Array, Array]:
    """The two leading right singular vectors (2 x columns) and their share of the variance.

    Works on the smaller of the two Gram matrices, and on a large one without ever making it.
    """
    width = centred.shape[1]
    tall = len(centred) >= width
    total = float(np.vdot(centred, centred))
    axes, explained = np.zeros((2, width)), np.zeros(2)
    if not total > 0:
        return axes, explained
    values, vectors = _leading(centred if tall else centred.T)
    for i in np.flatnonzero(values > 1e-12 * total):
        axis = vectors[:, i] if tall else vectors[:, i] @ centred / np.sqrt(values[i])
        axes[i] = axis if axis[np.abs(axis).argmax()] > 0 else -axis
        explained[i] = values[i] / total
    return axes, explained


def _leading(tall: Array) -> tuple[Array, Array]:
    """At most two leading eigenvalues of tall.T @ tall, largest first, and their vectors as columns."""
    size = tall.shape[1]
    if size <= LARGEST_GRAM:
        values, vectors = eigh(tall.T @ tall, subset_by_index=(max(0, size - 2), size - 1), check_finite=False)
    else:
        gram = LinearOperator((size, size), matvec=lambda vector: (tall @ vector) @ tall, dtype=np.float64)
        values, vectors = eigsh(gram, k=2, rng=np.random.default_rng(0))
    order = np.argsort(-values)
    return values[order], vectors[:, order]
