"""One statement judged: does it connect, does it divide, and how sure is that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Literal

import numpy as np

from sensemaking.opinion.posterior import all_more_than, more_than, smallest_interval
from sensemaking.opinion.votes import AGREE, DISAGREE, PASS, Array, Id
from sensemaking.small import FEWEST, GroupView, Tally, group_view

SURE = 0.9
NEARLY_CERTAIN = 0.99
MAJORITY = 0.5
SIZEABLE = 0.25
# Below these the verdict would give away a count under five (docs/statistics/small-numbers.md).
FEWEST_IN_A_ROOM, FEWEST_IN_A_GROUP = 7, 6
FEWEST_TOLD, FEWEST_TOLD_TORN = 17, 31

Verdict = Literal["bridge", "shared_no", "divides", "unknown"]
Counts = Array
"""parts x statements x 3: how many agreed, disagreed, passed."""


@dataclass(frozen=True)
class StatementView:
    """One statement in the landscape.

    `room`: everyone who weighed it; `by_group`: one tally per group; `found_without`: the same,
    in the groups as they come out of the other statements. All probabilities are of a majority of
    all people like those who weighed it, passes included; all intervals are 90%.
    `agree`, `disagree`: that a majority of every group (of the room, without groups) agrees,
    disagrees; `low`, `high` and `disagree_low`, `disagree_high`: the share that does so in the
    group where it is smallest. `divides`: that one group's majority agrees and another's
    disagrees, also in the groups found without this statement; or that at least a quarter of the
    room agrees and a quarter disagrees. `divides_low`, `divides_high`: the share of the weaker of
    those two sides. `verdict` draws the line at 0.9, asks seven people (six in every group), seventeen for
    a divided room, and for a bridge or a shared no a majority of the whole room as well.
    """

    statement: Id
    room: Tally
    by_group: tuple[Tally, ...]
    found_without: tuple[Tally, ...]
    agree: float
    low: float
    high: float
    disagree: float
    disagree_low: float
    disagree_high: float
    divides: float
    divides_low: float
    divides_high: float
    verdict: Verdict

    @property
    def nearly_certain(self) -> bool:
        """May the verdict be called nearly certain? From 0.99, where that tells no count under five."""
        found = {"bridge": self.agree, "shared_no": self.disagree, "divides": self.divides}.get(self.verdict, 0.0)
        if self.verdict == "divides" and self.room.weighed < FEWEST_TOLD_TORN:
            return False
        fewest = min(part.weighed for part in self.by_group or (self.room,))
        return found >= NEARLY_CERTAIN and fewest >= FEWEST_TOLD

    @property
    def room_view(self) -> GroupView:
        return _view(self.room)

    @property
    def group_views(self) -> tuple[GroupView, ...]:
        return tuple(_view(tally) for tally in self.by_group)


@dataclass(frozen=True)
class Shared:
    """What two groups both agree with: P(a majority of both), and the 90% interval of the share of
    agrees in the one where it is smaller."""

    statement: Id
    probability: float
    low: float
    high: float


@dataclass(frozen=True)
class Opposed:
    """What two groups disagree about: P(a majority of `agrees` agrees and one of the other
    disagrees), and the 90% interval of the share of the weaker of those two sides."""

    statement: Id
    agrees: int
    probability: float
    low: float
    high: float


def counted(matrix: Array) -> Array:
    """How many agreed, disagreed, passed: statements x 3."""
    return np.stack([(matrix == vote).sum(axis=0) for vote in (AGREE, DISAGREE, PASS)], axis=-1).astype(float)


def judged(
    statements: Sequence[Id], room: Array, groups: Counts, without: Counts, *, enough: bool
) -> list[StatementView]:
    """A view per statement. `room`: statements x 3; `groups`, `without`: groups x statements x 3,
    no groups at all where none are demonstrable; `enough`: False gives every verdict "unknown"."""
    parts = groups if len(groups) else room[None]
    weighed = parts.sum(axis=-1)
    agrees, disagrees = parts[..., 0], parts[..., 1]
    agree, disagree = (all_more_than(MAJORITY, side, weighed) for side in (agrees, disagrees))
    for_it, against = (more_than(MAJORITY, room[:, side], room.sum(axis=-1)) for side in (0, 1))
    agree_range, disagree_range = (smallest_interval(side, weighed) for side in (agrees, disagrees))
    divides, divides_low, divides_high = _divides(room, groups, without)
    may = (weighed >= (FEWEST_IN_A_GROUP if len(groups) else FEWEST_IN_A_ROOM)).all(axis=0) & enough
    views = []
    for j, statement in enumerate(statements):
        verdict: Verdict = "unknown"
        if may[j]:
            together = min(float(agree[j]), float(for_it[j])), min(float(disagree[j]), float(against[j]))
            verdict = _verdict(*together, float(divides[j]))
        views.append(
            StatementView(
                statement=statement,
                room=_tally(room[j]),
                by_group=tuple(_tally(one[j]) for one in groups),
                found_without=tuple(_tally(one[j]) for one in without),
                agree=float(agree[j]),
                low=float(agree_range[0][j]),
                high=float(agree_range[1][j]),
                disagree=float(disagree[j]),
                disagree_low=float(disagree_range[0][j]),
                disagree_high=float(disagree_range[1][j]),
                divides=float(divides[j]),
                divides_low=float(divides_low[j]),
                divides_high=float(divides_high[j]),
                verdict=verdict,
            )
        )
    return views


def shared(view: StatementView, a: int, b: int) -> Shared | None:
    """What this statement is between groups a and b; None when it is no bridge between them."""
    count, weighed = _sides([(view.by_group[a], "agree"), (view.by_group[b], "agree")])
    probability = float(all_more_than(MAJORITY, count, weighed))
    if probability < SURE or weighed.min() < FEWEST:
        return None
    low, high = smallest_interval(count, weighed)
    return Shared(view.statement, probability, float(low), float(high))


def opposed(view: StatementView, a: int, b: int) -> Opposed | None:
    """How this statement divides groups a and b; None when it does not surely."""
    for g, other in ((a, b), (b, a)):
        shown = _sides([(view.by_group[g], "agree"), (view.by_group[other], "disagree")])
        honest = _sides([(view.found_without[g], "agree"), (view.found_without[other], "disagree")])
        probability = float(min(all_more_than(MAJORITY, *one) for one in (shown, honest)))
        if probability >= SURE and shown[1].min() >= FEWEST:
            low, high = smallest_interval(*honest)
            return Opposed(view.statement, g, probability, float(low), float(high))
    return None


def _sides(sides: list[tuple[Tally, Literal["agree", "disagree"]]]) -> tuple[Array, Array]:
    count = [tally.agree if side == "agree" else tally.disagree for tally, side in sides]
    return np.array(count, dtype=float), np.array([tally.weighed for tally, _ in sides], dtype=float)


def _verdict(agree: float, disagree: float, divides: float) -> Verdict:
    if divides >= SURE:
        return "divides"
    if agree >= SURE:
        return "bridge"
    return "shared_no" if disagree >= SURE else "unknown"


def _divides(room: Array, groups: Counts, without: Counts) -> tuple[Array, Array, Array]:
    """Probability and interval of the surest way in which each statement divides."""
    both, weighed = room[:, :2].T, np.broadcast_to(room.sum(axis=-1), (2, len(room)))
    torn = all_more_than(SIZEABLE, both, weighed, independent=False) * (weighed[0] >= FEWEST_TOLD)
    torn_low, torn_high = smallest_interval(both, weighed, independent=False)
    surest, sides, of = np.full(len(room), -1.0), np.zeros(both.shape), np.zeros(both.shape)
    for g, other in permutations(range(len(groups)), 2):
        shown, honest = (
            (np.stack([one[g, :, 0], one[other, :, 1]]), one[[g, other]].sum(axis=-1)) for one in (groups, without)
        )
        probability = np.minimum(all_more_than(MAJORITY, *shown), all_more_than(MAJORITY, *honest))
        surer = probability > surest
        surest = np.where(surer, probability, surest)
        sides, of = np.where(surer, honest[0], sides), np.where(surer, honest[1], of)
    low, high = smallest_interval(sides, of)
    opposes = surest > torn
    return np.maximum(surest, torn), np.where(opposes, low, torn_low), np.where(opposes, high, torn_high)


def _tally(counts: Array) -> Tally:
    agree, disagree, passes = (int(n) for n in counts)
    return Tally(agree, disagree, passes)


def _view(tally: Tally) -> GroupView:
    return group_view(tally.agree, tally.disagree, tally.passes)
