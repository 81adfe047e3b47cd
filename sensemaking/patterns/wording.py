"""The words of the sentences about patterns, Dutch (B1) and English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sensemaking.patterns.showing import Answer
from sensemaking.patterns.three_way import Elsewhere
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
    figure: Callable[[int], str]
    showing: Callable[[int], str]
    either: Callable[[tuple[str, ...]], str]
    pair: str
    slope: str
    within: str
    elsewhere: Mapping[Elsewhere, str]
    stories_with: str
    stories_within: str
    all_stories: str
    all_of: str
    of: str
    most_of: str
    most: str
    others: str
    none_of_others: str
    seen: str
    all_seen: str
    no_counts: str
    strengths: tuple[str, str, str, str]
    strength: str
    strength_between: str
    base: str
    base_without_tellers: str
    nearly_all: str
    missing: str
    somewhere: str
    not_clear: str
    not_clear_nearly_all: str
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
    return _listed(tuple(f"‘{name}’" for name in names), last)


def _listed(each: tuple[str, ...], last: str) -> str:
    return f"{', '.join(each[:-1])} {last} {each[-1]}" if len(each) > 1 else each[0]


DUTCH = Wording(
    who=_filled({("choice", 1): "wie bij ‘{name}’ koos voor ‘{end}’"}),
    does=_filled(
        {
            ("choice", 1): "koos bij ‘{name}’ vaker voor ‘{end}’",
            ("choice", -1): "koos bij ‘{name}’ minder vaak voor ‘{end}’",
            ("scale", 1): "zette de schuif bij ‘{name}’ vaker verder naar ‘{end}’ dan het middelste verhaal",
            ("scale", -1): "zette de schuif bij ‘{name}’ vaker verder naar ‘{end}’ dan het middelste verhaal",
            ("triad", 1): "legde de stip bij ‘{name}’ vaker dichter bij ‘{end}’ dan het middelste verhaal",
            ("triad", -1): "legde de stip bij ‘{name}’ vaker verder van ‘{end}’ dan het middelste verhaal",
            ("stones", 1): "legde ‘{words}’ bij ‘{name}’ vaker verder naar ‘{end}’ dan het middelste verhaal",
            ("stones", -1): "legde ‘{words}’ bij ‘{name}’ vaker verder naar ‘{end}’ dan het middelste verhaal",
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
    figure=lambda n: str(n) if n >= FEWEST else "minder dan vijf",
    showing=lambda n: (
        f"zien we {n} patronen" if n > 1 else "zien we één patroon" if n else "is nog geen patroon duidelijk"
    ),
    either=lambda several: _listed(several, "of"),
    pair="{first}, {second}",
    slope="hoe {first}, hoe {second}",
    within="bij verhalen met ‘{group}’ ({group_name}) ligt het anders: {first}, {second}",
    elsewhere={
        "less": "Bij de andere verhalen was dat verschil kleiner.",
        "hardly": "Bij de andere verhalen was er bijna geen verschil.",
        "reversed": "Bij de andere verhalen was het andersom.",
    },
    stories_with="verhalen met ‘{first}’",
    stories_within="verhalen met ‘{first}’ en ‘{group}’",
    all_stories="verhalen",
    all_of="Alle {chosen} {which} lieten dit zien.",
    of="Van de {chosen} {which} lieten {with_it} dit zien en {against} niet.",
    most_of="De meeste van de {chosen} {which} lieten dit zien.",
    most="De meeste {which} lieten dit zien.",
    others="Bij de andere {others} waren het er {other_with}.",
    none_of_others="Bij de andere {others} was het er geen enkele.",
    seen="Van de {chosen} verhalen lieten {with_it} dit zien en {against} niet.",
    all_seen="Alle {chosen} verhalen lieten dit zien.",
    no_counts="Meer aantallen noemen we niet: bij een ervan gaat het om minder dan vijf mensen.",
    strengths=("heel zwak", "zwak", "duidelijk", "sterk"),
    strength="Het verband is {here}.",
    strength_between="Het verband is {here}. Het kan ook {others} zijn.",
    base="Dit rust op {n} verhalen van {tellers} vertellers",
    base_without_tellers="Dit rust op {n} verhalen",
    nearly_all="Dit rust op bijna alle verhalen.",
    missing="; {missing} verhalen hadden hier geen antwoord",
    somewhere="De antwoorden op {about} hangen samen, maar niet duidelijk bij één antwoord. Kijk naar het geheel.",
    not_clear="{about}: in deze {n} verhalen is een patroon nog niet duidelijk. Dat bewijst niet dat er geen is.",
    not_clear_nearly_all="{about}: in deze verhalen is een patroon nog niet duidelijk. Dat bewijst niet dat er geen is.",
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
            ("scale", 1): "more often set ‘{name}’ further towards ‘{end}’ than the middle story",
            ("scale", -1): "more often set ‘{name}’ further towards ‘{end}’ than the middle story",
            ("triad", 1): "more often placed the dot of ‘{name}’ closer to ‘{end}’ than the middle story",
            ("triad", -1): "more often placed the dot of ‘{name}’ further from ‘{end}’ than the middle story",
            ("stones", 1): "more often laid ‘{words}’ in ‘{name}’ further towards ‘{end}’ than the middle story",
            ("stones", -1): "more often laid ‘{words}’ in ‘{name}’ further towards ‘{end}’ than the middle story",
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
    figure=lambda n: str(n) if n >= FEWEST else "fewer than five",
    showing=lambda n: f"we see {n} patterns" if n > 1 else "we see one pattern" if n else "no pattern is clear yet",
    either=lambda several: _listed(several, "or"),
    pair="{first} {second}",
    slope="{first}, {second}",
    within="in stories with ‘{group}’ ({group_name}) it is different: {first} {second}",
    elsewhere={
        "less": "In the other stories that difference was smaller.",
        "hardly": "In the other stories there was hardly any difference.",
        "reversed": "In the other stories it was the other way round.",
    },
    stories_with="stories with ‘{first}’",
    stories_within="stories with ‘{first}’ and ‘{group}’",
    all_stories="stories",
    all_of="All {chosen} {which} showed this.",
    of="Of the {chosen} {which} {with_it} showed this and {against} did not.",
    most_of="Most of the {chosen} {which} showed this.",
    most="Most {which} showed this.",
    others="Among the other {others} it was {other_with}.",
    none_of_others="Among the other {others} it was none.",
    seen="Of the {chosen} stories {with_it} showed this and {against} did not.",
    all_seen="All {chosen} stories showed this.",
    no_counts="No other counts are told: in one of them there are fewer than five people.",
    strengths=("very weak", "weak", "clear", "strong"),
    strength="The relation is {here}.",
    strength_between="The relation is {here}. It may also be {others}.",
    base="This rests on {n} stories of {tellers} tellers",
    base_without_tellers="This rests on {n} stories",
    nearly_all="This rests on nearly all stories.",
    missing="; {missing} stories had no answer here",
    somewhere="The answers to {about} go together, but not clearly in one answer. Look at the whole.",
    not_clear="{about}: in these {n} stories a pattern is not clear yet. That does not prove that there is none.",
    not_clear_nearly_all="{about}: in these stories a pattern is not clear yet. That does not prove that there is none.",
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
