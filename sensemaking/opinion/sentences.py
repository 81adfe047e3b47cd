"""A landscape in plain Dutch sentences, so that it reads without the picture.

No group gets a name here, and no count is given: a group is a shape that the screen chooses.
"""

from __future__ import annotations

from sensemaking.opinion.judge import StatementView
from sensemaking.opinion.landscape import FEWEST_PEOPLE, Landscape
from sensemaking.small import GroupView

TOO_FEW_PEOPLE = "Te weinig mensen om dit te laten zien. Vertel het elkaar."
TOO_FEW_ANSWERS = "Te weinig antwoorden om een beeld te tekenen. Praat er samen over."
TOO_FEW_CHOSE = "Te weinig mensen kozen hier. Vertel het elkaar."
NO_GROUPS = "We zien geen duidelijke denkrichtingen."
COULD_BE_CHANCE = "Een verdeling die je nu ziet, kan toeval zijn."
NOT_KNOWN = "Dit weten we nog niet."
NOT_ON_THE_MAP = "Wie weinig zinnen beantwoordde, staat niet op het beeld. Die antwoorden tellen wel mee."

NUMBERS = {2: "twee", 3: "drie", 4: "vier"}
GROUP_WORDS: dict[GroupView, str] = {
    "most_agree": "de meesten eens",
    "divided": "verdeeld",
    "most_disagree": "de meesten oneens",
    "too_few": "te weinig mensen",
}
ALMOST_ALL, MOST = 0.9, 0.75
NEARLY_CERTAIN = 0.99


def group_words(view: GroupView) -> str:
    """How people weighed a statement, as words for in a table."""
    return GROUP_WORDS[view]


def overview(landscape: Landscape) -> tuple[str, ...]:
    """What the whole picture says, and how sure that is, one sentence each."""
    if landscape.state == "too_few":
        few = landscape.people < FEWEST_PEOPLE
        return (TOO_FEW_PEOPLE if few else TOO_FEW_ANSWERS,)
    said = [NO_GROUPS, COULD_BE_CHANCE]
    if landscape.state == "groups":
        said = [f"We zien {NUMBERS[len(landscape.groups)]} denkrichtingen.", *_certainty(landscape)]
    if landscape.unplaced:
        said.append(NOT_ON_THE_MAP)
    return tuple(said)


def about(view: StatementView) -> str:
    """What we may say about one statement."""
    if view.verdict == "unknown":
        few = "too_few" in (view.group_views or (view.room_view,))
        return TOO_FEW_CHOSE if few else NOT_KNOWN
    if view.verdict == "divides":
        return f"Hier kijken we anders naar. {_sure(view.divides)}"
    agreed, sure = ("eens", view.agree) if view.verdict == "bridge" else ("oneens", view.disagree)
    if view.by_group:
        return f"In elke denkrichting zijn de meesten het {agreed}. {_sure(sure)}"
    return f"De meesten zijn het {agreed}. {_sure(sure)}"


def _certainty(landscape: Landscape) -> tuple[str, str]:
    chance = landscape.chance or 1.0
    by_chance = (
        "Hoe zeker is dat? Stel dat iedereen zomaar iets koos. "
        f"Dan zag je zo'n verdeling hooguit 1 keer in de {int(1 / chance + 1e-9)}."
    )
    stays = landscape.stays or 0.0
    if stays >= ALMOST_ALL:
        return by_chance, "Met minder zinnen blijft het beeld bijna gelijk."
    if stays >= MOST:
        return by_chance, "Met minder zinnen hoort een deel van de mensen ergens anders bij."
    return by_chance, "Met minder zinnen ziet het beeld er anders uit. Lees het dus voorzichtig."


def _sure(probability: float) -> str:
    return "Dat is bijna zeker." if probability >= NEARLY_CERTAIN else "Dat is waarschijnlijk."
