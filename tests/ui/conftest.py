"""Screens without a server: pages from the templates, files from the sources, frames from `a_room`."""

import json
import mimetypes
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template import loader

from tests.ui.a_room import SESSION
from werkplaats.ui.shapes import ASSETS

REPOSITORY = Path(__file__).parent.parent.parent
SOURCES = [ASSETS.parent, *sorted((REPOSITORY / "werkplaats").glob("*/static"))]
HOUSE = "http://localhost:9"

# A stream that gives what `window.send` gives it, and a server that says `window.answers`.
FAKES = """
window.posts = []; window.answers = {status: 200, body: {seq: 1}}; window.streams = [];
window.EventSource = class extends EventTarget {
  constructor(url) { super(); this.url = url; this.readyState = 1; window.streams.push(this); setTimeout(() => (window.start || []).forEach((f) => this.give(f)), 5); }
  give(frame) { this.dispatchEvent(new MessageEvent("view", {data: JSON.stringify(frame)})); }
  close() { this.readyState = 2; }
};
window.send = (frames) => frames.forEach((frame) => window.streams[window.streams.length - 1].give(frame));
const real = window.fetch;
window.fetch = async (url, options) => {
  if (!String(url).includes("/live/")) return real(url, options);
  window.posts.push(options && options.body ? JSON.parse(options.body) : String(url));
  return new Response(JSON.stringify(window.answers.body), {status: window.answers.status});
};
"""


@pytest.fixture(scope="session")
def built():
    """build/assets from the packages."""
    subprocess.run(["make", "-s", "build/.assets"], cwd=REPOSITORY, check=True, capture_output=True)


def _file(route):
    path = route.request.url.split("/static/", 1)[1].split("?")[0]
    found = next((folder / path for folder in SOURCES if (folder / path).is_file()), None)
    if found is None:
        return route.fulfill(status=404, body="")
    return route.fulfill(body=found.read_bytes(), content_type=mimetypes.guess_type(path)[0] or "text/plain")


@pytest.fixture
def house(open_page, built):
    """`house(width, height)`: an empty page on which our modules can be imported."""

    def house(width: int = 1280, height: int = 800, body: str = "", **options):
        page = open_page(width, height, **options)
        page.route("**/static/**", _file)
        page.route(f"{HOUSE}/", lambda route: route.fulfill(body=body or "<!doctype html>", content_type="text/html"))
        page.goto(f"{HOUSE}/")
        return page

    return house


@pytest.fixture
def screen(open_page, built):
    """`screen("wall", {"room": view}, width, height)`: that screen with those frames."""

    def screen(name: str, views: dict, width: int = 1280, height: int = 800, **options):
        gathering = SimpleNamespace(uuid=SESSION, theme="Wanneer lukt hulp vragen?")
        recipe = SimpleNamespace(recipe_id="delen-duiden-doen", version=1)
        session = SimpleNamespace(uuid=SESSION, code="KETEL7", rehearsal=False, gathering=gathering, recipe=recipe)
        body = loader.get_template(f"live/{name}.html").render({"session": session})
        page = open_page(width, height, **options)
        page.add_init_script(FAKES + f"window.start = {json.dumps(frames(views))};")
        page.route("**/static/**", _file)
        page.route(f"{HOUSE}/", lambda route: route.fulfill(body=body, content_type="text/html"))
        page.goto(f"{HOUSE}/")
        page.locator("h1").first.wait_for()
        return page

    return screen


def frames(views: dict, v: int = 1, full: bool = True) -> list[dict]:
    return [{"a": audience, "v": v, "full": full, "patch": view} for audience, view in views.items()]
