"""Patterns as tables on a terminal, and as JSON for machines. The keys are described in docs/engine.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sensemaking.faces.page import Language
from sensemaking.faces.patterns_words import (
    STATES,
    WORDS,
    beside_rows,
    chance_words,
    listed,
    reading_lists,
    resting_on,
    strength_words,
)
from sensemaking.faces.terminal import table, wrapped
from sensemaking.patterns.results import Pattern, Patterns
from sensemaking.patterns.sentences import overview


def patterns_text(language: Language, title: str, found: Patterns, width: int) -> str:
    """What returns in sentences, then every comparison in a table."""
    words = WORDS[language]
    showing = [one for one in found.results if one.shows]
    said = overview(language, found.stories, found.tellers, found.compared, len(showing), found.enough)
    blocks = [title, "\n".join(line for one in said for line in wrapped(one, width))]
    if found.varied:
        blocks.append("\n".join(wrapped(f"{words['first']}: {listed(found.varied)}", width)))
    for one in showing:
        sentence = one.sentence_nl if language == "nl" else one.sentence_en
        lines = [" × ".join(one.names), *wrapped(sentence, width, "  ")]
        for label, ids in reading_lists(language, one):
            lines += wrapped(f"{label}: {ids}", width, "  ")
        blocks.append("\n".join(lines))
    laid = beside_rows(language, found)
    if laid:
        head = [words[key] for key in ("question", "answer", "stories")]
        blocks.append(f"{words['beside']}\n{table(head, laid, width, words=2)}")
    head = [words[key] for key in ("questions_compared", "state", "effect", "chance", "n")]
    rows = [_row(language, one) for one in found.results]
    blocks.append(f"{words['compared']}\n{table(head, rows, width, words=0)}")
    return "\n\n".join(blocks)


def _row(language: Language, one: Pattern) -> tuple[str, ...]:
    return (
        " × ".join(one.names),
        STATES[language][one.state],
        strength_words(language, one, interval=False),
        chance_words(language, one.q),
        resting_on(language, one),
    )


def patterns_json(title: str, found: Patterns, seed: int, notes: Sequence[str] = ()) -> dict[str, Any]:
    return {
        "title": title,
        "seed": seed,
        "notes": list(notes),
        "stories": found.stories,
        "tellers": found.tellers,
        "compared": found.compared,
        "enough": found.enough,
        "varied": list(found.varied),
        "side_by_side": [
            {"question": one.question, "answer": one.words, "stories": list(one.stories)} for one in found.side_by_side
        ],
        "patterns": [_pattern(one) for one in found.results],
        "questions": [
            {
                "id": view.question.id,
                "kind": view.question.kind,
                "n": view.n,
                "tellers": view.tellers,
                "missing": view.missing,
                "not_applicable": view.not_applicable,
            }
            for view in found.questions
        ],
    }


def _pattern(one: Pattern) -> dict[str, Any]:
    found = one.found
    return {
        "questions": list(one.questions),
        "parts": list(one.parts),
        "state": one.state,
        "shows": one.shows,
        "test": found.test,
        "exact": found.exact,
        "n": found.n,
        "tellers": found.tellers,
        "missing": found.missing,
        "effect": {"name": found.effect_name, "value": found.effect, "interval": [found.low, found.high]},
        "statistic": found.statistic,
        "p": found.p,
        "q": one.q,
        "with": list(one.with_it),
        "against": list(one.against),
        "beside": list(one.beside),
        "sentence": {"nl": one.sentence_nl, "en": one.sentence_en},
    }
