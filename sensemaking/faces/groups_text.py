"""Groups as tables on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from sensemaking.faces.groups_json import size
from sensemaking.faces.groups_page_words import WORDS
from sensemaking.faces.groups_words import (
    SHAPE_NAMES,
    SHAPE_SIGNS,
    said_firm,
    said_people,
    said_range,
    said_sure,
    share_range,
)
from sensemaking.faces.page import Language
from sensemaking.faces.reading_polis import PolisExport
from sensemaking.faces.terminal import table, wrapped
from sensemaking.opinion.judge import NEARLY_CERTAIN, SURE, StatementView
from sensemaking.opinion.landscape import Landscape
from sensemaking.opinion.polis import PolisGroups
from sensemaking.opinion.sentences import group_words, how_sure, overview
from sensemaking.opinion.votes import Id
from sensemaking.small import FEWEST, figure_may_leave

MOST_ROWS = 20
TITLES = {
    "nl": {
        "bridges": "Dit verbindt ons",
        "shared_no": "Hier zeggen we samen nee",
        "divides": "Hier verschillen we",
        "unknown": "Dit weten we nog niet",
        "few": "Ook dit leeft hier",
        "typical": "Wat past bij de",
        "shared": "Gedeeld door alle groepen",
        "ranges": "Zo lees je dit: ‘50 tot 85 van de 100’ is het deel van de mensen zoals zij; het echte deel ligt er in 90 van de 100 gevallen in. Een - is: te weinig mensen voor een getal. Wie ‘weet ik nog niet’ koos, telt als niet eens en niet oneens. Onder een vorm staat hoe die mensen hier antwoordden.",
    },
    "en": {
        "bridges": "This connects us",
        "shared_no": "Here we say no together",
        "divides": "Here we differ",
        "unknown": "This we do not know yet",
        "few": "This lives here too",
        "typical": "What suits the",
        "shared": "Shared by all groups",
        "ranges": "How to read this: ‘50 to 85 in 100’ is the part of people like them; the real part lies in it in 90 of 100 cases. A - is: too few people for a figure. Whoever passed counts as neither agreeing nor disagreeing. Below a shape stands how those people answered here.",
    },
}
HEADS = {
    "nl": {
        "statement": "zin",
        "sure": "hoe zeker",
        "room": "de zaal",
        "agree": "eens",
        "disagree": "oneens",
        "group": "denkrichting",
        "people": "mensen",
        "firm": "hoe stevig",
        "answer": "antwoord",
    },
    "en": {
        "statement": "statement",
        "sure": "how sure",
        "room": "the room",
        "agree": "agree",
        "disagree": "disagree",
        "group": "way of thinking",
        "people": "people",
        "firm": "how firm",
        "answer": "answer",
    },
}
SIZES_KEPT = {
    "nl": "Een van de groepen is kleiner dan vijf mensen; daarom staan de aantallen er niet bij.",
    "en": "One of the groups is smaller than five people; that is why the numbers are not told.",
}
DIRECTIONS = {"nl": {"agree": "eens", "disagree": "oneens"}, "en": {"agree": "agree", "disagree": "disagree"}}


def heading(language: Language, export: PolisExport, placed: int | None = None) -> str:
    """The size of the conversation. `placed`: how many of them the picture shows; where that leaves
    fewer than five, only those are counted."""
    n = size(export)
    people, votes = (people_counted(language, n[key]) for key in ("participants", "votes"))
    more = ""
    if placed is not None and 0 < n["participants"] - placed < FEWEST:
        people, more = people_counted(language, placed), " en nog enkele" if language == "nl" else " and a few more"
    if language == "nl":
        return f"{people} mensen{more}, {n['statements']} {'zin' if n['statements'] == 1 else 'zinnen'}, {votes} keuzes"
    return f"{people} people{more}, {n['statements']} {'statement' if n['statements'] == 1 else 'statements'}, {votes} votes"


def people_counted(language: Language, n: int) -> str:
    """How many people, in words below five."""
    few = "minder dan 5" if language == "nl" else "fewer than 5"
    return str(n) if figure_may_leave(n) else few


def words_of(export: PolisExport, statement: Id) -> str:
    """The statement's words on one line; empty where the export holds none."""
    return " ".join(export.texts.get(int(str(statement)), "").split())


