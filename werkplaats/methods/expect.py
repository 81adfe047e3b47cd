"""'Wat kun je verwachten': the announcement of a gathering, made from its recipe."""

import re
from dataclasses import dataclass

from werkplaats.methods.codes import GUARDED, PHASES, dutch
from werkplaats.methods.recipe import Recipe
from werkplaats.methods.texts import texts

LONGEST_BLOCK = 5

PLAIN = {
    "share": ("Je vertelt wat jij meemaakt", "De anderen luisteren. Overslaan mag."),
    "interpret": ("Je kijkt samen wat het betekent", "Wat lijkt op elkaar? Wat is juist anders?"),
    "act": ("Je kiest wat je gaat doen", "Een kleine stap is genoeg. Overslaan mag."),
}


@dataclass(frozen=True)
class PhaseBlock:
    """One phase in the announcement: its code, its Dutch name, a title and some sentences."""

    phase: str
    name: str
    title: str
    text: str


@dataclass(frozen=True)
class Expectation:
    intro: str
    phases: tuple[PhaseBlock, ...]
    good_to_know: tuple[str, ...]


def expect(recipe: Recipe, municipality: bool = False) -> Expectation:
    """What to expect of an evening with this recipe; `municipality`: people of the municipality may come."""
    return Expectation(
        intro=f"{recipe.purpose} Het duurt {how_long(recipe.duration_minutes)}.",
        phases=tuple(_block(recipe, phase) for phase in GUARDED if _has(recipe, phase)),
        good_to_know=_good_to_know(recipe, municipality),
    )


def how_long(minutes: int) -> str:
    """A duration as people say it: 90 is "anderhalf uur"."""
    hours, rest = divmod(minutes, 60)
    whole = {1: "een uur", 2: "twee uur", 3: "drie uur", 4: "vier uur"}.get(hours, f"{hours} uur")
    said = {30: "een half uur", 45: "drie kwartier", 75: "vijf kwartier", 90: "anderhalf uur"}
    if minutes in said:
        return said[minutes]
    if not hours:
        return f"{minutes} minuten"
    if not rest:
        return whole
    parts = {15: "een kwartier", 30: "een half uur", 45: "drie kwartier"}
    return f"{whole} en {parts.get(rest, f'{rest} minuten')}"


def _has(recipe: Recipe, phase: str) -> bool:
    return any(step.phase == phase for step in recipe.steps)


def _block(recipe: Recipe, phase: str) -> PhaseBlock:
    name = dutch(PHASES, phase).capitalize()
    told = " ".join(step.expect for step in recipe.steps if step.phase == phase and step.expect)
    sentences = re.split(r"(?<=[.!?])\s+", told) if told else []
    if not sentences:
        return PhaseBlock(phase, name, *PLAIN[phase])
    title = sentences[0].removesuffix(".")
    return PhaseBlock(phase, name, title, " ".join(sentences[1:LONGEST_BLOCK]))


def _good_to_know(recipe: Recipe, municipality: bool) -> tuple[str, ...]:
    inputs = [step.input for step in recipe.steps]
    circles = {given.circle for given in inputs} | {step.scribe.circle for step in recipe.steps if step.scribe}
    holds = {
        "always": True,
        "words": any(given.asks and not given.is_choice for given in inputs),
        "evening": bool(circles & {"table", "room"}),
        "unlinked": any(given.asks and given.attribution == "unlinked" for given in inputs),
        "recording": any(step.recording for step in recipe.steps),
        "phone": any(given.asks for given in inputs),
        "municipality": municipality,
    }
    return tuple(item.text for item in texts().good_to_know if holds[item.when])
