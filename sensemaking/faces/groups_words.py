"""What the page and the terminal say about a landscape, in Dutch and in English.

No count below five and nothing from which one follows: groups in words, shares as ranges.
"""

from __future__ import annotations

from sensemaking.faces.page import Language
from sensemaking.opinion.judge import StatementView
from sensemaking.opinion.landscape import Landscape
from sensemaking.opinion.posterior import smallest_interval
from sensemaking.opinion.sentences import NEARLY_CERTAIN, about, group_words, overview
from sensemaking.small import FEWEST, GroupView, Tally, figure_may_leave, share_may_leave

WIDEST_RANGE = 55
FIRM, LOOSE = 0.9, 0.75

SHAPE_NAMES = {
    "nl": ("rondjes", "vierkantjes", "driehoekjes", "ruitjes"),
    "en": ("circles", "squares", "triangles", "diamonds"),
}
SHAPE_SIGNS = ("●", "■", "▲", "◆")
NUMBER_WORDS = {2: "two", 3: "three", 4: "four"}
VIEWS: dict[GroupView, str] = {
    "most_agree": "most agree",
    "divided": "divided",
    "most_disagree": "most disagree",
    "too_few": "too few people",
}
FILLINGS: dict[GroupView, str] = {
    "most_agree": "full",
    "divided": "half",
    "most_disagree": "open",
    "too_few": "dotted",
}


def said_overview(language: Language, seen: Landscape) -> tuple[str, ...]:
    """Are there groups, and how sure is that: one sentence each."""
    if language == "nl":
        return overview(seen)
    if seen.state == "too_few":
        return ("Too few answers to draw a picture. Talk about it together.",)
    said = ["We see no clear ways of thinking.", "A division that you see now may be chance."]
    if seen.state == "groups":
        rooms = int(1 / (seen.chance or 1.0) + 1e-9)
        said = [
            f"We see {NUMBER_WORDS[len(seen.groups)]} ways of thinking.",
            (
                "How sure is that? Suppose everyone just chose something. "
                f"Then you would see such a division at most once in {rooms}."
            ),
            "With fewer statements "
            + _firmness(
                seen.stays or 0.0,
                "the picture stays nearly the same.",
                "some people belong elsewhere.",
                "the picture looks different. So read it with care.",
            ),
        ]
    if seen.unplaced:
        said.append("Whoever answered few statements is not on the picture. Those answers do count.")
    return tuple(said)


def said_view(language: Language, view: GroupView) -> str:
    """How people weighed a statement, in a word or two."""
    return group_words(view) if language == "nl" else VIEWS[view]


def said_about(language: Language, view: StatementView) -> str:
    """What may be said about one statement."""
    if language == "nl":
        return about(view)
    if view.verdict == "unknown":
        few = "too_few" in (view.group_views or (view.room_view,))
        return "Too few people chose here. Tell each other." if few else "We do not know this yet."
    if view.verdict == "divides":
        return f"We look at this differently. {said_sure('en', view.divides)}"
    agreed, sure = ("agree", view.agree) if view.verdict == "bridge" else ("disagree", view.disagree)
    everywhere = "In every way of thinking most people" if view.by_group else "Most people"
    return f"{everywhere} {agreed}. {said_sure('en', sure)}"


def said_sure(language: Language, probability: float) -> str:
    nearly = probability >= NEARLY_CERTAIN
    if language == "nl":
        return "Dat is bijna zeker." if nearly else "Dat is waarschijnlijk."
    return "That is nearly certain." if nearly else "That is likely."


def said_range(language: Language, found: tuple[int, int] | None) -> str:
    """A share of people as a range, or that there are too few for a figure."""
    if found is None:
        return "te weinig mensen voor een getal" if language == "nl" else "too few people for a figure"
    low, high = found
    return f"{low} tot {high} van de 100" if language == "nl" else f"{low} to {high} in 100"


def said_firm(language: Language, share: float) -> str:
    """How firm a group or somebody's place in it is."""
    if language == "nl":
        return _firmness(share, "stevig", "redelijk", "los")
    return _firmness(share, "firm", "fair", "loose")


def said_loose_people(language: Language, seen: Landscape) -> str:
    """For how many people it is not sure where they belong; never a figure below five."""
    loose = sum((place.stays or 0.0) < LOOSE for place in seen.places)
    if language == "nl":
        many = "Bijna iedereen komt steeds in dezelfde denkrichting terug."
        some = "Van enkele mensen is niet zeker bij welke denkrichting ze horen."
        most = f"Van {loose} mensen is niet zeker bij welke denkrichting ze horen."
    else:
        many = "Nearly everyone comes back in the same way of thinking each time."
        some = "Of a few people it is not sure where they belong."
        most = f"Of {loose} people it is not sure where they belong."
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


def _firmness(share: float, firm: str, fair: str, loose: str) -> str:
    return firm if share >= FIRM else fair if share >= LOOSE else loose
