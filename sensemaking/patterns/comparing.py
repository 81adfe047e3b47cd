"""The right test for two subjects, by the kinds of their questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from numpy.typing import NDArray

from sensemaking.patterns.compositions import choice_by_triad, choices_by_triad, triad_by_scale, triad_by_triad
from sensemaking.patterns.contingency import choice_by_choice, choices_by_choice, choices_by_choices
from sensemaking.patterns.correlation import scale_by_scale
from sensemaking.patterns.found import Found, Whole
from sensemaking.patterns.ranks import choice_by_scale, choices_by_scale
from sensemaking.patterns.stones import place_by_place, place_by_scores
from sensemaking.patterns.subjects import Subject

Test = Callable[[NDArray[Any], NDArray[Any], Whole, int], Found]
KIND_ORDER = ("choices", "choice", "triad", "scale", "stones")
TESTS: dict[tuple[str, str], Test] = {
    ("choice", "choice"): lambda a, b, tellers, seed: choice_by_choice(a, b, tellers, seed=seed),
    ("choices", "choice"): lambda a, b, tellers, seed: choices_by_choice(a, b, tellers, seed=seed),
    ("choices", "choices"): lambda a, b, tellers, seed: choices_by_choices(a, b, tellers, seed=seed),
    ("choice", "scale"): lambda a, x, tellers, seed: choice_by_scale(a, x, tellers, seed=seed).omnibus,
    ("choices", "scale"): lambda a, x, tellers, seed: choices_by_scale(a, x, tellers, seed=seed),
    ("scale", "scale"): lambda x, y, tellers, seed: scale_by_scale(x, y, tellers, seed=seed),
    ("choice", "triad"): lambda a, shares, tellers, seed: choice_by_triad(a, shares, tellers, seed=seed),
    ("choices", "triad"): lambda a, shares, tellers, seed: choices_by_triad(a, shares, tellers, seed=seed),
    ("triad", "scale"): lambda shares, x, tellers, seed: triad_by_scale(shares, x, tellers, seed=seed),
    ("triad", "triad"): lambda one, other, tellers, seed: triad_by_triad(one, other, tellers, seed=seed),
    ("stones", "stones"): lambda one, other, tellers, seed: place_by_place(one, other, tellers, seed=seed),
}


def compare(one: Subject, other: Subject, tellers: Whole, seed: int) -> Found:
    """Whether the answers to two subjects go together: the omnibus test for their kinds."""
    a, b = sorted((one, other), key=lambda subject: KIND_ORDER.index(subject.question.kind))
    kinds = (a.question.kind, b.question.kind)
    if kinds in TESTS:
        return TESTS[kinds](a.column, b.column, tellers, seed)
    return place_by_scores(b.column, a.question.kind, a.column, tellers, seed=seed)
