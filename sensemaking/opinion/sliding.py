"""Loose groups, or people spread along a sliding scale? Rooms in which everyone stands somewhere on
a scale, without clumps, beside the real one (after SigClust: Liu, Hayes, Nobel and Marron 2008)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from sensemaking.opinion.division import divide
from sensemaking.opinion.eigen import leading_vectors
from sensemaking.opinion.plane import column_means
from sensemaking.opinion.retakes import places
from sensemaking.opinion.votes import AGREE, DISAGREE, PASS, Array

HALVINGS = 8
ROOMS_PER_HALVING = 20
STRONGEST = 4.0
MOST_COMMON = 0.98


def sliding(
    matrix: Array,
    k: int,
    rooms: int,
    at_once: int,
    random: np.random.Generator,
    progress: Callable[[int], None] = lambda rooms: None,
) -> float:
    """How often, 0-1, a room on a sliding scale falls as clearly into k clumps as `matrix` (people x
    statements, NaN = not seen) does; the real room counts as one of the rooms.

    In such a room people stand normally spread on k - 1 scales. They agree above one height and
    disagree below another, set so that every statement keeps its shares and every gap stays; the
    scales pull as strongly as in the real room (the same leading eigenvalues on average). How clear
    k clumps are: the part of the spread on the k - 1 leading components that lies between them.
    """
    seen = ~np.isnan(matrix)
    centred = np.where(seen, matrix - column_means(matrix), 0.0)
    loadings = _loadings(centred, seen, _heights(matrix), k - 1, at_once, random)
    clear = [_clearness(centred[None], seen, k)]
    for start in range(0, rooms, at_once):
        stack = _rooms(loadings, seen, _heights(matrix), min(at_once, rooms - start), random)
        clear.append(_clearness(stack, seen, k))
        progress(len(stack))
    every = np.concatenate(clear)
    return float((every >= every[0] - 1e-9).mean())


def _heights(matrix: Array) -> tuple[Array, Array]:
    """Per statement where on a normal scale disagreement ends, and where agreement begins."""
    n = np.maximum(1, (~np.isnan(matrix)).sum(axis=0))
    no, not_yes = (matrix == DISAGREE).sum(axis=0) / n, ((matrix == DISAGREE) | (matrix == PASS)).sum(axis=0) / n
    return ndtri(no), ndtri(not_yes)


def _rooms(
    loadings: Array, seen: NDArray[np.bool_], heights: tuple[Array, Array], rooms: int, random: np.random.Generator
) -> Array:
    """Rooms on these scales, centred per statement: rooms x people x statements."""
    people, width = seen.shape
    own = np.sqrt(1 - (loadings**2).sum(axis=1))
    opinion = random.standard_normal((rooms, people, loadings.shape[1])) @ loadings.T
    opinion += own * random.standard_normal((rooms, people, width))
    votes = np.where(opinion > heights[1], AGREE, np.where(opinion > heights[0], PASS, DISAGREE))
    means = (votes * seen).sum(axis=1) / np.maximum(1, seen.sum(axis=0))
    return np.where(seen, votes - means[:, None, :], 0.0)


def _loadings(
    centred: Array,
    seen: NDArray[np.bool_],
    heights: tuple[Array, Array],
    scales: int,
    at_once: int,
    random: np.random.Generator,
) -> Array:
    """How strongly each scale pulls each opinion (statements x scales; squares sum to at most .96):
    in the direction of the real room's components, and so strongly that rooms get its eigenvalues
    on average, found by halving."""
    axes, values = leading_vectors((centred.T @ centred)[None], scales)
    spread = np.sqrt((centred**2).sum(axis=0) / np.maximum(1, seen.sum(axis=0)))
    direction = axes[0] / np.maximum(spread, 1e-3)[:, None] * np.sqrt(values[0] / len(centred))
    low, high = np.zeros(scales), np.full(scales, STRONGEST)
    for _ in range(HALVINGS):
        half = (low + high) / 2
        rooms = _rooms(_bounded(direction * half), seen, heights, min(at_once, ROOMS_PER_HALVING), random)
        weak = leading_vectors(_gram(rooms), scales)[1].mean(axis=0) < values[0]
        low, high = np.where(weak, half, low), np.where(weak, high, half)
    return _bounded(direction * (low + high) / 2)


def _bounded(loadings: Array) -> Array:
    length = np.sqrt((loadings**2).sum(axis=1))
    return np.asarray(loadings * np.minimum(1, MOST_COMMON / np.maximum(length, 1e-9))[:, None])


def _gram(rooms: Array) -> Array:
    turned = np.swapaxes(rooms, 1, 2)
    return np.asarray(turned @ rooms if rooms.shape[1] >= rooms.shape[2] else rooms @ turned)


def _clearness(rooms: Array, seen: NDArray[np.bool_], k: int) -> Array:
    """The part of the spread on the k - 1 leading components that lies between k groups."""
    points = places(rooms, seen, np.ones((1, rooms.shape[2])), k - 1)
    spread = ((points - points.mean(axis=1, keepdims=True)) ** 2).sum(axis=(1, 2))
    return divide(points, k)[0] / np.where(spread > 0, spread, 1.0)
