"""The same votes as Polis would draw them, beside our own landscape: it always makes groups, whether they are there or not."""

from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from sensemaking.opinion.polis import PolisGroups, polis
from sensemaking.opinion.votes import AGREE, DISAGREE, PASS, Votes
from sensemaking.small import figure_may_leave, group_view

from .saying import size

MOST_SHAPES = 4


def as_polis(votes: Votes, names: dict[Any, str]) -> dict[str, Any]:
    """The keys of `landscape.for_room`. `names`: {statement in the votes: its voice id as text}.

    A division with a group of fewer than five people, or with more groups than we have shapes, is not drawn: then
    `groups` and `dots` are empty and the sentence says so.
    """
    found = polis(votes)
    order = sorted(range(found.k), key=lambda group: (-found.sizes[group], group))
    shape = {group: place for place, group in enumerate(order)}
    may = bool(order) and len(order) <= MOST_SHAPES and all(figure_may_leave(count) for count in found.sizes)
    sizes = [found.sizes[group] for group in order]
    return {
        "people": sum(sizes) if may else None,
        "statements": len(votes.statements),
        "too_few": False,
        "sentences": _sentences(sizes, may),
        "sure": [],
        "wall": [],
        "groups": [{"shape": place, "size": count} for place, count in enumerate(sizes)] if may else [],
        "dots": _dots(found, shape) if may else [],
        "bridges": [],
        "divides": [],
        "shared_no": [],
        "unknown": [],
        "few": [],
        "typical": [],
        "per_statement": _views(votes, found, order, names) if may else {},
        "order": [names[statement] for statement in votes.statements if may and statement in names],
        "residents": {},
        "about_residents": "",
    }


def _sentences(sizes: list[int], may: bool) -> list[str]:
    if not may:
        return [_("Polis maakt hier een groep van minder dan vijf mensen, of te veel groepen. Die laten we niet zien.")]
    listed = ", ".join(size(place, count) for place, count in enumerate(sizes))
    return [
        _("Polis deelt deze mensen in %(count)d groepen in: %(sizes)s.") % {"count": len(sizes), "sizes": listed},
        _("Polis maakt altijd groepen, ook als er geen zijn. Ons eigen beeld zegt of ze meer zijn dan toeval."),
    ]


def _dots(found: PolisGroups, shape: dict[int, int]) -> list[list[float]]:
    """Places within a circle of radius 1, ordered by place."""
    furthest = max((np.hypot(*found.positions[person]) for person in found.clustered), default=0.0) or 1.0
    return sorted(
        [round(x / furthest, 6), round(y / furthest, 6), shape[found.labels[person]]]
        for person in found.clustered
        for x, y in [found.positions[person]]
    )


def _views(
    votes: Votes, found: PolisGroups, order: list[int], names: dict[Any, str]
) -> dict[str, list[dict[str, Any]]]:
    rows = {person: row for row, person in enumerate(votes.people)}
    members = [[rows[one] for one in found.clustered if found.labels[one] == group] for group in order]
    views = {}
    for column, statement in enumerate(votes.statements):
        if statement in names:
            cells = [votes.matrix[group, column] for group in members]
            counts = [[int((cell == answer).sum()) for answer in (AGREE, DISAGREE, PASS)] for cell in cells]
            views[names[statement]] = [
                {"shape": place, "view": group_view(*count)} for place, count in enumerate(counts)
            ]
    return views
