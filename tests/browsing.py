"""A real browser: Debian's chromium through Playwright, with nothing of the page's policy bypassed."""

import os
import shutil
from pathlib import Path

import pytest

SCREENS = Path(__file__).parent.parent / "build" / "screens"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium: sudo apt install chromium")
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread; Django would refuse every query beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, headless=True, args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_page(browser):
    """`open_page(width, height)`: a page of someone new, with cookies of its own."""
    contexts = []

    def open_page(width: int = 1280, height: int = 800, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def picture():
    """`picture(page, name)`: keeps a screenshot in build/screens, named after the screen and its width."""

    def picture(page, name: str, full: bool = True) -> Path:
        SCREENS.mkdir(parents=True, exist_ok=True)
        path = SCREENS / f"{name}-{page.viewport_size['width']}.png"
        page.screenshot(path=str(path), full_page=full)
        return path

    return picture


def violations(page) -> list[str]:
    """What axe finds wrong on this page, one line per rule: its name and the first element."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found]


def overflow(page) -> int:
    """Pixels by which the page is wider than the window; 0 when nobody has to scroll sideways."""
    return page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")


def watch(page) -> list[str]:
    """A list that fills with every complaint of the browser: policy violations, errors, requests elsewhere."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith(("http://localhost", "data:", "blob:")) else complaints.append(request.url)
        ),
    )
    return complaints
