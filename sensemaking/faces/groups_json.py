"""Groups as JSON for machines. The keys are described in docs/engine.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sensemaking.faces.reading_polis import PolisExport
from sensemaking.opinion.landscape import Landscape
from sensemaking.opinion.polis import PolisGroups
from sensemaking.opinion.sentences import overview
from sensemaking.opinion.votes import Id


def size(export: PolisExport) -> dict[str, int]:
    people, statements = export.votes.matrix.shape
    return {"participants": people, "statements": statements, "votes": int(export.votes.seen.sum())}


def polis_json(export: PolisExport, found: PolisGroups) -> dict[str, Any]:
    return {
        "method": "polis",
        **size(export),
        "clustered": len(found.clustered),
        "k": found.k,
        "sizes": found.sizes,
        "silhouette": found.silhouette,
        "labels": _by_text(found.labels),
        "positions": _by_text(found.positions),
        "group_aware_consensus": _by_text(found.group_aware_consensus),
        "representative": [
            [{"statement": one.statement, "direction": one.direction} for one in group]
            for group in found.representative
        ],
        "consensus": {"agree": found.consensus_agree, "disagree": found.consensus_disagree},
        "priority": _by_text(found.priority),
    }


def landscape_json(export: PolisExport, seen: Landscape, seed: int) -> dict[str, Any]:
    return {
        "method": "landscape",
        "seed": seed,
        **size(export),
        "state": seen.state,
        "demonstrable": seen.state == "groups",
        "clustered": len(seen.places),
        "k": len(seen.groups),
        "sizes": [len(group.people) for group in seen.groups],
        "chance": seen.chance,
        "gain": seen.gain,
        "scale": seen.scale,
        "numbers": {str(k): share for k, share in seen.numbers},
        "components": seen.components,
        "stays": seen.stays,
        "stability": [group.stability for group in seen.groups],
        "labels": {str(p.person): p.group for p in seen.places if p.group is not None},
        "membership": {str(p.person): p.membership for p in seen.places if p.membership},
        "positions": {str(p.person): (p.x, p.y) for p in seen.places},
        "unplaced": list(seen.unplaced),
        "group_aware_consensus": {str(view.statement): view.agree for view in seen.statements},
        "representative": [
            [
                {
                    "statement": one.statement,
                    "direction": one.direction,
                    "share": one.share,
                    "interval": [one.low, one.high],
                    "elsewhere": one.elsewhere,
                    "difference": {
                        "value": one.difference,
                        "interval": [one.difference_low, one.difference_high],
                    },
                    "q": one.q,
                }
                for one in group.typical
            ]
            for group in seen.groups
        ],
        "bridges": [_judged(v.statement, v.agree, v.low, v.high) for v in seen.bridges],
        "shared_no": [_judged(v.statement, v.disagree, v.disagree_low, v.disagree_high) for v in seen.shared_no],
        "divides": [_judged(v.statement, v.divides, v.divides_low, v.divides_high) for v in seen.dividing],
        "unknown": [view.statement for view in seen.unknown],
        "voices_of_the_few": list(seen.few),
        "between": _between(seen),
        "sentences": overview(seen),
    }


def _between(seen: Landscape) -> list[dict[str, Any]]:
    """Per pair of groups what connects those two, and what divides them."""
    k = len(seen.groups)
    return [
        {
            "groups": [a, b],
            "bridges": [_judged(one.statement, one.probability, one.low, one.high) for one in seen.between(a, b)],
            "divides": [
                {**_judged(one.statement, one.probability, one.low, one.high), "agrees": one.agrees}
                for one in seen.apart(a, b)
            ],
        }
        for a in range(k)
        for b in range(a + 1, k)
    ]


def _judged(statement: Id, probability: float, low: float, high: float) -> dict[str, Any]:
    return {"statement": statement, "probability": probability, "interval": [low, high]}


def _by_text(values: Mapping[Id, Any]) -> dict[str, Any]:
    return {str(one): value for one, value in values.items()}
