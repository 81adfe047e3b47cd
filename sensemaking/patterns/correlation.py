"""Scales against scales: do stories that lie higher on this lie higher on that?"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from .association import associate
from .found import Array, Found, Tellers, answered, as_scale, nothing, reach, teller_numbers
from .ranks import midranks

RHO = "Spearman's rho"


def scale_by_scale(x: ArrayLike, y: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> Found:
    """Spearman's rank correlation with ties, two-sided (t with n - 2 degrees of freedom; rearranged below 30 tellers).

    x, y: a number per story, NaN for no answer. Interval: Fisher's z with Bonett and Wright's spread (2000),
    widened for tellers with several stories. Raises AnswersError.
    """
    one, other = as_scale(x, "x"), as_scale(y, "y")
    who = teller_numbers(tellers, len(one))
    kept = answered(one, other)
    one, other, who = one[kept], other[kept], who[kept]
    n, people, missing = len(one), len(np.unique(who)), len(kept) - int(kept.sum())
    left, right = midranks(one), midranks(other)
    found = associate(left[:, None], right[:, None], who, seed) if n > 1 else None
    if found is None:
        return nothing(n, people, missing, RHO, -1.0)
    rho = correlation(left - (n + 1) / 2, right - (n + 1) / 2)
    p = found.p if found.drawn or people < n else t_chance(rho, n)
    low, high = rho_interval(rho, n, people, found.scale * found.df)
    test = "Spearman, rearranged" if found.drawn else "Spearman"
    return Found(test, n, people, missing, rho, p, RHO, rho, low, high, found.exact)


def correlation(left: Array, right: Array) -> float:
    """Correlation of two centred columns, within -1..1."""
    return float(np.clip(left @ right / np.sqrt((left @ left) * (right @ right)), -1.0, 1.0))


def t_chance(rho: float, n: int) -> float:
    """Two-sided chance of a correlation over n stories: Student's t with n - 2 degrees of freedom."""
    if abs(rho) >= 1:
        return 0.0
    return float(2 * special.stdtr(n - 2, -abs(rho) * np.sqrt((n - 2) / (1 - rho * rho))))


def rho_interval(rho: float, n: int, people: int, widened: float = 1.0) -> tuple[float, float]:
    """The 90% interval of rho; `widened`: how many times its variance is that of n independent stories."""
    if n < 4:
        return -1.0, 1.0
    half = reach(people, people < n) * np.sqrt(max(widened, 1.0) * (1 + rho * rho / 2) / (n - 3))
    middle = np.arctanh(np.clip(rho, -1 + 1e-12, 1 - 1e-12))
    return float(np.tanh(middle - half)), float(np.tanh(middle + half))
