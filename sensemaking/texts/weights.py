"""Texts as rows of weighted character n-grams of their lemmas.

The n-grams see what words hide: "jeugdzorg" and "thuiszorg" have "zorg" in common, "hulpverlener" and "hulp" too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Array = NDArray[np.float64]
Sparse = csr_array[Any, Any]
SHORTEST, LONGEST = 3, 5


def ngrams(word: str, shortest: int = SHORTEST, longest: int = LONGEST) -> list[str]:
    """Every run of `shortest` to `longest` characters of the word with a space on either side."""
    spaced = f" {word} "
    return [
        spaced[start : start + size] for size in range(shortest, longest + 1) for start in range(len(spaced) - size + 1)
    ]


def counted(documents: Sequence[Iterable[str]]) -> tuple[Sparse, tuple[str, ...]]:
    """How often each term stands in each document (documents x terms), and the terms in alphabetical order, so that
    sums are taken in the same order whatever the order of the documents."""
    counts = [Counter(document) for document in documents]
    terms = tuple(sorted(set().union(*counts)))
    column = {term: position for position, term in enumerate(terms)}
    rows = [row for row, count in enumerate(counts) for _ in count]
    columns = [column[term] for count in counts for term in count]
    values = [float(times) for count in counts for times in count.values()]
    table = csr_array((values, (rows, columns)), shape=(len(documents), len(terms)))
    table.sort_indices()
    return table, terms


def weighted(counts: Sparse, among: int | None = None) -> Sparse:
    """Rows of length 1 (or 0 when empty): (1 + ln tf) (1 + ln((1 + n) / (1 + df))), with df and n counted in the first
    `among` rows (None: all). Salton and Buckley 1988, "ltc"; the added ones keep a term in every document above 0."""
    rows: Sparse = csr_array(counts, copy=True)
    rows.sum_duplicates()
    counting: Sparse = rows if among is None else csr_array(rows[:among])
    frequency = np.bincount(counting.indices, minlength=rows.shape[1])
    rarity = 1 + np.log((1 + counting.shape[0]) / (1 + frequency))
    rows.data = (1 + np.log(rows.data)) * rarity[rows.indices]
    filled = np.diff(rows.indptr)
    squares = np.zeros(rows.shape[0])
    starts = rows.indptr[:-1][filled > 0]
    if len(starts):
        squares[filled > 0] = np.add.reduceat(rows.data**2, starts)
    length = np.sqrt(squares)
    rows.data = rows.data / np.repeat(length, filled)
    return rows


@dataclass(frozen=True, eq=False)
class Terms:
    """`lemmas`: in alphabetical order. `counts`: texts x lemmas. `parts`: lemmas x n-grams, how often each n-gram
    stands in each lemma."""

    lemmas: tuple[str, ...]
    counts: Sparse
    parts: Sparse

    @property
    def ngrams(self) -> Sparse:
        """Texts x n-grams, counted."""
        return csr_array(self.counts @ self.parts)


def terms(documents: Sequence[Iterable[str]]) -> Terms:
    """The lemmas of every document, counted and cut into n-grams."""
    counts, lemmas = counted(documents)
    parts, _ = counted([ngrams(lemma) for lemma in lemmas])
    return Terms(lemmas, counts, parts)
