"""Reads YAML into sections that know their line, and says in Dutch what does not fit."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import yaml

LONGEST_FILE = 100_000
DEEPEST = 12
WHOLE_FILE = "bestand"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: line (from 1), the key it is about, and what helps, in Dutch."""

    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"regel {self.line}, veld '{self.field}': {self.message}"


class RecipeError(ValueError):
    """A recipe that cannot be used; `name` is the file, `problems` are in order of line."""

    def __init__(self, name: str, problems: list[Problem]):
        self.name = name
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(f"{name}, {problem}" for problem in self.problems))


class Section(dict[Any, Any]):
    """One mapping of the file: its values, the line it starts on and the line of each key."""

    def __init__(self, line: int, values: Mapping[Any, Any] | None = None, lines: Mapping[Any, int] | None = None):
        super().__init__(values or {})
        self.line = line
        self.lines = dict(lines or {})

    def problem(self, field: str, message: str) -> Problem:
        return Problem(self.lines.get(field, self.line), field, message)

    def changed_by(self, other: "Section") -> "Section":
        return Section(self.line, {**self, **other}, {**self.lines, **other.lines})


class Kind(Protocol):
    """A kind of value: reads a node, or appends problems and returns None."""

    def read(self, node: yaml.Node, field: str, found: list[Problem]) -> Any: ...


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _refuse(node: yaml.Node, field: str, found: list[Problem], message: str) -> Any:
    """Notes the problem; the value is None."""
    found.append(Problem(_line(node), field, message))
    return None


@dataclass(frozen=True)
class Text:
    longest: int = 200
    pattern: str = ""
    expected: str = ""

    def read(self, node: yaml.Node, field: str, found: list[Problem]) -> Any:
        if not isinstance(node, yaml.ScalarNode):
            return _refuse(node, field, found, "hier hoort één stuk tekst")
        text = node.value.strip()
        if not text:
            return _refuse(node, field, found, "hier hoort nog tekst")
        if len(text) > self.longest:
            message = f"hooguit {self.longest} tekens, dit zijn er {len(text)}"
            return _refuse(node, field, found, message)
        if self.pattern and not re.fullmatch(self.pattern, text):
            return _refuse(node, field, found, self.expected)
        return str(text)


@dataclass(frozen=True)
class Number:
    least: int = 1
    most: int = 999

    def read(self, node: yaml.Node, field: str, found: list[Problem]) -> Any:
        if isinstance(node, yaml.ScalarNode) and re.fullmatch(r"[0-9]{1,4}", node.value):
            number = int(node.value)
            if self.least <= number <= self.most:
                return number
        return _refuse(node, field, found, f"een heel getal van {self.least} tot {self.most}")


class Yes:
    def read(self, node: yaml.Node, field: str, found: list[Problem]) -> Any:
        if isinstance(node, yaml.ScalarNode) and node.value in ("true", "false"):
            return bool(node.value == "true")
        return _refuse(node, field, found, "schrijf true of false")


@dataclass(frozen=True)
class One:
    """One of a fixed set; `codes` maps the word in the file to the code in the program."""

    codes: Mapping[str, str]

    @classmethod
    def of(cls, *words: str) -> "One":
        return cls({word: word for word in words})

    def read(self, node: yaml.Node, field: str, found: list[Problem]) -> Any:
        if isinstance(node, yaml.ScalarNode) and node.value in self.codes:
            return self.codes[node.value]
        return _refuse(node, field, found, "kies uit " + ", ".join(self.codes))


@dataclass(frozen=True)
class Many:
    item: Kind
    least: int = 1
    most: int = 60

    def read(self, node: yaml.Node, field: str, found: list[Problem]) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            return _refuse(node, field, found, "hier hoort een lijst")
        if not self.least <= len(node.value) <= self.most:
            amount = str(self.least) if self.least == self.most else f"{self.least} tot {self.most}"
            return _refuse(node, field, found, f"hier horen er {amount}, dit zijn er {len(node.value)}")
        return tuple(self.item.read(item, field, found) for item in node.value)


