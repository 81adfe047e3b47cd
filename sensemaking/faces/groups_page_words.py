"""The fixed sentences of the page about groups, in Dutch and in English: same keys, same meaning."""

from __future__ import annotations

from sensemaking.faces.page import Language

WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "contents": "Op deze bladzijde",
        "known": "Wat weten we, en wat nog niet?",
        "known_lead": "{sure} van de {all} zinnen zeggen iets waar we op kunnen bouwen. Over de andere {unknown} weten we het nog niet. Dat is geen fout: daar valt over te praten.",
        "known_lead_none": "Van geen van de {all} zinnen weten we het zeker genoeg. Dat is geen fout: er valt over te praten.",
        "what": "wat",
        "how_many": "zinnen",
        "of_all": "deel van alle zinnen",
        "map": "Beeld van de zaal",
        "map_about": "Elke stip is één mens. Wie dicht bij elkaar staan, kozen vaak hetzelfde. Links, rechts, hoog of laag zegt niets.",
        "map_desc_groups": "Stippen, één per mens: {sizes}. De tabel ernaast zegt hetzelfde.",
        "map_desc": "Stippen, één per mens, zonder indeling. De tabel ernaast zegt hetzelfde.",
        "no_map": "Er is geen beeld: daarvoor zijn er te weinig mensen of antwoorden. De zinnen staan hieronder op volgorde.",
        "groups_table": "De denkrichtingen",
        "group": "denkrichting",
        "people": "mensen",
        "firm": "hoe stevig",
        "firm_about": "Stevig betekent: als we een deel van de zinnen of mensen weglaten, komt bijna dezelfde denkrichting terug. Een vorm is maar een vorm: een denkrichting heeft geen naam.",
        "one_room": "de zaal, zonder indeling",
        "on_map": "mensen op het beeld",
        "numbers_table": "Hoeveel denkrichtingen komen er bij herhaling uit?",
        "number": "aantal",
        "number_1": "geen indeling",
        "share": "in hoeveel van de herhalingen",
        "bridges": "Dit verbindt ons",
        "bridges_about": "We zijn er minstens 90% zeker van dat meer dan de helft het eens is, in elke denkrichting. Ook de kleinste denkrichting telt: die kan niet worden overstemd.",
        "bridges_about_room": "We zijn er minstens 90% zeker van dat meer dan de helft van de zaal het eens is.",
        "bridges_none": "Er is nog geen zin waarvan we dit zeker genoeg weten.",
        "bar_about": "De balk laat zien welk deel het eens is, van de mensen zoals wie hier antwoordden. Een lange balk: we weten het minder precies. De streep is de helft.",
        "bar_about_groups": "De balk gaat over de denkrichting waar het deel het kleinst is.",
        "shared_no": "Hier zeggen we samen nee",
        "shared_no_about": "We zijn er minstens 90% zeker van dat meer dan de helft het oneens is, in elke denkrichting.",
        "shared_no_about_room": "We zijn er minstens 90% zeker van dat meer dan de helft van de zaal het oneens is.",
        "divides": "Hier kijken we anders",
        "divides_about": "De ene denkrichting is voor en een andere tegen. Of: minstens een kwart van de zaal is voor en een kwart tegen. Ook hier zijn we minstens 90% zeker.",
        "divides_about_room": "Minstens een kwart van de zaal is voor en minstens een kwart tegen. Ook hier zijn we minstens 90% zeker.",
        "unknown": "Dit weten we nog niet",
        "unknown_about": "Deze zinnen verbinden niet aantoonbaar en verdelen niet aantoonbaar. Vaak koos nog niet iedereen, of kwamen er te weinig antwoorden.",
        "more": "En nog {n} zinnen; ze staan in de tabel met alles.",
        "few": "Hierin telt ieder mee",
        "few_about": "Deze zinnen zijn samen gekozen, naar verhouding: zo veel mogelijk mensen vinden er een zin in waar ze het mee eens zijn.",
        "typical": "Wat past bij elke denkrichting",
        "typical_about": "Een zin staat hier alleen als de meesten in die denkrichting dit antwoorden, en vaker dan de anderen. Dat is getoetst in denkrichtingen die zonder deze zin zijn gevonden, zodat het geen cirkelredenering is.",
        "between": "Tussen twee denkrichtingen",
        "between_head": "deze twee",
        "connects": "verbindt ze",
        "parts": "verdeelt ze",
        "all": "Alle zinnen in één tabel",
        "statement": "zin",
        "room": "de zaal",
        "says": "wat we mogen zeggen",
        "how": "Hoe is dit berekend?",
        "foot": "Gemaakt met de rekenkern van Werkplaats. Deze bladzijde haalt niets op en stuurt niets door.",
        "agree_range": "eens: {range}",
        "disagree_range": "oneens: {range}",
        "sentences": "{n} zinnen",
    },
    "en": {
        "contents": "On this page",
        "known": "What do we know, and what not yet?",
        "known_lead": "{sure} of {all} statements say something to build on. About the other {unknown} we do not know yet. That is no failure: it is what to talk about.",
        "known_lead_none": "Of none of the {all} statements are we sure enough. That is no failure: it is what to talk about.",
        "what": "what",
        "how_many": "statements",
        "of_all": "part of all statements",
        "map": "Picture of the room",
        "map_about": "Each dot is one person. People close together often chose the same. Left, right, high and low mean nothing.",
        "map_desc_groups": "Dots, one per person: {sizes}. The table beside it says the same.",
        "map_desc": "Dots, one per person, undivided. The table beside it says the same.",
        "no_map": "There is no picture: too few people or answers. The statements stand below in order.",
        "groups_table": "The ways of thinking",
        "group": "way of thinking",
        "people": "people",
        "firm": "how firm",
        "firm_about": "Firm means: leave out part of the statements or people, and nearly the same way of thinking comes back. A shape is only a shape: a way of thinking has no name.",
        "one_room": "the room, undivided",
        "on_map": "people on the picture",
        "numbers_table": "How many ways of thinking come out when we repeat it?",
        "number": "number",
        "number_1": "no division",
        "share": "in how many of the repeats",
        "bridges": "This connects us",
        "bridges_about": "We are at least 90% sure that more than half agree, in every way of thinking. The smallest one counts too: it cannot be outvoted.",
        "bridges_about_room": "We are at least 90% sure that more than half of the room agrees.",
        "bridges_none": "There is no statement yet of which we are sure enough.",
        "bar_about": "The bar shows what part agrees, of people like those who answered. A long bar: we know it less exactly. The line is one half.",
        "bar_about_groups": "The bar is about the way of thinking where that part is smallest.",
        "shared_no": "Here we say no together",
        "shared_no_about": "We are at least 90% sure that more than half disagree, in every way of thinking.",
        "shared_no_about_room": "We are at least 90% sure that more than half of the room disagrees.",
        "divides": "Here we look differently",
        "divides_about": "One way of thinking is for and another against. Or: at least a quarter of the room is for and a quarter against. Here too we are at least 90% sure.",
        "divides_about_room": "At least a quarter of the room is for and at least a quarter against. Here too we are at least 90% sure.",
        "unknown": "This we do not know yet",
        "unknown_about": "These statements neither demonstrably connect nor demonstrably divide. Often not everyone chose yet, or too few answered.",
        "more": "And {n} more statements; they stand in the table with everything.",
        "few": "Here everyone counts",
        "few_about": "These statements were chosen together, in proportion: as many people as possible find one in it that they agree with.",
        "typical": "What suits each way of thinking",
        "typical_about": "A statement stands here only when most people in that way of thinking answer so, and more often than others. It was tested in ways of thinking found without that statement, so that it is no circular reasoning.",
        "between": "Between two ways of thinking",
        "between_head": "these two",
        "connects": "connects them",
        "parts": "divides them",
        "all": "All statements in one table",
        "statement": "statement",
        "room": "the room",
        "says": "what we may say",
        "how": "How was this computed?",
        "foot": "Made with the engine of Werkplaats. This page fetches nothing and sends nothing.",
        "agree_range": "agree: {range}",
        "disagree_range": "disagree: {range}",
        "sentences": "{n} statements",
    },
}


