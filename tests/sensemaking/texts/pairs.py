"""The paraphrase pairs of tests/data, and how often a method finds the other half.

`python -m tests.sensemaking.texts.pairs` prints the table of docs/statistics/texts.md; with the extra `semantic` also
the rows of meaning.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sensemaking.texts import MissingExtra, alike
from sensemaking.texts.lemmas import WORD, content
from sensemaking.texts.weights import counted, ngrams, weighted

DATA = Path(__file__).parents[2] / "data"
FILES = {
    "other words": ("paraphrases.csv",),
    "retold": ("paraphrases-retold.csv",),
    "both together": ("paraphrases.csv", "paraphrases-retold.csv"),
    "as it comes": ("paraphrases-later.csv", "paraphrases-natural.csv"),
    "fresh": ("paraphrases-fresh.csv",),
}


@dataclass(frozen=True)
class Recall:
    """Shares of pairs whose other half stands first, or among the first five: among all paraphrases, and among
    everything."""

    first: float
    five: float
    first_of_all: float
    five_of_all: float


def rows(name):
    return [row for file in FILES[name] for row in csv.DictReader((DATA / file).open(encoding="utf-8"))]


def texts(name):
    """Every half by (id of the pair, "text" or "paraphrase")."""
    return {(row["id"], half): row[half] for row in rows(name) for half in ("text", "paraphrase")}


def recall(order):
    """`order`: what `alike` gives for `texts(...)`. Each text looks for its paraphrase."""
    among, everything = [], []
    for one, half in order:
        if half == "text":
            others = order[one, half]
            everything.append(others.index((one, "paraphrase")))
            among.append([other for other, its in others if its == "paraphrase"].index(one))
    found = np.array([among, everything])
    return Recall(*(float((places < most).mean()) for places in found for most in (1, 5)))


def by(terms_of):
    """A ranking by plain TF-IDF on whatever `terms_of` makes of a text, to compare with."""

    def order(those):
        ids = sorted(those, key=lambda one: (those[one], one))
        table = weighted(counted(terms_of([those[one] for one in ids]))[0])
        near = (table @ table.T).toarray()
        np.fill_diagonal(near, -1)
        return {ids[row]: [ids[column] for column in columns] for row, columns in enumerate(_sorted(near))}

    return order


def _sorted(near):
    return np.argsort(-near, axis=1, kind="stable")[:, :-1]


def _lemmas(those):
    return [[word.lemma for word in words] for words in content(those)]


def _parts(those):
    return [[part for word in WORD.findall(one.lower()) for part in ngrams(word)] for one in those]


METHODS = {
    "lemmas alone": by(_lemmas),
    "n-grams alone": by(_parts),
    "words (default)": alike,
    "meaning": lambda those: alike(those, method="meaning"),
}


def main():
    print("| Pairs | Method | @1 among paraphrases | @5 | @1 among everything | @5 |\n|---|---|---|---|---|---|")
    for name in FILES:
        for method, order in METHODS.items():
            try:
                found = recall(order(texts(name)))
            except MissingExtra:
                continue
            figures = (found.first, found.five, found.first_of_all, found.five_of_all)
            print(f"| {name} ({len(rows(name))}) | {method} | " + " | ".join(f"{one:.3f}" for one in figures) + " |")


if __name__ == "__main__":
    main()
