"""One measure of association under every test here: do these scores go along with those?

A question becomes centred scores per story: an indicator per option, a rank, log-ratios. With both made orthonormal
(A: stories x p, B: stories x q) the statistic is Q = (n - 1) ||A'B||^2, n - 1 times Pillai's trace. It equals
(n - 1)/n times Pearson's chi-square for two choices, Kruskal-Wallis's H with ties for a choice and ranks, and
(n - 1) rho^2 for two rankings. Linear statistics under permutation: Strasser and Weber 1999; Hothorn et al. 2006.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from . import clusters, rearranging
from .found import CONFIDENCE, FEW, Array, Whole


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


def associate(left: Array, right: Array, tellers: Whole, seed: int, draw: bool = False) -> Association | None:
    """Compare two tables of scores (stories x anything, complete) of the same stories.

    `tellers`: a number per story. Below FEW tellers, or with `draw`, p comes from rearranging whole tellers;
    otherwise from chi-square, with the spread taken between tellers when somebody tells more than one story.
    None when either side is constant.
    """
    order = clusters.canonical(left, right, tellers)
    a, b = orthonormal(left[order]), orthonormal(right[order])
    ranks = (a.shape[1], b.shape[1])
    if not all(ranks):
        return None
    sizes = clusters.sizes(tellers[order])
    n = len(order)
    q = (n - 1) * float(((a.T @ b) ** 2).sum())
    scale, df = (1.0, float(ranks[0] * ranks[1])) if sizes.max() == 1 else clusters.spread(a, b, sizes)
    if len(sizes) < FEW or draw:
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
    """(effect, low, high): the mean squared canonical correlation without what chance adds, 0..1.

    Bias taken off as Bergsma 2013 does for Cramer's V; interval by inverting the noncentral chi-square
    (Steiger 2004).
    """
    most = shared_at_most(*found.ranks, found.n)
    low, high = beyond_chance(found.q / found.scale, found.df)
    by = found.scale / (found.n - 1) / most
    effect = max(0.0, found.q - found.scale * found.df) / (found.n - 1) / most
    return min(effect, 1.0), min(low * by, 1.0), min(high * by, 1.0)


def shared_at_most(p: int, q: int, n: int) -> float:
    """The most that Pillai's trace can be, with Bergsma's correction for the number of stories."""
    return max(min(p - p * p / (n - 1), q - q * q / (n - 1)), 1e-9) if n > 1 else 1.0


def beyond_chance(chi_square: float, df: float) -> tuple[float, float]:
    """The 90% interval of the noncentrality of a chi-square with `df` degrees of freedom."""
    tail = (1 - CONFIDENCE) / 2
    low, high = (
        float(special.chndtrinc(chi_square, df, 1 - tail)),
        float(special.chndtrinc(chi_square, df, tail)),
    )
    below = special.chdtr(df, chi_square)
    return (low if below > 1 - tail else 0.0), (high if below > tail else 0.0)
