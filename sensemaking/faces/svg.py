"""Pictures as SVG: people on a plane, an interval on a line, dots in a triangle, bars.

Colours and strokes stand in page.css. Every picture has a title and a description, or is
hidden from screen readers because the table cell beside it says the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from sensemaking.faces.page import Html, join, tag

SHAPES = (
    '<circle cx="10" cy="10" r="8.3"/>',
    '<rect x="2" y="2" width="16" height="16" rx="1.5"/>',
    '<path d="M10 2l8.6 15.8H1.4z"/>',
    '<path d="M10 1l9 9-9 9-9-9z"/>',
)
PLANE, MARGIN = (820, 620), 40
SPREAD_AT_MOST = 150
TRIANGLE = ((150.0, 6.0), (6.0, 256.0), (294.0, 256.0))
LINE = (200, 22)


def picture(name: str, box: str, title: str, about: str, inside: Html, cls: str) -> Html:
    """An SVG with a title and a description. `name`: unique on the page."""
    told = join(tag("title", title, id=f"{name}-t"), tag("desc", about, id=f"{name}-d"))
    return tag(
        "svg", told, inside, cls=cls, viewBox=box, role="img", aria_labelledby=f"{name}-t", aria_describedby=f"{name}-d"
    )


def shape(number: int, filling: str = "full") -> Html:
    """The shape of a group, 0-3, beside its word: "full", "half", "open" or "dotted"."""
    inside = SHAPES[number % 4]
    drawn = Html(f'<g class="{"open" if filling != "full" else "full"}">{inside}</g>')
    if filling == "half":
        half = f'<svg width="10" height="20" viewBox="0 0 10 20"><g class="full">{inside}</g></svg>'
        drawn = join(drawn, Html(half))
    return tag("svg", drawn, cls=f"shape dots-{number % 4 + 1} {filling}", viewBox="0 0 20 20", aria_hidden="true")


def plane(name: str, title: str, about: str, dots: Sequence[tuple[float, float, int | None]]) -> Html:
    """People on a plane: x, y (only their distances mean something) and the number of the group's shape."""
    width, height = PLANE
    placed = _fitted([(x, y) for x, y, _ in dots])
    if len(placed) <= SPREAD_AT_MOST:
        placed = _apart(placed, 34 if len(placed) <= 60 else 18)
    size = 1.5 if len(placed) <= 60 else 0.85 if len(placed) <= SPREAD_AT_MOST else 0.65 if len(placed) <= 400 else 0.45
    drawn = [
        f'<g class="dots-{(number or 0) % 4 + 1}" transform="translate({x:.1f} {y:.1f}) scale({size}) '
        f'translate(-10 -10)">{SHAPES[(number or 0) % 4]}</g>'
        for (x, y), (_, _, number) in zip(placed, dots, strict=True)
    ]
    return picture(name, f"0 0 {width} {height}", title, about, Html("".join(drawn)), "plane")


