"""The fixed sentences of the page about patterns, in Dutch and in English: same keys, same meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sensemaking.faces.page import Language
from sensemaking.patterns.answers import Id
from sensemaking.patterns.found import DEMONSTRABLE
from sensemaking.patterns.results import Pattern, Patterns
from sensemaking.patterns.sentences import strength
from sensemaking.small import figure_may_leave

STATES: dict[Language, dict[str, str]] = {
    "nl": {
        "shows": "keert terug",
        "not_clear": "nog niet duidelijk",
        "too_few": "te weinig verhalen",
        "nothing": "niets te vergelijken",
    },
    "en": {
        "shows": "returns",
        "not_clear": "not clear yet",
        "too_few": "too few stories",
        "nothing": "nothing to compare",
    },
}
WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "above": "{stories} verhalen, {questions} vragen, {compared} vergelijkingen",
        "contents": "Op deze bladzijde",
        "shows": "Dit keert terug",
        "shows_about": "Deze vergelijkingen zijn zo sterk dat toeval onwaarschijnlijk is, ook als je meetelt hoeveel we er bekeken. Ze zeggen niet wat waardoor komt. Lees de verhalen, ook die het tegenspreken.",
        "shows_none": "Geen enkele vergelijking is sterk genoeg om te zeggen dat iets terugkeert. Lees de verhalen naast elkaar.",
        "first": "Lees eerst deze verhalen",
        "first_about": "Deze verhalen verschillen het meest van elkaar.",
        "beside": "Verhalen naast elkaar",
        "beside_about": "Bij elk antwoord de verhalen die het kregen. Leg er een paar naast elkaar. Waarin lijken ze op elkaar, en waarin niet?",
        "question": "vraag",
        "between": "ertussenin",
        "questions": "De antwoorden per vraag",
        "compared": "Alle vergelijkingen",
        "compared_about": "Eerst hoe sterk het verband is, dan of het toeval kan zijn.",
        "not_clear": "Nog niet duidelijk: {n} vergelijkingen",
        "not_clear_one": "Nog niet duidelijk: 1 vergelijking",
        "dots": "Elke stip is één verhaal. Laat deze bladzijde alleen zien aan wie de verhalen mag lezen.",
        "how": "Hoe is dit berekend?",
        "foot": "Gemaakt met de rekenkern van Werkplaats. Deze bladzijde haalt niets op en stuurt niets door.",
        "questions_compared": "vragen",
        "state": "wat we zien",
        "effect": "hoe sterk",
        "chance": "is het toeval?",
        "between_figures": "{low} tot {high}",
        "unlikely": "dat is onwaarschijnlijk",
        "may_be": "dat kan nog",
        "n": "verhalen",
        "with": "Verhalen die dit laten zien",
        "against": "Verhalen die dit tegenspreken",
        "both": "Verhalen om hierbij te lezen, ook die het tegenspreken",
        "answer": "antwoord",
        "stories": "verhalen",
        "without": "‘{before}’ niet gekozen",
        "few": "minder dan 5",
        "hidden": "verborgen",
        "total": "samen",
        "place": "Plek op de schuif (0 = {low}, 100 = {high})",
        "stone_place": "Plek van ‘{words}’ (0 = {low}, 100 = {high})",
        "middle": "middelste verhaal",
        "half": "de helft ligt tussen",
        "half_words": "{low} en {high}",
        "centre": "zo zwaar telt deze hoek",
        "centre_about": "Het kruis is het midden van de stippen. In het gele vlak ligt waarschijnlijk het midden van alle verhalen zoals deze.",
        "corner": "hoek",
        "share": "deel van het geheel",
        "share_of_stories": "deel van deze verhalen",
        "nearly_all": "bijna alle",
        "huddles": "Veel stippen liggen in het midden. Misschien paste de vraag niet, of wogen de drie hoeken gelijk.",
        "triangle_desc": "Een driehoek met een stip per verhaal. De tabel erbij zegt hetzelfde in woorden en delen.",
        "cloud_desc": "Een veld met een stip per verhaal. De tabel erbij telt de verhalen per vak.",
        "strip_desc": "Een lijn met een stip per verhaal. De tabel erbij zegt hetzelfde.",
        "stones_desc": "Een veld met een vorm per steen en per verhaal. De tabel erbij zegt waar het midden van elke steen ligt.",
        "middle_third": "midden",
        "stone": "steen",
        "across": "links - rechts",
        "up": "onder - boven",
        "tables": "Midden van elke steen: links - rechts (0 = {left}, 100 = {right}), onder - boven (0 = {bottom}, 100 = {top}).",
        "base_without_tellers": "{n} verhalen",
        "base": "{n} verhalen van {tellers} vertellers",
        "missing_some": "zonder antwoord: {n}",
        "not_applicable_some": "past niet: {n}",
    },
    "en": {
        "above": "{stories} stories, {questions} questions, {compared} comparisons",
        "contents": "On this page",
        "shows": "This returns",
        "shows_about": "These comparisons are so strong that chance is unlikely, also when counting how many we looked at. They do not say what causes what. Read the stories, also those that contradict it.",
        "shows_none": "No comparison is strong enough to say that something returns. Read the stories side by side.",
        "first": "Read these stories first",
        "first_about": "These stories differ most from each other.",
        "beside": "Stories side by side",
        "beside_about": "With each answer the stories that were given it. Lay a few side by side. In what are they alike, and in what not?",
        "question": "question",
        "between": "in between",
        "questions": "The answers per question",
        "compared": "All comparisons",
        "compared_about": "First how strong the connection is, then whether it may be chance.",
        "not_clear": "Not clear yet: {n} comparisons",
        "not_clear_one": "Not clear yet: 1 comparison",
        "dots": "Each dot is one story. Show this page only to those who may read the stories.",
        "how": "How was this computed?",
        "foot": "Made with the engine of Werkplaats. This page fetches nothing and sends nothing.",
        "questions_compared": "questions",
        "state": "what we see",
        "effect": "how strong",
        "chance": "is it chance?",
        "between_figures": "{low} to {high}",
        "unlikely": "that is unlikely",
        "may_be": "that is still possible",
        "n": "stories",
        "with": "Stories that show this",
        "against": "Stories that contradict this",
        "both": "Stories to read with this, also those that contradict it",
        "answer": "answer",
        "stories": "stories",
        "without": "‘{before}’ not chosen",
        "few": "fewer than 5",
        "hidden": "hidden",
        "total": "together",
        "place": "Place on the slider (0 = {low}, 100 = {high})",
        "stone_place": "Place of ‘{words}’ (0 = {low}, 100 = {high})",
        "middle": "middle story",
        "half": "half lies between",
        "half_words": "{low} and {high}",
        "centre": "how much this corner weighs",
        "centre_about": "The cross is the centre of the dots. The yellow area is where the centre of all stories like these probably lies.",
        "corner": "corner",
        "share": "part of the whole",
        "share_of_stories": "part of these stories",
        "nearly_all": "nearly all",
        "huddles": "Many dots lie in the middle. Perhaps the question did not fit, or the three corners weighed the same.",
        "triangle_desc": "A triangle with a dot per story. The table beside it says the same in words and parts.",
        "cloud_desc": "A field with a dot per story. The table beside it counts the stories per square.",
        "strip_desc": "A line with a dot per story. The table beside it says the same.",
        "stones_desc": "A field with a shape per stone and per story. The table beside it says where the middle of each stone lies.",
        "middle_third": "middle",
        "stone": "stone",
        "across": "left - right",
        "up": "bottom - top",
        "tables": "Middle of each stone: across (0 = {left}, 100 = {right}), up (0 = {bottom}, 100 = {top}).",
        "base_without_tellers": "{n} stories",
        "base": "{n} stories of {tellers} tellers",
        "missing_some": "without answer: {n}",
        "not_applicable_some": "does not apply: {n}",
    },
}
HOW: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Elke vergelijking heeft de toets die bij de soorten vragen past. Eerst wordt gekeken of er in het geheel iets is, pas dan waar.",
        "Wie geen antwoord gaf, telt bij die vraag niet mee; een leeg antwoord is nooit een nul. Meer verhalen van één verteller tellen als één verteller.",
        "Bij weinig vertellers wordt toeval precies uitgeteld of vele keren nagespeeld. We rekenen mee hoeveel vergelijkingen er zijn: van wat hier ‘keert terug’ heet, is naar verwachting hooguit 1 op de 20 toeval.",
        "In zinnen en tabellen staan geen aantallen onder de vijf. In de plaatjes kun je stippen wel tellen, en in de lijsten verhalen.",
        "Dezelfde antwoorden geven altijd dezelfde bladzijde (begin van het toeval: {seed}). Formules en bronnen: docs/statistics/patterns.md in de broncode.",
    ),
    "en": (
        "Each comparison has the test that suits its kinds of questions. First whether there is anything in the whole, only then where.",
        "Whoever gave no answer does not count for that question; an empty answer is never a nought. Several stories of one teller count as one teller.",
        "With few tellers chance is counted out exactly or replayed many times. We take into account how many comparisons there are: of what is called ‘returns’ here at most 1 in 20 is expected to be chance.",
        "In sentences and tables there are no counts below five. In the pictures you can count dots, and in the lists stories.",
        "The same answers always give the same page (seed: {seed}). Formulas and sources: docs/statistics/patterns.md in the source.",
    ),
}
EFFECTS: dict[Language, dict[str, str]] = {
    "nl": {
        "Cliff's delta": "verschil in rang",
        "Spearman's rho": "samenhang in rang",
        "Cramér's V": "samenhang",
        "shared spread": "gedeelde spreiding",
        "epsilon squared": "gedeelde spreiding in rang",
    },
    "en": {},
}


def effect_words(language: Language, name: str) -> str:
    """The name of an effect as people read it; its own where there is none."""
    return EFFECTS[language].get(name, name)


def number(language: Language, value: float, digits: int = 2) -> str:
    """A figure with a true minus sign, and a comma in Dutch."""
    said = f"{value:.{digits}f}".replace("-", "−")
    return said.replace(".", ",") if language == "nl" else said


def chance_words(language: Language, q: float | None) -> str:
    """Whether it may be chance, in words; the figure is in the JSON."""
    if q is None:
        return "-"
    return WORDS[language]["unlikely" if q <= DEMONSTRABLE else "may_be"]


def strength_words(language: Language, one: Pattern, *, interval: bool) -> str:
    """How strong, the word before the figure: of the answers the sentence is about, else of the whole."""
    found = one.shown.found if one.shown is not None else one.found
    if not one.found.comparable:
        return "-"
    word = strength(language, found)
    size, low, high = (number(language, each) for each in (found.effect, found.low, found.high))
    if not interval:
        return f"{word} {size}"
    between = WORDS[language]["between_figures"].format(low=low, high=high)
    return f"{word} ({effect_words(language, found.effect_name)} {size}; {between})"


def reading_lists(language: Language, one: Pattern) -> list[tuple[str, str]]:
    """(what, ids) of the stories to read with a pattern. Where the sentence may not count them, those
    for and against stand in one list: two lists would count them after all."""
    words = WORDS[language]
    if not one.with_it and not one.against:
        return []
    hidden = one.counted is None or one.counted.with_it is None or one.counted.against is None
    lists = [(words["with"], one.with_it), (words["against"], one.against)]
    if hidden:
        lists = [(words["both"], (*one.with_it, *one.against))]
    return [(what, listed(ids)) for what, ids in lists if ids]


def beside_rows(language: Language, found: Patterns) -> list[tuple[str, str, str]]:
    """(question, answer, ids) of the stories laid side by side; none when there are enough to count."""
    between = WORDS[language]["between"]
    return [(one.question, one.words or between, listed(one.stories)) for one in found.side_by_side]


def listed(ids: Iterable[Id]) -> str:
    """Ids as one line, v2 before v10."""

    def key(one: Id) -> list[tuple[int, int, str]]:
        parts = re.findall(r"\d+|\D+", str(one))
        return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]

    return ", ".join(str(one) for one in sorted(ids, key=key))


def counted(language: Language, n: int) -> str:
    """How many stories, in words below five."""
    return str(n) if figure_may_leave(n) else WORDS[language]["few"]


def resting_on(language: Language, one: Pattern) -> str:
    """How many stories a comparison rests on; not when the rest of them are few."""
    return WORDS[language]["nearly_all"] if one.left.few else counted(language, one.found.n)
