"""Starts and page weights, as ratios to what was promised."""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
from playwright.sync_api import Browser, sync_playwright

from bench.table import show
from tests.browsing import FLAGS
from tests.running import Running
from tests.weighing import weigh

FIRST_SCREEN = 100_000
SECOND_START = 3.0
STARTS = 5
Row = tuple[str, str, str, float]


def starts(home: Path) -> Iterator[Row]:
    """Time from the command to the first page, after a first start has prepared the folder."""
    running = Running(home)
    took = []
    for number in range(STARTS + 1):
        start = time.monotonic()
        running.start()
        httpx.get(f"{running.url}/agenda/", timeout=30).raise_for_status()
        took.append(time.monotonic() - start)
        running.stop()
        if number == 0:
            yield "first start, empty data folder", f"{took[0]:.2f} s", "", 0.0
    median = statistics.median(took[1:])
    yield (
        f"second start to the first page, median of {STARTS}",
        f"{median:.2f} s",
        f"{SECOND_START:.0f} s",
        median / SECOND_START,
    )


def weights(browser: Browser, running: Running) -> Iterator[Row]:
    """Page weights on a phone with an empty cache; only the first screen has a promise."""
    for path, promised in (("/mee/", True), ("/", False), ("/agenda/", False), ("/draad/in/", False)):
        with browser.new_context(viewport={"width": 360, "height": 740}) as context:
            weight = weigh(context.new_page(), running.url + path)
        figure = f"{weight.bytes / 1000:.1f} kB in {weight.requests} requests"
        yield f"weight of {path}", figure, "100 kB" if promised else "", weight.bytes / FIRST_SCREEN


def main() -> None:
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        rows += starts(Path(folder) / "starts")
        chromium = shutil.which("chromium")
        if chromium is None:
            print("No chromium: page weights are left out.", file=sys.stderr)
        else:
            running = Running(Path(folder) / "pages").start()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
                rows += weights(browser, running)
                browser.close()
            running.stop()
    show(
        "Starts and page weights",
        ["what", "measured", "promised", "ratio"],
        [[what, measured, promised, f"{ratio:.2f}" if promised else ""] for what, measured, promised, ratio in rows],
    )
