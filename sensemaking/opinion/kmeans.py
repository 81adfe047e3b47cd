"""k-means from given centres, and how well the groups it makes stand apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.votes import Array

MOST_ROUNDS = 300
STANDS_STILL = 1e-4
ROWS_AT_ONCE = 1024


def lloyd(points: Array, centres: Array) -> NDArray[np.intp]:
    """Labels (people) after Lloyd's rounds from `centres` (k x 2).

    Stops when no label changes or the centres hardly move (1e-4 of the points' variance). A
    centre that lost everyone moves to the point furthest from its own centre.
    """
    centres = centres.copy()
    k = len(centres)
    still = STANDS_STILL * float(points.var(axis=0).mean())
    labels = np.full(len(points), -1, dtype=np.intp)
    for _ in range(MOST_ROUNDS):
        before, (labels, distance) = labels, _nearest(points, centres)
        if (labels == before).all():
            return labels
        member = np.eye(k)[labels]
        sums, sizes = member.T @ points, member.sum(axis=0)
        furthest = iter(np.argsort(-distance, kind="stable"))
        for empty in np.flatnonzero(sizes == 0):
            moved = next(furthest)
            sums[labels[moved]] -= points[moved]
            sizes[labels[moved]] -= 1
            sums[empty], sizes[empty] = points[moved], 1
        after = sums / np.maximum(sizes, 1)[:, None]
        shift, centres = float(((after - centres) ** 2).sum()), after
        if shift <= still:
            break
    return _nearest(points, centres)[0]


def _nearest(points: Array, centres: Array) -> tuple[NDArray[np.intp], Array]:
    squared = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
    labels = squared.argmin(axis=1)
    return labels, squared[np.arange(len(points)), labels]


def silhouette(points: Array, labellings: Sequence[NDArray[np.intp]]) -> list[float]:
    """Mean silhouette width of each labelling, -1 to 1; a person alone in a group counts as 0."""
    member = np.concatenate([np.eye(int(labels.max()) + 1)[labels] for labels in labellings], axis=1)
    sums = np.concatenate(
        [
            _distances(points[start : start + ROWS_AT_ONCE], points) @ member
            for start in range(0, len(points), ROWS_AT_ONCE)
        ]
    )
    widths, first = [], 0
    for labels in labellings:
        k = int(labels.max()) + 1
        widths.append(_width(sums[:, first : first + k], labels))
        first += k
    return widths


def _width(sums: Array, labels: NDArray[np.intp]) -> float:
    everyone = np.arange(len(labels))
    sizes = np.bincount(labels, minlength=sums.shape[1])
    own = sums[everyone, labels] / np.maximum(sizes[labels] - 1, 1)
    others = np.where(sizes > 0, sums / np.maximum(sizes, 1), np.inf)
    others[everyone, labels] = np.inf
    other = others.min(axis=1)
    largest = np.maximum(own, other)
    width = np.where((sizes[labels] > 1) & (largest > 0), (other - own) / np.where(largest > 0, largest, 1), 0.0)
    return float(width.mean())


def _distances(rows: Array, points: Array) -> Array:
    return np.asarray(np.sqrt(((rows[:, None, :] - points[None, :, :]) ** 2).sum(axis=2)))
