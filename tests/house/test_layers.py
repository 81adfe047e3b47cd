"""import-linter holds the order of the rooms; here each contract is broken once and seen caught."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
ROOMS = "The rooms, top to bottom: each may use the rooms below it"
ENGINE = "The engine knows no Django and no rooms"
PARTS = "The parts of the engine, top to bottom: faces, then what people said, then what may be shown"
PURE = "The engine reads no file, clock or hidden chance; only its faces read files"
LINT = Path(sys.executable).with_name("lint-imports")


def lint(folder):
    return subprocess.run(
        [str(LINT), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(folder)},
    )


@pytest.fixture
def copy(tmp_path):
    ignored = shutil.ignore_patterns("__pycache__", "static", "templates", "locale", "recipes")
    for package in ("werkplaats", "sensemaking"):
        shutil.copytree(REPOSITORY / package, tmp_path / package, ignore=ignored)
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_house_stands():
    told = lint(REPOSITORY)
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("werkplaats/voices/up.py", "from werkplaats.publishing import models", ROOMS),
        ("werkplaats/attic/__init__.py", "", ROOMS),
        ("sensemaking/opinion/plane2.py", "import django", ENGINE),
        ("sensemaking/opinion/plane2.py", "from werkplaats.people import viewer", ENGINE),
        ("sensemaking/opinion/plane2.py", "import random", PURE),
        ("sensemaking/opinion/plane2.py", "import time", PURE),
        ("sensemaking/opinion/plane2.py", "from sensemaking import faces", PURE),
        ("sensemaking/small/plane2.py", "from sensemaking import opinion", PARTS),
        ("sensemaking/attic/__init__.py", "", PARTS),
    ],
)
def test_a_broken_contract_is_caught(copy, file, line, contract):
    path = copy / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{line}\n")
    told = lint(copy)
    assert told.returncode != 0
    assert f"{contract} BROKEN" in " ".join(told.stdout.split())


@pytest.mark.parametrize(("package", "contract"), [("werkplaats/people", "rooms"), ("sensemaking/opinion", "engine")])
def test_a_circle_is_caught(copy, package, contract):
    dotted = package.replace("/", ".")
    (copy / package / "one.py").write_text(f"from {dotted} import two\n")
    (copy / package / "two.py").write_text(f"from {dotted} import one\n")
    told = lint(copy)
    assert f"No circles in the {contract} BROKEN" in " ".join(told.stdout.split())
