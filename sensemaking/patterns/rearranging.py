"""Chance by rearranging: the same answers, dealt out anew over the tellers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations
from math import comb

import numpy as np

from .found import Array, Flags, Whole

COUNTED = 10_000
"""Up to this many different arrangements every one of them is counted."""
DRAWN = 19_999
ENOUGH = 100
"""Drawing stops once this many arrangements were at least as extreme: p is then known well enough."""
BATCH = 1_000
LISTED = 5
"""Up to this many stories of a teller their orders are drawn from the list of all."""
CELLS = 200_000
"""Drawn at a time: orders x stories, to bound memory."""


def chance(a: Array, b: Array, sizes: Whole, seed: int) -> tuple[float, bool]:
    """(p, exact): how often ||a'b|| is at least this large when b is dealt out anew over the stories.

    a, b: stories x p and x q, rows in canonical order, in blocks of `sizes` stories per teller. With one story
    each, all different arrangements are counted when there are no more than COUNTED; otherwise arrangements are
    drawn. Tellers with several stories keep them together and trade places with tellers who told as many.
    """
    here = float(((a.T @ b) ** 2).sum()) * (1 - 1e-9) - 1e-12
    if sizes.max() == 1:
        for one, other in ((a, b), (b, a)):
            alike = _alike(one)
            if _ways(alike) <= COUNTED:
                orders = _every(alike)
                return float((_figures(one, other, orders) >= here).mean()), True
    return tally(_figures(b, a, orders) >= here for orders in _drawn(sizes, seed)), False


def tally(reaching: Iterable[Flags]) -> float:
    """p from batches of draws that say which ones reached what was seen; stops at the draw that makes it ENOUGH.

    ENOUGH / draws when it stops (Besag and Clifford 1991), else (reached + 1) / (draws + 1) (Phipson and Smyth 2010).
    """
    reached = made = 0
    for batch in reaching:
        hits = np.flatnonzero(batch)
        if reached + len(hits) >= ENOUGH:
            return ENOUGH / (made + int(hits[ENOUGH - reached - 1]) + 1)
        reached, made = reached + len(hits), made + len(batch)
    return (reached + 1) / (made + 1)


def _figures(moved: Array, fixed: Array, orders: Whole) -> Array:
    """||fixed' moved[order]||^2 per order (orders x stories)."""
    crossed = moved.T[:, orders] @ fixed
    return np.asarray((crossed**2).sum(axis=(0, 2)))


def _alike(rows: Array) -> Whole:
    """A number per row, the same for equal rows."""
    _, numbers = np.unique(np.round(rows, 12), axis=0, return_inverse=True)
    return np.asarray(numbers.reshape(-1), dtype=np.int64)


def _ways(labels: Whole) -> int:
    """The number of different arrangements of the labels: n! / (n1! n2! ...)."""
    left, ways = len(labels), 1
    for count in np.bincount(labels):
        ways *= comb(left, int(count))
        left -= int(count)
        if ways > COUNTED:
            return ways
    return ways


def _every(labels: Whole) -> Whole:
    """Every different arrangement of the labels, as orders of the stories (arrangements x stories)."""
    n = len(labels)
    arranged = np.zeros((1, n), dtype=np.int64) - 1
    for label, count in enumerate(np.bincount(labels)):
        free = int((arranged[0] < 0).sum())
        chosen = np.array(list(combinations(range(free), int(count))), dtype=np.int64).reshape(-1, int(count))
        places = np.argsort(arranged >= 0, axis=1, kind="stable")[:, :free]
        picked = places[:, chosen].reshape(-1, int(count))
        arranged = np.repeat(arranged, len(chosen), axis=0)
        np.put_along_axis(arranged, picked, label, axis=1)
    orders = np.empty_like(arranged)
    np.put_along_axis(
        orders, np.argsort(arranged, axis=1, kind="stable"), np.argsort(labels, kind="stable")[None], axis=1
    )
    return orders


def _drawn(sizes: Whole, seed: int) -> Iterator[Whole]:
    """Batches of drawn orders (draws x stories), DRAWN in all."""
    random = np.random.default_rng(seed)
    most = max(1, min(BATCH, CELLS // int(sizes.sum())))
    made, batch = 0, min(most, BATCH // 5)
    while made < DRAWN:
        now = min(batch, DRAWN - made)
        yield _orders(sizes, now, random)
        made, batch = made + now, most


def _orders(sizes: Whole, draws: int, random: np.random.Generator) -> Whole:
    """Whole tellers trade places with tellers of as many stories, whose stories come in any order."""
    n = int(sizes.sum())
    orders = np.empty((draws, n), dtype=np.int64)
    start = 0
    for size, tellers in zip(*(part.tolist() for part in np.unique(sizes, return_counts=True)), strict=True):
        dealt = random.permuted(np.tile(np.arange(tellers), (draws, 1)), axis=1)
        stories = start + dealt[:, :, None] * size + _within(size, (draws, tellers), random)
        orders[:, start : start + size * tellers] = stories.reshape(draws, -1)
        start += size * tellers
    return orders


def _within(size: int, shape: tuple[int, int], random: np.random.Generator) -> Whole:
    """Orders of the stories within a teller (shape x size)."""
    if size > LISTED:
        return random.permuted(np.broadcast_to(np.arange(size), (*shape, size)), axis=2)
    listed = np.array(list(permutations(range(size))), dtype=np.int64)
    return np.asarray(listed[random.integers(len(listed), size=shape)])
