"""Somebody who knows the rules by heart, sees all that is shown, and tries every possibility."""

from collections import defaultdict
from itertools import product

import numpy as np


def every_row(cells, people):
    """Every way to put at most so many people in these cells: rows x cells."""
    if cells == 1:
        return np.arange(people + 1)[:, None]
    return np.array([(n, *row) for n in range(people + 1) for row in every_row(cells - 1, people - n)])


def look_alikes(possibilities, show):
    """The possibilities that look the same from outside, together: lists of arrays (possibilities x cells)."""
    alike = defaultdict(list)
    for one in possibilities:
        alike[show(tuple(int(n) for n in one))].append(one)
    return [np.array(together) for together in alike.values()]


def every_sum(cells):
    """All choices of one cell or more, to add them up: cells x choices."""
    return np.array([choice for choice in product((0, 1), repeat=cells) if any(choice)]).T


def worked_out(together):
    """The sums of cells below five that can have one value only: what the attacker knows for certain."""
    sums = together @ every_sum(together.shape[1])
    low, high = sums.min(axis=0), sums.max(axis=0)
    return low[(low == high) & (low < 5)].tolist()


def values_left(together):
    """Per cell that could be below five: the values below five it could have."""
    return [set(cell[cell < 5].tolist()) for cell in together.T if (cell < 5).any()]
