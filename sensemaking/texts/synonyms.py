"""Which groups of the thesaurus a lemma belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from sensemaking.texts.lemmas import lemma as lemma_of
from sensemaking.texts.thesaurus import ALIKE

SHORTEST_PART = 4  # letters of a part of a compound, and
SHORTEST_REST = 2  # of what is left of it


def groups(lemmas: Iterable[str]) -> list[str]:
    """The group of every lemma that has one, all of them when it has more. A lemma that the thesaurus does not have
    takes those of the longest of its ends or beginnings that it has: "thuiszorgmedewerker" those of "medewerker" or
    "thuiszorg". For how long each: the constants."""
    table = _table()
    return [group for lemma in lemmas for group in _groups_of(lemma, table)]


def _groups_of(lemma: str, table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if lemma in table:
        return table[lemma]
    for length in range(len(lemma) - SHORTEST_REST, SHORTEST_PART - 1, -1):
        for part in (lemma[-length:], lemma[:length]):
            if part in table:
                return table[part]
    return ()


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, dict[str, None]] = {}
    for group in ALIKE.strip().splitlines():
        for word in group.split():
            table.setdefault(lemma_of(word), {})[group] = None
    return {lemma: tuple(those) for lemma, those in table.items()}
