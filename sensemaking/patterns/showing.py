"""Where a pattern shows: the two answers that go together most, the stories with it and those against it.

That two questions have to do with each other is the omnibus test's to say; this says in which answers,
with a chance of its own: the strongest of all combinations, its p times their number (Bonferroni).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from sensemaking.patterns.contingency import choice_by_choice
from sensemaking.patterns.correlation import scale_by_scale
from sensemaking.patterns.found import Array, Flags, Found, Whole
from sensemaking.patterns.ranks import mann_whitney, midranks
from sensemaking.patterns.subjects import Feature, Subject, features
from sensemaking.small import FEWEST

Side = Literal[1, -1]
DECIMALS = 10


@dataclass(frozen=True, eq=False)
class Answer:
    """A feature and which way: 1 chosen, or beyond the middle towards `high`; -1 the other way."""

    feature: Feature
    side: Side

    @property
    def end(self) -> str:
        """What lies at this side: the words of the option or corner, or of the end of the scale."""
        if self.feature.yes_no:
            return self.feature.words
        return self.feature.high if self.side > 0 else self.feature.low


@dataclass(frozen=True, eq=False)
class Shown:
    """`first` goes together with `second`, as tested by `found` (its p counts how many were tried).

    Per story that answered both (n,): `with_it`, `against` or neither; never both. Of an option and
    anything else: stories with the option are with it or against it, the others neither. Of two
    figures: stories on the same side of both middles are with it, all others against it. A story on a
    middle does not carry the pattern, so it is against it.
    """

    first: Answer
    second: Answer
    found: Found
    with_it: Flags
    against: Flags

    @property
    def narrowed(self) -> bool:
        """Does it hold within one answer to a third question? (See three_way.Within.)"""
        return False


def strongest(one: Subject, other: Subject, tellers: Whole, seed: int) -> Shown | None:
    """Where two subjects (all stories answered both) go together most; None when no two answers stand out.

    Options that fewer than five stories or tellers chose, or all but four, are left aside.
    """
    left, right = _enough(one, tellers), _enough(other, tellers)
    if not left or not right:
        return None
    together = np.round(_correlations(left, right), DECIMALS)
    tried = [(left[row], right[column], float(together[row, column])) for row, column in np.ndindex(together.shape)]
    best, beside, size = min(tried, key=_strongest_first)
    first, second = _in_turn(best, beside)
    found = _test(first, second, tellers, seed)
    found = replace(found, p=min(1.0, found.p * len(tried)))
    return _shown(first, second, found, upward=size > 0) if found.holds else None


def sides(feature: Feature) -> Whole:
    """(n,): 1 beyond the middle story, -1 before it, 0 on it; of an option 1 chosen and -1 not."""
    if feature.yes_no:
        return np.where(feature.values > 0, 1, -1)
    return np.sign(feature.values - np.median(feature.values)).astype(np.int64)


def _enough(subject: Subject, tellers: Whole) -> list[Feature]:
    return [feature for feature in features(subject) if _varies(feature, tellers)]


def _varies(feature: Feature, tellers: Whole) -> bool:
    if not feature.yes_no:
        return len(np.unique(feature.values)) > 1
    chosen = feature.values > 0
    return min(len(np.unique(tellers[chosen])), len(np.unique(tellers[~chosen]))) >= FEWEST


def _correlations(left: list[Feature], right: list[Feature]) -> Array:
    return np.asarray(_standardised(left).T @ _standardised(right))


def _standardised(several: list[Feature]) -> Array:
    scores = np.column_stack([midranks(feature.values) for feature in several])
    scores = scores - scores.mean(axis=0)
    return np.asarray(scores / np.sqrt((scores**2).sum(axis=0)))


def _strongest_first(tried: tuple[Feature, Feature, float]) -> tuple[float, bool, float, str, str]:
    """Strongest first; of equals the one that goes up, then the rarest, then by the words."""
    one, other, size = tried
    chosen = sum(float(feature.values.sum()) for feature in (one, other) if feature.yes_no)
    return -abs(size), size < 0, chosen, f"{one.words} {one.high}", f"{other.words} {other.high}"


def _in_turn(one: Feature, other: Feature) -> tuple[Feature, Feature]:
    """An option before a figure; of two options the one fewer stories have."""
    if one.yes_no != other.yes_no:
        return (one, other) if one.yes_no else (other, one)
    if one.yes_no and other.values.sum() < one.values.sum():
        return other, one
    return one, other


def _test(first: Feature, second: Feature, tellers: Whole, seed: int) -> Found:
    if not first.yes_no:
        return scale_by_scale(first.values, second.values, tellers, seed=seed)
    chosen = first.values > 0
    if second.yes_no:
        return choice_by_choice(first.values, second.values, tellers, seed=seed)
    whose = tellers[chosen].tolist(), tellers[~chosen].tolist()
    return mann_whitney(second.values[chosen], second.values[~chosen], whose, seed=seed)


def _shown(first: Feature, second: Feature, found: Found, *, upward: bool) -> Shown:
    side: Side = 1 if upward else -1
    one, other = sides(first), sides(second) * side
    if first.yes_no:
        return Shown(Answer(first, 1), Answer(second, side), found, (one > 0) & (other > 0), (one > 0) & (other <= 0))
    return Shown(Answer(first, 1), Answer(second, side), found, one * other > 0, one * other <= 0)
