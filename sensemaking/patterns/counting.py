"""The counts of one pattern that may be read beside its picture, and of whom it leaves out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sensemaking.patterns.found import Flags, Whole
from sensemaking.patterns.safe_counts import published
from sensemaking.patterns.showing import Shown, sides
from sensemaking.small import FEWEST


@dataclass(frozen=True)
class Counted:
    """The counts of one pattern; None where a count may not be read.

    `with_it` of the `chosen` stories with the first answer carry the pattern, `against` go against it;
    of the `others` (stories without the first answer) `other_with` have the second. Of a slope `chosen`
    are all stories. `most`: more than half of `chosen` carry it.
    """

    with_it: int | None
    chosen: int | None
    against: int | None
    other_with: int | None
    others: int | None
    most: bool


@dataclass(frozen=True)
class Left:
    """Who is not in a comparison: `stories` without an answer, of `tellers` people, of whom `silent`
    have no other story in it."""

    stories: int = 0
    tellers: int = 0
    silent: int = 0

    @property
    def few(self) -> bool:
        """Is anybody left out, and fewer than five? Then the total minus those counted would tell how many."""
        return self.stories > 0 and min(self.stories, self.tellers) < FEWEST

    @property
    def few_silent(self) -> bool:
        """Would all tellers minus those counted tell that fewer than five gave no answer?"""
        return 0 < self.silent < FEWEST


def left_out(kept: Flags, tellers: Whole) -> Left:
    """Who is not in a comparison of the stories that are `kept` (n,)."""
    out = np.unique(tellers[~kept])
    return Left(int((~kept).sum()), len(out), len(np.setdiff1d(out, tellers[kept])))


def counted(shown: Shown, tellers: Whole) -> Counted:
    """The counts of what is shown; `tellers` (n,): who told the stories that answered.

    A cross of the two answers shows all its counts or none, as the table beside it does.
    """
    most = bool(shown.with_it.sum() > shown.against.sum())
    if shown.first.feature.yes_no and not shown.narrowed:
        first = shown.with_it | shown.against
        second = sides(shown.second.feature) * shown.second.side > 0
        table = published((~first).astype(np.int64), (~second).astype(np.int64), (2, 2), tellers, crossed=True)
        (with_it, against), (other_with, _) = table.cells
        chosen, others = table.row_totals
        return Counted(with_it, chosen, against, other_with, others, most)
    member = shown.with_it | shown.against
    codes = shown.against[member].astype(np.int64)
    table = published(np.zeros(len(codes), dtype=np.int64), codes, (1, 2), tellers[member])
    return Counted(table.cells[0][0], table.row_totals[0], table.cells[0][1], None, None, most)
