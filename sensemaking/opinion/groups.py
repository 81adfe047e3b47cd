"""Are there groups at all? Groups of people who answer alike, tested against chance.

Everything runs on stacks of vote tables (runs x people x statements), so that two hundred
shuffled rooms cost about as much as a loop over ten. Reasons and formulas: docs/statistics.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.eigen import leading_vectors
from sensemaking.opinion.plane import column_means
from sensemaking.opinion.votes import Array

MOST_GROUPS = 4
LEAST_IN_A_GROUP = 5
LEAST_SHARE = 0.05
CHANCE_ALLOWED = 0.02
LEFT_OUT = 0.2
ROUNDS = 25
CELLS_AT_ONCE = 1_000_000

Labels = NDArray[np.intp]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, eq=False)
class Split:
    """How people fall into groups, whether or not that is more than chance.

    `points`: people x 2. `labels`: one per person, 0 is the largest group; None when no
    division leaves every group large enough. `chance`: how often shuffled votes divide at least
    this clearly, 0-1. `stays`: per person, how often the same group comes out of a retake, 0-1.
    `membership`: people x k, how often a retake puts each person in each group; a row sums to 1,
    or to less when some retakes gave the person no sure group. `stability`: per group, the mean
    Jaccard overlap with its counterpart over the retakes. `numbers`: (k, share of retakes in which
    that number of groups stands out most); k = 1 is "no groups". `components`: the number of
    dimensions that best foretells held-out votes.
    """

    points: Array
    labels: Labels | None
    k: int
    chance: float
    stays: Array
    membership: Array
    stability: tuple[float, ...]
    numbers: tuple[tuple[int, float], ...]
    components: int

    @property
    def demonstrable(self) -> bool:
        return self.labels is not None and self.chance <= CHANCE_ALLOWED


def least_in_a_group(people: int) -> int:
    """The smallest group we draw among so many people."""
    return max(LEAST_IN_A_GROUP, int(np.ceil(LEAST_SHARE * people)))


def split(
    matrix: Array, seed: int, *, shuffles: int = 200, retakes: int = 200, progress: Progress | None = None
) -> Split:
    """The clearest division of the people in `matrix` (people x statements, NaN = not seen) into
    two to four groups, and how likely shuffled votes look as divided.

    Shuffling moves the answers within each statement among those who saw it: every total and
    every gap stays, only what hangs together is lost.
    """
    people = len(matrix)
    seen = ~np.isnan(matrix)
    centred = np.where(seen, matrix - column_means(matrix), 0.0)
    points = _points(centred[None], seen[None])
    counts = [k for k in range(2, MOST_GROUPS + 1) if k * least_in_a_group(people) <= people]
    found = [_divide(points, k) for k in counts]
    if not any(width[0] > -1 for width, _ in found):
        return Split(points[0], None, 1, 1.0, np.ones(people), np.ones((people, 1)), (1.0,), ((1, 1.0),), 0)

    random = np.random.default_rng(seed)
    widths = [[float(width[0])] for width, _ in found]
    for shuffled in _shuffles(centred, seen, shuffles, random):
        shuffled_points = _points(shuffled, seen[None])
        for i, k in enumerate(counts):
            widths[i] += _divide(shuffled_points, k)[0].tolist()
    clearest, chance = _against_chance(np.array(widths).T)
    labels = _largest_first(found[clearest][1][0])
    k = counts[clearest]
    membership, stability = _retaken(centred, seen, labels, retakes, random)
    stays = membership[np.arange(people), labels]
    return Split(points[0], labels, k, chance, stays, membership, stability, ((k, 1.0),), 2)


def relabel(matrix: Array, kept: NDArray[np.bool_], labels: Labels) -> Labels:
    """`labels` found anew from fewer statements: runs x people.

    `kept`: runs x statements, False where a run leaves a statement out. Names are matched to
    `labels` (people), so that most people keep theirs; a run that finds no division with large
    enough groups gives -1 to everyone.
    """
    seen = ~np.isnan(matrix)
    centred = np.where(seen, matrix - column_means(matrix), 0.0)
    k = int(labels.max()) + 1
    at_once = max(1, CELLS_AT_ONCE // max(1, centred.size))
    again = [_again(centred, seen, kept[i : i + at_once], labels, k) for i in range(0, len(kept), at_once)]
    return np.concatenate([np.where((width > -1)[:, None], found, -1) for width, found in again])


def _against_chance(widths: Array) -> tuple[int, float]:
    """Which number of groups stands out most in row 0, and how many rows stand out as much.

    `widths`: rooms x numbers of groups; row 0 is the real room, -1 where nothing was found.
    """
    lowest = np.where(widths > -1, widths, np.inf).min(axis=0)
    usable = np.isfinite(lowest)
    filled = np.maximum(widths, np.where(usable, lowest, -1.0))
    spread = filled.std(axis=0)
    standing = (filled - filled.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    standing[:, ~usable] = -np.inf
    real = np.where(widths[0] > -1, standing[0], -np.inf)
    clearest = int(real.argmax())
    return clearest, float((standing.max(axis=1) >= real[clearest] - 1e-9).mean())


def _shuffles(centred: Array, seen: NDArray[np.bool_], shuffles: int, random: np.random.Generator) -> Iterator[Array]:
    rows, width = centred.shape
    at_once = max(1, CELLS_AT_ONCE // max(1, centred.size))
    saw_it_first = np.argsort(~seen, axis=0, kind="stable")
    for start in range(0, shuffles, at_once):
        runs = min(at_once, shuffles - start)
        draw = random.random((runs, rows, width))
        draw[:, ~seen] = 2.0
        values = np.take_along_axis(centred[None], np.argsort(draw, axis=1, kind="stable"), axis=1)
        shuffled = np.zeros_like(values)
        np.put_along_axis(shuffled, np.broadcast_to(saw_it_first, values.shape), values, axis=1)
        yield shuffled


def _points(centred: Array, seen: NDArray[np.bool_]) -> Array:
    """Two leading components per run: runs x people x 2, stretched for who answered less."""
    _, rows, width = centred.shape
    turned = np.swapaxes(centred, 1, 2)
    if rows >= width:
        points = centred @ leading_vectors(turned @ centred)[0]
    else:
        axes, values = leading_vectors(centred @ turned)
        points = axes * np.sqrt(values)[:, None, :]
    asked = seen.any(axis=1).sum(axis=1)
    given = np.maximum(1, seen.sum(axis=2))
    return np.asarray(points * np.sqrt(asked[:, None] / given)[:, :, None])


def _divide(points: Array, k: int) -> tuple[Array, Labels]:
    """Per run the widest division into k groups of sufficient size, from several starts.

    Width: the mean simplified silhouette (distances to group centres); -1 where every start
    left a group too small.
    """
    runs, people, _ = points.shape
    least = least_in_a_group(people)
    best = np.full(runs, -1.0)
    labels = np.zeros((runs, people), dtype=np.intp)
    for start in _starts(points, k):
        found, sizes, distance = _settle(points, start, k)
        width = np.where((sizes >= least).all(axis=1), _width(found, distance), -1.0)
        better = width > best + 1e-9
        best = np.where(better, width, best)
        labels[better] = found[better]
    return best, labels


def _starts(points: Array, k: int) -> Iterator[Labels]:
    """First labels: equal parts along each axis, equal parts round the middle, far apart."""
    people = points.shape[1]
    x, y = points[:, :, 0], points[:, :, 1]
    for measure in (x, y, np.arctan2(y, x)):
        order = np.argsort(measure, axis=1, kind="stable")
        yield np.argsort(order, axis=1, kind="stable") * k // people
    run = np.arange(len(points))
    furthest = (points**2).sum(axis=2).argmax(axis=1)
    distances: list[Array] = []
    for _ in range(k):
        distances.append(((points - points[run, furthest][:, None, :]) ** 2).sum(axis=2))
        furthest = np.minimum.reduce(distances).argmax(axis=1)
    yield np.stack(distances, axis=2).argmin(axis=2)


def _settle(points: Array, labels: Labels, k: int) -> tuple[Labels, Labels, Array]:
    """Lloyd's rounds on every run at once: labels, sizes (runs x k), distances to the centres."""
    for _ in range(ROUNDS):
        member = (labels[:, :, None] == np.arange(k)).astype(np.float64)
        sizes = member.sum(axis=1)
        centres = np.swapaxes(member, 1, 2) @ points / np.maximum(sizes, 1)[:, :, None]
        squared = sum((points[:, :, axis, None] - centres[:, None, :, axis]) ** 2 for axis in (0, 1))
        squared = np.where(sizes[:, None, :] > 0, squared, np.inf)
        before, labels = labels, squared.argmin(axis=2)
        if (labels == before).all():
            break
    sizes = (labels[:, :, None] == np.arange(k)).sum(axis=1)
    return labels, sizes, np.sqrt(squared)


