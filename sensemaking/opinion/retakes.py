"""The same division taken again from other statements: who stays, and how many groups are there?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.division import Labels, divide, matched
from sensemaking.opinion.eigen import scores
from sensemaking.opinion.votes import Array

COMES_BACK = 0.5


def places(centred: Array, seen: NDArray[np.bool_], weights: Array, count: int) -> Array:
    """People's places (runs x people x count) when statements count `weights` times (runs x
    statements), stretched by sqrt(statements / votes given) for who answered less."""
    points = scores(centred * np.sqrt(weights)[:, None, :], count)
    given = weights @ seen.T
    asked = weights @ seen.any(axis=0)
    return np.asarray(points * np.sqrt(asked[:, None] / np.maximum(1, given))[:, :, None])


def resampled(width: int, retakes: int, random: np.random.Generator) -> Array:
    """How often each statement counts in each retake (retakes x statements): as many statements as
    there are, drawn with replacement (the bootstrap: Efron 1979)."""
    return random.multinomial(width, np.full(width, 1 / width), size=retakes).astype(float)


@dataclass(frozen=True, eq=False)
class Retakes:
    """What the retakes made of each division. Per number of groups `labels`: retakes x people,
    named as in the division, -1 in a retake without one; `overlap`: retakes x groups, the Jaccard
    overlap of each group with its counterpart. `errors`: retakes x (1 + numbers of groups), how
    badly one group, and each number of groups, foretells the votes that the retake left out."""

    labels: dict[int, Labels]
    overlap: dict[int, Array]
    errors: Array

    @property
    def numbers(self) -> tuple[tuple[int, float], ...]:
        """Per number of groups the share of retakes in which it does best: it foretells the votes
        left out better than the others whose every group comes back. 1 = no groups."""
        back = [one.min(axis=1) > COMES_BACK for one in self.overlap.values()]
        errors = np.where(np.stack([np.ones(len(self.errors), dtype=bool), *back], axis=1), self.errors, np.inf)
        wins = np.bincount(errors.argmin(axis=1), minlength=errors.shape[1]) / max(1, len(errors))
        return tuple(zip([1, *self.labels], wins.tolist(), strict=True))

    @property
    def k(self) -> int:
        """The number of groups, two or more, that does best most often; the smallest of equals."""
        return max(self.numbers[1:], key=lambda number: number[1])[0]

    def gain(self, k: int) -> float:
        """The part of the squared error on votes left out that knowing people's groups takes away;
        below 0 when it foretells worse than nothing."""
        errors = self.errors[:, [0, 1 + list(self.labels).index(k)]]
        none, groups = errors[np.isfinite(errors).all(axis=1)].sum(axis=0)
        return float(1 - groups / none) if none > 0 else 0.0

    def membership(self, k: int) -> Array:
        """How probable each of k groups is for each person: people x k.

        The square of how often a retake puts the person there, scaled to the same sum. A bootstrap
        moves everyone once more by as much as they are uncertain already; squared, the shares agree
        with how often people are in the group they were planted in (docs/statistics/groups.md).
        """
        found = self.labels[k][:, :, None] == np.arange(k)
        share = found.sum(axis=0) / max(1, len(found))
        squared = share**2
        return np.asarray(squared * (share.sum(axis=1) / np.maximum(squared.sum(axis=1), 1e-12))[:, None])

    def stability(self, k: int) -> tuple[float, ...]:
        """Per group the mean Jaccard overlap with its counterpart over the retakes (Hennig 2007)."""
        return tuple((self.overlap[k].sum(axis=0) / max(1, len(self.errors))).tolist())


def retaken(
    centred: Array,
    seen: NDArray[np.bool_],
    weights: Array,
    divisions: Mapping[int, Labels],
    components: int,
    at_once: int,
    progress: Callable[[int], None] = lambda steps: None,
) -> Retakes:
    """Each of `divisions` (number of groups -> labels) taken again with statements counted
    `weights` times (retakes x statements), `at_once` at a time; `progress` hears how many are done."""
    retakes, people = len(weights), len(centred)
    labels = {k: np.zeros((retakes, people), dtype=np.intp) for k in divisions}
    errors = np.zeros((retakes, 1 + len(divisions)))
    for start in range(0, retakes, at_once):
        stack = weights[start : start + at_once]
        now = slice(start, start + len(stack))
        points = places(centred, seen, stack, components)
        errors[now, 0] = _error(centred, seen, stack == 0, np.zeros((len(stack), people), dtype=np.intp))
        for i, (k, division) in enumerate(divisions.items()):
            between, found = divide(points, k)
            labels[k][now] = matched(division, np.where((between > -1)[:, None], found, -1))
            errors[now, 1 + i] = _error(centred, seen, stack == 0, labels[k][now])
        progress(len(stack))
    overlap = {k: _overlap(division, labels[k]) for k, division in divisions.items()}
    return Retakes(labels, overlap, errors)


def _overlap(labels: Labels, again: Labels) -> Array:
    """Jaccard overlap of each group with its counterpart: retakes x groups."""
    groups = np.arange(int(labels.max()) + 1)
    both = np.stack([((again == g) & (labels == g)).sum(axis=1) for g in groups], axis=1)
    either = np.stack([((again == g) | (labels == g)).sum(axis=1) for g in groups], axis=1)
    return np.asarray(both / np.maximum(1, either))


def _error(centred: Array, seen: NDArray[np.bool_], left_out: NDArray[np.bool_], labels: Labels) -> Array:
    """Mean squared error, per retake, of foretelling each vote on a left-out statement by the mean
    vote of the *others* in the person's group. Infinite without a division.

    With n votes in a group, leaving one out makes its distance to the mean n / (n - 1) times larger.
    """
    error = np.zeros(len(labels))
    known, squares = seen.astype(float), centred**2
    for g in range(int(labels.max()) + 1):
        member = (labels == g).astype(float)
        n, total, square = member @ known, member @ centred, member @ squares
        alone = square - total**2 / np.maximum(n, 1)
        larger = np.where(n > 1, n / np.maximum(n - 1, 1), 0.0) ** 2
        error += np.where(left_out, np.where(n > 1, alone * larger, square), 0.0).sum(axis=1)
    votes = np.maximum(1, left_out @ known.sum(axis=0))
    return np.where((labels >= 0).all(axis=1), error / votes, np.inf)
