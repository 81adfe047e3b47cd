"""What is typical of a group, tested on groups that never saw the statement under test.

Groups are made from answers; the same answers always seem to differ between them. So each
statement is tested in the groups as they come out of the other statements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from sensemaking.opinion.division import Labels
from sensemaking.opinion.groups import relabel
from sensemaking.opinion.judge import MAJORITY, SURE, Counts, counted
from sensemaking.opinion.posterior import difference_interval, interval, more_than
from sensemaking.opinion.votes import Array, Id
from sensemaking.small import FEWEST

FOLDS = 20
FALSE_DISCOVERIES = 0.05

Direction = Literal["agree", "disagree"]
DIRECTIONS: tuple[Direction, Direction] = ("agree", "disagree")


@dataclass(frozen=True)
class Typical:
    """A statement that a majority of a group answers in `direction`, more than others do.

    All figures are of the group as it comes out of the other statements. `share`: of all in the
    group who weighed the statement, with its 90% interval `low`, `high`; `elsewhere`: of all
    others; `difference`: here minus elsewhere, in the middle of its 90% interval; `q`: the part of false
    discoveries in a list that goes down to this one.
    """

    statement: Id
    direction: Direction
    share: float
    low: float
    high: float
    elsewhere: float
    difference: float
    difference_low: float
    difference_high: float
    q: float


def counted_without(matrix: Array, labels: Labels) -> Counts:
    """Per group and statement how many agreed, disagreed and passed (groups x statements x 3), in
    the groups found without that statement.

    The statements are left out in at most 20 folds. Where the others give no division the counts
    are 0: nothing is known.
    """
    width = matrix.shape[1]
    folds = min(width, FOLDS)
    fold = np.arange(width) % folds
    again = relabel(matrix, fold[None, :] != np.arange(folds)[:, None], labels)
    counts = np.zeros((int(labels.max()) + 1, width, 3))
    for one, found in enumerate(again):
        columns = fold == one
        for group in range(len(counts)):
            counts[group, columns] = counted(matrix[np.ix_(found == group, columns)])
    return counts


def typical(statements: Sequence[Id], groups: Counts, without: Counts) -> tuple[tuple[Typical, ...], ...]:
    """Per group what is typical of it, the largest sure difference first.

    `groups`, `without`: groups x statements x 3, counted in the groups as shown and as found
    without each statement. Every group, statement and direction is tested (hypergeometric,
    one-sided) and counts in the false discoveries; what shows must also be the answer of a
    majority (0.9 sure) of at least five people, both ways of counting.
    """
    weighed, count = without.sum(axis=-1)[..., None], without[..., :2]
    elsewhere, others = count.sum(axis=0) - count, weighed.sum(axis=0) - weighed
    q = adjusted(more_here(count, weighed, elsewhere, others))
    sure = np.ones(q.shape, dtype=bool)
    for counts in (groups, without):
        asked = counts.sum(axis=-1)[..., None]
        sure &= (more_than(MAJORITY, counts[..., :2], asked) >= SURE) & (asked >= FEWEST)
    low, high = interval(count, weighed)
    difference, difference_low, difference_high = difference_interval(count, weighed, elsewhere, others)
    figures = {
        "share": count / np.maximum(1, weighed),
        "low": low,
        "high": high,
        "elsewhere": elsewhere / np.maximum(1, others),
        "difference": difference,
        "difference_low": difference_low,
        "difference_high": difference_high,
        "q": q,
    }
    shows = sure & (q <= FALSE_DISCOVERIES) & (others >= FEWEST)
    found = []
    for g in range(len(groups)):
        cells = sorted(np.argwhere(shows[g]).tolist(), key=lambda cell: -float(difference_low[g, cell[0], cell[1]]))
        found.append(
            tuple(
                Typical(statements[j], DIRECTIONS[d], **{name: float(one[g, j, d]) for name, one in figures.items()})
                for j, d in cells
            )
        )
    return tuple(found)


def more_here(here: Array, n: Array, elsewhere: Array, m: Array) -> Array:
    """P(at least `here` of n), were the here + elsewhere who did it spread at random over n + m
    people: the upper tail of the hypergeometric distribution (Fisher's exact test, one-sided)."""
    inside, asked, did, everyone = (
        np.asarray(one, dtype=np.intp) for one in np.broadcast_arrays(here, n, here + elsewhere, n + m)
    )
    factorial = gammaln(np.arange(int(everyone.max(initial=0)) + 2) + 1.0)

    def ways(of: NDArray[np.intp], chosen: NDArray[np.intp]) -> Array:
        return np.asarray(factorial[of] - factorial[chosen] - factorial[of - chosen])

    total, tail = ways(everyone, asked), np.zeros(inside.shape)
    most = np.minimum(asked, did)
    for further in range(int((most - inside).max(initial=0)) + 1):
        x = np.minimum(inside + further, most)
        chance = np.exp(ways(did, x) + ways(everyone - did, asked - x) - total)
        tail += np.where(inside + further <= most, chance, 0.0)
    return np.minimum(tail, 1.0)


def adjusted(p: Array) -> Array:
    """P-values of one family as the part of false discoveries (Benjamini and Hochberg 1995); same shape."""
    flat = p.ravel()
    order = np.argsort(flat, kind="stable")[::-1]
    steps = np.minimum.accumulate(flat[order] * len(flat) / np.arange(len(flat), 0, -1))
    found = np.empty(len(flat))
    found[order] = np.minimum(steps, 1.0)
    return found.reshape(p.shape)
