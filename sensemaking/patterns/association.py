"""One measure of association under every test here: do these scores go along with those?

A question becomes centred scores per story: an indicator per option, a rank, log-ratios. With both made orthonormal
(A: stories x p, B: stories x q) the statistic is Q = (n - 1) ||A'B||^2, n - 1 times Pillai's trace. It equals
(n - 1)/n times Pearson's chi-square for two choices, Kruskal-Wallis's H with ties for a choice and ranks, and
(n - 1) rho^2 for two rankings. Linear statistics under permutation: Strasser and Weber 1999; Hothorn et al. 2006.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from . import clusters, rearranging
from .found import CONFIDENCE, FEW, Array, Whole

FEW_IN_CLUSTERS = 100
"""Below this number of tellers the spread between them is too unsure to stand in for rearranging them."""


@dataclass(frozen=True)
class Association:
    """Q, what it is expected to be by chance, and how likely so much is by chance.

    Under chance Q / `scale` follows a chi-square with `df` degrees of freedom; `scale` is 1 and `df` is p q when
    every teller tells one story. `ranks`: (p, q). `exact`: p counts every arrangement.
    """

    n: int
    ranks: tuple[int, int]
    q: float
    scale: float
    df: float
    p: float
    drawn: bool
    exact: bool


def associate(left: Array, right: Array, tellers: Whole, seed: int, draw: bool | None = None) -> Association | None:
    """Compare two tables of scores (stories x anything, complete) of the same stories.

    `tellers`: a number per story. Below FEW tellers (FEW_IN_CLUSTERS when somebody tells more than one story), p
    comes from rearranging whole tellers; otherwise from chi-square, with the spread taken between tellers. `draw`
    decides for one or the other.
    None when either side is constant or all stories are one teller's.
    """
    order = clusters.canonical(left, right, tellers)
    a, b = orthonormal(left[order]), orthonormal(right[order])
    ranks = (a.shape[1], b.shape[1])
    sizes = clusters.sizes(tellers[order])
    if not all(ranks) or len(sizes) < 2:
        return None
    n = len(order)
    q = (n - 1) * float(((a.T @ b) ** 2).sum())
    scale, df = (1.0, float(ranks[0] * ranks[1])) if sizes.max() == 1 else clusters.spread(a, b, sizes)
    few = len(sizes) < (FEW if sizes.max() == 1 else FEW_IN_CLUSTERS)
    if few if draw is None else draw:
        p, exact = rearranging.chance(a, b, sizes, seed)
        return Association(n, ranks, q, scale, df, p, True, exact)
    return Association(n, ranks, q, scale, df, float(special.chdtrc(df, q / scale)), False, False)


def orthonormal(scores: Array) -> Array:
    """Centred columns that span the same as `scores` and stand square to each other; fewer when some repeat."""
    if not len(scores):
        return np.zeros((0, 0))
    centred = scores - scores.mean(axis=0)
    left, lengths, _ = np.linalg.svd(centred, full_matrices=False)
    return left[:, lengths > 1e-9 * max(1.0, float(np.abs(scores).max()))]


def strength(found: Association) -> tuple[float, float, float]:
    """(effect, low, high): the share of the spread that is shared beyond chance, 0..1; see `shared`."""
    parts = shared(found.q, found.scale, found.df, explained_at_most(*found.ranks, found.n))
    return float(parts[0]), float(parts[1]), float(parts[2])


def shared(q: ArrayLike, scale: float, df: ArrayLike, most: ArrayLike) -> tuple[Array, Array, Array]:
    """(effect, low, high) per statistic: (Q - scale df) / most within 0..1, with its 90% interval.

    What chance alone adds is taken off (for one scale this is Kelley's epsilon squared, 1935). Interval: the
    noncentral chi-squares under which Q / scale is not extreme (Steiger 2004).
    """
    q, df, most = (np.asarray(part, dtype=np.float64) for part in (q, df, most))
    tail = (1 - CONFIDENCE) / 2
    below = special.chdtr(df, q / scale)
    low = np.where(below > 1 - tail, special.chndtrinc(q / scale, df, 1 - tail), 0.0)
    high = np.where(below > tail, special.chndtrinc(q / scale, df, tail), 0.0)
    beyond = (np.maximum(q - scale * df, 0.0), low * scale, high * scale)
    effect, least, largest = (np.clip(part / most, 0.0, 1.0) for part in beyond)
    return effect, least, largest


def explained_at_most(p: ArrayLike, q: ArrayLike, n: ArrayLike) -> Array:
    """What Q - p q is when all is shared: min(p, q) (n - 1 - max(p, q)), at least 1."""
    rest = np.asarray(n) - 1 - np.maximum(p, q)
    return np.asarray(np.maximum(np.minimum(p, q) * rest, 1.0), dtype=np.float64)


def table_at_most(p: ArrayLike, q: ArrayLike, n: ArrayLike) -> Array:
    """The same for two choices with p + 1 and q + 1 options, as Bergsma (2013) corrects Cramer's V."""
    p, q = np.asarray(p, dtype=np.float64), np.asarray(q, dtype=np.float64)
    around = np.maximum(np.asarray(n, dtype=np.float64) - 1, 1.0)
    return np.asarray(np.maximum(around * np.minimum(p - p * p / around, q - q * q / around), 1.0))
