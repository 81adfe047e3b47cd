"""Choice by scale by choice: does the difference between options differ between groups?"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from . import clusters
from .association import orthonormal, shared
from .compositions import SHARED
from .contingency import indicators
from .found import Array, Found, Tellers, Whole, answered, as_choice, as_scale, nothing, teller_numbers


def choice_by_scale_by_choice(
    a: ArrayLike, x: ArrayLike, b: ArrayLike, tellers: Tellers = None, *, seed: int = 0
) -> Found:
    """Do the options of a differ on scale x in another way for one option of b than for another?

    a, b: option numbers per story, -1 for no answer; x: the scale, NaN for no answer. What a and b each add to the
    scale is taken off first (least squares); what is left is compared with the combinations of their options. Groups
    may differ in spread: that is taken between tellers, each story's part made larger for its leverage (MacKinnon
    and White 1985, HC2), with Satterthwaite's degrees of freedom (Bell and McCaffrey 2002). `statistic` is F.
    Nothing is drawn; `seed` is there because every comparison has one. Differences are those of the scale in its own
    points: stretching one end of a scale can make or unmake an interaction (Loftus 1978), so this test alone is not
    about ranks. Only combinations somebody chose count. Raises AnswersError.
    """
    one, scale, other = as_choice(a, "a"), as_scale(x, "x"), as_choice(b, "b")
    who = teller_numbers(tellers, len(one))
    kept = answered(one, scale, other)
    missing = len(kept) - int(kept.sum())
    one, scale, other, who = one[kept], scale[kept], other[kept], who[kept]
    order = clusters.canonical(np.column_stack([one, other]).astype(np.float64), scale[:, None], who)
    one, scale, other, who = one[order], scale[order], other[order], who[order]
    n, people = len(who), len(np.unique(who))
    figures = _figures(one, scale, other, clusters.sizes(who)) if people > 2 else None
    if figures is None:
        return nothing(n, people, missing, SHARED)
    return Found("interaction", n, people, missing, figures[0], figures[1], SHARED, *figures[2])


def _figures(
    one: Whole, scale: Array, other: Whole, sizes: Whole
) -> tuple[float, float, tuple[float, float, float]] | None:
    """(F, p, (effect, low, high)), None when no combination is left to compare or the scale says nothing."""
    n = len(scale)
    apart = spanned(np.column_stack([np.ones(n), indicators(one), indicators(other)]))
    together = indicators(one * (int(other.max()) + 1) + other)
    design = orthonormal(together - apart @ (apart.T @ together))
    rest = scale - apart @ (apart.T @ scale)
    spread = float(rest @ rest)
    free = n - apart.shape[1] - design.shape[1]
    if not design.shape[1] or free < 1 or spread <= 1e-18 * max(1.0, float(scale @ scale)):
        return None
    leverage = np.minimum((apart**2).sum(axis=1), 0.95)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    parts = np.add.reduceat(design * (rest / np.sqrt(spread * (1 - leverage)))[:, None], starts, axis=0)
    width, df = clusters.moments(parts, n)
    q = (n - 1) * float(((design.T @ rest) ** 2).sum()) / spread
    if width <= 0:
        return None
    effect, low, high = shared(q, width, df, float(free))
    f = q / width / df
    return f, float(special.fdtrc(df, len(sizes) - 1, f)), (float(effect), float(low), float(high))


def spanned(columns: Array) -> Array:
    """Orthonormal columns that span the same as `columns` (stories x anything)."""
    left, lengths, _ = np.linalg.svd(columns, full_matrices=False)
    return left[:, lengths > 1e-9 * lengths[0]]
