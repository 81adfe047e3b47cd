"""The command line: `python -m sensemaking groups DIR [--method polis] [--seed N] [--json]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from sensemaking.faces.reading_polis import PolisExport, ReadingError, read_polis
from sensemaking.opinion.landscape import Landscape, landscape
from sensemaking.opinion.polis import PolisGroups, polis
from sensemaking.opinion.sentences import about, group_words, overview
from sensemaking.opinion.votes import Id


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when done; 1 with one line on stderr when the folder cannot be read; 2 on wrong use."""
    chosen = _parser().parse_args(arguments)
    try:
        export = read_polis(chosen.folder)
    except ReadingError as error:
        print(error, file=sys.stderr)
        return 1
    if chosen.method == "polis":
        found = polis(export.votes, meta=export.meta)
        answer = _polis_json(export, found) if chosen.json else _polis_text(export, found)
    else:
        seen = landscape(export.votes, chosen.seed)
        answer = _landscape_json(export, seen) if chosen.json else _landscape_text(export, seen)
    try:
        print(answer, flush=True)
    except BrokenPipeError:
        sys.stderr.close()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sensemaking", description="Denkrichtingen in antwoorden.")
    commands = parser.add_subparsers(required=True)
    groups = commands.add_parser("groups", help="denkrichtingen uit een Polis-export")
    groups.add_argument("folder", metavar="DIR", help="map met comments.csv en votes.csv")
    groups.add_argument("--method", choices=("landscape", "polis"), default="landscape")
    groups.add_argument("--seed", type=int, default=0, help="begin van het toeval (standaard 0)")
    groups.add_argument("--json", action="store_true", help="voor machines")
    return parser


def _size(export: PolisExport) -> dict[str, Any]:
    people, statements = export.votes.matrix.shape
    return {"participants": people, "statements": statements, "votes": int(export.votes.seen.sum())}


def _by_text(values: dict[Id, Any]) -> dict[str, Any]:
    return {str(one): value for one, value in values.items()}


def _polis_json(export: PolisExport, found: PolisGroups) -> str:
    return json.dumps(
        {
            "method": "polis",
            **_size(export),
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
        },
        indent=1,
    )


def _polis_text(export: PolisExport, found: PolisGroups) -> str:
    words = {"agree": "eens", "disagree": "oneens"}
    lines = [
        _heading(export),
        f"Volgens Polis: {found.k} groepen van {', '.join(map(str, found.sizes))} mensen.",
        f"Silhouet {found.silhouette:.3f}. Polis meet niet of dit toeval kan zijn.",
    ]
    for g, group in enumerate(found.representative):
        lines += ["", f"Groep {g}"]
        lines += [f"  {words[one.direction]:7}{_line(export, one.statement)}" for one in group]
    lines += ["", "Gedeeld door alle groepen"]
    shared = {s: c for s, c in found.group_aware_consensus.items() if s not in export.votes.moderated_out}
    best = sorted(shared, key=lambda one: -shared[one])[:5]
    lines += [f"  {shared[one]:.3f}  {_line(export, one)}" for one in best]
    return "\n".join(lines)


def _landscape_json(export: PolisExport, seen: Landscape) -> str:
    return json.dumps(
        {
            "method": "landscape",
            **_size(export),
            "state": seen.state,
            "demonstrable": seen.state == "groups",
            "clustered": len(seen.places),
            "k": len(seen.groups),
            "sizes": [len(group.people) for group in seen.groups],
            "chance": seen.chance,
            "stability": [group.stays for group in seen.groups],
            "labels": {str(p.person): p.group for p in seen.places if p.group is not None},
            "positions": {str(p.person): (p.x, p.y) for p in seen.places},
            "bridges": [
                {"statement": v.statement, "probability": v.agree, "interval": [v.low, v.high]} for v in seen.bridges
            ],
            "divides": [{"statement": v.statement, "probability": v.divides} for v in seen.dividing],
            "shared_no": [{"statement": v.statement, "probability": v.disagree} for v in seen.shared_no],
            "unknown": [view.statement for view in seen.unknown],
            "sentences": overview(seen),
        },
        indent=1,
    )


def _landscape_text(export: PolisExport, seen: Landscape) -> str:
    lines = [_heading(export), *overview(seen)]
    parts = (
        ("Dit verbindt ons", seen.bridges),
        ("Hier kijken we anders", seen.dividing),
        ("Dit past bij weinig mensen", seen.shared_no),
        ("Dit weten we nog niet", seen.unknown),
    )
    for title, views in parts:
        if views:
            lines += ["", title]
        for view in views:
            lines.append(f"  {_line(export, view.statement)}")
            lines.append(f"    {about(view)}")
            if view.by_group:
                lines.append("    " + " | ".join(group_words(one) for one in view.group_views))
    return "\n".join(lines)


def _heading(export: PolisExport) -> str:
    size = _size(export)
    return f"{size['participants']} mensen, {size['statements']} zinnen, {size['votes']} keuzes"


def _line(export: PolisExport, statement: Id) -> str:
    text = " ".join(export.texts[int(str(statement))].split())
    return f"{statement}: {text if len(text) <= 100 else text[:99] + '…'}"
