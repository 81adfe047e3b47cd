"""Texts as rows of two kinds of columns: n-grams of their lemmas, and groups of words for the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array, hstack

from sensemaking.texts import synonyms, weights
from sensemaking.texts.weights import Sparse


@dataclass(frozen=True, eq=False)
class Features:
    """`lemmas`, `counts` (texts x lemmas) and `ngrams` (lemmas x n-grams) as in `weights.Terms`; `groups`: lemmas x
    groups of the thesaurus."""

    lemmas: tuple[str, ...]
    counts: Sparse
    ngrams: Sparse
    groups: Sparse

    @property
    def parts(self) -> Sparse:
        """Lemmas x columns of `rows`."""
        return csr_array(hstack([self.ngrams, self.groups], format="csr"))

    def rows(self, counts: Sparse, thesaurus: float, among: int | None = None) -> Sparse:
        """Texts x columns: the product of two rows is (1 - `thesaurus`) times the cosine of their n-grams plus
        `thesaurus` times that of their groups. `among` as in `weights.weighted`."""
        ngrams = weights.weighted(csr_array(counts @ self.ngrams), among)
        groups = weights.weighted(csr_array(counts @ self.groups), among)
        return csr_array(hstack([ngrams * np.sqrt(1 - thesaurus), groups * np.sqrt(thesaurus)], format="csr"))


def features(documents: Sequence[Iterable[str]]) -> Features:
    """The lemmas of every document, counted, with their n-grams and their groups."""
    found = weights.terms(documents)
    groups, _ = weights.counted([synonyms.groups([lemma]) for lemma in found.lemmas])
    return Features(found.lemmas, found.counts, found.parts, groups)
