"""Every key of the schema is used by a shipped file, and refuses a value that does not fit."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from werkplaats.methods.manual import manual
from werkplaats.methods.nodes import Either, Field, Keyed, Kind, Many, RecipeError, Shape
from werkplaats.methods.parts import Input
from werkplaats.methods.recipe import parse, parse_blocks
from werkplaats.methods.schema import FILES, INPUT, STEP
from werkplaats.methods.texts import RECIPES, parse_texts

PARSERS = {"method": parse, "building_blocks": parse_blocks, "texts": parse_texts}


def files(kind: str) -> list[Path]:
    if kind == "method":
        return [path for path in sorted(RECIPES.glob("*.yaml")) if path.stem not in FILES]
    return [RECIPES / f"{kind}.yaml"]


def uses(shape: Shape, node: yaml.Node) -> Iterator[tuple[str, Field, yaml.Node]]:
    """Every key in this file with its declaration and its value."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from uses(shape, item)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            field = shape.fields[key.value]
            yield key.value, field, value
            yield from inner_uses(field.kind, value)


def inner_uses(kind: Kind, node: yaml.Node) -> Iterator[tuple[str, Field, yaml.Node]]:
    if isinstance(kind, Keyed):
        for _, value in node.value:
            yield from inner_uses(kind.item, value)
    elif isinstance(kind, Many | Either | Shape):
        inner = kind.item if isinstance(kind, Many) else kind.shape if isinstance(kind, Either) else kind
        if isinstance(inner, Shape):
            yield from uses(inner, node)


def declared(kind: Kind) -> Iterator[tuple[str, Field]]:
    inner = getattr(kind, "item", getattr(kind, "shape", kind))
    if isinstance(inner, Shape):
        for key, field in inner.fields.items():
            yield key, field
            yield from declared(field.kind)


ALL_KEYS = sorted({(key, field.help) for shape in FILES.values() for key, field in declared(shape)})
USED = {}
for kind, shape in FILES.items():
    for file in files(kind):
        for key, field, node in uses(shape, yaml.compose(file.read_text(encoding="utf-8"))):
            USED.setdefault((key, field.help), (kind, file, node))


@pytest.mark.parametrize(("key", "help"), ALL_KEYS)
def test_each_key_is_used_and_refuses_what_does_not_fit(key, help):
    assert (key, help) in USED, "no shipped file uses this key"
    kind, file, node = USED[key, help]
    text = file.read_text(encoding="utf-8")
    start, end = node.start_mark.index, node.end_mark.index
    length = len(text[start:end].rstrip())
    wrong = text[:start] + "[[]]" + text[start + length :]
    with pytest.raises(RecipeError) as caught:
        PARSERS[kind](wrong, file.name)
    found = [(problem.line, problem.field) for problem in caught.value.problems]
    assert (node.start_mark.line + 1, key) in found


REQUIRED = [(kind, key) for kind, shape in FILES.items() for key, field in shape.fields.items() if field.required]


@pytest.mark.parametrize(("kind", "key"), REQUIRED)
def test_each_required_key_is_missed(kind, key):
    file = files(kind)[0]
    wrong = ("\n" + file.read_text(encoding="utf-8")).replace(f"\n{key}:", "\nweggehaald:")
    with pytest.raises(RecipeError) as caught:
        PARSERS[kind](wrong, file.name)
    assert (key, "dit veld ontbreekt") in [(problem.field, problem.message) for problem in caught.value.problems]


def test_a_step_of_a_variant_has_the_keys_of_a_step_but_its_number():
    assert set(STEP.partly("n").fields) == set(STEP.fields) - {"n"}
    assert not any(field.required for field in STEP.partly("n").fields.values())


def test_every_key_of_an_input_reaches_the_program():
    made = {"none_fits", "parts"}
    names = {field.name for field in fields(Input)}
    assert {"circle" if key == "visibility" else "rows" if key == "rows_from" else key for key in INPUT.fields} == (
        names - made
    )


def test_the_manual_is_fresh():
    page = (Path(__file__).parents[2] / "docs" / "recipes.md").read_text(encoding="utf-8")
    assert page == manual(), "run: make docs"
