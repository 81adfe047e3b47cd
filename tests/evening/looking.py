"""Looking at a screen: no barrier axe can find, nothing sideways, and a picture in each size of its kind."""

from tests.browsing import SCREENS, overflow, violations

SIZES = {
    "page": [(360, 740), (1280, 800)],
    "console": [(1280, 800), (360, 740)],
    "wall": [(1920, 1080)],
}
STILL = """async () => {
  await document.fonts.ready;
  await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => 0)));
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}"""


def look(page, name: str, kind: str = "page") -> None:
    """Looks at this page in each size of its kind; the size it had comes back."""
    before = page.viewport_size
    SCREENS.mkdir(parents=True, exist_ok=True)
    for width, height in SIZES[kind]:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(STILL)
        page.screenshot(path=str(SCREENS / f"avond-{name}-{width}.png"), full_page=kind == "page")
        found = violations(page)
        assert not found, f"{name} at {width}: {found}"
        assert overflow(page) == 0, f"{name} is wider than {width}"
    page.set_viewport_size(before)