def landscape_text(language: Language, export: PolisExport, seen: Landscape, width: int) -> str:
    """The whole landscape: what is known, how sure that is, and what is not known."""
    title, head = TITLES[language], HEADS[language]
    placed = len(seen.places) or None
    said = [*overview(seen, language), *(said_people(language, seen) if placed else ())]
    sure = WORDS[language]["sure_about"].format(nearly=round(100 * NEARLY_CERTAIN), sure=round(100 * SURE))
    blocks = [heading(language, export, placed), _lines(said, width), _lines([title["ranges"], sure], width)]
    if seen.groups:
        rows = [
            (
                f"{SHAPE_SIGNS[g.number]} {SHAPE_NAMES[language][g.number]}",
                str(len(g.people)),
                said_firm(language, g.stability),
            )
            for g in seen.groups
        ]
        blocks.append(table((head["group"], head["people"], head["firm"]), rows, width, words=0))
    sides = (("bridges", seen.bridges, "agree"), ("shared_no", seen.shared_no, "disagree"))
    for name, views, side in sides:
        blocks += _part(
            title[name],
            ("", head["statement"], head[side], head["sure"]),
            [
                (
                    *_named(export, view.statement),
                    _range(language, view, side),
                    _short(how_sure(view, language)),
                )
                for view in views
            ],
            width,
        )
    answered = _group_heads(seen) or (head["room"],)
    blocks += _part(
        title["divides"],
        ("", head["statement"], *answered, head["sure"]),
        [
            (
                *_named(export, view.statement),
                *_views(language, view),
                _short(how_sure(view, language)),
            )
            for view in seen.dividing
        ],
        width,
    )
    blocks += _part(
        title["unknown"],
        ("", head["statement"], *answered),
        [(*_named(export, view.statement), *_views(language, view)) for view in seen.unknown],
        width,
    )
    blocks += _part(title["few"], ("", head["statement"]), [_named(export, one) for one in seen.few], width)
    for group in seen.groups:
        typical = [
            (
                *_named(export, one.statement),
                DIRECTIONS[language][one.direction],
                _short(said_sure(language, 1 - one.q)),
            )
            for one in group.typical
        ]
        name = f"{title['typical']} {SHAPE_SIGNS[group.number]} {SHAPE_NAMES[language][group.number]}"
        blocks += _part(name, ("", head["statement"], head["answer"], head["sure"]), typical, width)
    return "\n\n".join(blocks)


def polis_text(language: Language, export: PolisExport, found: PolisGroups, width: int) -> str:
    """What Polis shows, with what it does not measure."""
    title, head = TITLES[language], HEADS[language]
    if language == "nl":
        said = (
            f"Polis maakt er {found.k} groepen van. {sizes_said(language, found)}".strip(),
            f"Silhouet {found.silhouette:.3f}. Polis meet niet of dit toeval kan zijn.",
        )
    else:
        said = (
            f"Polis makes {found.k} groups of it. {sizes_said(language, found)}".strip(),
            f"Silhouette {found.silhouette:.3f}. Polis does not measure whether this may be chance.",
        )
    blocks = [heading(language, export, len(found.clustered)), _lines(said, width)]
    for g, group in enumerate(found.representative):
        rows = [(*_named(export, one.statement), DIRECTIONS[language][one.direction]) for one in group]
        blocks += _part(
            ("Groep" if language == "nl" else "Group") + f" {g}", ("", head["statement"], head["answer"]), rows, width
        )
    shared = [_named(export, one) for one in best_shared(export, found)]
    blocks += _part(title["shared"], ("", head["statement"]), shared, width)
    return "\n\n".join(blocks)


def sizes_may_show(found: PolisGroups) -> bool:
    """Beside the total the other sizes give a small group away, so all or none."""
    return all(figure_may_leave(n) for n in found.sizes)


def sizes_said(language: Language, found: PolisGroups) -> str:
    """How many people each group of Polis has, or why that is not told; nothing without groups."""
    if not found.sizes:
        return ""
    if not sizes_may_show(found):
        return SIZES_KEPT[language]
    sizes = ", ".join(str(n) for n in found.sizes)
    return f"Zo veel mensen zitten erin: {sizes}." if language == "nl" else f"So many people are in them: {sizes}."


def best_shared(export: PolisExport, found: PolisGroups, most: int = 5) -> list[Id]:
    """The statements with the highest group-aware consensus, best first, moderated ones left out.
    An order without figures: from the figures the counts of a small group can be worked out."""
    shared = [(s, c) for s, c in found.group_aware_consensus.items() if s not in export.votes.moderated_out]
    return [s for s, _ in sorted(shared, key=lambda one: -one[1])[:most]]


def _part(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    if not rows:
        return []
    shown = rows[:MOST_ROWS]
    lines = [f"{title} ({len(rows)})", table(head, shown, width, words=1)]
    if len(rows) > MOST_ROWS:
        lines.append(f"  … +{len(rows) - MOST_ROWS}: --html, --json")
    return ["\n".join(lines)]


def _named(export: PolisExport, statement: Id) -> tuple[str, str]:
    return str(statement), words_of(export, statement)


def _group_heads(seen: Landscape) -> tuple[str, ...]:
    return tuple(SHAPE_SIGNS[group.number] for group in seen.groups)


def _views(language: Language, view: StatementView) -> list[str]:
    """How each group answered, or the room without groups."""
    return [group_words(one, language) for one in view.group_views or (view.room_view,)]


def _range(language: Language, view: StatementView, side: str) -> str:
    found = share_range(view, side)
    return "-" if found is None else said_range(language, found)


def _short(sentence: str) -> str:
    """ "Dat is bijna zeker." as it stands in a table: the words without the frame."""
    return sentence.removeprefix("Dat is ").removeprefix("That is ").rstrip(".")


def _lines(sentences: Sequence[str], width: int) -> str:
    return "\n".join(line for one in sentences for line in wrapped(one, width))
