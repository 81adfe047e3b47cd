"""Several stories of one teller are one voice: order, sizes and spread counted by teller."""

from __future__ import annotations

import numpy as np

from .found import Array, Whole

ALIKE = 1e-15


def canonical(left: Array, right: Array, tellers: Whole) -> Whole:
    """An order of the stories that depends on what was answered alone, not on the order they came in.

    Stories of one teller stand together; tellers go from few stories to many, then by their answers.
    """
    if not len(tellers):
        return np.zeros(0, dtype=np.int64)
    both = np.column_stack([left, right])
    by_answer = np.lexsort(both.T[::-1])
    steps = np.any(np.diff(both[by_answer], axis=0) != 0, axis=1)
    codes = np.empty(len(tellers), dtype=np.int64)
    codes[by_answer] = np.concatenate([[0], np.cumsum(steps)])
    if len(np.unique(tellers)) == len(tellers):
        return by_answer
    by_teller = np.lexsort((codes, tellers))
    blocks = np.split(by_teller, np.flatnonzero(np.diff(tellers[by_teller])) + 1)
    blocks.sort(key=lambda block: (len(block), codes[block].tolist()))
    return np.concatenate(blocks)


def sizes(tellers: Whole) -> Whole:
    """Stories per teller, in order of appearance; the stories of one teller stand together."""
    edges = np.flatnonzero(np.diff(tellers)) + 1
    return np.diff(np.concatenate([[0], edges, [len(tellers)]]))


def spread(a: Array, b: Array, sizes: Whole) -> tuple[float, float]:
    """(scale, df) such that Q / scale follows about a chi-square with df degrees of freedom by chance.

    a, b: orthonormal scores, stories x p and x q, blocks of `sizes` stories per teller. The p q products are
    summed per teller; their spread between tellers gives the mean and the variance of Q (Rao and Scott 1981;
    Satterthwaite 1946), with the trace of the squared covariance estimated without bias from pairs of tellers.
    """
    products = (a[:, :, None] * b[:, None, :]).reshape(len(a), -1)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    per_teller = np.add.reduceat(products, starts, axis=0)
    return moments(per_teller, len(a))


def moments(per_teller: Array, n: int) -> tuple[float, float]:
    """(scale, df) from sums of products per teller (tellers x p q) over n stories; (1, p q) when all are alike."""
    tellers, most = per_teller.shape
    away = per_teller - per_teller.mean(axis=0)
    lengths = (away**2).sum(axis=1)
    trace = float(lengths.sum())
    if trace < ALIKE:
        return 1.0, float(most)
    grown = tellers / (tellers - 1)
    square = max(float(((away.T @ away) ** 2).sum() - (lengths**2).sum()) * grown, trace**2 / most)
    return (n - 1) * grown * square / trace, min(trace**2 / square, float(most))
