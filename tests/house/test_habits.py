"""Small habits that keep the house readable and words out of sight."""

import ast
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
PACKAGES = ("werkplaats", "sensemaking")
JUNK_DRAWERS = {"common", "utils", "helpers", "services", "misc", "shared"}
MOST_LINES = 400
LOG = {"debug", "info", "warning", "error", "exception", "critical", "log"}
WORDS = {"words", "text", "texts", "draft", "drafts", "body", "content", "quotation", "code", "token", "email"}


def modules():
    for package in PACKAGES:
        for path in (REPOSITORY / package).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path


def named(path):
    return str(path.relative_to(REPOSITORY))


def logged_words(source):
    """Line numbers of log calls that mention something which may hold words, codes or tokens."""
    lines = []
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        if call.func.attr not in LOG or not re.search(r"log", ast.unparse(call.func.value), re.IGNORECASE):
            continue
        inside = [node for argument in call.args for node in ast.walk(argument)]
        told = {node.id for node in inside if isinstance(node, ast.Name)}
        told |= {node.attr for node in inside if isinstance(node, ast.Attribute)}
        if told & WORDS or any(isinstance(node, ast.JoinedStr) for node in inside):
            lines.append(call.lineno)
    return lines


def callbacks(source):
    """Signals of models, or a `ready` that registers something: writing behind someone's back."""
    return re.findall(r"\b(?:pre|post)_(?:save|delete)\b|def ready\(", source)


def inline(template):
    """Styles and scripts in a template: the policy forbids them."""
    return re.findall(
        r"\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|<script(?![^>]*\bsrc=)(?![^>]*application/)[^>]*>|<style", template
    )


def test_no_junk_drawers():
    assert [named(path) for path in modules() if path.stem in JUNK_DRAWERS or path.parent.name in JUNK_DRAWERS] == []


def test_no_file_is_too_long_to_see():
    assert [named(path) for path in modules() if len(path.read_text().splitlines()) > MOST_LINES] == []


def test_no_words_in_the_log():
    assert {named(path): lines for path in modules() if (lines := logged_words(path.read_text()))} == {}


@pytest.mark.parametrize("call", ["log.info('gave %s', words)", "logger.error(f'{x}')", "log.warning('%s', item.text)"])
def test_words_in_the_log_are_caught(call):
    assert logged_words(call) == [1]


def test_no_callbacks():
    assert [named(path) for path in modules() if callbacks(path.read_text())] == []


def test_a_callback_is_caught():
    assert callbacks("@receiver(post_save, sender=Voice)")


def test_no_inline_styles_or_scripts():
    found = {}
    for path in (REPOSITORY / "werkplaats").rglob("templates/**/*.html"):
        if inline(path.read_text()):
            found[named(path)] = inline(path.read_text())
    assert found == {}


@pytest.mark.parametrize("html", ['<p style="x">', '<a onclick="x">', "<script>x</script>", "<style>p{}</style>"])
def test_inline_is_caught(html):
    assert inline(html)
