"""The pages as somebody meets them: opened from a folder, small and large, by axe, with forced colours."""

from pathlib import Path

import pytest

from sensemaking.faces.cli import main
from tests.sensemaking.rooms import planted_room

DATA = Path(__file__).parents[2] / "data"
PAGES = {
    "groups": ["groups", "planted.csv"],
    "london": ["groups", str(DATA / "polis" / "london.youth.policing")],
    "polis": ["groups", str(DATA / "polis" / "london.youth.policing"), "--method", "polis"],
    "patterns": ["patterns", str(DATA / "stories" / "answers.csv"), str(DATA / "stories" / "questions.yaml")],
    "alike": ["alike", str(DATA / "texts" / "cards.csv")],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    _write(planted_room(1, people=40), folder / "planted.csv")
    for name, arguments in PAGES.items():
        given = [str(folder / one) if one == "planted.csv" else one for one in arguments]
        assert main([*given, "--html", str(folder / f"{name}.html")]) == 0
    return folder


def _write(votes, path):
    rows = [["participant", *votes.statements]]
    for person, row in zip(votes.people, votes.matrix, strict=True):
        rows.append([person, *("" if vote != vote else int(vote) for vote in row)])
    path.write_text("\n".join(",".join(map(str, row)) for row in rows), encoding="utf-8")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "width"),
    [("groups", 320), ("groups", 1280), ("london", 320), ("polis", 320), ("patterns", 320), ("alike", 320)],
)
def test_a_page_opens_without_a_server_and_nobody_is_shut_out(open_page, picture, folder, name, width):
    from tests.browsing import overflow, violations

    page = open_page(width)
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((folder / f"{name}.html").as_uri())
    picture(page, f"engine-{name}")
    assert asked == [(folder / f"{name}.html").as_uri()]
    assert complaints == []
    assert violations(page) == []
    assert overflow(page) == 0


@pytest.mark.browser
def test_with_forced_colours_shapes_stay_visible(open_page, picture, folder):
    page = open_page(360, forced_colors="active")
    page.goto((folder / "groups.html").as_uri())
    drawn = page.eval_on_selector(".plane g", "one => getComputedStyle(one).fill")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert drawn != ground
    picture(page, "engine-groups-forced", full=False)
