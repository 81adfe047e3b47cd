"""What the page and the terminal say about a landscape, in Dutch and in English.

No count below five and nothing from which one follows: groups in words, shares as ranges.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

from sensemaking.faces.page import Language
from sensemaking.opinion.judge import FEWEST_TOLD, NEARLY_CERTAIN, StatementView
from sensemaking.opinion.landscape import Landscape
from sensemaking.opinion.posterior import smallest_interval
from sensemaking.opinion.sentences import FIRM, LOOSE, near_the_line
from sensemaking.opinion.wording import WORDS
from sensemaking.small import FEWEST, GroupView, Tally, figure_may_leave, share_may_leave

WIDEST_RANGE = 55

SHAPE_NAMES = {
    "nl": ("rondjes", "vierkantjes", "driehoekjes", "ruitjes"),
    "en": ("circles", "squares", "triangles", "diamonds"),
}
FEW_WORDS = {"nl": "enkele", "en": "a few"}
SHAPE_SIGNS = ("●", "■", "▲", "◆")
FILLINGS: dict[GroupView, str] = {
    "most_agree": "full",
    "divided": "half",
    "most_disagree": "open",
    "too_few": "dotted",
}


def said_range(language: Language, found: tuple[int, int] | None) -> str:
    """A share of people as a range, or that there are too few for a figure."""
    if found is None:
        return "te weinig mensen voor een getal" if language == "nl" else "too few people for a figure"
    low, high = found
    return f"{low} tot {high} van de 100" if language == "nl" else f"{low} to {high} in 100"


def said_sure(language: Language, probability: float) -> str:
    return WORDS[language]["almost_certain" if probability >= NEARLY_CERTAIN else "likely"]


def said_firm(language: Language, stability: float) -> str:
    """How firm a group is, in one word."""
    words = ("stevig", "redelijk", "los") if language == "nl" else ("firm", "fair", "loose")
    return words[0 if stability >= FIRM else 1 if stability >= LOOSE else 2]


def said_people(language: Language, seen: Landscape) -> tuple[str, ...]:
    """How many people are on the map, how many are not, and how many lie near the line between
    groups; never a figure below five, nor two figures that leave one."""
    on, off, near = len(seen.places), len(seen.unplaced), near_the_line(seen)
    off_said = str(off) if figure_may_leave(off) else FEW_WORDS[language]
    near_said = str(near) if share_may_leave(near, on) else ""
    if language == "nl":
        said = f"{on} mensen staan op het beeld, {off_said} niet." if off else f"Alle {on} mensen staan op het beeld."
        few, most = f"Van de {on} liggen er enkele dicht bij de grens.", "De meesten liggen dicht bij de grens."
        none = "Niemand ligt dicht bij de grens."
        exact = f"Van de {on} liggen er {near_said} dicht bij de grens."
    else:
        said = f"{on} people are on the picture, {off_said} are not." if off else f"All {on} people are on the picture."
        few, most = f"Of the {on} a few lie near the line.", "Most of them lie near the line."
        none = "Nobody lies near the line."
        exact = f"Of the {on}, {near_said} lie near the line."
    if not seen.groups:
        return (said,)
    if near_said:
        return said, exact
    return said, few if 0 < near < FEWEST else most if near else none


def share_range(view: StatementView, side: str = "agree") -> tuple[int, int] | None:
    """The 90% interval of the share that agrees ("disagree": disagrees), in the group where it is
    smallest, outwards to fives of a hundred. Where a count or what is left of it is below five it
    is the same for every count from which that is so. It starts at the half where the words say
    that this is nearly certain. None below seventeen people, in a room for any side but that of the
    verdict (two sides together leave the third), and when nothing is left to say."""
    parts = view.by_group or (view.room,)
    if min(part.weighed for part in parts) < FEWEST_TOLD:
        return None
    if not view.by_group and {"bridge": "agree", "shared_no": "disagree"}.get(view.verdict) != side:
        return None
    lowest, highest = zip(*(_possible(part, side) for part in parts), strict=True)
    weighed = [part.weighed for part in parts]
    low, high = float(smallest_interval(lowest, weighed)[0]), float(smallest_interval(highest, weighed)[1])
    found = 5 * int(low * 20), -5 * int(-high * 20 // 1)
    if view.nearly_certain:
        found = max(50, found[0]), found[1]
    return found if found[1] - found[0] <= WIDEST_RANGE else None


def part_range(view: StatementView, part: Tally, side: str = "agree") -> tuple[int, int] | None:
    """As `share_range`, of one of the groups alone."""
    return share_range(replace(view, by_group=(part,)), side)


def said_part(share: float) -> str:
    """A share of retakes in hundredths; what is above nought is never written as nought."""
    if 0 < share < 0.01:
        return "<1%"
    return f"{share:.0%}"


def said_together(words: Mapping[str, str], probabilities: Sequence[float]) -> str:
    """How often a list like this holds something wrong: at most the sum of what each may be wrong,
    upwards to tens of a hundred, so that no sentence's own count follows; words alone about
    fewer than five, nothing about fewer than two."""
    if len(probabilities) < FEWEST:
        return words["together_few"] if len(probabilities) > 1 else ""
    wrong = sum(1 - one for one in probabilities)
    if wrong >= 1:
        return words["together_many"].format(n=ceil(wrong))
    return words["together"].format(n=max(10, 10 * ceil(10 * wrong - 1e-9)))


def _possible(part: Tally, side: str) -> tuple[int, int]:
    """The counts that may not be told apart from this one."""
    count, n = (part.agree if side == "agree" else part.disagree), part.weighed
    if share_may_leave(count, n):
        return count, count
    low = 0 if count < FEWEST else n - FEWEST + 1
    high = n if n - count < FEWEST else FEWEST - 1
    return low, high
