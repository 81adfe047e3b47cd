"""The fixed texts of a session, from recipes/texts.yaml."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from werkplaats.methods.codes import CIRCLES
from werkplaats.methods.nodes import Section
from werkplaats.methods.schema import read_texts

RECIPES = Path(__file__).parent / "recipes"


@dataclass(frozen=True)
class InputKind:
    """What a kind of input is, its fixed answers, its label for "none of these", its fixed parts."""

    text: str
    options: tuple[str, ...] = ()
    none_fits: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScreenText:
    """A text for a screen; [..] in it is filled in by who shows it."""

    text: str
    name: str = ""
    answers: tuple[str, ...] = ()
    if_no: str = ""
    below: str = ""
    optional: bool = False
    several: bool = False
    attribution: str = "named"
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class GoodToKnow:
    text: str
    when: str


@dataclass(frozen=True)
class Texts:
    """`circle_lines` is keyed by circle code; `min_people` is the rule of five."""

    input_kinds: dict[str, InputKind]
    min_people: int
    general_rules: tuple[str, ...]
    good_to_know: tuple[GoodToKnow, ...]
    help_panel: dict[str, str]
    screens: dict[str, ScreenText]
    circle_lines: dict[str, str]
    attribution_lines: dict[str, str]


def parse_texts(text: str, name: str) -> Texts:
    """Raises RecipeError when the file does not fit."""
    return _build(read_texts(text, name))


@cache
def texts() -> Texts:
    path = RECIPES / "texts.yaml"
    return parse_texts(path.read_text(encoding="utf-8"), path.name)


def screen_text(key: str) -> ScreenText:
    """The text named `key` in texts.yaml; KeyError when there is none."""
    return texts().screens[key]


def _build(section: Section) -> Texts:
    screens = section["screen_texts"]
    lines = screens["line_under_input"]
    return Texts(
        input_kinds={kind: InputKind(**given) for kind, given in section["input_kinds"].items()},
        min_people=section["small_numbers"]["min_people"],
        general_rules=section["general_rules"],
        good_to_know=tuple(GoodToKnow(**given) for given in section["good_to_know"]),
        help_panel=dict(section["help_panel"]),
        screens={
            key: ScreenText(**given)
            for key, given in screens.items()
            if key not in ("line_under_input", "line_attribution")
        },
        circle_lines={CIRCLES[word]: line for word, line in lines.items()},
        attribution_lines=dict(screens["line_attribution"]),
    )
