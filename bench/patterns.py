"""Every pair of 20 choices and 15 scales against a loop over the tests of scipy: equal values first, then the time."""

import warnings
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy import stats
from scipy.stats.contingency import crosstab

from bench.table import ms, show
from bench.timing import in_turns
from sensemaking.patterns.all_pairs import AllPairs, all_pairs

CHOICES, SCALES = 20, 15
COMPARED = 2_000
GROWTH = (200, 2_000, 20_000)
PROMISED = 20
CLOSE = 1e-9
Figures = dict[tuple[str, int, int], tuple[float, float]]


def stories(n: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Choices of three to five options and scales of 0-100 that lean on one hidden trait; one in twenty is missing."""
    random = np.random.default_rng(n)
    trait = random.normal(size=n)
    choices = np.empty((n, CHOICES), dtype=np.int64)
    for j in range(CHOICES):
        lean = trait * random.normal() * 0.3 + random.normal(size=n)
        options = 3 + j % 3
        choices[:, j] = np.digitize(lean, np.quantile(lean, np.linspace(0, 1, options + 1)[1:-1]))
    scales = trait[:, None] * random.normal(size=SCALES) * 0.3 + random.normal(size=(n, SCALES))
    scales = np.clip(np.round(50 + 20 * scales), 0, 100)
    choices[random.random(choices.shape) < 0.05] = -1
    scales[random.random(scales.shape) < 0.05] = np.nan
    return choices, scales


def omnibus(choices: NDArray[np.int64], scales: NDArray[np.float64]) -> Figures:
    """One test of scipy per pair: statistic and p."""
    found: Figures = {}
    for i, j in combinations(range(CHOICES), 2):
        both = (choices[:, i] >= 0) & (choices[:, j] >= 0)
        table = crosstab(choices[both, i], choices[both, j]).count
        found["choices", i, j] = tuple(stats.chi2_contingency(table, correction=False)[:2])
    for i in range(CHOICES):
        for j in range(SCALES):
            found["choice, scale", i, j] = tuple(
                stats.kruskal(*(values for _, values in _per_option(choices[:, i], scales[:, j])))
            )
    for i, j in combinations(range(SCALES), 2):
        both = ~np.isnan(scales[:, i]) & ~np.isnan(scales[:, j])
        found["scales", i, j] = tuple(stats.spearmanr(scales[both, i], scales[both, j]))
    return found


def options(choices: NDArray[np.int64], scales: NDArray[np.float64]) -> dict[tuple[int, int, int, int], float]:
    """Every two options of every choice on every scale: p of Mann-Whitney."""
    found = {}
    for i in range(CHOICES):
        for j in range(SCALES):
            for (one, left), (other, right) in combinations(_per_option(choices[:, i], scales[:, j]), 2):
                p = stats.mannwhitneyu(left, right, method="asymptotic").pvalue
                found[i, j, one, other] = float(p)
    return found


def _per_option(choice: NDArray[np.int64], scale: NDArray[np.float64]) -> list[tuple[int, NDArray[np.float64]]]:
    both = (choice >= 0) & ~np.isnan(scale)
    return [(int(option), scale[both & (choice == option)]) for option in np.unique(choice[both])]


def refuse_difference(ours: AllPairs, theirs: Figures, pairs: dict[tuple[int, int, int, int], float]) -> None:
    """Ends the bench when a statistic or a p is not scipy's."""
    mine = {("choices", *pair): one for pair, one in ours.choice_choice.items()}
    mine |= {("choice, scale", *pair): one for pair, one in ours.choice_scale.items()}
    mine |= {("scales", *pair): one for pair, one in ours.scale_scale.items()}
    differing = [
        key
        for key, (statistic, p) in theirs.items()
        if not np.allclose([mine[key].statistic, mine[key].p], [statistic, p], rtol=1e-7, atol=CLOSE)
    ]
    two = ours.options
    places = zip(two.choice.tolist(), two.scale.tolist(), two.first.tolist(), two.second.tolist(), strict=True)
    of_two = dict(zip(places, two.p.tolist(), strict=True))
    differing += [key for key, p in pairs.items() if not np.isclose(of_two[key], p, rtol=1e-7, atol=CLOSE)]
    if differing or mine.keys() != theirs.keys() or of_two.keys() != pairs.keys():
        raise SystemExit(f"patterns: not equal to scipy for {differing[:5] or 'the same pairs'}")


def main() -> None:
    warnings.simplefilter("ignore")
    choices, scales = stories(COMPARED)
    theirs, pairs = omnibus(choices, scales), options(choices, scales)
    refuse_difference(all_pairs(choices, scales), theirs, pairs)
    took = in_turns(
        {
            "ours": lambda: all_pairs(choices, scales),
            "one test per pair": lambda: omnibus(choices, scales),
            "and every two options": lambda: (omnibus(choices, scales), options(choices, scales)),
        },
        seconds=15.0,
        least=3,
        in_a_row=1,
    )
    ours = took.pop("ours")
    show(
        f"Patterns: {CHOICES} choices x {SCALES} scales, all {len(theirs)} pairs, {COMPARED} stories",
        ["a loop over scipy's own tests", "scipy, ms", "ours, ms", "times faster", "promised"],
        [
            [
                name,
                ms(one.best),
                ms(ours.best),
                f"{one.best / ours.best:.0f} ({one.median / ours.median:.0f})",
                str(PROMISED),
            ]
            for name, one in took.items()
        ],
        f"Equal first: {len(theirs)} statistics and p, {len(pairs)} p of two options. Ours always does both, with "
        "effects and intervals. Best, and (median).",
    )
    growth(GROWTH)


def growth(sizes: tuple[int, ...]) -> None:
    took = {}
    for n in sizes:
        choices, scales = stories(n)
        took[n] = in_turns({"ours": lambda c=choices, s=scales: all_pairs(c, s)}, 4.0, least=2, most=20, in_a_row=1)[
            "ours"
        ].best
    first = sizes[0]
    show(
        "Growth with the number of stories",
        ["stories", "ours, ms", "as many times the stories", "as many times the time"],
        [[str(n), ms(seconds), f"{n / first:g}", f"{seconds / took[first]:.1f}"] for n, seconds in took.items()],
        "No worse than linear: the last column is no more than the one before it.",
    )
