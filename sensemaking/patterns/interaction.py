"""Choice by scale by choice: does the difference between options differ between groups?"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from . import clusters
from .association import associate, strength
from .compositions import SHARED
from .contingency import indicators
from .found import Array, Found, Tellers, answered, as_choice, as_scale, nothing, teller_numbers


def choice_by_scale_by_choice(
    a: ArrayLike, x: ArrayLike, b: ArrayLike, tellers: Tellers = None, *, seed: int = 0
) -> Found:
    """Do the options of a differ on scale x in another way for one option of b than for another?

    a, b: option numbers per story, -1 for no answer; x: the scale, NaN for no answer. What a and b each add to the
    scale is taken off first; the rest is compared with the combinations of their options, and rearranged for small
    rooms (Freedman and Lane 1983). Differences are those of the scale itself, in its own points: stretching one end
    of a scale can make or unmake an interaction (Loftus 1978), so unlike the other tests this one is not about
    ranks. Only combinations somebody chose count. Raises AnswersError.
    """
    one, scale, other = as_choice(a, "a"), as_scale(x, "x"), as_choice(b, "b")
    who = teller_numbers(tellers, len(one))
    kept = answered(one, scale, other)
    missing = len(kept) - int(kept.sum())
    one, scale, other, who = one[kept], scale[kept], other[kept], who[kept]
    order = clusters.canonical(np.column_stack([one, other]).astype(np.float64), scale[:, None], who)
    one, scale, other, who = one[order], scale[order], other[order], who[order]
    n, people = len(who), len(np.unique(who))
    found = None
    if n > 1:
        apart = np.column_stack([np.ones(n), indicators(one), indicators(other)])
        together = indicators(one * (int(other.max()) + 1) + other)
        found = associate(without(together, apart), without(scale[:, None], apart), who, seed)
    if found is None:
        return nothing(n, people, missing, SHARED)
    effect, low, high = strength(found)
    test = "interaction, rearranged" if found.drawn else "interaction"
    return Found(test, n, people, missing, found.q, found.p, SHARED, effect, low, high, found.exact)


def without(scores: Array, taken: Array) -> Array:
    """What is left of `scores` (stories x p) after a least-squares fit on `taken` (stories x anything)."""
    return np.asarray(scores - taken @ np.linalg.lstsq(taken, scores, rcond=None)[0])
