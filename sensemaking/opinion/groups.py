"""Are there groups at all? Groups of people who answer alike, tested against chance.

Everything runs on stacks of vote tables (runs x people x statements), so that hundreds of rooms
cost about as much as a loop over ten. Reasons and formulas: docs/statistics.md; what was tried:
docs/statistics/groups.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.chance import chance_of, shuffled_rooms
from sensemaking.opinion.components import components
from sensemaking.opinion.division import Labels, divide, largest_first, least_in_a_group
from sensemaking.opinion.plane import column_means
from sensemaking.opinion.retakes import places, resampled, retaken
from sensemaking.opinion.sliding import sliding
from sensemaking.opinion.votes import Array

MOST_GROUPS = 4
CHANCE_ALLOWED = 0.03
CELLS_AT_ONCE = 500_000

Progress = Callable[[int, int], None]


@dataclass(frozen=True, eq=False)
class Split:
    """How people fall into groups, whether or not that is more than chance.

    `points`: people x 2, for the picture. `labels`: one per person, 0 is the largest group; None
    when no division leaves every group large enough, and then k is 1.
    `chance`: how often shuffled votes divide at least this clearly, 0-1.
    `gain`: the part of the squared error on votes left out that knowing people's groups takes away;
    below 0 it foretells worse than nothing.
    `scale`: how often people on a sliding scale fall as clearly into k clumps, 0-1; above .05 these
    may be parts of a scale rather than loose groups. None when no groups are demonstrable.
    `membership`: people x k, how probable each group is for each person; a row sums to 1, or to
    less when some retakes found no division with large enough groups. `stays`: of one's own group.
    `stability`: per group, the mean Jaccard overlap with its counterpart over the retakes, 0-1.
    `numbers`: (k, share of retakes in which k groups do best: they come back, and foretell best
    what the retake left out); k = 1 is "no groups".
    `components`: the number of dimensions that foretell held-out votes best, 0-4.
    """

    points: Array
    labels: Labels | None
    k: int
    chance: float
    gain: float
    scale: float | None
    stays: Array
    membership: Array
    stability: tuple[float, ...]
    numbers: tuple[tuple[int, float], ...]
    components: int

    @property
    def demonstrable(self) -> bool:
        """More divided than chance makes rooms, and it helps to know people's groups."""
        return self.labels is not None and self.chance <= CHANCE_ALLOWED and self.gain > 0


def split(
    matrix: Array, seed: int, *, shuffles: int = 200, retakes: int = 200, progress: Progress | None = None
) -> Split:
    """The clearest division of the people in `matrix` (people x statements, NaN = not seen) into
    two to four groups, how likely shuffled votes are as divided, and how sure it is.

    `progress(done, of)` hears of every stack of shuffles, retakes and rooms on a scale. The same
    matrix and seed give the same answer; for an answer that does not depend on the order of rows
    and columns, sort them first. With fewer than 33 shuffles nothing can be demonstrable.
    """
    people, width = matrix.shape
    random = np.random.default_rng(seed)
    seen = ~np.isnan(matrix)
    centred = np.where(seen, matrix - column_means(matrix), 0.0)
    whole = np.ones((1, width))
    rank = components(matrix, random)
    dimensions = max(1, rank)
    picture = places(centred, seen, whole, 2)[0]
    found = _divisions(places(centred, seen, whole, dimensions))
    tell = _Steps(progress, shuffles + retakes + shuffles // 2)
    if not found:
        tell.more(tell.of)
        nobody = np.ones(people)
        return Split(picture, None, 1, 1.0, 0.0, None, nobody, nobody[:, None], (1.0,), ((1, 1.0),), rank)

    at_once = max(1, CELLS_AT_ONCE // max(1, matrix.size))
    between = [_clearness(centred[None], seen)]
    for rooms in shuffled_rooms(centred, seen, shuffles, at_once, random):
        between.append(_clearness(rooms, seen))
        tell.more(len(rooms))
    divisions = {k: largest_first(labels[0]) for k, (_, labels) in found.items()}
    again = retaken(centred, seen, resampled(width, retakes, random), divisions, dimensions, at_once, tell.more)
    k = again.k
    members = again.membership(k)
    judged = Split(
        points=picture,
        labels=divisions[k],
        k=k,
        chance=chance_of(np.concatenate(between)),
        gain=again.gain(k),
        scale=None,
        stays=members[np.arange(people), divisions[k]],
        membership=members,
        stability=again.stability(k),
        numbers=again.numbers,
        components=rank,
    )
    if not judged.demonstrable:
        tell.more(shuffles // 2)
        return judged
    return replace(judged, scale=sliding(matrix, k, shuffles // 2, at_once, random, tell.more))


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
    return retaken(centred, seen, kept.astype(float), {k: labels}, k - 1, at_once).labels[k]


def _clearness(rooms: Array, seen: NDArray[np.bool_]) -> Array:
    """How clearly each room divides into each number of groups: rooms x numbers. The same for every
    room: the dimensions that hold in the real one play no part, so shuffles are its equals."""
    points = places(rooms, seen, np.ones((1, rooms.shape[2])), MOST_GROUPS - 1)
    return np.stack([divide(points, k)[0] for k in _counts(rooms.shape[1])], axis=1)


def _divisions(points: Array) -> dict[int, tuple[Array, Labels]]:
    """Per number of groups that leaves every group large enough: what `divide` found."""
    found = {k: divide(points, k) for k in _counts(points.shape[1])}
    return {k: one for k, one in found.items() if one[0][0] > -1}


def _counts(people: int) -> list[int]:
    return [k for k in range(2, MOST_GROUPS + 1) if k * least_in_a_group(people) <= people]


class _Steps:
    """Adds up what is done and tells it."""

    def __init__(self, progress: Progress | None, of: int) -> None:
        self.progress, self.of, self.done = progress, of, 0

    def more(self, steps: int) -> None:
        self.done += steps
        if self.progress:
            self.progress(self.done, self.of)
