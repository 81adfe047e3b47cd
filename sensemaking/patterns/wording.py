"""The words of the sentences about patterns, Dutch (B1) and English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sensemaking.patterns.showing import Answer
from sensemaking.small import FEWEST


def _kind_and_side(answer: Answer) -> tuple[str, int]:
    kind = answer.feature.question.kind
    return ("choice" if answer.feature.yes_no else kind), answer.side


def _filled(patterns: dict[tuple[str, int], str]) -> Callable[[Answer], str]:
    def fill(answer: Answer) -> str:
        feature = answer.feature
        end = answer.end or feature.high
        return patterns[_kind_and_side(answer)].format(name=feature.question.name, words=feature.words, end=end)

    return fill


@dataclass(frozen=True)
class Wording:
    """The sentences of one language; `who`, `does`, `closer` put an answer into words: as the one who
    gave it, as what that one did more often, and as a direction."""

    who: Callable[[Answer], str]
    does: Callable[[Answer], str]
    closer: Callable[[Answer], str]
    joined: Callable[[tuple[str, ...]], str]
    stories: Callable[[int], str]
    figure: Callable[[int], str]
    showing: Callable[[int], str]
    pair: str
    slope: str
    within: str
    less_elsewhere: str
    of: str
    most_of: str
    and_others: str
    seen: str
    no_counts: str
    strengths: tuple[str, str, str, str]
    strength: str
    strength_between: str
    base: str
    missing: str
    a_few: str
    somewhere: str
    not_clear: str
    too_few: str
    nothing: str
    read: str
    below: str
    compared: str
    no_comparison: str
    chance: str
    no_cause: str
    none_is_not_none: str


def _quoted(names: tuple[str, ...], last: str) -> str:
    each = [f"‘{name}’" for name in names]
    return f"{', '.join(each[:-1])} {last} {each[-1]}" if len(each) > 1 else each[0]


DUTCH = Wording(
    who=_filled({("choice", 1): "wie bij ‘{name}’ koos voor ‘{end}’"}),
    does=_filled(
        {
            ("choice", 1): "koos bij ‘{name}’ vaker voor ‘{end}’",
            ("choice", -1): "koos bij ‘{name}’ minder vaak voor ‘{end}’",
            ("scale", 1): "zette de schuif bij ‘{name}’ vaker dichter bij ‘{end}’",
            ("scale", -1): "zette de schuif bij ‘{name}’ vaker dichter bij ‘{end}’",
            ("triad", 1): "legde de stip bij ‘{name}’ vaker dichter bij ‘{end}’",
            ("triad", -1): "legde de stip bij ‘{name}’ vaker verder van ‘{end}’",
            ("stones", 1): "legde ‘{words}’ bij ‘{name}’ vaker dichter bij ‘{end}’",
            ("stones", -1): "legde ‘{words}’ bij ‘{name}’ vaker dichter bij ‘{end}’",
        }
    ),
    closer=_filled(
        {
            ("choice", 1): "‘{end}’ ({name})",
            ("choice", -1): "niet ‘{end}’ ({name})",
            ("scale", 1): "dichter bij ‘{end}’ ({name})",
            ("scale", -1): "dichter bij ‘{end}’ ({name})",
            ("triad", 1): "dichter bij ‘{end}’ ({name})",
            ("triad", -1): "verder van ‘{end}’ ({name})",
            ("stones", 1): "dichter ‘{words}’ bij ‘{end}’ ({name})",
            ("stones", -1): "dichter ‘{words}’ bij ‘{end}’ ({name})",
        }
    ),
    joined=lambda names: _quoted(names, "en"),
    stories=lambda n: f"{n} verhalen" if n >= FEWEST else "een paar verhalen" if n else "geen enkel verhaal",
    figure=lambda n: str(n) if n >= FEWEST else "minder dan vijf",
    showing=lambda n: (
        f"zien we {n} patronen" if n > 1 else "zien we één patroon" if n else "zien we geen duidelijk patroon"
    ),
    pair="{first}, {second}",
    slope="hoe {first}, hoe {second}",
    within="bij verhalen met ‘{group}’ ({group_name}) ligt het anders: {first}, {second}",
    less_elsewhere="Bij de andere verhalen is dat minder zo, of juist andersom.",
    of=": {with_it} van de {chosen} verhalen",
    most_of=": de meeste van de {chosen} verhalen",
    and_others=", tegen {other_with} van de {others} andere verhalen",
    seen="We zagen dit bij {with_it} van de {n} verhalen; {against} gaan ertegen in.",
    no_counts="Meer aantallen noemen we niet: bij een ervan gaat het om minder dan vijf mensen.",
    strengths=("heel zwak", "zwak", "duidelijk", "sterk"),
    strength="Het verband is {here}.",
    strength_between="Het verband is {here}; hoe sterk precies weten we niet, ergens tussen {low} en {high}.",
    base="Dit rust op {n} verhalen van {tellers} vertellers",
    missing="; {missing} verhalen hadden hier geen antwoord",
    a_few="een paar",
    somewhere="De antwoorden op {about} hangen samen, maar niet duidelijk bij één antwoord. Kijk naar het geheel.",
    not_clear="{about}: in deze {n} verhalen zien we geen duidelijk patroon. Dat bewijst niet dat er geen is.",
    too_few="{about}: te weinig verhalen voor een patroon. Leg de verhalen naast elkaar en lees ze samen.",
    nothing="{about}: hier valt niets te vergelijken. Er zijn geen verschillende antwoorden.",
    read="We lazen de antwoorden bij {stories} verhalen van {tellers} vertellers.",
    below="Rekenen helpt pas vanaf 80 tot 100 verhalen. Drie tot vijf verhalen die erg verschillen, zijn al genoeg voor een goed gesprek.",
    compared="We legden {compared} keer twee of drie vragen naast elkaar; daarin {showing}.",
    no_comparison="Er zijn te weinig verhalen om vragen te vergelijken. Leg de verhalen naast elkaar.",
    chance="Van zulke patronen is naar verwachting hooguit 1 op de 20 toeval.",
    no_cause="Een patroon zegt wat samengaat, niet wat waardoor komt. Lees ook de verhalen die ertegen ingaan.",
    none_is_not_none="Dat bewijst niet dat er geen patronen zijn.",
)

ENGLISH = Wording(
    who=_filled({("choice", 1): "those who chose ‘{end}’ for ‘{name}’"}),
    does=_filled(
        {
            ("choice", 1): "more often chose ‘{end}’ for ‘{name}’",
            ("choice", -1): "less often chose ‘{end}’ for ‘{name}’",
            ("scale", 1): "more often set ‘{name}’ closer to ‘{end}’",
            ("scale", -1): "more often set ‘{name}’ closer to ‘{end}’",
            ("triad", 1): "more often placed the dot of ‘{name}’ closer to ‘{end}’",
            ("triad", -1): "more often placed the dot of ‘{name}’ further from ‘{end}’",
            ("stones", 1): "more often laid ‘{words}’ in ‘{name}’ closer to ‘{end}’",
            ("stones", -1): "more often laid ‘{words}’ in ‘{name}’ closer to ‘{end}’",
        }
    ),
    closer=_filled(
        {
            ("choice", 1): "‘{end}’ ({name})",
            ("choice", -1): "not ‘{end}’ ({name})",
            ("scale", 1): "the closer to ‘{end}’ ({name})",
            ("scale", -1): "the closer to ‘{end}’ ({name})",
            ("triad", 1): "the closer to ‘{end}’ ({name})",
            ("triad", -1): "the further from ‘{end}’ ({name})",
            ("stones", 1): "the closer ‘{words}’ to ‘{end}’ ({name})",
            ("stones", -1): "the closer ‘{words}’ to ‘{end}’ ({name})",
        }
    ),
    joined=lambda names: _quoted(names, "and"),
    stories=lambda n: f"{n} stories go" if n >= FEWEST else "a few stories go" if n else "no story goes",
    figure=lambda n: str(n) if n >= FEWEST else "fewer than five",
    showing=lambda n: f"we see {n} patterns" if n > 1 else "we see one pattern" if n else "we see no clear pattern",
    pair="{first} {second}",
    slope="{first}, {second}",
    within="in stories with ‘{group}’ ({group_name}) it is different: {first} {second}",
    less_elsewhere="In the other stories this is less so, or the other way round.",
    of=": {with_it} of {chosen} stories",
    most_of=": most of {chosen} stories",
    and_others=", against {other_with} of the {others} other stories",
    seen="We saw this in {with_it} of {n} stories; {against} against it.",
    no_counts="No other counts are told: in one of them there are fewer than five people.",
    strengths=("very weak", "weak", "clear", "strong"),
    strength="The relation is {here}.",
    strength_between="The relation is {here}; how strong exactly we cannot tell, somewhere between {low} and {high}.",
    base="This rests on {n} stories of {tellers} tellers",
    missing="; {missing} stories had no answer here",
    a_few="a few",
    somewhere="The answers to {about} go together, but not clearly in one answer. Look at the whole.",
    not_clear="{about}: in these {n} stories we see no clear pattern. That does not prove that there is none.",
    too_few="{about}: too few stories for a pattern. Lay the stories side by side and read them together.",
    nothing="{about}: there is nothing to compare. No answers differ.",
    read="We read the answers to {stories} stories of {tellers} tellers.",
    below="Statistics begin at 80 to 100 stories. Three to five stories that differ much are enough for a good talk.",
    compared="We laid two or three questions beside each other {compared} times; in that {showing}.",
    no_comparison="There are too few stories to compare questions. Lay the stories side by side.",
    chance="Of patterns like these at most 1 in 20 is expected to be chance.",
    no_cause="A pattern says what goes together, not what causes what. Read the stories against it too.",
    none_is_not_none="That does not prove that there are no patterns.",
)
