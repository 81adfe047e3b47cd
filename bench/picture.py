"""Draws cost against size: two panels, each step ten times the one before, a line and a sign of its own per method."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WIDTH, HEIGHT = 400, 320
LEFT, RIGHT, TOP, BOTTOM = 62, 16, 34, 46
NAMES = {"polis": "the method of Polis", "default": "the default method, 200 shuffles and 200 retakes"}
INK = {"polis": "#1d4f91", "default": "#a1420a"}
SECONDS = (0.0001, 0.001, 0.01, 0.1, 1.0, 10.0)
TICKS = (10, 30, 100, 300, 1000, 3000)


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    method: str
    people: int
    statements: int
    seconds: float


def draw(costs: Iterable[Cost], at: int) -> str:
    """An SVG of cost against people (with `at` statements) beside cost against statements (with `at` people)."""
    costs = sorted(costs, key=lambda one: (one.people, one.statements))
    by_people = [(one.method, one.people, one.seconds) for one in costs if one.statements == at]
    by_statements = [(one.method, one.statements, one.seconds) for one in costs if one.people == at]
    low = min(x for _, x, _ in [*by_people, *by_statements])
    high = max(x for _, x, _ in [*by_people, *by_statements])
    told = f"{_told(by_people, 'people', at, 'statements')} {_told(by_statements, 'statements', at, 'people')}"
    size = f'viewBox="0 0 {2 * WIDTH} {HEIGHT + 44}" font-family="sans-serif" font-size="12"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="speed-title speed-desc">',
            '<title id="speed-title">What a result costs</title>',
            f'<desc id="speed-desc">{told} The figures stand in speed.csv.</desc>',
            f'<rect width="{2 * WIDTH}" height="{HEIGHT + 44}" fill="#fff"/>',
            *_panel(0, f"people, with {at} statements", by_people, low, high),
            *_panel(WIDTH, f"statements, with {at} people", by_statements, low, high),
            *_legend(),
            "</svg>",
            "",
        ]
    )


def _told(points: list[tuple[str, int, float]], axis: str, at: int, other: str) -> str:
    parts = []
    for method in NAMES:
        line = [(x, seconds) for name, x, seconds in points if name == method]
        (first, least), (last, most) = line[0], line[-1]
        parts.append(f"{NAMES[method]} from {_time(least)} for {first} {axis} to {_time(most)} for {last}")
    return f"With {at} {other}: {'; '.join(parts)}."


def _time(seconds: float) -> str:
    return f"{seconds:.2g} s" if seconds >= 1 else f"{seconds * 1000:.2g} ms"


def _panel(offset: int, title: str, points: list[tuple[str, int, float]], low: int, high: int) -> Iterator[str]:
    across, down = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def x(value: float) -> float:
        return round(offset + LEFT + across * math.log(value / low) / math.log(high / low), 1)

    def y(seconds: float) -> float:
        return round(TOP + down * (1 - math.log(seconds / SECONDS[0]) / math.log(SECONDS[-1] / SECONDS[0])), 1)

    for seconds in SECONDS:
        label = f"{seconds:g} s" if seconds >= 1 else f"{seconds * 1000:g} ms"
        yield f'<path d="M{x(low)} {y(seconds)}H{x(high)}" stroke="#ddd"/>'
        yield f'<text x="{x(low) - 6}" y="{y(seconds) + 4}" text-anchor="end">{label}</text>'
    for tick in TICKS:
        if low <= tick <= high:
            yield f'<text x="{x(tick)}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{tick}</text>'
    yield f'<text x="{offset + LEFT + across / 2}" y="{HEIGHT - 8}" text-anchor="middle">{title}</text>'
    for method in NAMES:
        line = [(x(size), y(seconds)) for name, size, seconds in points if name == method]
        path = "L".join(f"{px} {py}" for px, py in line)
        yield f'<path d="M{path}" fill="none" stroke="{INK[method]}" stroke-width="2"/>'
        yield from (_sign(method, px, py) for px, py in line)


def _sign(method: str, x: float, y: float) -> str:
    if method == "polis":
        return f'<circle cx="{x}" cy="{y}" r="4" fill="{INK[method]}"/>'
    return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{INK[method]}"/>'


def _legend() -> Iterator[str]:
    for row, (method, name) in enumerate(NAMES.items()):
        y = HEIGHT + 10 + 20 * row
        yield _sign(method, LEFT, y)
        yield f'<text x="{LEFT + 12}" y="{y + 4}">{name}</text>'
