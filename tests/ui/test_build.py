"""What the build takes from the packages is whole, ours in one truth, and asks nothing of others."""

import gettext
import json
import re

import pytest

from werkplaats.ui import build, shapes


@pytest.fixture(scope="module")
def made(built, tmp_path_factory):
    target = tmp_path_factory.mktemp("assets")
    build.build(target)
    return target


def test_every_font_that_is_named_is_there(made):
    named = set(re.findall(r'url\("([^"]+)"\)', (made / "fonts.css").read_text()))
    assert named == {f"fonts/{path.name}" for path in (made / "fonts").iterdir()}
    assert len(named) == 6


def test_no_style_asks_anything_of_another_house(made):
    for path in made.glob("*.css"):
        for address in re.findall(r"url\(([^)]*)\)", path.read_text()):
            assert not re.search(r"//", address), path.name


def test_the_elements_draw_what_the_templates_draw(made):
    module = (made / "shapes.js").read_text()
    given = dict(re.findall(r"export const (\w+) = (.*);\n", module))
    assert json.loads(given["rings"]) == shapes.RINGS
    assert json.loads(given["knots"]) == shapes.KNOTS
    assert json.loads(given["marks"]) == shapes.MARKS
    assert set(json.loads(given["icons"])) == set(shapes.ICONS)


def test_a_phone_loads_only_the_components_it_shows(made):
    phone = (made / "utrecht-phone.css").read_text()
    assert ".utrecht-table" not in phone
    assert ".utrecht-button" in phone


def test_every_token_we_set_is_used_by_a_component_or_by_us(made):
    ours = "".join(path.read_text() for path in (shapes.ASSETS.parents[2] / "werkplaats").rglob("static/**/*.css"))
    for name in set(re.findall(r"var\((--wp-[a-z0-9-]+)", ours)):
        assert re.search(rf"{name}:", ours), name


def test_a_translation_is_compiled(tmp_path):
    po = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    po.parent.mkdir(parents=True)
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Naar de inhoud"\nmsgstr "To the content"\n'
    )
    build.compile_catalogues(tmp_path)
    with po.with_suffix(".mo").open("rb") as mo:
        assert gettext.GNUTranslations(mo).gettext("Naar de inhoud") == "To the content"