def how_computed(language: Language, chance: float | None, components: int | None, seed: int) -> list[str]:
    """How the figures came about, one sentence each; formulas stand in docs/statistics.md."""
    of_100 = None if chance is None else max(1, round(100 * chance))
    if language == "nl":
        said = [
            "Ieders laatste keuze telt, één keer. ‘Weet ik nog niet’ is een antwoord. Een zin die je niet zag, telt niet mee: we vullen niets in.",
        ]
        if of_100 is not None:
            said += [
                f"Zijn er denkrichtingen? We hebben de antwoorden op elke zin vele keren door elkaar geschud. Een verdeling zo duidelijk als deze kwam dan in ongeveer {of_100} van de 100 keer ook voor. Pas bij hooguit 2 van de 100 zeggen we dat er denkrichtingen zijn.",
                f"Het beeld is een platte tekening van wat met elkaar samenhangt. Er blijken {components} richtingen nodig om achtergehouden antwoorden het best te voorspellen."
                if components != 1
                else "Het beeld is een platte tekening. Eén richting voorspelt achtergehouden antwoorden al het best.",
            ]
        said += [
            "Een deel van de mensen schatten we met een bèta-verdeling vanuit een gelijke start. Een bereik bevat het echte deel in 90 van de 100 gevallen.",
            "Aantallen onder de vijf staan nergens, en zijn ook niet terug te rekenen. Waar een aantal zo klein is, is het bereik ruimer.",
            "Een percentage gaat over mensen zoals wie antwoordden. Over wie er niet was, zegt het niets.",
            f"Dezelfde keuzes geven altijd dezelfde bladzijde (begin van het toeval: {seed}). Formules en bronnen: docs/statistics.md in de broncode.",
        ]
        return said
    said = [
        "Everyone's last choice counts, once. A pass is an answer. A statement you did not see does not count: nothing is filled in.",
    ]
    if of_100 is not None:
        said += [
            f"Are there ways of thinking? We shuffled the answers to each statement many times. A division as clear as this one then also came up in about {of_100} of 100. Only at 2 of 100 or fewer do we say that there are ways of thinking.",
            f"The picture is a flat drawing of what hangs together. It takes {components} directions to best foretell answers that were held back."
            if components != 1
            else "The picture is a flat drawing. One direction already foretells held-back answers best.",
        ]
    said += [
        "A part of the people is estimated with a beta distribution from an even start. A range holds the real part in 90 of 100 cases.",
        "Counts below five stand nowhere, and cannot be worked out. Where a count is that small, the range is wider.",
        "A percentage is about people like those who answered. It says nothing about who was not there.",
        f"The same votes always give the same page (seed: {seed}). Formulas and sources: docs/statistics.md in the source.",
    ]
    return said
