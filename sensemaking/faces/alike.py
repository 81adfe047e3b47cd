"""Texts that look alike, for a terminal and for machines: an order per text, and piles as a proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sensemaking.faces.alike_words import WORDS
from sensemaking.faces.page import Language
from sensemaking.faces.terminal import table, wrapped
from sensemaking.texts import Pile, alike, piles
from sensemaking.texts.lookalikes import Method

MOST_FOR_PILES = 150


@dataclass(frozen=True)
class Alike:
    """`texts`: words by id. `nearest`: per id the most alike others, in order. `piles`: a proposal, None where
    there are too many texts for one."""

    texts: Mapping[str, str]
    method: Method
    nearest: Mapping[str, tuple[str, ...]]
    piles: tuple[Pile[str], ...] | None
    seed: int

    @property
    def made(self) -> tuple[Pile[str], ...]:
        return tuple(pile for pile in self.piles or () if pile.kind != "rest")

    @property
    def rest(self) -> tuple[str, ...]:
        return tuple(one for pile in self.piles or () if pile.kind == "rest" for one in pile.ids)

    @property
    def finds_little(self) -> bool:
        """Whether piles were looked for, and more than half of the texts are in none."""
        return self.piles is not None and sum(len(pile.ids) for pile in self.made) * 2 < len(self.texts)


def found_alike(texts: Mapping[str, str], method: Method, most: int, seed: int) -> Alike:
    """Raises MissingExtra when `method` is "meaning" and the extra is not installed."""
    nearest = alike(texts, method=method, most=most)
    return Alike(texts, method, nearest, piles(texts, seed=seed) if len(texts) <= MOST_FOR_PILES else None, seed)


def alike_text(language: Language, name: str, found: Alike, width: int) -> str:
    """Piles with the words that made them, then the order per text."""
    words = WORDS[language]
    lead = words["lead" if found.method == "words" else "lead_meaning"]
    blocks = [above(words, name, found), "\n".join(wrapped(lead, width))]
    if found.piles is None:
        blocks.append(words["piles_many"])
    elif not found.made:
        blocks.append(words["piles_none"])
    for number, pile in enumerate(found.made, start=1):
        blocks.append(f"{_heading(words, number, pile)}\n{_cards(words, found, pile.ids, width)}")
    if found.made and found.rest:
        blocks.append(f"{words['rest']}\n{_cards(words, found, found.rest, width)}")
    if found.finds_little:
        blocks.append(words["piles_few"])
    rows = [(one, found.texts[one], ", ".join(others)) for one, others in found.nearest.items()]
    drawn = table(("", words["text"], words["looks_like"]), rows, width, words=1)
    blocks.append(f"{words['nearest']}\n{drawn}")
    return "\n\n".join(blocks)


def above(words: Mapping[str, str], name: str, found: Alike) -> str:
    """What was read, and how much of it."""
    return words["above_one" if len(found.texts) == 1 else "above"].format(name=name, n=len(found.texts))


def alike_json(found: Alike) -> dict[str, Any]:
    return {
        "method": found.method,
        "seed": found.seed,
        "texts": len(found.texts),
        "alike": {one: list(others) for one, others in found.nearest.items()},
        "piles": None
        if found.piles is None
        else [{"kind": pile.kind, "words": list(pile.words), "ids": list(pile.ids)} for pile in found.piles],
    }


def pile_words(words: Mapping[str, str], pile: Pile[str]) -> str:
    """The words that made a pile."""
    return ", ".join(pile.words) or words["no_words"]


def _heading(words: Mapping[str, str], number: int, pile: Pile[str]) -> str:
    return f"{words['pile']} {number}: {pile_words(words, pile)} ({len(pile.ids)})"


def _cards(words: Mapping[str, str], found: Alike, ids: Sequence[str], width: int) -> str:
    return table(("", words["text"]), [(one, found.texts[one]) for one in ids], width, words=1)
