"""Patterns across stories as one page: what returns, what to read first, each question, every comparison."""

from __future__ import annotations

from collections.abc import Sequence

from sensemaking.faces.page import Html, Language, Part, document, join, paragraphs, table, tag
from sensemaking.faces.patterns_pictures import Pictures
from sensemaking.faces.patterns_words import (
    HOW,
    STATES,
    WORDS,
    beside_rows,
    chance_words,
    listed,
    reading_lists,
    resting_on,
    strength_words,
)
from sensemaking.patterns.results import Pattern, Patterns
from sensemaking.patterns.sentences import overview
from sensemaking.small import figure_may_leave


def patterns_page(language: Language, title: str, found: Patterns, seed: int, notes: Sequence[str] = ()) -> Html:
    """The page of one set of stories. `title`: its theme; `notes`: what was not as expected in the file."""
    words = WORDS[language]
    showing = sum(one.shows for one in found.results)
    lead = overview(language, found.stories, found.tellers, found.compared, showing, found.enough)
    lead = (*lead, words["dots"], *notes)
    stories = str(found.stories) if figure_may_leave(found.tellers) else words["few"]
    above = words["above"].format(stories=stories, questions=len(found.questions), compared=len(found.results))
    parts = [
        _first(words, found),
        _shows(language, found),
        _beside(language, found),
        _questions(language, found),
        _compared(language, found.results),
        Part("how", words["how"], paragraphs([one.format(seed=seed) for one in HOW[language]])),
    ]
    return document(language, title, above, lead, [part for part in parts if part], words["contents"], words["foot"])


def _shows(language: Language, found: Patterns) -> Part:
    words = WORDS[language]
    showing = [one for one in found.results if one.shows]
    if not showing:
        return Part("shows", words["shows"], tag("p", words["shows_none"]))
    blocks = [tag("p", words["shows_about"])]
    blocks += [_pattern(language, f"pattern-{i}", one) for i, one in enumerate(showing)]
    return Part("shows", words["shows"], join(*blocks))


def _pattern(language: Language, name: str, one: Pattern) -> Html:
    drawn = Pictures(language).of_pattern(name, one.picture) if one.picture is not None else ""
    stories = [join(tag("dt", label), tag("dd", ids)) for label, ids in reading_lists(language, one)]
    return tag(
        "div",
        tag("h3", " × ".join(one.names)),
        tag("p", one.sentence_nl if language == "nl" else one.sentence_en),
        drawn,
        tag("dl", *stories, cls="stories") if stories else "",
        cls="pattern",
    )


def _first(words: dict[str, str], found: Patterns) -> Part | None:
    if not found.varied:
        return None
    return Part("first", words["first"], join(tag("p", words["first_about"]), tag("p", listed(found.varied))))


def _beside(language: Language, found: Patterns) -> Part | None:
    words, rows = WORDS[language], beside_rows(language, found)
    if not rows:
        return None
    head = [words[key] for key in ("question", "answer", "stories")]
    laid = table(words["beside"], head, rows, says=False, stacks=True)
    return Part("beside", words["beside"], join(tag("p", words["beside_about"]), laid))


def _questions(language: Language, found: Patterns) -> Part:
    words, pictures = WORDS[language], Pictures(language)
    blocks = [
        tag(
            "div",
            tag("h3", view.question.text),
            pictures.base(view, found.tellers),
            pictures.of_question(f"question-{i}", view),
            cls="question",
        )
        for i, view in enumerate(found.questions)
    ]
    return Part("questions", words["questions"], tag("div", *blocks, cls="grid"))


def _compared(language: Language, results: Sequence[Pattern]) -> Part:
    words = WORDS[language]
    open_ones = [one for one in results if one.state != "not_clear"]
    closed = [one for one in results if one.state == "not_clear"]
    blocks = [tag("p", words["compared_about"])]
    if open_ones:
        blocks.append(_comparisons(language, words["compared"], open_ones))
    if closed:
        title = words["not_clear_one" if len(closed) == 1 else "not_clear"].format(n=len(closed))
        blocks.append(tag("details", tag("summary", title), _comparisons(language, title, closed)))
    return Part("compared", words["compared"], join(*blocks))


def _comparisons(language: Language, title: str, results: Sequence[Pattern]) -> Html:
    words = WORDS[language]
    rows = [
        (
            " × ".join(one.names),
            STATES[language][one.state],
            strength_words(language, one, interval=True),
            chance_words(language, one.q),
            resting_on(language, one),
        )
        for one in results
    ]
    head = [words[key] for key in ("questions_compared", "state", "effect", "chance", "n")]
    return table(title, head, rows, "compared", says=False, stacks=True)
