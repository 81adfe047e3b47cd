"""What a count says about a share: the beta posterior from a uniform prior.

Of n people a agreed; before looking, every share was as likely as any other. Then the share is
Beta(a + 1, n - a + 1) (Laplace). The smallest of several shares answers "does it hold for all?".
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaincc, betaincinv

from sensemaking.opinion.votes import Array

LOW, HIGH = 0.05, 0.95
HALVINGS = 24


def more_than(share: ArrayLike, count: ArrayLike, n: ArrayLike) -> Array:
    """P(the share of all people like these > `share`) when `count` of `n` were for it; any shape."""
    count, n, share = (np.asarray(one, dtype=np.float64) for one in (count, n, share))
    return np.asarray(betaincc(count + 1, n - count + 1, share), dtype=np.float64)


def quantile(probability: float, count: ArrayLike, n: ArrayLike) -> Array:
    """The share below which the share lies with this probability; any shape."""
    count, n = np.asarray(count, dtype=float), np.asarray(n, dtype=float)
    return np.asarray(betaincinv(count + 1, n - count + 1, probability))


def interval(count: ArrayLike, n: ArrayLike) -> tuple[Array, Array]:
    """The 90% interval of a share."""
    return quantile(LOW, count, n), quantile(HIGH, count, n)


def all_more_than(share: ArrayLike, count: ArrayLike, n: ArrayLike, *, independent: bool = True) -> Array:
    """P(every share along the first axis > `share`).

    Shares of different people are independent: a product. Two shares of the same people are
    not: then the sure lower bound, 1 minus the sum of what each may miss (Bonferroni).
    """
    each = more_than(share, count, n)
    if independent:
        return np.asarray(each.prod(axis=0))
    return np.asarray(np.maximum(0.0, 1.0 - (1.0 - each).sum(axis=0)))


def smallest_interval(count: ArrayLike, n: ArrayLike, *, independent: bool = True) -> tuple[Array, Array]:
    """The 90% interval of the smallest of the shares along the first axis; see `all_more_than`.

    P(smallest > x) falls with x, so halving finds the ends.
    """
    count, n = np.broadcast_arrays(np.asarray(count, dtype=float), np.asarray(n, dtype=float))

    def end(probability: float) -> Array:
        low, high = np.zeros(count.shape[1:]), np.ones(count.shape[1:])
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            above = all_more_than(middle, count, n, independent=independent) > probability
            low, high = np.where(above, middle, low), np.where(above, high, middle)
        return np.asarray((low + high) / 2)

    return end(1 - LOW), end(1 - HIGH)


def difference_interval(count: ArrayLike, n: ArrayLike, other: ArrayLike, m: ArrayLike) -> tuple[Array, Array, Array]:
    """The middle and the 90% interval (middle, low, high) of one share minus another, from their
    own medians and intervals (MOVER: Zou and Donner 2008)."""
    here, there = quantile(0.5, count, n), quantile(0.5, other, m)
    (low, high), (there_low, there_high) = interval(count, n), interval(other, m)
    middle = here - there
    return (
        np.asarray(middle),
        np.asarray(middle - np.hypot(here - low, there_high - there)),
        np.asarray(middle + np.hypot(high - here, there - there_low)),
    )
