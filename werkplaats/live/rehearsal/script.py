"""The invented people of a rehearsal and what they say, read from `contributions.yaml`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

WEIGHS = {"e": "agree", "o": "disagree", "w": "pass"}


@dataclass(frozen=True)
class Character:
    """One invented person. `triad`: three shares of 100, None for "past niet". `view`: whose weighing it follows."""

    number: int
    name: str
    viewpoints: tuple[str, ...]
    triad: tuple[int, int, int] | None
    story: str
    commitment: str
    view: str


@dataclass(frozen=True)
class Card:
    """A card of a table; `rests_on` are the texts of the stories under it."""

    text: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class Company:
    """The people of one table and what they make together. Part names are those of a recommendation."""

    people: tuple[Character, ...]
    cards: tuple[Card, ...]
    initiative: str
    recommendation: dict[str, str]
    rests_on: tuple[int, ...]


@dataclass(frozen=True)
class Script:
    tables: tuple[Company, ...]
    weighs: dict[str, dict[str, str]]
    reasons: tuple[str, ...]

    def seats(self, people: int) -> list[tuple[int, Character]]:
        """(table number, character) for so many people, five to a table; above 25 the company starts again."""
        cast = [character for table in self.tables for character in table.people]
        size = len(self.tables[0].people)
        return [(place // size + 1, cast[place % len(cast)]) for place in range(people)]

    def company(self, table: int) -> Company:
        return self.tables[(table - 1) % len(self.tables)]

    @property
    def card_texts(self) -> list[str]:
        return [card.text for table in self.tables for card in table.cards]


@cache
def script() -> Script:
    """Reads the file once."""
    content = yaml.safe_load((Path(__file__).parent / "contributions.yaml").read_text())
    tables, number = [], 0
    for table in content["tables"]:
        people = []
        for told in table["people"]:
            people.append(_character(number, told))
            number += 1
        tables.append(_company(table, tuple(people)))
    texts = [card.text for table in tables for card in table.cards]
    weighs = {
        view: {text: WEIGHS[sign] for text, sign in zip(texts, signs, strict=True)}
        for view, signs in content["weighs"].items()
    }
    return Script(tuple(tables), weighs, tuple(content["reasons"]))


def _character(number: int, told: dict[str, Any]) -> Character:
    triad = tuple(told["triad"]) if told["triad"] else None
    return Character(
        number, told["name"], tuple(told["viewpoints"]), triad, told["story"], told["commitment"], told["view"]
    )


def _company(table: dict[str, Any], people: tuple[Character, ...]) -> Company:
    parts = dict(table["recommendation"])
    rests_on = tuple(parts.pop("rests_on"))
    cards = tuple(
        Card(card["text"], tuple(people[place - 1].story for place in card["rests_on"])) for card in table["cards"]
    )
    return Company(people, cards, table["initiative"], parts, rests_on)
