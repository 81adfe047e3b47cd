"""Whatever someone saves as a recipe: it parses, or RecipeError says where it does not."""

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from werkplaats.methods.nodes import RecipeError
from werkplaats.methods.recipe import load_recipe, parse, recipe_source
from werkplaats.methods.schema import INPUT, METHOD, STEP

SOURCE = recipe_source("delen-duiden-doen")
LINES = SOURCE.splitlines(keepends=True)
TOKENS = [
    *METHOD.fields, *STEP.fields, *INPUT.fields, "delen", "duiden", "zaal", "vote", "none", "1", "90", "true",
    ": ", ":", "- ", "\n", "\n  ", "\n    ", "  ", "{", "}", "[", "]", ", ", "&a ", "*a", "!!int ", "!x ", "|", ">-",
    '"', "'", "#", "%YAML 1.1\n", "---\n", "...\n", "? ", "<<: ", "~", "\t", "\\U00110000", "\ud800", "\x00", "é",
]  # fmt: skip


def fits_or_says_why(text: str) -> None:
    try:
        parse(text, "iets.yaml")
    except RecipeError as error:
        problems = error.problems
    else:
        return
    assert problems
    assert all(problem.line >= 1 and problem.message for problem in problems)


@settings(deadline=None)
@given(st.text())
def test_any_text(text):
    fits_or_says_why(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=60).map("".join))
@example("- " * 5000)
@example("[" * 5000)
@example("{a: " * 5000)
@example("a: &a [*a]")
@example("? ? ? ?")
@example("%YAML 1." + "1" * 5000 + "\n---\na")
def test_anything_like_yaml(text):
    fits_or_says_why(text)


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from([*METHOD.fields, *STEP.fields]) | st.text(max_size=4), inner, max_size=6)
        ),
        max_leaves=20,
    )
)
def test_any_tree(tree):
    fits_or_says_why(yaml.safe_dump(tree, allow_unicode=True))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_recipe_with_lines_lost_moved_or_spoiled(data):
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["lose", "repeat", "move", "spoil"])):
            case "lose":
                del lines[at]
            case "repeat":
                lines.insert(at, lines[at])
            case "move":
                lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines.pop(at))
            case "spoil":
                lines[at] = lines[at].replace(": ", data.draw(st.sampled_from([":", ": [", ": {}", ": 0 #"])), 1)
    fits_or_says_why("".join(lines))


def test_the_source_itself_fits():
    assert parse(SOURCE, "delen-duiden-doen.yaml") == load_recipe("delen-duiden-doen")
