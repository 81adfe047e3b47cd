"""The rule of five: what may be shown when few people answered.

Fewer than five is always words, never a number; nought counts as fewer than five.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

FEWEST = 5

GroupView = Literal["most_agree", "divided", "most_disagree", "too_few"]
AnId = TypeVar("AnId", bound=Hashable)


@dataclass(frozen=True)
class Tally:
    """How many people agreed, disagreed and passed. Counts; never shown as they are."""

    agree: int
    disagree: int
    passes: int

    @property
    def weighed(self) -> int:
        return self.agree + self.disagree + self.passes


def figure_may_leave(n: int) -> bool:
    """May this number of people be written where others read it? From five up."""
    return n >= FEWEST


def share_may_leave(part: int, whole: int) -> bool:
    """May the share part/whole be written? Only when neither side is fewer than five."""
    return figure_may_leave(part) and figure_may_leave(whole - part)


def counts_may_show(tally: Tally) -> bool:
    """May the three counts of a tally be numbers? Only when each is five or more; else words."""
    return all(figure_may_leave(n) for n in (tally.agree, tally.disagree, tally.passes))


def group_view(agree: int, disagree: int, passes: int) -> GroupView:
    """In a word how people weighed a statement; "too_few" below five of them.

    Most means more than half of all who weighed it; who does not know yet counts in the half.
    """
    weighed = agree + disagree + passes
    if weighed < FEWEST:
        return "too_few"
    if 2 * agree > weighed:
        return "most_agree"
    if 2 * disagree > weighed:
        return "most_disagree"
    return "divided"


def order_without_counts(tallies: Mapping[AnId, Tally | int]) -> tuple[AnId, ...]:
    """Ids from most to least supported, without saying by how much.

    A Tally counts by its share of agrees, a plain number (how many chose it) by itself. What
    fewer than five people weighed comes last, in the order given; plain numbers that together
    stay below five keep the order given. Equal support keeps the order given.
    """
    chosen = sum(count for count in tallies.values() if isinstance(count, int))

    def support(count: Tally | int) -> float:
        if isinstance(count, Tally):
            return (count.agree + 1) / (count.weighed + 2) if count.weighed >= FEWEST else -1.0
        return float(count) if chosen >= FEWEST else -1.0

    return tuple(sorted(tallies, key=lambda one: -support(tallies[one])))
