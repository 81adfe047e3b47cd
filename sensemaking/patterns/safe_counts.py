"""Counts of stories that may be read: none with fewer than five tellers behind it, none to be worked out."""

from __future__ import annotations

import numpy as np

from sensemaking.patterns.found import Whole
from sensemaking.small import PublishedTable, publishable, publishable_beside_totals


def published(
    rows: Whole, columns: Whole, shape: tuple[int, int], tellers: Whole, *, crossed: bool = False
) -> PublishedTable:
    """Counts of stories by `rows` (n,) and `columns` (n,), of which only some may show.

    Which ones is decided on the number of tellers in each cell. `crossed`: the totals of rows and
    columns are seen elsewhere, as of a cross of two questions; then all cells show or none.
    """
    counts = np.zeros(shape, dtype=np.int64)
    people = np.zeros(shape, dtype=np.int64)
    np.add.at(counts, (rows, columns), 1)
    each = np.unique(np.column_stack([rows, columns, tellers]), axis=0)
    np.add.at(people, (each[:, 0], each[:, 1]), 1)
    safe = (publishable_beside_totals if crossed else publishable)(people.tolist())
    return PublishedTable(
        tuple(_where_shown(row, line) for row, line in zip(safe.cells, counts, strict=True)),
        _where_shown(safe.row_totals, counts.sum(axis=1)),
        _where_shown(safe.column_totals, counts.sum(axis=0)),
        None if safe.total is None else int(counts.sum()),
    )


def _where_shown(shown: tuple[int | None, ...], figures: Whole) -> tuple[int | None, ...]:
    return tuple(None if one is None else int(figure) for one, figure in zip(shown, figures, strict=True))
