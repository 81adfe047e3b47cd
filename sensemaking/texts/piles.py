"""Cards in piles, as a first proposal: a facilitator accepts or changes them.

Two cards go together when they look more alike than chance makes cards look. Chance is tried out: the lemmas of all
cards are dealt again, each card as many as it had, and every card looks for its nearest. What nine in ten of those
dealt cards do not reach is no chance. So cards that have nothing to do with each other stay in the rest pile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from sensemaking.texts.features import Features, features
from sensemaking.texts.lemmas import Word, content
from sensemaking.texts.weights import Sparse

Array = NDArray[np.float64]
AnId = TypeVar("AnId", bound=Hashable)
Kind = Literal["kept", "made", "rest"]
BEYOND_CHANCE = 0.9
MOST_DEALS = 100
THESAURUS = 0.3  # of the likeness; the rest is that of the n-grams
MOST_WORDS = 5
TELLING = 1 / 3  # of the best word


class PilesError(ValueError):
    """The piles to keep do not fit the cards; the message names the pile and the card."""


@dataclass(frozen=True)
class Pile(Generic[AnId]):
    """`ids`: the cards, in their given order. `words`: what made it a pile, most telling first, as most of its cards
    write it. `kind`: "kept" (a facilitator's, perhaps with cards added), "made", or "rest"."""

    ids: tuple[AnId, ...]
    words: tuple[str, ...]
    kind: Kind


def piles(
    texts: Mapping[AnId, str], *, kept: Sequence[Collection[AnId]] = (), seed: int = 0, dealt: int = 3000
) -> tuple[Pile[AnId], ...]:
    """The cards in piles: those of `kept` in their order, then the made ones (two cards at least), the largest first,
    then what is left as one rest pile, if anything is.

    The cards of a pile of `kept` stay together and apart from those of other kept piles; a loose card, or a pile of
    them, joins when it looks enough like one of its cards. Loose cards join by average linkage. The same cards give
    the same piles, whatever their ids and order. `dealt`: how many cards chance deals to set the bar (every card
    once at least, and a hundred times at most). Meant for 8-60 cards (60: a quarter of a second; 500: a few). Raises
    PilesError for an unknown card or a card in two piles.
    """
    _check(texts, kept)
    ids = sorted((one for one in texts if texts[one].strip()), key=lambda one: (texts[one].strip(), str(one)))
    words = content(texts[one] for one in ids)
    counted = features([[word.lemma for word in card] for card in words])
    rows = counted.rows(counted.counts, THESAURUS)
    similar = _likeness(rows)
    position = {one: place for place, one in enumerate(ids)}
    fixed = [[position[one] for one in pile if one in position] for pile in kept]
    groups = _joined(similar, fixed, _chance(counted, seed, dealt))
    telling = [_telling(group, words, counted, rows) for group in groups]
    order = {one: place for place, one in enumerate(texts)}

    def pile(cards: Collection[AnId], told: tuple[str, ...], kind: Kind) -> Pile[AnId]:
        return Pile(tuple(sorted(cards, key=order.__getitem__)), told, kind)

    result = [
        pile({ids[card] for card in groups[place]} | set(cards), telling[place], "kept")
        for place, cards in enumerate(kept)
    ]
    made = [place for place in range(len(kept), len(groups)) if len(groups[place]) > 1]
    made.sort(key=lambda place: (-len(groups[place]), telling[place], groups[place]))
    result += [pile([ids[card] for card in groups[place]], telling[place], "made") for place in made]
    placed = {one for one_pile in result for one in one_pile.ids}
    rest = [one for one in texts if one not in placed]
    return (*result, pile(rest, (), "rest")) if rest else tuple(result)


def _check(texts: Mapping[AnId, str], kept: Sequence[Collection[AnId]]) -> None:
    seen: dict[AnId, int] = {}
    for number, pile in enumerate(kept, start=1):
        for one in pile:
            if one not in texts:
                raise PilesError(f"pile {number} holds card {one!r}, which is not among the cards")
            if one in seen:
                raise PilesError(f"card {one!r} is in pile {seen[one]} and in pile {number}")
            seen[one] = number


def _likeness(rows: Sparse) -> Array:
    similar: Array = csr_array(rows @ rows.T).toarray()
    np.fill_diagonal(similar, 0)
    return similar


def _chance(counted: Features, seed: int, dealt: int) -> float:
    """The likeness to the nearest card that nine in ten cards stay below when chance deals the lemmas."""
    counts = counted.counts
    if counts.shape[0] < 2:
        return 1.0
    generator = np.random.default_rng(seed)
    lemmas = np.repeat(counts.indices, counts.data.astype(np.intp))
    times = np.asarray(counts.sum(axis=1)).astype(np.intp)
    card = np.repeat(np.arange(counts.shape[0]), times)
    nearest = []
    for _ in range(min(MOST_DEALS, -(-dealt // counts.shape[0]))):
        hand = csr_array((np.ones(len(lemmas)), (card, generator.permutation(lemmas))), shape=counts.shape)
        nearest.append(_likeness(counted.rows(hand, THESAURUS)).max(axis=1))
    return float(np.quantile(np.concatenate(nearest), BEYOND_CHANCE))


def _joined(similar: Array, fixed: Sequence[Sequence[int]], enough: float) -> list[list[int]]:
    """The fixed groups, in their order and perhaps grown, then the others: two groups with the largest likeness join,
    as long as it is more than `enough` or their words are the same."""
    loose = sorted(set(range(len(similar))) - {card for group in fixed for card in group})
    groups = [*map(list, fixed), *([card] for card in loose)]
    near = _nearest_of(_nearest_of(similar, groups).T, groups)
    near[: len(fixed), : len(fixed)] = -np.inf
    np.fill_diagonal(near, -np.inf)
    alive = np.ones(len(groups), dtype=bool)
    while near.size:
        one, other = sorted(divmod(int(near.argmax()), len(groups)))
        if near[one, other] <= min(enough, 1 - 1e-9):
            break
        if one < len(fixed):
            merged = np.maximum(near[one], near[other])
            merged[: len(fixed)] = -np.inf
        else:
            sizes = len(groups[one]), len(groups[other])
            merged = (sizes[0] * near[one] + sizes[1] * near[other]) / sum(sizes)
            merged[: len(fixed)] = np.maximum(near[one], near[other])[: len(fixed)]
        groups[one] = sorted(groups[one] + groups[other])
        alive[other] = False
        merged[~alive] = -np.inf
        merged[one] = -np.inf
        near[one], near[:, one] = merged, merged
        near[other], near[:, other] = -np.inf, -np.inf
    return [group for group, is_one in zip(groups, alive, strict=True) if is_one]


def _nearest_of(similar: Array, groups: Sequence[Sequence[int]]) -> Array:
    """Groups x columns: the largest likeness of any of the group's rows; nothing is like an empty group."""
    rows = np.full((len(groups), similar.shape[1]), -np.inf)
    for row, group in zip(rows, groups, strict=True):
        if group:
            row[:] = similar[list(group)].max(axis=0)
    return rows


def _telling(group: Sequence[int], words: Sequence[Sequence[Word]], counted: Features, rows: Sparse) -> tuple[str, ...]:
    """The words whose n-grams and groups add most to the likeness of the group's cards to each other, as its cards write them."""
    if len(group) < 2:
        return ()
    cards = rows[group].toarray()
    shared = cards * (cards.sum(axis=0) - cards)
    counts = csr_array(counted.counts[group])
    lemmas = np.unique(counts.indices)
    parts = csr_array(counted.parts[lemmas] > 0)
    in_card = counts[:, lemmas].toarray() > 0
    score = np.round(((parts @ shared.T).T * in_card).sum(axis=0), 9)
    best = sorted(np.flatnonzero(score > score.max() * TELLING), key=lambda place: (-score[place], place))
    told = [_as_written(counted.lemmas[lemmas[place]], [words[card] for card in group]) for place in best[:MOST_WORDS]]
    return tuple(dict.fromkeys(told))


def _as_written(lemma: str, cards: Sequence[Sequence[Word]]) -> str:
    """As most cards write it; when as many write it otherwise, without a capital, then by the alphabet."""
    forms = Counter(form for card in cards for form in {word.written for word in card if word.lemma == lemma})
    return min(forms, key=lambda form: (-forms[form], form != form.lower(), form))
