"""Texts that look alike as one page: a proposal for piles, then per text what looks most like it."""

from __future__ import annotations

from sensemaking.faces.alike import Alike, above, pile_words
from sensemaking.faces.alike_words import WORDS
from sensemaking.faces.page import Html, Language, Part, document, join, paragraphs, table, tag
from sensemaking.faces.svg import bar


def alike_page(language: Language, name: str, found: Alike) -> Html:
    """The page of one set of texts. `name`: what it is called, above the title."""
    words = WORDS[language]
    by_words = found.method == "words"
    how = [words["how_words" if by_words else "how_meaning"], words["how_same"].format(seed=found.seed)]
    parts = [_piles(words, found), _nearest(words, found), Part("how", words["how"], paragraphs(how))]
    return document(
        language,
        words["title"],
        above(words, name, found),
        (words["lead" if by_words else "lead_meaning"],),
        parts,
        words["contents"],
        words["foot"],
    )


def _piles(words: dict[str, str], found: Alike) -> Part:
    if found.piles is None or not found.made:
        said = words["piles_many" if found.piles is None else "piles_none"]
        return Part("piles", words["piles"], paragraphs([said, words["piles_few"]] if found.finds_little else [said]))
    most = max(len(found.rest), *(len(pile.ids) for pile in found.made))
    rows = [
        (tag("a", pile_words(words, pile), href=f"#pile-{i}"), str(len(pile.ids)), bar(len(pile.ids) / most))
        for i, pile in enumerate(found.made)
    ]
    if found.rest:
        rows.append((tag("a", words["rest"], href="#rest"), str(len(found.rest)), bar(len(found.rest) / most)))
    lead = [words["piles_about"], *([words["piles_few"]] if found.finds_little else [])]
    sizes = table(words["sizes"], (words["pile"], words["cards"], ""), rows, "figures")
    blocks = [_pile(found, f"pile-{i}", pile_words(words, pile), pile.ids) for i, pile in enumerate(found.made)]
    if found.rest:
        blocks.append(_pile(found, "rest", words["rest"], found.rest))
    return Part("piles", words["piles"], join(paragraphs(lead), sizes, tag("div", *blocks, cls="grid")))


def _pile(found: Alike, name: str, title: str, ids: tuple[str, ...]) -> Html:
    cards = [tag("li", tag("p", found.texts[one], cls="voice")) for one in ids]
    return tag("div", tag("h3", title, id=name), tag("ul", *cards, cls="sentences"), cls="question")


def _nearest(words: dict[str, str], found: Alike) -> Part:
    items = [
        tag(
            "li",
            tag("p", found.texts[one], cls="voice"),
            tag("ol", *(tag("li", found.texts[other]) for other in others), cls="voice-list"),
            cls="halves",
        )
        for one, others in found.nearest.items()
    ]
    about = tag("p", words["nearest_about"])
    return Part("nearest", words["nearest"], join(about, tag("ul", *items, cls="sentences")))
