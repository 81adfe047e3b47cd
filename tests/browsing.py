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
