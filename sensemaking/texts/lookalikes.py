"""Which short Dutch texts look like which: an order, never a score, because no threshold on a score holds."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar, get_args

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from sensemaking.texts import meaning
from sensemaking.texts.features import features
from sensemaking.texts.hubs import hubs
from sensemaking.texts.lemmas import content
from sensemaking.texts.weights import Sparse

Array = NDArray[np.float64]
AnId = TypeVar("AnId", bound=Hashable)
Method = Literal["words", "meaning"]
BLOCK = 256
THESAURUS = 0.5  # of the likeness; the rest is that of the n-grams


def alike(
    texts: Mapping[AnId, str], *, method: Method = "words", most: int | None = None
) -> dict[AnId, tuple[AnId, ...]]:
    """For each text the others, most alike first; at most `most` of them.

    The same words come first, ties go by the words and then by the id, so the order of `texts` decides nothing. A blank
    text looks like nothing: it has no others and is nobody's other. `words` compares n-grams of lemmas
    and groups of words for the same thing (`features`), `meaning` vectors (`meaning`; raises MissingExtra). Memory: 256 x texts at a time. Raises ValueError for another
    method or a negative `most`.
    """
    _check(method, most)
    ids = _ordered(texts)
    found: dict[AnId, tuple[AnId, ...]] = dict.fromkeys(texts, ())
    if len(ids) < 2:
        return found
    written = [texts[one].strip() for one in ids]
    same = _numbered(written)
    start = 0
    for rows in _BLOCKS[method](written):
        where = np.arange(start, start + len(rows))
        rows[same[where][:, None] == same[None, :]] = np.inf
        rows[np.arange(len(rows)), where] = -np.inf
        for row, nearest in zip(where, _nearest_first(rows, len(ids) - 1, most), strict=True):
            found[ids[row]] = tuple(ids[column] for column in nearest)
        start += len(rows)
    return found


def nearest(
    query: str, texts: Mapping[AnId, str], *, method: Method = "words", most: int | None = None
) -> tuple[AnId, ...]:
    """The texts, most like `query` first; at most `most`. Blank texts are left out, and a blank query finds none.
    Ties and errors as in `alike`."""
    _check(method, most)
    ids = _ordered(texts)
    if not ids or not query.strip():
        return ()
    written = [texts[one].strip() for one in ids]
    row = _ASKED[method](query, written)[None, :]
    row[0, [text == query.strip() for text in written]] = np.inf
    return tuple(ids[column] for column in _nearest_first(row, len(ids), most)[0])


def _check(method: str, most: int | None) -> None:
    if method not in get_args(Method):
        raise ValueError(f"method is {method!r}, expected one of {get_args(Method)}")
    if most is not None and most < 0:
        raise ValueError(f"most is {most}, expected 0 or more")


def _ordered(texts: Mapping[AnId, str]) -> list[AnId]:
    return sorted((one for one in texts if texts[one].strip()), key=lambda one: (texts[one].strip(), str(one)))


def _numbered(written: Sequence[str]) -> NDArray[np.int64]:
    number: dict[str, int] = {}
    return np.array([number.setdefault(text, len(number)) for text in written], dtype=np.int64)


def _nearest_first(rows: Array, others: int, most: int | None) -> NDArray[np.intp]:
    order = np.argsort(-rows, axis=1, kind="stable")
    return order[:, : others if most is None else min(most, others)]


def _word_rows(texts: Sequence[str], among: int | None = None) -> Sparse:
    found = features([[word.lemma for word in words] for words in content(texts)])
    return found.rows(found.counts, THESAURUS, among)


def _word_likeness(asked: Sparse, found: Sparse) -> Array:
    """asked x found, rounded so that the last bits of a sum decide nothing."""
    product: Array = csr_array(asked @ found.T).toarray()
    return np.round(product, 9)


def _word_hubs(rows: Sparse) -> Array:
    return hubs(lambda some: _word_likeness(csr_array(rows[some]), rows), rows.shape[0], BLOCK)


def _blocks_of_words(texts: Sequence[str]) -> Iterator[Array]:
    rows = _word_rows(texts)
    near_everything = _word_hubs(rows)
    for start in range(0, len(texts), BLOCK):
        yield _word_likeness(csr_array(rows[start : start + BLOCK]), rows) - near_everything


def _blocks_of_meaning(texts: Sequence[str]) -> Iterator[Array]:
    vectors = meaning.vectors(texts)
    hubs = meaning.hubs(vectors)
    for start in range(0, len(texts), BLOCK):
        rows = slice(start, start + BLOCK)
        yield meaning.likeness((vectors[0][rows], vectors[1][rows]), vectors) - hubs


def _asked_in_words(query: str, texts: Sequence[str]) -> Array:
    rows = _word_rows([*texts, query], among=len(texts))
    known = csr_array(rows[: len(texts)])
    row: Array = _word_likeness(csr_array(rows[len(texts) :]), known)[0] - _word_hubs(known)
    return row


def _asked_in_meaning(query: str, texts: Sequence[str]) -> Array:
    vectors = meaning.vectors(texts)
    row: Array = meaning.likeness(meaning.vectors([query]), vectors)[0] - meaning.hubs(vectors)
    return row


_BLOCKS: dict[Method, Callable[[Sequence[str]], Iterator[Array]]] = {
    "words": _blocks_of_words,
    "meaning": _blocks_of_meaning,
}
_ASKED: dict[Method, Callable[[str, Sequence[str]], Array]] = {"words": _asked_in_words, "meaning": _asked_in_meaning}
