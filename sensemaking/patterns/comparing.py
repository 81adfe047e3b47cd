"""The right test for two subjects, by the kinds of their questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sensemaking.patterns.all_pairs import all_pairs
from sensemaking.patterns.compositions import choice_by_triad, choices_by_triad, triad_by_scale, triad_by_triad
from sensemaking.patterns.contingency import choice_by_choice, choices_by_choice, choices_by_choices
from sensemaking.patterns.correlation import scale_by_scale
from sensemaking.patterns.found import FEW, Found, Whole
from sensemaking.patterns.ranks import choices_by_scale, options_by_scale
from sensemaking.patterns.stones import place_by_place, place_by_scores
from sensemaking.patterns.subjects import Subject

Test = Callable[[NDArray[Any], NDArray[Any], Whole, int], Found]
KIND_ORDER = ("choices", "choice", "triad", "scale", "stones")
TESTS: dict[tuple[str, str], Test] = {
    ("choice", "choice"): lambda a, b, tellers, seed: choice_by_choice(a, b, tellers, seed=seed),
    ("choices", "choice"): lambda a, b, tellers, seed: choices_by_choice(a, b, tellers, seed=seed),
    ("choices", "choices"): lambda a, b, tellers, seed: choices_by_choices(a, b, tellers, seed=seed),
    ("choice", "scale"): lambda a, x, tellers, seed: options_by_scale(a, x, tellers, seed=seed),
    ("choices", "scale"): lambda a, x, tellers, seed: choices_by_scale(a, x, tellers, seed=seed),
    ("scale", "scale"): lambda x, y, tellers, seed: scale_by_scale(x, y, tellers, seed=seed),
    ("choice", "triad"): lambda a, shares, tellers, seed: choice_by_triad(a, shares, tellers, seed=seed),
    ("choices", "triad"): lambda a, shares, tellers, seed: choices_by_triad(a, shares, tellers, seed=seed),
    ("triad", "scale"): lambda shares, x, tellers, seed: triad_by_scale(shares, x, tellers, seed=seed),
    ("triad", "triad"): lambda one, other, tellers, seed: triad_by_triad(one, other, tellers, seed=seed),
    ("stones", "stones"): lambda one, other, tellers, seed: place_by_place(one, other, tellers, seed=seed),
}

BATCHED = ("choice", "scale")


def compare_pairs(pairs: Sequence[tuple[Subject, Subject]], tellers: Whole, seed: int) -> dict[tuple[str, str], Found]:
    """What `compare` finds, by the keys of both, for those of the pairs that can go together.

    These are the choices and scales (some of each), when every story has a teller of its own and the
    pairs are at least half of all there are between them; otherwise nothing.
    """
    plain = [pair for pair in pairs if all(subject.question.kind in BATCHED for subject in pair)]
    members = {subject.key: subject for pair in plain for subject in pair}
    possible = len(members) * (len(members) - 1) / 2
    keys = [[key for key in sorted(members) if members[key].question.kind == kind] for kind in BATCHED]
    if len(tellers) < FEW or len(np.unique(tellers)) < len(tellers) or 2 * len(plain) < possible or not all(keys):
        return {}
    choices, scales = (
        np.column_stack([np.empty((len(tellers), 0)), *(members[key].column for key in several)]) for several in keys
    )
    found = all_pairs(choices, scales, tellers, seed=seed)
    tables = (
        (keys[0], keys[0], found.choice_choice),
        (keys[0], keys[1], found.choice_scale),
        (keys[1], keys[1], found.scale_scale),
    )
    by_key = {frozenset((one[i], other[j])): each for one, other, table in tables for (i, j), each in table.items()}
    return {(a.key, b.key): by_key[frozenset((a.key, b.key))] for a, b in plain}


def compare(one: Subject, other: Subject, tellers: Whole, seed: int) -> Found:
    """Whether the answers to two subjects go together: the omnibus test for their kinds."""
    a, b = sorted((one, other), key=lambda subject: KIND_ORDER.index(subject.question.kind))
    kinds = (a.question.kind, b.question.kind)
    if kinds in TESTS:
        return TESTS[kinds](a.column, b.column, tellers, seed)
    return place_by_scores(b.column, a.question.kind, a.column, tellers, seed=seed)
