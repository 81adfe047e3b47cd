"""k-means from given centres, and how well the groups it makes stand apart.

Several runs go side by side: members are groups x runs x people, True where a person is in a group.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.votes import Array

MOST_ROUNDS = 300
STANDS_STILL = 1e-4
NOWHERE = 1e300
ROWS_AT_ONCE = 64

Labels = NDArray[np.intp]
Members = NDArray[np.bool_]


def lloyd(points: Array, starts: Sequence[Array]) -> Labels:
    """Labels (starts x people) after Lloyd's rounds on `points` (people x 2) from each of
    `starts` (k x 2, k may differ).

    A run stops when its centres hardly move (1e-4 of the points' variance). A centre that lost
    everyone moves to the point furthest from its own centre.
    """
    runs, most = len(starts), max(map(len, starts))
    final, absent = np.zeros((most, runs, 2)), np.full((most, runs), NOWHERE)
    for run, start in enumerate(starts):
        final[: len(start), run], absent[: len(start), run] = start, 0.0
    counted = np.column_stack([points, np.ones(len(points))])
    still = STANDS_STILL * float(points.var(axis=0).mean())
    moving, centres, missing = np.arange(runs), final, absent
    for _ in range(MOST_ROUNDS):
        members = _nearest(counted, centres, missing)
        totals = (members.reshape(-1, len(points)).astype(np.float64) @ counted).reshape(*missing.shape, 3)
        totals[:, :, 2] += missing
        if not totals[:, :, 2].all():
            _fill(totals, counted, centres, members)
        after = totals[:, :, :2] / totals[:, :, 2:]
        shift = after - centres
        goes_on = np.einsum("gri,gri->r", shift, shift) > still
        centres = after
        if not goes_on.all():
            final[:, moving] = centres
            moving, centres, missing = moving[goes_on], centres[:, goes_on], missing[:, goes_on]
            if not len(moving):
                break
    final[:, moving] = centres
    return np.asarray(_nearest(counted, final, absent).argmax(axis=0))


def _nearest(counted: Array, centres: Array, absent: Array) -> Members:
    """Who is nearest to which centre; the first centre when two are as near.

    Per person |centre|^2 - 2 centre . person is least where the distance is. `counted`: x, y, 1.
    """
    weights = np.empty((*absent.shape, 3))
    weights[:, :, :2] = -2 * centres
    weights[:, :, 2] = np.einsum("gri,gri->gr", centres, centres) + absent
    score = (weights.reshape(-1, 3) @ counted.T).reshape(*absent.shape, len(counted))
    members = score == score.min(axis=0)
    if np.count_nonzero(members) > members[0].size:
        members &= members.cumsum(axis=0) == 1
    return np.asarray(members)


def _fill(totals: Array, counted: Array, centres: Array, members: Members) -> None:
    """Gives each centre without people the point furthest from its own centre; changes `totals`."""
    empty = totals[:, :, 2] == 0
    for run in np.flatnonzero(empty.any(axis=0)):
        own = members[:, run].argmax(axis=0)
        distance = ((counted[:, :2] - centres[own, run]) ** 2).sum(axis=1)
        furthest = np.argsort(-distance, kind="stable")
        for moved, centre in zip(furthest, np.flatnonzero(empty[:, run]), strict=False):
            totals[own[moved], run] -= counted[moved]
            totals[centre, run] = counted[moved]
        totals[:, run, 2] = np.maximum(totals[:, run, 2], 1)


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
