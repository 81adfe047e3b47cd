"""red-dwarf 0.4.0: the same conversation, and whether it found the same."""

import warnings
from collections.abc import Callable
from importlib.metadata import version
from typing import Any
from unittest.mock import patch

import numpy as np
from reddwarf.implementations import base

from sensemaking.faces.reading_polis import PolisExport
from sensemaking.opinion.polis import PolisGroups

APPROXIMATE_ABOVE = 500
CLOSE = 1e-9

assert version("red-dwarf") == "0.4.0"


def runner(export: PolisExport) -> Callable[[], Any]:
    """Runs their pipeline on a table that is there already: building it from the votes is loading."""
    votes = export.votes
    table = base.generate_raw_matrix(
        [
            {"participant_id": votes.people[i], "statement_id": votes.statements[j], "vote": int(votes.matrix[i, j])}
            for i, j in np.argwhere(votes.seen)
        ]
    )

    def run() -> Any:
        with warnings.catch_warnings(), patch.object(base, "generate_raw_matrix", lambda votes: table):
            warnings.simplefilter("ignore")
            return base.run_pipeline(
                votes=[],
                random_state=42,
                mod_out_statement_ids=sorted(votes.moderated_out),
                meta_statement_ids=sorted(export.meta),
            )

    return run


def refuse_difference(name: str, ours: PolisGroups, theirs: Any, export: PolisExport) -> None:
    """Ends the bench when the two do not find the same; says what differs."""
    differing = [what for what, same in _compared(ours, theirs, export) if not same]
    if differing:
        raise SystemExit(f"{name}: not equal to red-dwarf in {', '.join(differing)}")


def _compared(ours: PolisGroups, theirs: Any, export: PolisExport) -> list[tuple[str, bool]]:
    placed = theirs.participants_df["cluster_id"].dropna()
    # Their decomposition is approximate when a side exceeds 500; theirs is random, ours is not.
    near = 1e-3 if max(export.votes.matrix.shape) > APPROXIMATE_ABOVE else 1e-5
    statements = [s for s in theirs.statements_df.index if s in ours.priority]
    represented = {int(g): [(one["tid"], one["repful-for"]) for one in ones] for g, ones in theirs.repness.items()}
    priority = theirs.statements_df["priority"]
    return [
        ("labels", {int(p): int(g) for p, g in placed.items()} == ours.labels),
        ("k", len(set(placed)) == ours.k),
        ("sizes", tuple(np.bincount(placed.astype(int))) == ours.sizes),
        (
            "group-aware consensus",
            all(
                abs(theirs.group_aware_consensus["agree"][s] - ours.group_aware_consensus[s]) <= CLOSE
                for s in statements
            ),
        ),
        (
            "representative statements",
            represented
            == {g: [(one.statement, one.direction) for one in ones] for g, ones in enumerate(ours.representative)},
        ),
        (
            "places",
            all(
                np.allclose(np.abs(place), np.abs(ours.positions[int(p)]), atol=near)
                for p, place in theirs.participant_projections.items()
            ),
        ),
        ("priorities", all(abs(priority[s] - ours.priority[s]) <= near * (1 + priority[s]) for s in statements)),
    ]
