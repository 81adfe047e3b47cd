"""Opinion groups exactly as Polis computes them, faults included; `landscape` is our own way.

Steps and formulas: docs/statistics.md.
"""

from __future__ import annotations

from collections.abc import Collection, Set
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.cells import Counts, cells, counts
from sensemaking.opinion.kmeans import Labels, lloyd, silhouette
from sensemaking.opinion.plane import Plane, plane
from sensemaking.opinion.representative import Representative, consensus, repness, representative
from sensemaking.opinion.votes import Array, Id, Votes

FEWEST_VOTES = 7
MOST_GROUPS = 5
META_PRIORITY = 7.0


@dataclass(frozen=True, eq=False)
class PolisGroups:
    """What Polis shows of a conversation.

    `clustered`: people with enough votes, in the order of their ids; `labels`: their group.
    `sizes`: people per group. `positions`, `statement_positions`: x and y per person and per
    statement (the sign of an axis means nothing). `group_aware_consensus`: per statement, 0-1.
    `representative`: per group, agrees first. `consensus_agree`, `consensus_disagree`: statement
    ids over all voters. `priority`: per statement, what to ask next. `explained`: share of the
    variance on each axis.
    """

    clustered: tuple[Id, ...]
    labels: dict[Id, int]
    k: int
    sizes: tuple[int, ...]
    silhouette: float
    positions: dict[Id, tuple[float, float]]
    statement_positions: dict[Id, tuple[float, float]]
    explained: tuple[float, float]
    group_aware_consensus: dict[Id, float]
    representative: tuple[tuple[Representative, ...], ...]
    consensus_agree: tuple[Id, ...]
    consensus_disagree: tuple[Id, ...]
    priority: dict[Id, float]


def polis(votes: Votes, *, meta: Collection[Id] = ()) -> PolisGroups:
    """Polis groups of these votes. A pure function; the order of rows and columns is no matter.

    `meta`: ids of statements about the conversation itself; they are left out of the picture
    like moderated ones and get their own priority. Statements that nobody saw are left aside.
    With fewer than three different places on the picture there is one group (k = 1), and with
    nobody to cluster none (k = 0).
    """
    given = cells(votes)
    statements = given.statements
    out = _among(statements, votes.moderated_out | set(meta))
    drawn = plane(given, out)

    enough = given.per_person >= min(FEWEST_VOTES, max(1, len(statements)))
    labels, width = _best_groups(drawn.people[enough])
    k = int(labels.max()) + 1 if len(labels) else 0
    group = np.full(len(given.people), k)
    group[enough] = labels
    everyone = counts(given, group, k + 1)
    table = repness(everyone.first(k))
    clustered = tuple(compress(given.people, enough.tolist()))
    agree, disagree = consensus(everyone.together, statements, ~out)
    return PolisGroups(
        clustered=clustered,
        labels=dict(zip(clustered, labels.tolist(), strict=True)),
        k=k,
        sizes=tuple(np.bincount(labels, minlength=k).tolist()),
        silhouette=width,
        positions=_pairs(given.people, drawn.people),
        statement_positions=_pairs(statements, drawn.statements),
        explained=(float(drawn.explained[0]), float(drawn.explained[1])),
        group_aware_consensus=_floats(statements, table.share[0].prod(axis=0)),
        representative=representative(table, statements, ~out),
        consensus_agree=agree,
        consensus_disagree=disagree,
        priority=_floats(statements, _priority(table.counts, drawn, _among(statements, set(meta)))),
    )


def _among(statements: tuple[Id, ...], some: Set[Id]) -> NDArray[np.bool_]:
    return np.array([one in some for one in statements], dtype=bool)


def _best_groups(points: Array) -> tuple[Labels, float]:
    """Labels of the k in 2..5 with the best silhouette, and that silhouette."""
    first = _first_places(points, MOST_GROUPS)
    starts = [first[:k] for k in range(2, min(len(first), len(points) - 1) + 1)]
    if not starts:
        return np.zeros(len(points), dtype=np.intp), 0.0
    tries = lloyd(points, starts)
    widths = silhouette(points, tries)
    best = int(np.argmax(widths))
    return tries[best], float(widths[best])


def _first_places(points: Array, most: int) -> Array:
    """The first distinct places in lexicographic order."""
    ordered = points[np.lexsort(points.T[::-1])]
    new = np.ones(len(points), dtype=bool)
    new[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    return ordered[np.flatnonzero(new)[:most]]


def _priority(found: Counts, drawn: Plane, meta: NDArray[np.bool_]) -> Array:
    together = found.together
    agree, disagree = together.said[:, 0]
    asked = together.asked[0]
    passes = asked - agree - disagree
    extremity = np.linalg.norm(drawn.statements, axis=1)
    importance = (agree + 1) / (asked + 2) * (1 - (passes + 1) / (asked + 2)) * (1 + extremity)
    newness = 1 + 8 * 2.0 ** (-asked / 5)
    return np.asarray(np.where(meta, META_PRIORITY, importance * newness) ** 2)


def _pairs(ids: tuple[Id, ...], points: Array) -> dict[Id, tuple[float, float]]:
    x, y = points.T.tolist()
    return dict(zip(ids, zip(x, y, strict=True), strict=True))


def _floats(ids: tuple[Id, ...], values: Array) -> dict[Id, float]:
    return dict(zip(ids, values.tolist(), strict=True))
