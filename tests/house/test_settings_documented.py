"""A setting exists only when it is in `options.py`, and then it is on the page."""

import re
from pathlib import Path

from werkplaats.config import options, reference
from werkplaats.config.options import OPTIONS, Option

REPOSITORY = Path(__file__).parent.parent.parent
READS_ENVIRONMENT = {"werkplaats/config/options.py"}


def reads_environment(text):
    """Whether this module reads settings from the environment by itself."""
    return bool(re.search(r"os\.environ(\.get\(|\[)(?!\"DJANGO_)|getenv", text))


def names(text):
    return set(re.findall(r"WERKPLAATS_[A-Z_]+[A-Z]", text))


def test_pages_made_from_the_code_are_up_to_date():
    assert [path.name for path, text in reference.pages().items() if path.read_text() != text] == []


def test_a_new_setting_makes_the_page_stale():
    new = (*OPTIONS, Option("WERKPLAATS_NEW", "", "Not on the page yet."))
    assert reference.settings_page(new) not in [path.read_text() for path in reference.pages()]


def test_only_options_reads_the_environment():
    found = {
        str(path.relative_to(REPOSITORY))
        for path in (REPOSITORY / "werkplaats").rglob("*.py")
        if reads_environment(path.read_text())
    }
    assert found == READS_ENVIRONMENT


def test_a_module_that_reads_the_environment_is_caught():
    assert reads_environment('import os\nplace = os.environ["WERKPLAATS_SECRET"]')
    assert reads_environment('place = os.environ.get("HOME")')


def test_every_setting_named_anywhere_exists():
    known = {option.name for option in options.OPTIONS}
    places = [REPOSITORY / "Makefile", REPOSITORY / "README.md", REPOSITORY / ".ci" / "run"]
    places += (REPOSITORY / "docs").rglob("*.md")
    assert {str(path): names(path.read_text()) - known for path in places if names(path.read_text()) - known} == {}
