"""What Polis shows of a conversation, as one page; with what it does not measure said first."""

from __future__ import annotations

from sensemaking.faces.groups_text import DIRECTIONS, best_shared, heading, sizes_may_show, sizes_said, words_of
from sensemaking.faces.page import Html, Language, Part, document, figure, join, table, tag
from sensemaking.faces.reading_polis import PolisExport
from sensemaking.faces.svg import plane, shape
from sensemaking.opinion.polis import PolisGroups
from sensemaking.opinion.votes import Id

WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "title": "Polis maakt er {k} groepen van",
        "lead": "Dit is wat de methode van Polis laat zien, met haar fouten. Zij meet niet of deze groepen toeval kunnen zijn: ze vindt er altijd minstens twee, ook in gegooide dobbelstenen.",
        "contents": "Op deze bladzijde",
        "map": "Beeld",
        "about": "Elke stip is één mens met genoeg keuzes. Wie dicht bij elkaar staan, kozen vaak hetzelfde.",
        "desc": "Stippen, één per mens. {sizes} De tabel eronder zegt hetzelfde.",
        "desc_kept": "Stippen, één per mens, zonder groepen. {sizes}",
        "sizes": "De groepen",
        "group": "groep",
        "people": "mensen",
        "typical": "Wat Polis kenmerkend noemt",
        "statement": "zin",
        "answer": "antwoord",
        "shared": "Gedeeld door alle groepen",
        "rank": "plaats",
        "foot": "Gemaakt met de rekenkern van Werkplaats. Deze bladzijde haalt niets op en stuurt niets door.",
    },
    "en": {
        "title": "Polis makes {k} groups of it",
        "lead": "This is what the method of Polis shows, with its faults. It does not measure whether these groups may be chance: it always finds two or more, also in rolls of dice.",
        "contents": "On this page",
        "map": "Picture",
        "about": "Each dot is one person with enough votes. People close together often chose the same.",
        "desc": "Dots, one per person. {sizes} The table below it says the same.",
        "desc_kept": "Dots, one per person, without groups. {sizes}",
        "sizes": "The groups",
        "group": "group",
        "people": "people",
        "typical": "What Polis calls representative",
        "statement": "statement",
        "answer": "answer",
        "shared": "Shared by all groups",
        "rank": "place",
        "foot": "Made with the engine of Werkplaats. This page fetches nothing and sends nothing.",
    },
}


def polis_page(language: Language, name: str, export: PolisExport, found: PolisGroups) -> Html:
    """The page of one conversation. `name`: what it is called, above the title."""
    words = WORDS[language]
    return document(
        language,
        words["title"].format(k=found.k),
        f"{name}: {heading(language, export, len(found.clustered))}",
        (words["lead"],),
        (_map(language, found), _typical(language, export, found), _shared(words, export, found)),
        words["contents"],
        words["foot"],
    )


def _map(language: Language, found: PolisGroups) -> Part:
    words, told = WORDS[language], sizes_may_show(found)
    furthest = max((abs(one) for x, y in found.positions.values() for one in (x, y)), default=1.0) or 1.0
    dots = [
        (x / furthest, y / furthest, found.labels[person] if told else None)
        for person, (x, y) in found.positions.items()
        if person in found.labels
    ]
    about = words["desc" if told else "desc_kept"].format(sizes=sizes_said(language, found))
    drawn = plane("plane", words["map"], about, dots)
    if not told:
        return Part("map", words["map"], figure(drawn, words["about"], tag("p", sizes_said(language, found))))
    rows = [(join(shape(g), f"{words['group']} {g}"), str(n)) for g, n in enumerate(found.sizes)]
    twin = table(words["sizes"], (words["group"], words["people"]), rows, "figures")
    return Part("map", words["map"], figure(drawn, words["about"], twin))


def _typical(language: Language, export: PolisExport, found: PolisGroups) -> Part:
    words = WORDS[language]
    blocks = []
    for g, group in enumerate(found.representative):
        rows = [
            (
                _named(words, export, one.statement),
                join(shape(g, "full" if one.direction == "agree" else "open"), DIRECTIONS[language][one.direction]),
            )
            for one in group
        ]
        blocks.append(table(f"{words['group']} {g}", (words["statement"], words["answer"]), rows, "says", stacks=True))
    return Part("typical", words["typical"], join(*blocks))


def _shared(words: dict[str, str], export: PolisExport, found: PolisGroups) -> Part:
    rows = [
        (str(place), _named(words, export, one)) for place, one in enumerate(best_shared(export, found, 10), start=1)
    ]
    return Part(
        "shared",
        words["shared"],
        table(words["shared"], (words["rank"], words["statement"]), rows, "says", says=False),
    )


def _named(words: dict[str, str], export: PolisExport, statement: Id) -> str:
    return words_of(export, statement) or f"{words['statement']} {statement}"
