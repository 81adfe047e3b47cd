"""The shapes that carry meaning, as the inside of an SVG: rings, knots, answers and the icons in use.

Python draws them through `templatetags/ui.py`; the build writes them to `ui/shapes.js` for the custom
elements, so that both draw the same.
"""

import json
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent.parent / "build" / "assets" / "ui"

ICONS = (
    "accessibility",
    "arrow-left",
    "arrow-right",
    "calendar",
    "camera",
    "chevron-right",
    "clock",
    "eye",
    "eye-off",
    "info",
    "lock",
    "map-pin",
    "mic",
    "monitor",
    "pause",
    "pencil",
    "phone",
    "play",
    "plus",
    "printer",
    "quote",
    "smartphone",
    "triangle-alert",
    "undo-2",
    "users",
    "wifi-off",
)


def _rings(reached: int) -> str:
    off = ' class="off"'
    circles = [
        f'<circle cx="16" cy="16" r="{r}"{"" if i < reached else off}/>' for i, r in enumerate((6.5, 10.5, 14.5))
    ]
    return "".join(circles) + '<circle class="dot" cx="16" cy="16" r="3"/>'


RINGS = {
    "me": _rings(0),
    "table": _rings(1),
    "room": _rings(2),
    "region": _rings(3),
    "everyone": (
        '<circle cx="16" cy="16" r="6.5"/><circle cx="16" cy="16" r="10.5"/>'
        '<circle cx="16" cy="16" r="14.5" stroke-dasharray="4.2 3.4"/><circle class="dot" cx="16" cy="16" r="3"/>'
    ),
    "teller": (
        '<circle cx="16" cy="16" r="10.5"/><circle cx="16" cy="16" r="14.5" class="off"/>'
        '<circle class="dot" cx="12" cy="16" r="3"/><circle class="dot" cx="20.5" cy="16" r="3"/>'
    ),
    "unseen": '<circle cx="16" cy="16" r="14.5"/>'
    + "".join(
        f'<circle class="dot" cx="{x}" cy="{y}" r="2.4"/>'
        for x, y in ((16, 8.5), (23, 14), (20.5, 22.5), (11.5, 22.5), (9, 14), (16, 15.8))
    ),
    "unlinked": '<path d="M7 7v18M13 7v18M19 7v18M25 7v18M3 22 29 10"/>',
}

KNOTS = {
    "story": '<circle cx="16" cy="16" r="9"/>',
    "card": '<rect x="7" y="8" width="18" height="16" rx="2"/>',
    "insight": '<path d="M16 4l12 12-12 12L4 16z"/>',
    "recommendation": '<path d="M16 4l12.5 22h-25z"/>',
    "answer": '<path d="M4 4h24v18H17l-8 7v-7H4z"/>',
    "change": ('<path d="M16 4.5l3.4 7.7 8.4.9-6.3 5.6 1.8 8.2-7.3-4.3-7.3 4.3 1.8-8.2-6.3-5.6 8.4-.9z"/>'),
    "commitment": '<path d="M16 4 27 12.5 22.8 26H9.2L5 12.5z"/>',
    "report": '<path d="M7 4h13l6 6v18H7z"/>',
}

MARKS = {
    "agree": '<circle class="full" cx="12" cy="12" r="9"/>',
    "disagree": '<circle cx="12" cy="12" r="9"/>',
    "pass": '<circle cx="12" cy="12" r="9" stroke-dasharray="2.5 3.1"/>',
}

DOTS = {
    0: '<circle cx="10" cy="10" r="8.3"/>',
    1: '<rect x="2" y="2" width="16" height="16" rx="1.5"/>',
    2: '<path d="M10 2l8.6 15.8H1.4z"/>',
    3: '<path d="M10 1l9 9-9 9-9-9z"/>',
}


@cache
def icons() -> dict[str, str]:
    """{name: inside of a 24x24 SVG}, as the build took them from the icon package.

    FileNotFoundError when the assets were never built (`make` builds them)."""
    return json.loads((ASSETS / "icons.json").read_text())


def view_shape(shape: int, view: str) -> str:
    """The shape of a denkrichting, filled as it answered: most_agree full, most_disagree open, divided half."""
    inside = DOTS[shape % 4]
    if view == "most_agree":
        drawn = inside
    elif view == "divided":
        drawn = (
            inside.replace("/>", ' class="none"/>')
            + f'<svg width="10" height="20" viewBox="0 0 10 20">{inside}</svg>'
            + inside.replace("/>", ' class="edge"/>')
        )
    else:
        dashed = ' stroke-dasharray="2 2.4"' if view == "too_few" else ""
        drawn = inside.replace("/>", ' class="none"/>') + inside.replace("/>", f' class="edge"{dashed}/>')
    return f'<svg class="shape dots-{shape % 4 + 1}" viewBox="0 0 20 20" aria-hidden="true">{drawn}</svg>'
