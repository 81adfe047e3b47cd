"""The method of Polis against red-dwarf: equal output first, then the time."""

from collections.abc import Callable

import numpy as np
from threadpoolctl import threadpool_info

from bench import conversations
from bench.dwarf import refuse_difference, runner
from bench.table import ms, show
from bench.timing import in_turns
from sensemaking.faces.reading_polis import PolisExport
from sensemaking.opinion.cells import cells, counts
from sensemaking.opinion.plane import column_means, leading_axes
from sensemaking.opinion.polis import polis

PROMISED = {"London": 50, "Brexit": 45, "biodiversity": 12, "vTaiwan": 12, "Bowling Green": 6}
HOPED = {"London": 100, "Brexit": 80, "biodiversity": 25, "vTaiwan": 25, "Bowling Green": 12}
SECONDS = 12.0


def floor(export: PolisExport) -> Callable[[], object]:
    """What no program that follows Polis can leave out, on tables that are ready: the two leading
    axes, everybody's place on them, and the votes counted per group."""
    votes = export.votes
    kept = [j for j, s in enumerate(votes.statements) if s not in votes.moderated_out]
    centred = np.where(votes.seen, votes.matrix - column_means(votes.matrix), 0.0)[:, kept]
    found = polis(votes, meta=export.meta)
    given = cells(votes)
    group = np.array([found.labels.get(person, found.k) for person in given.people])

    def run() -> object:
        axes, _ = leading_axes(centred)
        return centred @ axes.T, counts(given, group, found.k + 1)

    return run


def main() -> None:
    threads = {one["num_threads"] for one in threadpool_info()}
    assert threads == {1}, f"one thread on both sides, not {threads}"
    rows = []
    for name in PROMISED:
        export = conversations.read(name)
        theirs = runner(export)
        refuse_difference(name, polis(export.votes, meta=export.meta), theirs(), export)
        took = in_turns(
            {
                "ours": lambda export=export: polis(export.votes, meta=export.meta),
                "theirs": theirs,
                "floor": floor(export),
            },
            SECONDS,
        )
        ours, other, least = took["ours"], took["theirs"], took["floor"]
        rows.append(
            [
                f"{name}, {conversations.size(export)}",
                f"{ms(other.best)} ({ms(other.median)})",
                f"{ms(ours.best)} ({ms(ours.median)})",
                f"{other.best / ours.best:.0f} ({other.median / ours.median:.0f})",
                f"{PROMISED[name]} / {HOPED[name]}",
                f"{ours.best / least.best:.1f}",
            ]
        )
    show(
        "The method of Polis: milliseconds, best (median), loading left out on both sides",
        ["people x statements", "red-dwarf 0.4.0", "ours", "times faster", "promised / hoped", "ours / floor"],
        rows,
        "Equal first: labels, k, sizes, group-aware consensus of every statement, representative lists, places, "
        "priorities.\nFloor: the leading axes, everybody's place and the counts per group, on tables that are ready.",
    )
