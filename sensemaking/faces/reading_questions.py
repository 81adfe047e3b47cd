"""Reads QUESTIONS.yaml: which questions were asked about each story, and what is compared.

title: Een brief van de gemeente
questions:
  - id: hulp
    kind: choice            # choice, choices, scale, triad or stones
    text: Wie hielp er?
    name: wie hielp         # optional: a few words for tables and sentences
    options: {niemand: niemand, familie: familie of vrienden}
  - id: begrip
    kind: scale
    text: Begreep je de brief?
    low: helemaal niet      # 0
    high: helemaal          # 100
  - id: nodig
    kind: triad
    text: Wat had geholpen?
    corners: {tijd: tijd, uitleg: uitleg, iemand: iemand die meekijkt}
  - id: plek
    kind: stones
    text: Leg de stenen neer
    stones: {gemeente: de gemeente, buurt: de buurt}
    left: ver weg
    right: dichtbij
    bottom: koud
    top: warm
pairs: [[hulp, begrip]]             # optional; every pair when left out
together: [[hulp, begrip, wijk]]    # optional; choice x scale x choice
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from sensemaking.faces.reading import ReadingError
from sensemaking.faces.reading_answers import STORY, TELLER
from sensemaking.patterns.questions import KINDS, Kind, Option, Question, QuestionError

Family = tuple[tuple[str, ...], ...]

OPTIONS: dict[Kind, str] = {"choice": "options", "choices": "options", "triad": "corners", "stones": "stones"}
ENDS: dict[Kind, dict[str, str]] = {
    "scale": {"low": "low", "high": "high"},
    "stones": {"left": "low", "right": "high", "bottom": "bottom", "top": "top"},
}
TRIPLE_KINDS = ("choice", "scale", "choice")
DEEPEST = 20
OPENS = (
    yaml.FlowSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.BlockMappingStartToken,
)
CLOSES = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken, yaml.BlockEndToken)
PROBLEMS = {
    "options": "er zijn te weinig antwoorden, of er staan er twee met dezelfde woorden",
    "text": "de vraag heeft geen tekst",
    "id": "de vraag heeft geen id",
}


@dataclass(frozen=True)
class QuestionFile:
    """`title`: the theme. `questions`: in the order of the file. `family`: the questions that are
    compared, by id: pairs, and triples choice x scale x choice where the file asks for them."""

    title: str
    questions: tuple[Question, ...]
    family: Family


class _Section(dict[str, Any]):
    """A mapping of the file with the line of each of its keys; `line` is where it starts."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


