"""What the page and the terminal say about a landscape, in Dutch and in English.

No count below five and nothing from which one follows: groups in words, shares as ranges.
"""

from __future__ import annotations

from sensemaking.faces.page import Language
from sensemaking.opinion.judge import StatementView
from sensemaking.opinion.landscape import Landscape
from sensemaking.opinion.posterior import smallest_interval
from sensemaking.opinion.sentences import FIRM, LOOSE, MOST, NEARLY_CERTAIN
from sensemaking.opinion.wording import WORDS
from sensemaking.small import FEWEST, GroupView, Tally, figure_may_leave, share_may_leave

WIDEST_RANGE = 55

SHAPE_NAMES = {
    "nl": ("rondjes", "vierkantjes", "driehoekjes", "ruitjes"),
    "en": ("circles", "squares", "triangles", "diamonds"),
}
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


def said_loose_people(language: Language, seen: Landscape) -> str:
    """How many people lie between groups; never a figure below five."""
    loose = sum((place.stays or 0.0) < MOST for place in seen.places)
    if language == "nl":
        many = "Niemand ligt duidelijk tussen denkrichtingen in."
        some = "Enkele mensen liggen tussen denkrichtingen in."
        most = f"{loose} mensen liggen tussen denkrichtingen in."
    else:
        many = "Nobody lies clearly between ways of thinking."
        some = "A few people lie between ways of thinking."
        most = f"{loose} people lie between ways of thinking."
    return many if loose == 0 else most if figure_may_leave(loose) else some


def share_range(view: StatementView, side: str = "agree") -> tuple[int, int] | None:
    """The 90% interval of the share that agrees ("disagree": disagrees), in the group where it is
    smallest, outwards to fives of a hundred. Where a count or what is left of it is below five it
    is the same for every count from which that is so. It starts at the half where the words say
    that this is nearly certain; None when nothing is left to say."""
    parts = view.by_group or (view.room,)
    if min(part.weighed for part in parts) < FEWEST:
        return None
    lowest, highest = zip(*(_possible(part, side) for part in parts), strict=True)
    weighed = [part.weighed for part in parts]
    low, high = float(smallest_interval(lowest, weighed)[0]), float(smallest_interval(highest, weighed)[1])
    found = 5 * int(low * 20), -5 * int(-high * 20 // 1)
    if (view.agree if side == "agree" else view.disagree) >= NEARLY_CERTAIN:
        found = max(50, found[0]), found[1]
    return found if found[1] - found[0] <= WIDEST_RANGE else None


def _possible(part: Tally, side: str) -> tuple[int, int]:
    """The counts that may not be told apart from this one."""
    count, n = (part.agree if side == "agree" else part.disagree), part.weighed
    if share_may_leave(count, n):
        return count, count
    low = 0 if count < FEWEST else n - FEWEST + 1
    high = n if n - count < FEWEST else FEWEST - 1
    return low, high
