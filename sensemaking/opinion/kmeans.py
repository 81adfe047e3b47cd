"""k-means from given centres, and how well the groups it makes stand apart.

Several runs go at once: members are runs x groups x people, True where a person is in a group.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.votes import Array

MOST_ROUNDS = 300
STANDS_STILL = 1e-4
ROWS_AT_ONCE = 32

Labels = NDArray[np.intp]
Members = NDArray[np.bool_]


def lloyd(points: Array, starts: Sequence[Array]) -> Labels:
    """Labels (starts x people) after Lloyd's rounds on `points` (people x 2) from each of
    `starts` (k x 2, k may differ).

    A run stops when nobody changes or its centres hardly move (1e-4 of the points' variance). A
    centre that lost everyone moves to the point furthest from its own centre.
    """
    runs, most = len(starts), max(map(len, starts))
    real = np.arange(most) < np.array([len(start) for start in starts])[:, None]
    centres = np.zeros((runs, most, 2))
    centres[real] = np.concatenate(starts)
    counted = np.column_stack([points, np.ones(len(points))])
    still = STANDS_STILL * float(points.var(axis=0).mean())
    members = np.zeros((runs, most, len(points)), dtype=bool)
    moving = np.arange(runs)
    for _ in range(MOST_ROUNDS):
        found = _nearest(counted, centres[moving], real[moving])
        changed = (found != members[moving]).any(axis=(1, 2))
        moving, found = moving[changed], found[changed]
        members[moving] = found
        if not len(moving):
            break
        totals = found @ counted
        if (empty := real[moving] & (totals[:, :, 2] == 0)).any():
            _fill(totals, empty, counted, centres[moving], found)
        after = totals[:, :, :2] / np.maximum(totals[:, :, 2:], 1)
        settled = ((after - centres[moving]) ** 2).sum(axis=(1, 2)) <= still
        centres[moving] = after
        if settled.any():
            last, moving = moving[settled], moving[~settled]
            members[last] = _nearest(counted, centres[last], real[last])
    return np.asarray(members.argmax(axis=1))


def _nearest(counted: Array, centres: Array, real: NDArray[np.bool_]) -> Members:
    """Who is nearest to which centre; the first centre when two are as near.

    Per person |centre|^2 - 2 centre . person is least where the distance is. `counted`: x, y, 1.
    """
    length = np.where(real, (centres**2).sum(axis=2), np.inf)
    score = np.concatenate([-2 * centres, length[:, :, None]], axis=2) @ counted.T
    members = score == score.min(axis=1, keepdims=True)
    if np.count_nonzero(members) > len(centres) * len(counted):
        members &= members.cumsum(axis=1) == 1
    return np.asarray(members)


def _fill(totals: Array, empty: NDArray[np.bool_], counted: Array, centres: Array, members: Members) -> None:
    """Gives each centre without people the point furthest from its own centre; changes `totals`."""
    for run in np.flatnonzero(empty.any(axis=1)):
        own = members[run].argmax(axis=0)
        distance = ((counted[:, :2] - centres[run, own]) ** 2).sum(axis=1)
        furthest = np.argsort(-distance, kind="stable")
        for moved, centre in zip(furthest, np.flatnonzero(empty[run]), strict=False):
            totals[run, own[moved]] -= counted[moved]
            totals[run, centre] = counted[moved]


def silhouette(points: Array, labels: Labels) -> Array:
    """Mean silhouette width of each labelling (runs x people), -1 to 1; a person alone in a group counts as 0."""
    members = labels[:, None, :] == np.arange(int(labels.max()) + 1)[:, None]
    sizes = np.count_nonzero(members, axis=2)
    there = sizes > 0
    sums = np.full(members.shape, np.inf)
    sums[there] = _distance_sums(points, members[there].astype(np.float64))
    size = np.where(members, sizes[:, :, None], 0).max(axis=1)
    own = np.where(members, sums, 0.0).sum(axis=1) / np.maximum(size - 1, 1)
    other = np.where(members, np.inf, sums / np.maximum(sizes, 1)[:, :, None]).min(axis=1)
    largest = np.maximum(own, other)
    apart = (size > 1) & (largest > 0)
    return np.asarray(np.where(apart, (other - own) / np.where(apart, largest, 1.0), 0.0).mean(axis=1))


def _distance_sums(points: Array, weights: Array) -> Array:
    """sum over q of weights[r, q] |p - q|, rows x people. Each distance is computed once, for p and for q."""
    x, y = np.ascontiguousarray(points.T)
    sums = np.zeros_like(weights)
    for start in range(0, len(points), ROWS_AT_ONCE):
        stop = start + ROWS_AT_ONCE
        distance = np.subtract.outer(x[start:stop], x[start:])
        height = np.subtract.outer(y[start:stop], y[start:])
        np.square(distance, out=distance)
        np.square(height, out=height)
        distance += height
        np.sqrt(distance, out=distance)
        sums[:, start:stop] += weights[:, start:] @ distance.T
        sums[:, stop:] += weights[:, start:stop] @ distance[:, ROWS_AT_ONCE:]
    return sums
