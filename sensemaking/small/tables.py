"""Tables of counts from which no figure below five can be read or worked out.

One table at one moment. A table that is shown again after more answers: `moments`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Integral

from sensemaking.small.counts import FEWEST, figure_may_leave

Figures = tuple[int | None, ...]


class TableError(ValueError):
    """This is no table of counts; the message names the row and the column."""


@dataclass(frozen=True)
class PublishedTable:
    """A table of counts as it may be published; None is "fewer than five, or kept with it"."""

    cells: tuple[Figures, ...]
    row_totals: Figures
    column_totals: Figures
    total: int | None


def publishable(rows: Sequence[Sequence[int]]) -> PublishedTable:
    """A table of counts (rows of equal length) from which no figure below five can be worked out.

    The cells of a row are bound in twos by place (the last three together when their number is
    odd) before anybody looks at them. Twos that are together below five join the next, the last
    one the one before. What is bound is shown or hidden together: hidden as soon as one cell in
    it is below five. So what is hidden follows from sums and places, and every hidden cell below
    five could be 0, 1, 2, 3 or 4 for somebody who knows this rule and sees all the rest.

    A row shows its total from five up; a column only when all of it is shown, the grand total
    only when every row total is. It holds for one table by itself: totals that are known from
    another table ask for `publishable_beside_totals`. Raises TableError.
    """
    counts = counted(rows)
    cells = tuple(_row(row) for row in counts)
    row_totals = tuple(_if_enough(sum(row)) if row else None for row in counts)
    return PublishedTable(cells, row_totals, _column_sums(cells), sum_of_shown(row_totals))


def publishable_beside_totals(rows: Sequence[Sequence[int]]) -> PublishedTable:
    """The same for a table whose row and column totals are seen elsewhere (a cross of two questions).

    The totals of the rows, and those of the columns, are each a row of `publishable`. The cells
    are shown all or none: none as soon as one of them is below five. Raises TableError.
    """
    counts = counted(rows)
    whole = all(figure_may_leave(n) for row in counts for n in row)
    row_totals = [sum(row) for row in counts]
    column_totals = [sum(column) for column in zip(*counts, strict=True)]
    return PublishedTable(
        cells=tuple(row if whole else (None,) * len(row) for row in counts),
        row_totals=_row(row_totals),
        column_totals=_row(column_totals),
        total=_if_enough(sum(row_totals)),
    )


def counted(rows: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """These rows as a table; TableError on a negative count or rows of different lengths."""
    for i, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise TableError(f"row {i} has {len(row)} columns, row 0 has {len(rows[0])}")
        for j, n in enumerate(row):
            if not isinstance(n, Integral):
                raise TableError(f"row {i}, column {j}: {n} is no whole number, expected a count of people")
            if n < 0:
                raise TableError(f"row {i}, column {j}: {n} is negative, expected a count of people")
    return tuple(tuple(row) for row in rows)


def sum_of_shown(figures: Sequence[int | None]) -> int | None:
    """Their sum when every one of them is shown, so that the sum tells nothing more; else None."""
    shown = [n for n in figures if n is not None]
    return sum(shown) if shown and len(shown) == len(figures) else None


def _column_sums(cells: Sequence[Figures]) -> Figures:
    return tuple(sum_of_shown(column) for column in zip(*cells, strict=True))


def _row(row: Sequence[int]) -> Figures:
    shown: list[int | None] = list(row)
    for part in _bound(row):
        if not all(figure_may_leave(row[i]) for i in part):
            for i in part:
                shown[i] = None
    return tuple(shown)


def _bound(row: Sequence[int]) -> list[list[int]]:
    """Places that are shown or hidden together: twos, joined until they hold five people."""
    parts: list[list[int]] = []
    part: list[int] = []
    starts = range(0, max(1, len(row) - 1), 2)
    for start in starts:
        part += range(start, len(row) if start == starts[-1] else start + 2)
        if sum(row[i] for i in part) >= FEWEST:
            parts.append(part)
            part = []
    if part:
        parts[-1:] = [[*parts[-1], *part]] if parts else [part]
    return parts


def _if_enough(n: int) -> int | None:
    return n if figure_may_leave(n) else None