def _fitted(dots: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The dots in pixels: as large as the plane allows, both directions at one scale."""
    width, height = PLANE
    xs, ys = [x for x, _ in dots] or [0.0], [y for _, y in dots] or [0.0]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    scale = min((width - 2 * MARGIN) / max(wide, 1e-9), (height - 2 * MARGIN) / max(tall, 1e-9), width)
    x0, y0 = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return [(width / 2 + (x - x0) * scale, height / 2 - (y - y0) * scale) for x, y in dots]


def _apart(dots: Sequence[tuple[float, float]], apart: float, rounds: int = 20) -> list[tuple[float, float]]:
    """The same dots, moved just so far that none covers another; the same dots give the same places."""
    placed = [list(dot) for dot in dots]
    for _ in range(rounds):
        for i, one in enumerate(placed):
            for j, other in enumerate(placed[:i]):
                dx, dy = one[0] - other[0], one[1] - other[1]
                distance = (dx * dx + dy * dy) ** 0.5
                if distance >= apart:
                    continue
                if distance < 0.01:
                    dx, dy, distance = 0.6 + i % 3, 0.8 + j % 2, 1.0
                push = (apart - distance) / 2 / distance
                one[0], one[1] = one[0] + dx * push, one[1] + dy * push
                other[0], other[1] = other[0] - dx * push, other[1] - dy * push
    edge = 14
    return [(min(max(x, edge), PLANE[0] - edge), min(max(y, edge), PLANE[1] - edge)) for x, y in placed]


def span(low: float, high: float, middle: float | None = 0.5) -> Html:
    """Where a share lies, 0-1, as a bar on a line with a mark at `middle`; the words stand beside it."""
    width, height = LINE
    inside = f'<rect class="ground" y="6" width="{width}" height="10" rx="2"/>'
    inside += f'<rect class="bar" x="{low * width:.1f}" y="6" width="{max(4.0, (high - low) * width):.1f}" height="10" rx="2"/>'
    if middle is not None:
        inside += "".join(f'<path class="{one}" d="M{middle * width:.1f} 0v{height}"/>' for one in ("edge", "mark"))
    return tag(
        "svg", Html(inside), cls="span", viewBox=f"0 0 {width} {height}", preserveAspectRatio="none", aria_hidden="true"
    )


def bar(share: float) -> Html:
    """A bar of `share` (0-1) of the full width; the figure stands beside it."""
    width, height = LINE
    inside = f'<rect class="ground" y="5" width="{width}" height="12" rx="2"/>'
    inside += f'<rect class="bar" y="5" width="{share * width:.1f}" height="12" rx="2"/>'
    return tag(
        "svg", Html(inside), cls="span", viewBox=f"0 0 {width} {height}", preserveAspectRatio="none", aria_hidden="true"
    )


def triangle(
    name: str,
    title: str,
    about: str,
    shares: Sequence[Sequence[float]],
    groups: Sequence[int],
    centre: Sequence[float] | None = None,
    region: Sequence[Sequence[float]] = (),
) -> Html:
    """Dots in a triangle: three shares each (top, left, right) and the number of a shape. `centre`: the
    mean as a cross; `region`: shares of points round the area in which the mean lies."""
    area = '<path class="area" d="M150 6 294 256H6z"/>'
    area += '<path class="help" d="M150 172.7V6M150 172.7 294 256M150 172.7 6 256"/>'
    if len(region):
        outline = " ".join("{:.1f} {:.1f}".format(*_in_triangle(three)) for three in region)
        area += f'<path class="region" d="M{outline}z"/>'
    dots = [_dot(*_in_triangle(three), 0.45, number) for three, number in zip(shares, groups, strict=True)]
    if centre is not None:
        x, y = _in_triangle(centre)
        cross = f'd="M{x - 7:.1f} {y:.1f}h14M{x:.1f} {y - 7:.1f}v14"/>'
        dots += [f'<path class="centre-edge" {cross}', f'<path class="centre" {cross}']
    return picture(name, "0 0 300 262", title, about, Html(area + "".join(dots)), "triangle")


def field(name: str, title: str, about: str, dots: Sequence[tuple[float, float, int]]) -> Html:
    """Dots on a field of 0-1 by 0-1: x (to the right), y (upwards) and the number of a shape."""
    drawn = [_dot(12 + x * 276, 288 - y * 276, 0.5, number) for x, y, number in dots]
    area = '<rect class="area" x="2" y="2" width="296" height="296" rx="2"/>'
    return picture(name, "0 0 300 300", title, about, Html(area + "".join(drawn)), "triangle")


def line(name: str, title: str, about: str, values: Sequence[float]) -> Html:
    """Dots from 0 to 1 on a line, stacked where they meet."""
    width, step, size = 600, 15, 7.5
    heights: dict[int, int] = {}
    drawn = []
    for value in sorted(values):
        column = round(value * (width - 2 * step) / step)
        drawn.append((step + column * step, heights.get(column, 0)))
        heights[column] = heights.get(column, 0) + 1
    tall = int(max(heights.values(), default=1) * 2 * size + 12)
    dots = [_dot(x, tall - 8 - size - level * 2 * size, 0.68, 0) for x, level in drawn]
    axis = f'<path class="mark" d="M0 {tall - 4}H{width}"/>'
    return picture(name, f"0 0 {width} {tall}", title, about, Html(axis + "".join(dots)), "line")


def _in_triangle(shares: Sequence[float]) -> tuple[float, float]:
    x, y = (sum(share * corner[axis] for share, corner in zip(shares, TRIANGLE, strict=True)) for axis in (0, 1))
    return x, y


def _dot(x: float, y: float, size: float, number: int) -> str:
    return (
        f'<g class="dots-{number % 4 + 1}" transform="translate({x:.1f} {y:.1f}) scale({size}) translate(-10 -10)">'
        f"{SHAPES[number % 4]}</g>"
    )
