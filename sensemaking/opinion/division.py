"""People divided into groups of sufficient size, in many rooms at once (k-means on stacks)."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.votes import Array

LEAST_IN_A_GROUP = 5
LEAST_SHARE = 0.05
ROUNDS = 25

Labels = NDArray[np.intp]


def least_in_a_group(people: int) -> int:
    """The smallest group we draw among so many people."""
    return max(LEAST_IN_A_GROUP, int(np.ceil(LEAST_SHARE * people)))


def divide(points: Array, k: int) -> tuple[Array, Labels]:
    """The best division of each run's people into k groups of sufficient size.

    `points`: runs x people x dimensions, centred. Gives per run the sum of squares between the
    groups, sum over groups of size x |centre|^2, which k-means makes as large as it can from
    several starts (-1 where every start left a group too small), and labels: runs x people. Of
    the dimensions only the first k - 1 count: k centres never span more.
    """
    points = points[:, :, : k - 1]
    runs, people, _ = points.shape
    starts = _starts(points, k)
    labels = _settled(np.concatenate([points] * len(starts)), np.concatenate(starts), k)
    between, sizes = _between(np.concatenate([points] * len(starts)), labels, k)
    between = np.where((sizes >= least_in_a_group(people)).all(axis=1), between, -1.0).reshape(-1, runs)
    best = np.argmax(between >= between.max(axis=0) * (1 - 1e-9), axis=0)
    run = np.arange(runs)
    return between[best, run], labels.reshape(-1, runs, people)[best, run]


def matched(labels: Labels, again: Labels) -> Labels:
    """The labels of each run (`again`: runs x people, -1 for a run without a division) renamed so
    that most people keep the label they had in `labels` (people)."""
    k = int(labels.max()) + 1
    member = np.eye(k)[labels]
    overlap = np.stack([(again == g).astype(float) @ member for g in range(k)], axis=1)
    names = np.array(list(permutations(range(k))))
    kept = np.stack([overlap[:, np.arange(k), name].sum(axis=1) for name in names])
    chosen = names[kept.argmax(axis=0)]
    return np.where(again >= 0, np.take_along_axis(chosen, np.maximum(again, 0), axis=1), -1)


def largest_first(labels: Labels) -> Labels:
    """Groups renumbered by size, then by who comes first."""
    sizes = np.bincount(labels)
    first = [int(np.argmax(labels == g)) for g in range(len(sizes))]
    order = sorted(range(len(sizes)), key=lambda g: (-sizes[g], first[g]))
    new = np.empty(len(sizes), dtype=np.intp)
    new[order] = np.arange(len(sizes))
    return new[labels]


def _starts(points: Array, k: int) -> list[Labels]:
    """First labels: equal parts along each axis, equal parts round the middle, far apart."""
    people = points.shape[1]
    measures = list(np.moveaxis(points, 2, 0))
    if len(measures) > 1:
        measures.append(np.arctan2(measures[1], measures[0]))
    starts = []
    for measure in measures:
        order = np.argsort(measure, axis=1, kind="stable")
        rank = np.empty_like(order)
        np.put_along_axis(rank, order, np.arange(people)[None, :], axis=1)
        starts.append(rank * k // people)
    run = np.arange(len(points))
    furthest = (points**2).sum(axis=2).argmax(axis=1)
    distances: list[Array] = []
    for _ in range(k):
        distances.append(((points - points[run, furthest][:, None, :]) ** 2).sum(axis=2))
        furthest = np.minimum.reduce(distances).argmax(axis=1)
    return [*starts, np.stack(distances, axis=2).argmin(axis=2)]


def _settled(points: Array, labels: Labels, k: int) -> Labels:
    """Lloyd's rounds on every run at once; runs that stand still are left alone."""
    labels = labels.copy()
    moving = np.arange(len(points))
    for _ in range(ROUNDS):
        before, here = labels[moving], points[moving]
        sums, sizes = _sums(here, before, k)
        centres = sums / np.maximum(sizes, 1)[:, :, None]
        far = (centres**2).sum(axis=2) / 2
        far[sizes == 0] = np.inf
        after = (far[:, None, :] - here @ np.swapaxes(centres, 1, 2)).argmin(axis=2)
        labels[moving] = after
        moving = moving[(after != before).any(axis=1)]
        if not len(moving):
            break
    return labels


def _sums(points: Array, labels: Labels, k: int) -> tuple[Array, Labels]:
    """Per run the sum of each group's points (runs x k x dimensions) and its size (runs x k)."""
    member = (labels[:, None, :] == np.arange(k)[:, None]).astype(points.dtype)
    return member @ points, member.sum(axis=2).astype(np.intp)


def _between(points: Array, labels: Labels, k: int) -> tuple[Array, Labels]:
    sums, sizes = _sums(points, labels, k)
    return ((sums**2).sum(axis=2) / np.maximum(sizes, 1)).sum(axis=1), sizes
