"""Charts as plain data for the templates in ui/charts: where each shape stands, what it says, and the table twin.

Pure. What comes in obeys the rule of five already; nothing here hides a small number.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

WIDTH, HEIGHT, MARGIN = 820, 690, 50
ROOMY, TIGHT = 40, 60
TYPICAL_SHOWN = 3
TRIANGLE = ((150.0, 6.0), (6.0, 256.0), (294.0, 256.0))


def shape_names() -> tuple[str, ...]:
    return (_("rondjes"), _("vierkantjes"), _("driehoekjes"), _("ruitjes"))


def view_words() -> dict[str, str]:
    return {
        "most_agree": _("de meesten eens"),
        "divided": _("verdeeld"),
        "most_disagree": _("de meesten oneens"),
        "too_few": _("te weinig mensen"),
    }


def spread(
    dots: Sequence[tuple[float, float]],
    apart: float,
    box: tuple[int, int, int] = (WIDTH, HEIGHT, MARGIN),
    rounds: int = 20,
) -> list[tuple[float, float]]:
    """The same dots, moved just so far that no two lie on top of each other, within `box`: width, height, margin.

    Pixels; deterministic."""
    placed = [list(dot) for dot in dots]
    for _round in range(rounds):
        for i, one in enumerate(placed):
            for j in range(i):
                other = placed[j]
                dx, dy = one[0] - other[0], one[1] - other[1]
                distance = (dx * dx + dy * dy) ** 0.5
                if distance >= apart:
                    continue
                if distance < 0.01:
                    dx, dy, distance = 0.6 + i % 3, 0.8 + j % 2, 1.0
                push = (apart - distance) / 2 / distance
                one[0] += dx * push
                one[1] += dy * push
                other[0] -= dx * push
                other[1] -= dy * push
    width, height, margin = box
    return [
        (round(min(max(x, margin), width - margin), 1), round(min(max(y, margin), height - margin), 1))
        for x, y in placed
    ]


def landscape(found: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """The chart of `insights.landscape.for_room`; `texts` are the statements' words by id.

    dots      [{"x", "y", "shape"}] in a box of 820 x 690
    sections  [{"title", "statements": [{"text", "views": [{"shape", "word", "view"}], "residents"}]}]; every
              statement once, and those of "few" all together beside them
    typical   [{"shape", "view", "word", "statements"}], as in a section: what is typical of one denkrichting, at most three of each side
    """
    radius_x, radius_y = WIDTH / 2 - MARGIN, HEIGHT / 2 - MARGIN
    places = [(WIDTH / 2 + x * radius_x, HEIGHT / 2 - y * radius_y) for x, y, _shape in found["dots"]]
    apart = 44 if len(places) <= ROOMY else 30 if len(places) <= TIGHT else 20
    shapes = [shape for _x, _y, shape in found["dots"]]
    sizes = ", ".join(f"{group['size']} {shape_names()[group['shape']]}" for group in found["groups"])
    titles = {
        "bridges": _("Dit verbindt ons"),
        "shared_no": _("Hier zeggen we samen nee"),
        "divides": _("Hier verschillen we"),
        "few": _("Ook dit leeft hier"),
        "unknown": _("Dit weten we nog niet"),
    }
    placed_in: dict[str, str] = {}
    for key in titles:
        for one in found[key]:
            placed_in.setdefault(one, key)
    return {
        "title": _("Beeld van de zaal"),
        "desc": _("Stippen, één per mens: %(sizes)s. De tabel eronder zegt hetzelfde.") % {"sizes": sizes},
        "dots": [
            {"x": x, "y": y, "shape": shape or 0} for (x, y), shape in zip(spread(places, apart), shapes, strict=True)
        ],
        "scale": {44: 1.0, 30: 0.7, 20: 0.45}[apart],
        "groups": [
            {"shape": group["shape"], "name": shape_names()[group["shape"]], "size": group["size"]}
            for group in found["groups"]
        ],
        "sections": [
            {
                "key": key,
                "title": title,
                "statements": [_statement(found, one, texts) for one in ids],
            }
            for key, title in titles.items()
            if (ids := [one for one in found[key] if one in texts and (key == "few" or placed_in[one] == key)])
        ],
        "typical": [
            {"shape": of["shape"], "view": view, "word": word, "statements": said}
            for of in found["typical"]
            for side, view, word in _sides(of["shape"])
            if (said := [_statement(found, one, texts) for one in of[side] if one in texts][:TYPICAL_SHOWN])
        ],
        "rows": [_statement(found, one, texts) for one in found["order"] if one in texts],
    }


def _statement(found: Mapping[str, Any], one: str, texts: Mapping[str, str]) -> dict[str, Any]:
    views = [
        {"shape": view["shape"], "view": view["view"], "word": view_words()[view["view"]]}
        for view in found["per_statement"].get(one, ())
    ]
    return {"text": texts[one], "views": views, "residents": found["residents"].get(one, "")}


def _sides(shape: int) -> tuple[tuple[str, str, str], ...]:
    name = shape_names()[shape]
    return (
        ("agree", "most_agree", _("vooral de %(shape)s zijn het hiermee eens") % {"shape": name}),
        ("disagree", "most_disagree", _("vooral de %(shape)s zijn het hiermee oneens") % {"shape": name}),
    )


def bars(title: str, rows: Sequence[tuple[str, int]], unit: str = "") -> dict[str, Any]:
    """Bars with the figure at the end; `rows` are (word, number)."""
    most = max((number for _word, number in rows), default=0) or 1
    return {
        "title": title,
        "unit": unit,
        "rows": [{"word": word, "number": number, "width": round(600 * number / most)} for word, number in rows],
    }


def triad(corners: Sequence[str], dots: Sequence[Sequence[float]], none: int | None = None) -> dict[str, Any]:
    """A cloud of dots between three words. `dots` are three shares each; `none` is how many said "past niet"."""
    nearest = [list(at).index(max(at)) for at in dots]
    return {
        "title": _("Waar ging het over?"),
        "desc": ngettext("%d stip in een driehoek.", "%d stippen in een driehoek.", len(dots)) % len(dots),
        "corners": list(corners),
        "dots": [{"x": x, "y": y} for x, y in spread(_inside(dots), 15 if len(dots) <= ROOMY else 9, (300, 262, 6))],
        "order": [corners[i] for i in sorted(range(3), key=lambda i: -nearest.count(i))],
        "none": none,
    }


def _inside(dots: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    placed = []
    for at in dots:
        total = sum(at) or 1
        placed.append(
            (
                round(sum(share * corner[0] for share, corner in zip(at, TRIANGLE, strict=True)) / total, 1),
                round(sum(share * corner[1] for share, corner in zip(at, TRIANGLE, strict=True)) / total, 1),
            )
        )
    return placed


def scale(left: str, right: str, dots: Sequence[float]) -> dict[str, Any]:
    """Dots on a line between two words, stacked where they meet. `dots` run from 0 to 100."""
    height: dict[int, int] = {}
    placed = []
    for at in sorted(dots):
        column = round(at / 4)
        placed.append({"x": 20 + column * 22.4, "y": -14 - 20 * height.get(column, 0)})
        height[column] = height.get(column, 0) + 1
    tall = 20 * max(height.values(), default=1) + 10
    middle = sorted(dots)[len(dots) // 2] if dots else 50
    return {
        "title": _("Waar staan we?"),
        "left": left,
        "right": right,
        "dots": placed,
        "box": f"0 {-tall} 600 {tall + 6}",
        "sentence": _where(middle, left, right),
    }


def _where(middle: float, left: str, right: str) -> str:
    if middle < 40:
        return _("De meesten staan dichter bij ‘%(word)s’.") % {"word": left}
    if middle > 60:
        return _("De meesten staan dichter bij ‘%(word)s’.") % {"word": right}
    return _("De meesten staan rond het midden.")
