"""Every pair of questions at once: what the single functions find, at a fraction of the cost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from . import batches
from .association import explained_at_most, shared, table_at_most
from .contingency import V, choice_by_choice
from .correlation import RHO, correlation, rho_interval, scale_by_scale, t_chance
from .found import FEW, AnswersError, Array, Found, Tellers, Whole, as_choice, as_table, teller_numbers
from .margins import chance_of_table
from .ranks import EPSILON, options_by_scale

Pair = tuple[int, int]
MOST_OPTIONS = 256


@dataclass(frozen=True, eq=False)
class OptionPairs:
    """Mann-Whitney of every two options of every choice on every scale, by large numbers and before adjustment.

    One value per pair of options in each array: `choice`, `scale` (columns), `first`, `second` (options), `n`
    (stories), `u` (of the first), `p` (two-sided, normal with ties and continuity correction), `delta` (Cliff's).
    Read it only where the omnibus holds; choice_by_scale gives exact chances, intervals and Holm's p there.
    """

    choice: Whole
    scale: Whole
    first: Whole
    second: Whole
    n: Array
    u: Array
    p: Array
    delta: Array


@dataclass(frozen=True, eq=False)
class AllPairs:
    """Per pair of columns what choice_by_choice, choice_by_scale (its omnibus) and scale_by_scale find.

    Keys are columns: i < j within one kind, (choice, scale) between the two.
    """

    choice_choice: dict[Pair, Found]
    choice_scale: dict[Pair, Found]
    scale_scale: dict[Pair, Found]
    options: OptionPairs


def all_pairs(choices: ArrayLike, scales: ArrayLike, tellers: Tellers = None, *, seed: int = 0) -> AllPairs:
    """Compare every two of the choices (stories x c, -1 no answer) and scales (stories x s, NaN no answer).

    Pairs with fewer than 30 stories, thin cells or tellers with several stories are handed to the single functions
    one by one; all others go together. Raises AnswersError.
    """
    chosen = np.asarray(choices)
    if chosen.ndim != 2:
        raise AnswersError(f"choices: expected stories x choices, got shape {chosen.shape}")
    picked = np.column_stack(
        [np.zeros((len(chosen), 0), dtype=np.int64), *(as_choice(c, f"choice {i}") for i, c in enumerate(chosen.T))]
    )
    if picked.max(initial=0) >= MOST_OPTIONS:
        raise AnswersError(f"choices: option number {picked.max()}; number the options 0, 1, ..., below {MOST_OPTIONS}")
    numbers = as_table(scales, "scales")
    if len(numbers) != len(picked):
        raise AnswersError(f"choices have {len(picked)} stories, scales {len(numbers)}")
    who = teller_numbers(tellers, len(picked))
    alone = len(np.unique(who)) == len(who)
    columns = _Columns(picked, numbers, who, seed, alone, int(picked.max(initial=0)) + 1)
    points = [batches.points_of(column) for column in numbers.T]
    ranked = [batches.rank_sums(picked, places, columns.options) for places in points]
    return AllPairs(_choices(columns), _choice_scales(columns, ranked), _scales(columns, points), _options(ranked))


@dataclass(frozen=True, eq=False)
class _Columns:
    choices: Whole
    scales: Array
    tellers: Whole
    seed: int
    alone: bool
    options: int

    def found(self, test: str, effect_name: str, figures: tuple[float, ...]) -> Found:
        """`figures`: n, statistic, p, effect, low, high."""
        stories, statistic, p, effect, low, high = figures
        n, missing = int(stories), len(self.tellers) - int(stories)
        return Found(test, n, n, missing, statistic, p, effect_name, effect, low, high)


def _choices(columns: _Columns) -> dict[Pair, Found]:
    counts = batches.tables(columns.choices, columns.options)
    found = batches.chi_squares(counts)
    one, other = np.triu_indices(len(found.n), 1)
    n, p, q = found.n[one, other], found.rows[one, other] - 1, found.columns[one, other] - 1
    single = (p < 1) | (q < 1) | (not columns.alone)
    few = (n < FEW) | found.thin[one, other]
    n, p, q = np.maximum(n, 2), np.maximum(p, 1), np.maximum(q, 1)
    statistic = found.statistic[one, other]
    effects = [np.sqrt(part) for part in shared(statistic * (n - 1) / n, 1.0, p * q, table_at_most(p, q, n))]
    figures = zip(*(part.tolist() for part in (n, statistic, special.chdtrc(p * q, statistic), *effects)), strict=True)
    result = {}
    for i, j, by_itself, counted, row in zip(
        *(part.tolist() for part in (one, other, single, few)), figures, strict=True
    ):
        if by_itself:
            a, b = columns.choices[:, i], columns.choices[:, j]
            result[i, j] = choice_by_choice(a, b, columns.tellers, seed=columns.seed)
        elif counted:
            table = counts[i, :, j, :].astype(np.int64)
            table = table[table.any(axis=1)][:, table.any(axis=0)]
            chance, exact = chance_of_table(table, columns.seed)
            plain = columns.found("chi-square, rearranged", V, row)
            result[i, j] = replace(plain, p=chance, exact=exact)
        else:
            result[i, j] = columns.found("chi-square", V, row)
    return result


def _choice_scales(columns: _Columns, ranked: list[batches.RankSums]) -> dict[Pair, Found]:
    result = {}
    for scale, sums in enumerate(ranked):
        p = sums.options - 1
        alone = (sums.n < FEW) | (p < 1) | sums.constant | (not columns.alone)
        p = np.maximum(p, 1)
        effects = shared(sums.h, 1.0, p, explained_at_most(p, 1, sums.n))
        figures = zip(*(part.tolist() for part in (sums.n, sums.h, special.chdtrc(p, sums.h), *effects)), strict=True)
        for choice, (single, row) in enumerate(zip(alone.tolist(), figures, strict=True)):
            a, x = columns.choices[:, choice], columns.scales[:, scale]
            result[choice, scale] = (
                options_by_scale(a, x, columns.tellers, seed=columns.seed)
                if single
                else columns.found("Kruskal-Wallis", EPSILON, row)
            )
    return result


def _scales(columns: _Columns, points: list[Whole]) -> dict[Pair, Found]:
    return {(i, j): _scale_pair(columns, i, j, points[i], points[j]) for i, j in combinations(range(len(points)), 2)}


def _scale_pair(columns: _Columns, i: int, j: int, left: Whole, right: Whole) -> Found:
    kept = (left >= 0) & (right >= 0)
    one, other = batches.centred_ranks(left[kept]), batches.centred_ranks(right[kept])
    n = len(one)
    if n < FEW or not columns.alone or not one.any() or not other.any():
        return scale_by_scale(columns.scales[:, i], columns.scales[:, j], columns.tellers, seed=columns.seed)
    rho = correlation(one, other)
    return columns.found("Spearman", RHO, (n, rho, t_chance(rho, n), rho, *rho_interval(rho, n, n)))


def _options(ranked: list[batches.RankSums]) -> OptionPairs:
    count, options = ranked[0].u.shape[:2] if ranked else (0, 0)
    first, second = np.triu_indices(options, 1)
    shape = (len(ranked), count, len(first))
    n, u, p, many = (
        np.array([getattr(sums, name)[:, first, second] for sums in ranked]).reshape(shape)
        for name in ("pair_n", "u", "p", "many")
    )
    scale, choice, pair = np.nonzero(many > 0)
    kept = scale, choice, pair
    delta = 2 * u[kept] / many[kept] - 1
    return OptionPairs(choice, scale, first[pair], second[pair], n[kept], u[kept], p[kept], delta)
