"""Voices of the few: statements chosen so that people are heard in proportion.

A list ranked by how many agree fills up with what the largest group likes. Proportional approval
voting (Thiele 1895) counts a second statement someone agrees with for half, a third for a third:
a company of n / size people who agree on a statement never ends up without one (extended
justified representation: Aziz et al. 2017, Halpern et al. 2023).
"""

from __future__ import annotations

import numpy as np

from sensemaking.opinion.votes import AGREE, Array, Id, Votes
from sensemaking.small import FEWEST

SIZE = 5
GAIN = 1e-9


def voices_of_the_few(votes: Votes, size: int = SIZE) -> tuple[Id, ...]:
    """At most `size` statements, each next one the most heard by those heard least so far.

    Statements that five people weighed and somebody agreed with can be chosen, moderated ones
    not. Only an agree counts for a statement; disagree, pass and not seen take nothing away. The
    choice cannot be bettered by exchanging one statement; equal choices fall to the earlier id.
    Raises ValueError when `size` is below 1.
    """
    if size < 1:
        raise ValueError(f"size {size}: expected 1 or more")
    votes = votes.sorted()
    agrees = votes.matrix == AGREE
    out = np.array([statement in votes.moderated_out for statement in votes.statements], dtype=bool)
    columns = np.flatnonzero(agrees.any(axis=0) & (votes.seen.sum(axis=0) >= FEWEST) & ~out)
    approves = agrees[:, columns].astype(float)
    chosen = _bettered(approves, _one_by_one(approves, size))
    ordered = _one_by_one(approves[:, chosen], size)
    return tuple(votes.statements[columns[chosen[i]]] for i in ordered)


def _one_by_one(approves: Array, size: int) -> list[int]:
    chosen: list[int] = []
    heard = np.zeros(len(approves))
    for _ in range(min(size, approves.shape[1])):
        gains = (1.0 / (heard + 1)) @ approves
        gains[chosen] = -1.0
        best = _first_best(gains)
        chosen.append(best)
        heard += approves[:, best]
    return chosen


def _bettered(approves: Array, chosen: list[int]) -> list[int]:
    """Exchanges one statement for another, the best exchange first, until none gains anything."""
    chosen = sorted(chosen)
    heard = approves[:, chosen].sum(axis=1)
    while True:
        exchanges = []
        for leaves in chosen:
            without = heard - approves[:, leaves]
            gains = (1.0 / (without + 1)) @ approves
            gains = gains - gains[leaves]
            gains[chosen] = 0.0
            best = _first_best(gains)
            exchanges.append((float(gains[best]), leaves, best))
        gain, leaves, joins = max(exchanges, key=lambda one: round(one[0], 9), default=(0.0, 0, 0))
        if gain <= GAIN:
            return chosen
        heard += approves[:, joins] - approves[:, leaves]
        chosen = sorted({*chosen, joins} - {leaves})


def _first_best(gains: Array) -> int:
    """The largest; what differs by rounding alone is equal, and the first of equals wins."""
    return int(np.flatnonzero(gains >= gains.max() - GAIN)[0])
