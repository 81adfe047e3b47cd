"""What a count says about a share: the beta posterior from a uniform prior.

Of n people a agreed; before looking, every share was as likely as any other. Then the share is
Beta(a + 1, n - a + 1).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from sensemaking.opinion.votes import Array

STEPS = 2000
EDGES = np.linspace(0.0, 1.0, STEPS + 1)
MIDDLES = (EDGES[:-1] + EDGES[1:]) / 2


def cumulative(count: ArrayLike, n: ArrayLike) -> Array:
    """P(share <= x) for x on EDGES: the shape of `count` with one axis (STEPS + 1) behind it."""
    agreed, asked = np.asarray(count, dtype=float)[..., None], np.asarray(n, dtype=float)[..., None]
    log = agreed * np.log(MIDDLES) + (asked - agreed) * np.log1p(-MIDDLES)
    mass = np.exp(log - log.max(axis=-1, keepdims=True))
    heap = np.cumsum(mass, axis=-1)
    start = np.zeros((*heap.shape[:-1], 1))
    return np.concatenate([start, heap / heap[..., -1:]], axis=-1)


def more_than(share: float, distribution: Array) -> Array:
    """P(share of the people > `share`) from what `cumulative` gave."""
    return np.asarray(1.0 - distribution[..., round(share * STEPS)])


def smallest(distributions: Array) -> Array:
    """The distribution of the smallest of independent shares (second last axis)."""
    return np.asarray(1.0 - np.prod(1.0 - distributions, axis=-2))


def quantile(distribution: Array, probability: float) -> Array:
    """The share below which the distribution has this probability."""
    return np.asarray(EDGES[(distribution >= probability).argmax(axis=-1)])