@dataclass(frozen=True)
class Keyed:
    """A mapping with free keys: numbers of steps, or names."""

    item: Kind
    key: Kind

    def read(self, node: yaml.Node, field: str, found: list[Problem]) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return _refuse(node, field, found, "hier horen regels als 'naam: waarde'")
        section = Section(_line(node))
        for key_node, value_node in node.value:
            key = self.key.read(key_node, field, found)
            if key in section:
                _refuse(key_node, field, found, f"'{key}' staat er twee keer in")
            elif key is not None:
                section[key] = self.item.read(value_node, str(key), found)
                section.lines[key] = _line(key_node)
        return section


@dataclass(frozen=True)
class Field:
    kind: Kind
    help: str
    required: bool = True


@dataclass(frozen=True)
class Shape:
    """A mapping with known keys; any other key is refused."""

    fields: Mapping[str, Field]

    def read(self, node: yaml.Node, field: str, found: list[Problem]) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return _refuse(node, field, found, "hier horen velden: " + ", ".join(self.fields))
        section = Section(_line(node))
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            if key not in self.fields:
                _refuse(key_node, key, found, self._unknown(key))
            elif key in section:
                _refuse(key_node, key, found, "dit veld staat er twee keer in")
            else:
                section[key] = self.fields[key].kind.read(value_node, key, found)
                section.lines[key] = _line(key_node)
        for key, wanted in self.fields.items():
            if wanted.required and key not in section:
                found.append(Problem(section.line, key, "dit veld ontbreekt"))
        return section

    def _unknown(self, key: str) -> str:
        close = difflib.get_close_matches(key, self.fields, n=1)
        if close:
            return f"dit veld kennen we hier niet. Bedoel je '{close[0]}'?"
        return "dit veld kennen we hier niet. Kies uit " + ", ".join(self.fields)

    def partly(self, *without: str) -> "Shape":
        """The same keys, none of them required."""
        return Shape(
            {
                key: Field(field.kind, field.help, required=False)
                for key, field in self.fields.items()
                if key not in without
            }
        )


@dataclass(frozen=True)
class Either:
    """One line of text, or the same text with more fields around it."""

    shape: Shape
    text: Text

    def read(self, node: yaml.Node, field: str, found: list[Problem]) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self.shape.read(node, field, found)
        section = Section(_line(node), lines={"text": _line(node)})
        section["text"] = self.text.read(node, field, found)
        return section


class _RefusedError(Exception):
    pass


class _Loader(yaml.SafeLoader):
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError(line, "een verwijzing met * kan hier niet; schrijf het uit")
        if self.depth >= DEEPEST:
            raise _RefusedError(line, "te veel lagen onder elkaar")
        self.depth += 1
        try:
            node: yaml.Node | None = super().compose_node(parent, index)
            return node
        finally:
            self.depth -= 1


def read(text: str, name: str, shape: Shape) -> Section:
    """The file as checked sections. Raises RecipeError for anything that does not fit the shape."""
    found: list[Problem] = []
    section: Section | None = None
    node = _compose(text, found)
    if node is not None:
        section = shape.read(node, WHOLE_FILE, found)
    if found or section is None:
        raise RecipeError(name, found)
    return section


def _compose(text: str, found: list[Problem]) -> yaml.Node | None:
    if len(text) > LONGEST_FILE:
        found.append(Problem(1, WHOLE_FILE, f"hooguit {LONGEST_FILE} tekens, dit zijn er {len(text)}"))
        return None
    line = 1
    try:
        loader = _Loader(text)
        try:
            node: yaml.Node | None = loader.get_single_node()
        finally:
            line = loader.line + 1
            loader.dispose()
    except _RefusedError as refused:
        found.append(Problem(refused.args[0], WHOLE_FILE, refused.args[1]))
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        if mark is not None:
            line = mark.line + 1
        message = "deze regel kunnen we niet lezen. Kijk naar de aanhalingstekens, de haakjes en het inspringen"
        found.append(Problem(line, WHOLE_FILE, message))
        return None
    if node is None:
        found.append(Problem(1, WHOLE_FILE, "er staat nog niets in"))
    return node
