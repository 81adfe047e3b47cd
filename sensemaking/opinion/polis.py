"""Opinion groups exactly as Polis computes them, faults included; `landscape` is our own way.

Steps and formulas: docs/statistics.md.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.kmeans import lloyd, silhouette
from sensemaking.opinion.plane import Plane, plane
from sensemaking.opinion.representative import Repness, Representative, consensus, repness, representative
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
    votes = votes.sorted()
    asked = votes.seen.any(axis=0)
    raw = votes.matrix[:, asked]
    statements = tuple(votes.statements[j] for j in np.flatnonzero(asked))
    out = np.array([s in votes.moderated_out or s in meta for s in statements], dtype=bool)
    drawn = plane(np.where(out[None, :], 0.0, raw))

    enough = (~np.isnan(raw)).sum(axis=1) >= min(FEWEST_VOTES, max(1, len(statements)))
    labels, width = _best_groups(drawn.people[enough])
    k = int(labels.max()) + 1 if len(labels) else 0
    table = repness(raw[enough], labels, k)
    clustered = tuple(votes.people[i] for i in np.flatnonzero(enough))
    chosen = representative(table, statements, ~out)
    agree, disagree = consensus(raw, statements, ~out)
    return PolisGroups(
        clustered=clustered,
        labels={p: int(label) for p, label in zip(clustered, labels, strict=True)},
        k=k,
        sizes=tuple(int((labels == g).sum()) for g in range(k)),
        silhouette=width,
        positions=_pairs(votes.people, drawn.people),
        statement_positions=_pairs(statements, drawn.statements),
        explained=(float(drawn.explained[0]), float(drawn.explained[1])),
        group_aware_consensus=_floats(statements, table.agree_share.prod(axis=0)),
        representative=chosen,
        consensus_agree=agree,
        consensus_disagree=disagree,
        priority=_floats(statements, _priority(table, drawn, statements, meta)),
    )


def _best_groups(points: Array) -> tuple[NDArray[np.intp], float]:
    """Labels of the k in 2..5 with the best silhouette, and that silhouette."""
    distinct = np.unique(points, axis=0)
    tries = [lloyd(points, distinct[:k]) for k in range(2, min(MOST_GROUPS, len(distinct), len(points) - 1) + 1)]
    if not tries:
        return np.zeros(len(points), dtype=np.intp), 0.0
    widths = silhouette(points, tries)
    best = int(np.argmax(widths))
    return tries[best], widths[best]


def _priority(table: Repness, drawn: Plane, statements: tuple[Id, ...], meta: Collection[Id]) -> Array:
    agree, asked = table.agree.sum(axis=0), table.asked.sum(axis=0)
    passes = asked - agree - table.disagree.sum(axis=0)
    extremity = np.linalg.norm(drawn.statements, axis=1)
    importance = (agree + 1) / (asked + 2) * (1 - (passes + 1) / (asked + 2)) * (1 + extremity)
    newness = 1 + 8 * 2.0 ** (-asked / 5)
    is_meta = np.array([s in meta for s in statements], dtype=bool)
    return np.asarray(np.where(is_meta, META_PRIORITY, importance * newness) ** 2)


def _pairs(ids: tuple[Id, ...], points: Array) -> dict[Id, tuple[float, float]]:
    return {one: (float(x), float(y)) for one, (x, y) in zip(ids, points, strict=True)}


def _floats(ids: tuple[Id, ...], values: Array) -> dict[Id, float]:
    return {one: float(value) for one, value in zip(ids, values, strict=True)}
