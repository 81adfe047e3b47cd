"""Figures that are shown again later: what came or went in between cannot be worked out.

A figure is exact the first time it may be shown. After that it moves in whole steps of five
from that first figure, so the screen says since when it stands. Whoever lays all moments side
by side knows the true number at one moment at most, and of any two moments at least five
differences fit what they saw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sensemaking.small.counts import FEWEST
from sensemaking.small.tables import Figures, PublishedTable, TableError, counted, sum_of_shown

LOWEST_AFTER_A_FALL = 2 * FEWEST - 1


@dataclass(frozen=True)
class Standing:
    """A table as it stands now.

    `shown`: what may be shown; the totals are sums of the shown cells, None when one of them is
    hidden. `first`: per cell the first figure that was ever shown (None: never yet); keep it and
    give it to the next `standing`. It holds nothing that was not shown.
    """

    shown: PublishedTable
    first: tuple[Figures, ...]


def standing(rows: Sequence[Sequence[int]], first: Sequence[Figures] | None = None) -> Standing:
    """The table of these counts as it may be shown after all the times it was shown before.

    `first`: `Standing.first` of the time before, None the first time. Show totals nowhere else: a
    total that is counted anew beside these cells gives them away. Raises TableError when this is
    no table of counts, or one of another shape than before.
    """
    counts = counted(rows)
    before = tuple(tuple(row) for row in first) if first is not None else tuple((None,) * len(row) for row in counts)
    if [len(row) for row in before] != [len(row) for row in counts]:
        raise TableError(f"the table has rows of {[len(row) for row in counts]}, before {[len(row) for row in before]}")
    cells = tuple(
        tuple(figure_now(n, one) for n, one in zip(row, ones, strict=True))
        for row, ones in zip(counts, before, strict=True)
    )
    kept = tuple(
        tuple(cell if one is None else one for cell, one in zip(row, ones, strict=True))
        for row, ones in zip(cells, before, strict=True)
    )
    row_totals = tuple(sum_of_shown(row) for row in cells)
    column_totals = tuple(sum_of_shown(column) for column in zip(*cells, strict=True))
    return Standing(PublishedTable(cells, row_totals, column_totals, sum_of_shown(row_totals)), kept)


def figure_now(now: int, first: int | None = None) -> int | None:
    """The figure that may be shown for `now` people; None is "too few to show".

    `first`: the first figure that was shown of them, None when there was none. Later figures are
    `first` plus a whole number of fives, the part of five that is not full left out. A figure
    that fell below nine is hidden: it could stand for fewer than five people.
    """
    if now < FEWEST:
        return None
    if first is None:
        return now
    figure = first + FEWEST * int((now - first) / FEWEST)
    return figure if figure >= min(first, LOWEST_AFTER_A_FALL) else None
