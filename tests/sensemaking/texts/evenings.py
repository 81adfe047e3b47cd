"""Evenings of cards made from the paraphrase pairs: some themes, some cards each, some of them said twice.

`python -m tests.sensemaking.texts.evenings` prints the table of docs/statistics/texts.md on piles.
"""

from dataclasses import dataclass

import numpy as np

from sensemaking.texts import piles
from tests.sensemaking.texts.pairs import rows

SIZES = ((3, 4), (4, 6), (6, 8), (8, 8))  # themes, most cards of a theme


@dataclass(frozen=True)
class Evening:
    """`cards`: the words by id; `themes` and `pairs` by id."""

    cards: dict[str, str]
    themes: dict[str, str]
    pairs: dict[str, str]


def evening(name, themes, most, seed, twice=0.4):
    """`twice`: the share of the pairs of which both halves are on the table."""
    chance = np.random.default_rng(seed)
    of_theme = {}
    for row in rows(name):
        of_theme.setdefault(row["theme"], []).append(row)
    made = Evening({}, {}, {})
    for theme in chance.choice(sorted(of_theme), themes, replace=False):
        cards = []
        for place in chance.permutation(len(of_theme[theme])):
            row = of_theme[theme][place]
            halves = ("text", "paraphrase") if chance.random() < twice else (chance.choice(["text", "paraphrase"]),)
            cards += [(row["id"], half, row[half]) for half in halves]
        for pair, half, text in cards[: chance.integers(2, most + 1)]:
            made.cards[f"{pair}{half}"] = text
            made.themes[f"{pair}{half}"] = str(theme)
            made.pairs[f"{pair}{half}"] = pair
    return made


@dataclass(frozen=True)
class Measured:
    """Sums over evenings. `together`: pairs of cards in one made pile; `right`: those of one theme; `found` of `said`
    twice: pairs of halves in one pile of all that were on the table; `rest` of `cards`; `piles`; `by_chance`: the
    share of all pairs of cards that are of one theme; `adjusted`: the mean adjusted Rand index against the themes."""

    together: int
    right: int
    found: int
    said: int
    rest: int
    cards: int
    piles: int
    by_chance: float
    adjusted: float


def measured(evenings):
    sums = np.zeros(9)
    for one in evenings:
        ids = list(one.cards)
        label = {card: f"alone {card}" for card in ids}
        made = [pile for pile in piles(one.cards) if pile.kind == "made"]
        label.update({card: str(number) for number, pile in enumerate(made) for card in pile.ids})
        upper = np.triu_indices(len(ids), 1)
        same, theme, twin = (_same([of[card] for card in ids])[upper] for of in (label, one.themes, one.pairs))
        rest = len(ids) - sum(len(pile.ids) for pile in made)
        here = (same.sum(), (same & theme).sum(), (same & twin).sum(), twin.sum(), rest, len(ids), len(made))
        sums += (*here, theme.mean(), _adjusted(same, theme))
    return Measured(*(int(one) for one in sums[:7]), *(float(one) / len(evenings) for one in sums[7:]))


def _same(labels):
    return np.equal.outer(np.array(labels, dtype=object), np.array(labels, dtype=object)).astype(bool)


def _adjusted(same, theme):
    """The adjusted Rand index over pairs: Hubert and Arabie 1985."""
    expected = same.sum() * theme.sum() / len(same)
    best = (same.sum() + theme.sum()) / 2
    return float(((same & theme).sum() - expected) / (best - expected)) if best != expected else 1.0


def evenings(name, each, twice=0.4):
    return [evening(name, *size, seed, twice) for size in SIZES for seed in range(each)]


def main():
    print(
        "| Cards | Evenings | Cards each | Same theme in one pile (by chance) | Said twice, in one pile | In the rest | ARI |"
    )
    print("|---|---|---|---|---|---|---|")
    for title, name, twice in (
        ("retold, 4 in 10 said twice", "retold", 0.4),
        ("retold, nothing said twice", "retold", 0.0),
        ("other words, 4 in 10 said twice", "other words", 0.4),
        ("as it comes, 4 in 10 said twice", "as it comes", 0.4),
    ):
        those = evenings(name, 25, twice)
        got = measured(those)
        print(
            f"| {title} | {len(those)} | {got.cards / len(those):.0f} "
            f"| {got.right} of {got.together} ({got.by_chance:.2f}) | {got.found} of {got.said} "
            f"| {got.rest / got.cards:.2f} | {got.adjusted:.2f} |"
        )


if __name__ == "__main__":
    main()
