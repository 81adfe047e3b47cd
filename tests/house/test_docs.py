"""What the docs point at exists: files, folders, commands."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

REPOSITORY = Path(__file__).parent.parent.parent
PAGES = sorted([*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")])
ROOT = ("", "werkplaats")


def missing_links(page):
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text())
    return [target for target in targets if not (page.parent / target).exists()]


def missing_files(text):
    """`room/file.py` and `folder/` named in backticks that are not there."""
    named = re.findall(r"`([\w./-]+\.(?:py|yaml|toml)|[\w./-]+/)`", text)
    return [
        name
        for name in named
        if not name.startswith(("/", "build/", "data/"))
        and not any((REPOSITORY / root / name).exists() for root in ROOT)
        and "/" in name.rstrip("/")
    ]


def missing_commands(text):
    named = re.findall(r"bin/werkplaats ([a-z-]+)", text)
    return [name for name in named if name.replace("-", "_") not in get_commands()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_points_at_exists(page):
    text = page.read_text()
    assert (missing_links(page), missing_files(text), missing_commands(text)) == ([], [], [])


def test_what_is_not_there_is_caught(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("[x](nowhere.md) `live/nowhere.py` bin/werkplaats nowhere")
    found = (missing_links(page), missing_files(page.read_text()), missing_commands(page.read_text()))
    assert found == (["nowhere.md"], ["live/nowhere.py"], ["nowhere"])


def test_every_command_of_ours_is_described():
    from django.core.management import load_command_class

    ours = [(app, name) for name, app in get_commands().items() if app.startswith("werkplaats.")]
    assert [name for app, name in ours if not load_command_class(app, name).help] == []
