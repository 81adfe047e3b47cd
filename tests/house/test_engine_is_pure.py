"""The engine gives the same for the same: chance comes only from a generator whose seed is given."""

import ast
from pathlib import Path

import pytest

ENGINE = Path(__file__).parent.parent.parent / "sensemaking"
NAMED = {"Generator", "BitGenerator"}  # types, for annotations


def hidden_chance(source: str) -> list[int]:
    """Line numbers where numpy.random is used other than as a type or as `default_rng(seed)`."""
    tree = ast.parse(source)
    seeded = {
        id(call.func)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("random.default_rng") and _has_seed(call)
    }
    return sorted({node.lineno for node in ast.walk(tree) if _is_chance(node) and id(node) not in seeded})


def _has_seed(call: ast.Call) -> bool:
    given = [*call.args, *(one.value for one in call.keywords)]
    return len(given) == 1 and not (isinstance(given[0], ast.Constant) and given[0].value is None)


def _is_chance(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        module = node.module or ""
        return module.startswith("numpy.random") or (
            module == "numpy" and any(name.name == "random" for name in node.names)
        )
    if isinstance(node, ast.Import):
        return any(name.name.startswith("numpy.random") for name in node.names)
    if not isinstance(node, ast.Attribute) or node.attr in NAMED:
        return False
    return ast.unparse(node.value) in ("np.random", "numpy.random")


@pytest.mark.parametrize("path", sorted(ENGINE.rglob("*.py")), ids=lambda path: path.stem)
def test_no_module_of_the_engine_hides_chance(path):
    assert hidden_chance(path.read_text()) == []


@pytest.mark.parametrize(
    "line",
    [
        "np.random.seed(1)",
        "x = np.random.rand(3)",
        "np.random.default_rng()",
        "np.random.default_rng(None)",
        "np.random.default_rng(seed=None)",
        "make = np.random.default_rng",
        "from numpy.random import default_rng",
        "from numpy import random",
        "import numpy.random as chance",
        "numpy.random.shuffle(rows)",
    ],
)
def test_hidden_chance_is_seen(line):
    assert hidden_chance(line) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "np.random.default_rng(seed)",
        "np.random.default_rng(seed=3)",
        "def f(random: np.random.Generator): random.random()",
    ],
)
def test_a_given_seed_is_fine(line):
    assert hidden_chance(line) == []
