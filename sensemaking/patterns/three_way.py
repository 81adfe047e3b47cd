"""Choice x scale x choice: for whom the difference between answers is another one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from sensemaking.patterns.found import Array, Flags, Found, Whole
from sensemaking.patterns.interaction import choice_by_scale_by_choice
from sensemaking.patterns.showing import DECIMALS, Answer, Shown, sides
from sensemaking.patterns.subjects import Feature, Subject, features
from sensemaking.small import FEWEST

Elsewhere = Literal["less", "hardly", "reversed"]
HARDLY = 1 / 3


@dataclass(frozen=True, eq=False)
class Within(Shown):
    """`first` goes together with `second` among the stories with `group` more than among the others.

    `elsewhere`: what the difference is there, in these stories: "less", "hardly" (below a third of it), "reversed".
    """

    group: Answer
    elsewhere: Elsewhere

    @property
    def narrowed(self) -> bool:
        return True


def compare_three(a: Subject, x: Subject, b: Subject, tellers: Whole, seed: int) -> Found:
    """Does the difference between the options of `a` on scale `x` differ between the options of `b`?"""
    return choice_by_scale_by_choice(a.column, x.column, b.column, tellers, seed=seed)


def strongest_of_three(a: Subject, x: Subject, b: Subject, tellers: Whole, seed: int) -> Within | None:
    """The option of `b` and the option of `a` (all stories answered) where the difference is most its own.

    Looks at the difference in means with and without the option of `a`, inside and outside the option
    of `b`; each of the four needs five tellers, and the difference inside must be the larger. Its p
    counts how many were tried; None when it does not hold.
    """
    scale = features(x)[0]
    tried = [
        (option, group, *differences)
        for option in features(a)
        for group in features(b)
        if (differences := _differences(option, group, scale.values, tellers)) is not None
    ]
    larger = [one for one in tried if abs(one[2]) >= abs(one[3])]
    if not larger:
        return None
    option, group, inside, outside = min(larger, key=_strongest_first)
    found = choice_by_scale_by_choice(option.values, scale.values, group.values, tellers, seed=seed)
    found = replace(found, p=min(1.0, found.p * len(tried)))
    if not found.holds:
        return None
    high = inside > 0
    member = (option.values > 0) & (group.values > 0)
    side = sides(scale) * (1 if high else -1)
    return Within(
        first=Answer(option, 1),
        second=Answer(scale, 1 if high else -1),
        found=found,
        with_it=member & (side > 0),
        against=member & (side <= 0),
        group=Answer(group, 1),
        elsewhere=_elsewhere(inside, outside),
    )


def _elsewhere(inside: float, outside: float) -> Elsewhere:
    if abs(outside) < HARDLY * abs(inside):
        return "hardly"
    return "less" if inside * outside > 0 else "reversed"


def _differences(option: Feature, group: Feature, scale: Array, tellers: Whole) -> tuple[float, float] | None:
    """(with the option minus without it, inside the group; the same outside it), None below five tellers."""
    found = []
    for inside in (True, False):
        cells = [((group.values > 0) == inside) & ((option.values > 0) == chosen) for chosen in (True, False)]
        if min(_people(cell, tellers) for cell in cells) < FEWEST:
            return None
        found.append(float(scale[cells[0]].mean() - scale[cells[1]].mean()))
    return found[0], found[1]


def _people(member: Flags, tellers: Whole) -> int:
    return len(np.unique(tellers[member]))


def _strongest_first(tried: tuple[Feature, Feature, float, float]) -> tuple[float, float, float, str, str]:
    option, group, inside, outside = tried
    return (
        -round(abs(inside - outside), DECIMALS),
        -round(abs(inside), DECIMALS),
        float(option.values.sum()),
        option.words,
        group.words,
    )
