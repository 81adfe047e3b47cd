"""The share of one kind of people (residents) among those who did something (weighed a statement)."""

from __future__ import annotations

from dataclasses import dataclass
from numbers import Integral

from sensemaking.small.counts import FEWEST, figure_may_leave


@dataclass(frozen=True)
class ShareRange:
    """A share lies between `low` and `high`, both included (0 to 1)."""

    low: float
    high: float


def share_range(inside: int, outside: int, unknown: int) -> ShareRange | None:
    """The share of `inside` among all, as a range that hides every count below five.

    `inside`: how many are surely of this kind, `outside`: surely not, `unknown`: did not say.
    `low` counts who is surely of this kind, `high` everyone who is not surely another: so who
    did not say widens the range. Both sure counts are rounded down to fives. Where less than
    five would then be left between them, the larger gives up one more five, so that who knows how
    many people there are in all cannot work out a single count below five. The range always
    holds the true share. None when fewer than five people did it, or when nothing is sure.
    Raises ValueError on what is negative or no whole number.
    """
    if not all(isinstance(n, Integral) for n in (inside, outside, unknown)):
        raise ValueError("a count is no whole number")
    if min(inside, outside, unknown) < 0:
        raise ValueError("a count is negative")
    everyone = inside + outside + unknown
    sure, not_it = inside // FEWEST, outside // FEWEST
    if everyone - FEWEST * (sure + not_it) < FEWEST:
        if sure > not_it:
            sure -= 1
        else:
            not_it -= 1
    if not figure_may_leave(everyone) or sure + not_it <= 0:
        return None
    return ShareRange(FEWEST * sure / everyone, (everyone - FEWEST * not_it) / everyone)
