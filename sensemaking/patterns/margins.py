"""Chance of a table of counts by the tables that have the same margins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat

import numpy as np
from scipy import special

from .found import Array, Flags, Whole
from .rearranging import DRAWN, tally

AT_ONCE = (200, 300, 500, 1_000)


def chance_of_table(table: Whole, seed: int) -> tuple[float, bool]:
    """(p, exact): how often a table with these margins has a chi-square at least this large, independently filled.

    table: counts, rows x columns, no empty row or column. Two by two is counted out (hypergeometric, as Fisher's
    test, ordered by chi-square); larger tables are drawn (Patefield 1981) until enough are as extreme.
    """
    rows, columns = np.sort(table.sum(axis=1)), np.sort(table.sum(axis=0))
    if table.shape == (2, 2):
        return _two_by_two(int(table[0, 0]), int(table[0].sum()), int(table[:, 0].sum()), int(table.sum())), True
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    here = float(((table - expected) ** 2 / expected).sum()) * (1 - 1e-9)
    return tally(_reaching(rows, columns, here, seed)), False


def _two_by_two(here: int, row: int, column: int, n: int) -> float:
    counts = np.arange(max(0, row + column - n), min(row, column) + 1, dtype=np.float64)
    logs = _log_choose(row, counts) + _log_choose(n - row, column - counts) - _log_choose(n, np.array(float(column)))
    middle = row * column / n
    return float(min(1.0, np.exp(logs)[np.abs(counts - middle) >= abs(here - middle) - 1e-9].sum()))


def _log_choose(n: float, k: Array) -> Array:
    return np.asarray(special.gammaln(n + 1) - special.gammaln(k + 1) - special.gammaln(n - k + 1), dtype=np.float64)


def _reaching(rows: Whole, columns: Whole, here: float, seed: int) -> Iterator[Flags]:
    from scipy.stats import random_table  # half a second to load, and few evenings need it

    random = np.random.default_rng(seed)
    expected = np.outer(rows, columns) / rows.sum()
    made = 0
    for at_once in chain(AT_ONCE, repeat(AT_ONCE[-1])):
        if made == DRAWN:
            return
        now = min(at_once, DRAWN - made)
        made += now
        drawn = random_table.rvs(rows, columns, size=now, random_state=random)
        yield ((drawn - expected) ** 2 / expected).sum(axis=(1, 2)) >= here
