"""A landscape in plain sentences, Dutch or English, so that it reads without the picture.

No group gets a name here, and no number of people is given: a group is a shape that the screen
chooses.
"""

from __future__ import annotations

from sensemaking.opinion.groups import CHANCE_ALLOWED
from sensemaking.opinion.judge import NEARLY_CERTAIN, Opposed, Shared, StatementView
from sensemaking.opinion.landscape import FEWEST_PEOPLE, Group, Landscape, Place
from sensemaking.opinion.typical import Typical
from sensemaking.opinion.wording import NUMBERS, WORDS, Language
from sensemaking.small import GroupView

ALMOST_ALL, MOST = 0.9, 0.75
NEARLY_EVERYONE = 0.95
LOOSE, FIRM = 0.5, 0.75
POSSIBLE = 0.2
SCALE_POSSIBLE = 0.05
MUCH_MORE, CLEARLY_MORE = 0.5, 0.25


def group_words(view: GroupView, language: Language = "nl") -> str:
    """How people weighed a statement, as words for in a table."""
    return WORDS[language][view]


def overview(landscape: Landscape, language: Language = "nl") -> tuple[str, ...]:
    """What the whole picture says, and how sure that is."""
    words = WORDS[language]
    if not landscape.statements:
        return (words["no_statements"],)
    if landscape.state == "too_few":
        few = landscape.people < FEWEST_PEOPLE
        return (words["few_people" if few else "few_answers"],)
    by_chance = landscape.chance is None or landscape.chance > CHANCE_ALLOWED
    said = [words["no_groups"], words["could_be_chance" if by_chance else "no_use"], words["not_proof"]]
    if landscape.state == "groups":
        number = NUMBERS[language][len(landscape.groups)]
        times = at_most_once_in(landscape.chance or 1.0)
        said = [words["groups"].format(number=number)]
        if (landscape.scale or 0.0) > SCALE_POSSIBLE:
            said.append(words["sliding"].format(n=round(100 * (landscape.scale or 0.0))))
        said += [words["chance"].format(times=times), _how_many(landscape, language)]
        clear = 1 - near_the_line(landscape) / max(1, len(landscape.places))
        said.append(words[_step(clear, "stays", MOST, NEARLY_EVERYONE)])
    if landscape.unplaced:
        said.append(words["unplaced"])
    return (*said, words["limits"])


def about(view: StatementView, language: Language = "nl") -> str:
    """What we may say about one statement."""
    words = WORDS[language]
    if view.verdict == "unknown":
        few = "too_few" in (view.group_views or (view.room_view,))
        return words["few_chose" if few else "not_known"]
    if view.verdict == "divides":
        return f"{words['divides']} {how_sure(view, language)}"
    return f"{words[view.verdict if view.by_group else f'{view.verdict}_room']} {how_sure(view, language)}"


def how_sure(view: StatementView, language: Language = "nl") -> str:
    """How sure a verdict is, as far as that tells no count below five."""
    return WORDS[language]["almost_certain" if view.nearly_certain else "likely"]


def about_pair(found: Shared | Opposed, language: Language = "nl") -> str:
    """What connects or divides two groups, from `Landscape.between` and `Landscape.apart`."""
    key = "together" if isinstance(found, Shared) else "opposed"
    return f"{WORDS[language][key]} {_sure(found.probability, language)}"


def about_group(group: Group, language: Language = "nl") -> tuple[str, ...]:
    """How firm one group is, and whether anything is typical of it."""
    words = WORDS[language]
    firm = words[_step(group.stability, "group", LOOSE, FIRM)]
    return (firm,) if group.typical else (firm, words["nothing_typical"])


def about_typical(one: Typical, language: Language = "nl") -> str:
    """What a group thinks of a statement that is typical of it."""
    words = WORDS[language]
    more = "more"
    if one.difference_low >= CLEARLY_MORE:
        more = "more_much" if one.difference_low >= MUCH_MORE else "more_clearly"
    said = words[f"typical_{one.direction}"].format(more=words[more])
    return f"{said} {_sure(1 - one.q, language)}"


def about_place(place: Place, language: Language = "nl") -> str:
    """How surely one place on the picture belongs to its group; nothing without groups."""
    if place.stays is None:
        return ""
    key = "place_firm" if place.stays >= ALMOST_ALL else "place_likely" if place.stays >= MOST else "place_between"
    return WORDS[language][key]


def about_few(landscape: Landscape, language: Language = "nl") -> tuple[str, ...]:
    """What the list of voices of the few is, and what it is not."""
    words = WORDS[language]
    return (words["few"], words["few_no_majority"]) if landscape.few else (words["few_none"],)


def near_the_line(landscape: Landscape) -> int:
    """How many people on the map do not clearly belong to their own group; 0 without groups."""
    return sum(place.stays is not None and place.stays < MOST for place in landscape.places)


def at_most_once_in(chance: float) -> int:
    """A round number n for "at most 1 time in n", never more than 1 / chance."""
    times = int(1 / chance + 1e-9)
    step = 50 if times >= 100 else 10 if times >= 20 else 1
    return times - times % step


def _how_many(landscape: Landscape, language: Language) -> str:
    """How sure the number of groups is, and which other numbers may be."""
    words, count = WORDS[language], len(landscape.groups)
    shares = dict(landscape.numbers)
    if shares.get(count, 0.0) >= ALMOST_ALL:
        return words["number_firm"]
    said = [words["number_likely" if shares.get(count, 0.0) >= 2 / 3 else "number_open"]]
    others = [k for k, share in sorted(shares.items()) if share >= POSSIBLE and k != count]
    counted = [NUMBERS[language][k] for k in others if k > 1]
    if counted:
        said.append(words["number_other"].format(others=words["or"].join(counted)))
    if 1 in others:
        said.append(words["number_one"])
    return " ".join(said)


def _step(value: float, kind: str, middle: float, high: float) -> str:
    if value >= high:
        return f"{kind}_firm"
    return f"{kind}_partly" if value >= middle else f"{kind}_loose"


def _sure(probability: float, language: Language) -> str:
    return WORDS[language]["almost_certain" if probability >= NEARLY_CERTAIN else "likely"]
