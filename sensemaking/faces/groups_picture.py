"""The first two parts of the page about groups: what is known and what not, and the picture of the room."""

from __future__ import annotations

from sensemaking.faces.groups_page_words import WORDS
from sensemaking.faces.groups_words import SHAPE_NAMES, said_firm, said_part, said_people
from sensemaking.faces.page import Html, Language, Part, figure, join, paragraphs, table, tag
from sensemaking.faces.svg import bar, plane, shape
from sensemaking.opinion.landscape import Landscape


def known_part(language: Language, seen: Landscape) -> Part:
    """How many statements connect, divide, or are not known yet."""
    words, everything = WORDS[language], len(seen.statements)
    counts = {
        "bridges": len(seen.bridges),
        "shared_no": len(seen.shared_no),
        "divides": len(seen.dividing),
        "unknown": len(seen.unknown),
    }
    sure = everything - counts["unknown"]
    lead = words[f"known_lead{'' if sure else '_none'}{'_one' if everything == 1 else ''}"]
    rows = [
        (
            tag("a", words[key], href=f"#{key}") if n else words[key],
            str(n),
            bar(n / max(1, everything)),
        )
        for key, n in counts.items()
    ]
    drawn = table(words["known"], (words["what"], words["how_many"], words["of_all"]), rows, "figures", says=False)
    said = lead.format(sure=sure, all=everything, unknown=counts["unknown"])
    return Part("known", words["known"], join(tag("p", said), drawn))


def map_part(language: Language, seen: Landscape) -> Part:
    """The people on a plane, with what the groups are and how firm."""
    words = WORDS[language]
    if not seen.places:
        return Part("map", words["map"], tag("p", words["no_map"]))
    names = SHAPE_NAMES[language]
    sizes = ", ".join(f"{len(group.people)} {names[group.number]}" for group in seen.groups)
    about = words["map_desc_groups"].format(sizes=sizes) if seen.groups else words["map_desc"]
    drawn = plane("plane", words["map"], about, [(p.x, p.y, p.group) for p in seen.places])
    return Part("map", words["map"], tag("div", figure(drawn, words["map_about"], _tables(language, seen))))


def _tables(language: Language, seen: Landscape) -> Html:
    words = WORDS[language]
    numbers = [
        (words["number_1"] if k == 1 else str(k), said_part(share), bar(share))
        for k, share in seen.numbers
        if share > 0 and (seen.groups or seen.numbers[0][0] == 1)
    ]
    counted = (
        tag(
            "div",
            table(words["numbers_table"], (words["number"], words["share"], ""), numbers, "figures"),
            tag("p", words["numbers_about"], cls="soft"),
        )
        if numbers
        else ""
    )
    if not seen.groups:
        rows = [(words["one_room"], str(len(seen.places)))]
        caption = words["on_map_table"]
        first = table(caption, (words["what"], words["on_map"]), rows, "figures")
        return tag("div", tag("div", first, paragraphs(said_people(language, seen))), counted, cls="grid")
    names = SHAPE_NAMES[language]
    rows_of_groups = [
        (
            tag("span", shape(g.number), names[g.number], cls="view"),
            str(len(g.people)),
            said_firm(language, g.stability),
        )
        for g in seen.groups
    ]
    first = table(words["groups_table"], (words["group"], words["people"], words["firm"]), rows_of_groups, "figures")
    said = tag(
        "div", first, paragraphs([" ".join(said_people(language, seen))]), tag("p", words["firm_about"], cls="soft")
    )
    return tag("div", said, counted, cls="grid")
