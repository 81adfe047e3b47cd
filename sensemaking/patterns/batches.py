"""The counts and figures of many pairs of questions at once, by matrix products over all options."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from .found import Array, Flags, Whole

HOT = 6_000_000
"""Stories times options per matrix product, so that memory does not grow with them."""
CELLS = 2_000_000
"""Counts held at once for one scale."""


@dataclass(frozen=True, eq=False)
class ChiSquares:
    """Per two choices (choices x choices): stories, Pearson's chi-square, options chosen of each, thin cells."""

    n: Array
    statistic: Array
    rows: Array
    columns: Array
    thin: Flags


def tables(choices: Whole, options: int) -> Array:
    """Counts of every two options of every two choices: choices x options x choices x options.

    choices: stories x choices, option numbers, -1 for no answer.
    """
    count = choices.shape[1]
    width = count * options
    total = np.zeros((width, width))
    at_once = max(1, HOT // max(width, 1))
    for start in range(0, len(choices), at_once):
        part = choices[start : start + at_once]
        hot = np.zeros((len(part), width), dtype=np.float32)
        stories, questions = np.nonzero(part >= 0)
        hot[stories, questions * options + part[stories, questions]] = 1.0
        total += hot.T @ hot
    return total.reshape(count, options, count, options)


def chi_squares(counts: Array) -> ChiSquares:
    """Chi-square without correction, and Cochran's rule (1954) for cells too thin for it, of `tables`."""
    square = counts.transpose(0, 2, 1, 3)
    rows, columns = square.sum(axis=3), square.sum(axis=2)
    n = rows.sum(axis=2)
    expected = rows[..., :, None] * columns[..., None, :] / np.maximum(n, 1)[..., None, None]
    there = expected > 0
    apart = np.divide((square - expected) ** 2, expected, out=np.zeros_like(expected), where=there)
    below = (there & (expected < 5)).sum(axis=(2, 3)) > 0.2 * there.sum(axis=(2, 3))
    lowest = np.where(there, expected, np.inf).min(axis=(2, 3))
    return ChiSquares(
        n, apart.sum(axis=(2, 3)), (rows > 0).sum(axis=2), (columns > 0).sum(axis=2), below | (lowest < 1)
    )


@dataclass(frozen=True, eq=False)
class RankSums:
    """One scale over every choice. Per choice: `n` stories, `h` Kruskal-Wallis with ties, `options` chosen,
    `constant` when all those stories lie at one point. Per choice and two of its options (choices x options x
    options): `pair_n` stories, `many` their pairings,
    `u` Mann-Whitney of the first, `p` two-sided, 1 where an option is empty."""

    n: Array
    h: Array
    options: Array
    constant: Flags
    pair_n: Array
    many: Array
    u: Array
    p: Array


def rank_sums(choices: Whole, points: Whole, options: int) -> RankSums:
    """choices: stories x choices, -1 for no answer; points: the scale's place among its values, -1 for none."""
    levels = int(points.max(initial=0)) + 1
    at_once = max(1, CELLS // (options * levels))
    parts = [
        _of_counts(_counts(choices[:, start : start + at_once], points, options, levels))
        for start in range(0, choices.shape[1], at_once)
    ]
    return RankSums(*(np.concatenate([getattr(part, name) for part in parts]) for name in RankSums.__annotations__))


def _counts(choices: Whole, points: Whole, options: int, levels: int) -> Array:
    """Stories per choice, option and point of the scale."""
    offsets = np.arange(choices.shape[1]) * options
    places = (offsets[None, :] + choices) * levels + points[:, None]
    kept = (choices >= 0) & (points >= 0)[:, None]
    counted = np.bincount(places[kept], minlength=choices.shape[1] * options * levels)
    return counted.reshape(choices.shape[1], options, levels).astype(np.float64)


def _of_counts(counts: Array) -> RankSums:
    totals = counts.sum(axis=1)
    sizes, n = counts.sum(axis=2), totals.sum(axis=1)
    centred = np.cumsum(totals, axis=1) - (totals - 1) / 2 - ((n + 1) / 2)[:, None]
    spread = (totals * centred**2).sum(axis=1)
    sums = np.matmul(counts, centred[:, :, None])[:, :, 0]
    between = np.divide(sums**2, sizes, out=np.zeros_like(sums), where=sizes > 0).sum(axis=1)
    constant = (totals > 0).sum(axis=1) < 2
    h = np.divide((n - 1) * between, spread, out=np.zeros_like(n), where=~constant)
    below = np.cumsum(counts, axis=2) - counts / 2
    u = np.matmul(counts, below.transpose(0, 2, 1))
    pair_n = sizes[:, :, None] + sizes[:, None, :]
    many = sizes[:, :, None] * sizes[:, None, :]
    return RankSums(n, h, (sizes > 0).sum(axis=1), constant, pair_n, many, u, _two_sided(counts, u, pair_n, many))


def _two_sided(counts: Array, u: Array, pair_n: Array, many: Array) -> Array:
    cubes = (counts**3 - counts).sum(axis=2)
    crossed = np.matmul(counts**2, counts.transpose(0, 2, 1))
    ties = cubes[:, :, None] + cubes[:, None, :] + 3 * (crossed + crossed.transpose(0, 2, 1))
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = many / 12 * (pair_n + 1 - ties / (pair_n * (pair_n - 1)))
        z = (np.abs(u - many / 2) - 0.5) / np.sqrt(variance)
    return np.asarray(np.where((many > 0) & (variance > 1e-12), np.minimum(2 * special.ndtr(-z), 1.0), 1.0))


def points_of(column: Array) -> Whole:
    """The place of each value among the different values, from 0; -1 where there is none."""
    kept = ~np.isnan(column)
    points = np.full(len(column), -1, dtype=np.int64)
    points[kept] = np.unique(column[kept], return_inverse=True)[1].reshape(-1)
    return points


def centred_ranks(points: Whole) -> Array:
    """Midranks less their mean, by counting; `points` are whole numbers from 0."""
    counts = np.bincount(points)
    return np.asarray((np.cumsum(counts) - (counts - 1) / 2 - (len(points) + 1) / 2)[points], dtype=np.float64)
