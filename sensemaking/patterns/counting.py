"""Counts of stories that may be read: none below five stories or tellers, none to be worked out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sensemaking.patterns.found import Whole
from sensemaking.patterns.showing import Shown, sides
from sensemaking.small import PublishedTable, publishable


@dataclass(frozen=True)
class Counted:
    """The counts of one pattern; None where a count may not be read.

    `with_it` of the `chosen` stories with the first answer carry the pattern, `against` go against it;
    of the `others` (stories without the first answer) `other_with` have the second. Of a slope `chosen`
    are all stories. `most`: more than half of `chosen` carry it.
    """

    with_it: int | None
    chosen: int | None
    against: int | None
    other_with: int | None
    others: int | None
    most: bool


def counted(shown: Shown, tellers: Whole) -> Counted:
    """The counts of what is shown, tellers (n,) being who told the stories that answered."""
    if shown.first.feature.yes_no and not shown.narrowed:
        second = sides(shown.second.feature) * shown.second.side > 0
        first = shown.with_it | shown.against
        table = published((~first).astype(np.int64), (~second).astype(np.int64), (2, 2), tellers)
        (with_it, against), (other_with, _) = table.cells
        chosen, others = table.row_totals
        return Counted(with_it, chosen, against, other_with, others, _most(shown))
    member = shown.with_it | shown.against
    codes = shown.against[member].astype(np.int64)
    table = published(np.zeros(len(codes), dtype=np.int64), codes, (1, 2), tellers[member])
    return Counted(table.cells[0][0], table.row_totals[0], table.cells[0][1], None, None, _most(shown))


def _most(shown: Shown) -> bool:
    return bool(shown.with_it.sum() > shown.against.sum())


def published(rows: Whole, columns: Whole, shape: tuple[int, int], tellers: Whole) -> PublishedTable:
    """Counts of stories by `rows` (n,) and `columns` (n,), without what fewer than five tellers stand behind.

    Which figures may show is decided on the number of tellers in each cell.
    """
    counts = np.zeros(shape, dtype=np.int64)
    people = np.zeros(shape, dtype=np.int64)
    np.add.at(counts, (rows, columns), 1)
    each = np.unique(np.column_stack([rows, columns, tellers]), axis=0)
    np.add.at(people, (each[:, 0], each[:, 1]), 1)
    safe = publishable(people.tolist())
    return PublishedTable(
        tuple(_where_shown(row, line) for row, line in zip(safe.cells, counts, strict=True)),
        _where_shown(safe.row_totals, counts.sum(axis=1)),
        _where_shown(safe.column_totals, counts.sum(axis=0)),
        None if safe.total is None else int(counts.sum()),
    )


def _where_shown(shown: tuple[int | None, ...], figures: Whole) -> tuple[int | None, ...]:
    return tuple(None if one is None else int(figure) for one, figure in zip(shown, figures, strict=True))