def read_questions(path: Path | str) -> QuestionFile:
    """The questions, checked. Raises ReadingError with the line; messages are Dutch."""
    path = Path(path)
    return _Reader(path.name).read(path)


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file

    def read(self, path: Path) -> QuestionFile:
        top = self._section(self._compose(path), "het bestand")
        self._known(top, ("title", "questions", "pairs", "together"))
        asked = self._list(top, "questions")
        if not asked:
            raise self._error(top.line, "er staat geen enkele vraag in. Verwacht: questions, met een lijst.")
        questions = tuple(self._question(item) for item in asked)
        self._refuse_twice(asked, questions)
        kinds = {question.id: question.kind for question in questions}
        pairs = self._groups(top, "pairs", 2, kinds)
        triples = self._groups(top, "together", 3, kinds)
        for line, ids in triples:
            if tuple(kinds[one] for one in ids) != TRIPLE_KINDS:
                raise self._error(line, "together wil drie vragen: een keuze, een schuif en een keuze.")
        every = tuple(combinations(kinds, 2)) if "pairs" not in top else tuple(ids for _, ids in pairs)
        title = self._text(top, "title") if "title" in top else path.stem
        return QuestionFile(title, questions, every + tuple(ids for _, ids in triples))

    def _question(self, node: yaml.Node) -> Question:
        section = self._section(node, "een vraag")
        kind = self._text(section, "kind")
        known = next((one for one in KINDS if one == kind), None)
        if known is None:
            raise self._error(
                section.lines["kind"], f"deze soort kennen we niet. Verwacht een van: {', '.join(KINDS)}."
            )
        self._refuse_name(section)
        ends = ENDS.get(known, {})
        fields = [OPTIONS[known]] if known in OPTIONS else []
        self._known(section, ("id", "kind", "text", "name", *fields, *ends))
        options = self._options(section, OPTIONS[known]) if fields else ()
        try:
            return Question(
                self._text(section, "id"),
                known,
                self._text(section, "text"),
                options,
                name=self._text(section, "name") if "name" in section else "",
                **{ours: self._text(section, theirs) for theirs, ours in ends.items()},
            )
        except QuestionError as error:
            line = section.lines.get(fields[0] if error.part == "options" else error.part, section.line)
            raise self._error(line, self._says(known, error)) from error

    def _refuse_name(self, section: _Section) -> None:
        """A column of the answers is named after the question, so some names are taken."""
        name = self._text(section, "id") if "id" in section else ""
        if name in (STORY, TELLER) or "." in name:
            taken = f"{STORY} en {TELLER} zijn namen van andere kolommen, en een punt mag er niet in"
            raise self._error(section.lines["id"], f"dit id kan niet: {taken}.")

    def _says(self, kind: Kind, error: QuestionError) -> str:
        if kind == "triad" and error.part == "options":
            return "een driehoek heeft drie hoeken, elk met eigen woorden."
        return f"{PROBLEMS.get(error.part, 'deze vraag klopt niet')}."

    def _options(self, section: _Section, key: str) -> tuple[Option, ...]:
        if key not in section:
            raise self._error(section.line, f"{key} ontbreekt.")
        given = self._section(section[key], key)
        return tuple(Option(one, self._text(given, one)) for one in given)

    def _groups(self, top: _Section, key: str, size: int, kinds: dict[str, Kind]) -> list[tuple[int, tuple[str, ...]]]:
        found = []
        for node in self._list(top, key):
            line = _line(node)
            if not isinstance(node, yaml.SequenceNode) or len(node.value) != size:
                raise self._error(line, f"hier horen {size} vragen, als [een, twee].")
            ids = tuple(str(one.value) for one in node.value)
            for one in ids:
                if one not in kinds:
                    raise self._error(line, f"{key} noemt een vraag die er niet is.")
            if len(set(ids)) < size:
                raise self._error(line, "dezelfde vraag staat hier twee keer.")
            found.append((line, ids))
        return found

    def _refuse_twice(self, nodes: list[yaml.Node], questions: tuple[Question, ...]) -> None:
        first: dict[str, int] = {}
        for node, question in zip(nodes, questions, strict=True):
            if question.id in first:
                raise self._error(_line(node), f"vraag {question.id} staat al op regel {first[question.id]}.")
            first[question.id] = _line(node)

    def _compose(self, path: Path) -> yaml.Node:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except FileNotFoundError as error:
            raise self._error(0, "dit bestand ontbreekt.") from error
        except UnicodeDecodeError as error:
            raise self._error(0, "dit is geen tekst in UTF-8.") from error
        try:
            self._refuse_deep(text)
            node = yaml.compose(text, yaml.SafeLoader)
        except yaml.YAMLError as error:
            unclosed = "quoted" in str(getattr(error, "context", ""))
            mark = getattr(error, "context_mark" if unclosed else "problem_mark", None)
            message = "deze regel kunnen we niet lezen. Kijk naar de aanhalingstekens en het inspringen."
            raise self._error(mark.line + 1 if mark else 0, message) from error
        if node is None:
            raise self._error(0, "er staat nog niets in.")
        return node

    def _refuse_deep(self, text: str) -> None:
        depth = 0
        for token in yaml.scan(text, yaml.SafeLoader):
            depth += isinstance(token, OPENS) - isinstance(token, CLOSES)
            if depth > DEEPEST:
                line = token.start_mark.line + 1
                raise self._error(line, "hier staan te veel lijsten in elkaar. Kijk naar de haken en het inspringen.")

    def _section(self, node: yaml.Node, what: str) -> _Section:
        if not isinstance(node, yaml.MappingNode):
            raise self._error(_line(node), f"{what}: hier horen regels als 'naam: waarde'.")
        section = _Section(_line(node))
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in section:
                raise self._error(_line(key_node), f"{key} staat er twee keer in.")
            section[key], section.lines[key] = value_node, _line(key_node)
        return section

    def _list(self, section: _Section, key: str) -> list[yaml.Node]:
        if key not in section:
            return []
        if not isinstance(section[key], yaml.SequenceNode):
            raise self._error(section.lines[key], f"{key}: hier hoort een lijst.")
        return list(section[key].value)

    def _text(self, section: _Section, key: str) -> str:
        if key not in section:
            raise self._error(section.line, f"{key} ontbreekt.")
        node = section[key]
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self._error(section.lines[key], f"{key}: hier hoort tekst.")
        return str(node.value).strip()

    def _known(self, section: _Section, keys: tuple[str, ...]) -> None:
        for key, line in section.lines.items():
            if key not in keys:
                raise self._error(line, f"dit veld kennen we hier niet. Verwacht een van: {', '.join(keys)}.")

    def _error(self, line: int, message: str) -> ReadingError:
        return ReadingError(self.file, line, message)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