def _width(labels: Labels, distance: Array) -> Array:
    own = np.take_along_axis(distance, labels[:, :, None], axis=2)[:, :, 0]
    elsewhere = distance.copy()
    np.put_along_axis(elsewhere, labels[:, :, None], np.inf, axis=2)
    other = elsewhere.min(axis=2)
    other = np.where(np.isfinite(other), other, own)
    return np.asarray(((other - own) / np.maximum(np.maximum(own, other), 1e-12)).mean(axis=1))


def _retaken(
    centred: Array, seen: NDArray[np.bool_], labels: Labels, retakes: int, random: np.random.Generator
) -> tuple[Array, tuple[float, ...]]:
    """Membership (people x k) and stability (k) over retakes, each without a fifth of the statements."""
    people, width = centred.shape
    k = int(labels.max()) + 1
    left_out = min(width - 2, max(1, round(LEFT_OUT * width)))
    membership, stability = np.zeros((people, k)), np.zeros(k)
    member = np.eye(k)[labels]
    at_once = max(1, CELLS_AT_ONCE // max(1, centred.size))
    for start in range(0, retakes, at_once):
        runs = min(at_once, retakes - start)
        kept = np.argsort(random.random((runs, width)), axis=1) >= left_out
        width_found, again = _again(centred, seen, kept, labels, k)
        found = (again[:, :, None] == np.arange(k)) & (width_found > -1)[:, None, None]
        membership += found.sum(axis=0)
        both = (found & (member > 0)).sum(axis=1)
        stability += (both / np.maximum(1, (found | (member > 0)).sum(axis=1))).sum(axis=0)
    return membership / max(1, retakes), tuple(float(one) for one in stability / max(1, retakes))


def _again(
    centred: Array, seen: NDArray[np.bool_], kept: NDArray[np.bool_], labels: Labels, k: int
) -> tuple[Array, Labels]:
    points = _points(centred * kept[:, None, :], seen & kept[:, None, :])
    width, again = _divide(points, k)
    return width, _matched(labels, again, k)


def _matched(labels: Labels, again: Labels, k: int) -> Labels:
    """The labels of each run renamed so that most people keep the label they had."""
    member = np.eye(k)[labels]
    overlap = np.einsum("rpi,pj->rij", np.eye(k)[again], member)
    names = np.array(list(permutations(range(k))))
    kept = np.stack([overlap[:, np.arange(k), name].sum(axis=1) for name in names])
    chosen = names[kept.argmax(axis=0)]
    return np.asarray(np.take_along_axis(chosen, again, axis=1))


def _largest_first(labels: Labels) -> Labels:
    """Groups renumbered by size, then by who comes first."""
    sizes = np.bincount(labels)
    first = [int(np.argmax(labels == g)) for g in range(len(sizes))]
    order = sorted(range(len(sizes)), key=lambda g: (-sizes[g], first[g]))
    new = np.empty(len(sizes), dtype=np.intp)
    new[order] = np.arange(len(sizes))
    return new[labels]
