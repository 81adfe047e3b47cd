"""Questions that tellers answer about their own story, and what each kind of answer looks like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["choice", "choices", "scale", "triad", "stones"]
KINDS: tuple[Kind, ...] = get_args(Kind)
CORNERS = 3
FEWEST_OPTIONS: dict[Kind, int] = {"choice": 2, "choices": 1, "scale": 0, "triad": CORNERS, "stones": 1}


class QuestionError(ValueError):
    """A question that cannot be asked like this; `question` is its id, `part` the field."""

    def __init__(self, question: str, part: str, message: str) -> None:
        self.question, self.part = question, part
        super().__init__(f"question {question!r}, {part}: {message}")


@dataclass(frozen=True)
class Option:
    """One thing to choose; of a triad one corner, of stones one stone. `words`: as the teller reads it."""

    id: str
    words: str


@dataclass(frozen=True)
class Question:
    """A question about a story.

    `options`: what can be chosen (choice: one, choices: any number), the three corners of a triad,
    or the stones. `low`, `high`: the words at the ends of a scale (0 and 100), or left and right of
    the field of the stones; `bottom`, `top`: below and above in that field. `name`: a few words for
    tables and sentences; the text when left out. Raises QuestionError.
    """

    id: str
    kind: Kind
    text: str
    options: tuple[Option, ...] = ()
    low: str = ""
    high: str = ""
    bottom: str = ""
    top: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "options", tuple(self.options))
        if not self.name:
            object.__setattr__(self, "name", self.text)
        if not self.id:
            raise QuestionError(self.id, "id", "is empty")
        if self.kind not in KINDS:
            raise QuestionError(self.id, "kind", f"{self.kind!r} is unknown, expected one of {', '.join(KINDS)}")
        if not self.text:
            raise QuestionError(self.id, "text", "is empty")
        self._check_options()
        self._check_ends()

    def _check_options(self) -> None:
        count = len(self.options)
        if count < FEWEST_OPTIONS[self.kind]:
            raise QuestionError(self.id, "options", f"{count} given, expected at least {FEWEST_OPTIONS[self.kind]}")
        if self.kind == "triad" and count != CORNERS:
            raise QuestionError(self.id, "options", f"{count} corners given, expected {CORNERS}")
        if self.kind == "scale" and count:
            raise QuestionError(self.id, "options", "a scale has two ends and no options")
        for attribute in ("id", "words"):
            each = [getattr(option, attribute) for option in self.options]
            if not all(each):
                raise QuestionError(self.id, "options", f"an option has no {attribute}")
            if len(set(each)) < len(each):
                raise QuestionError(self.id, "options", f"two options have the same {attribute}")

    def _check_ends(self) -> None:
        needed = {"scale": ("low", "high"), "stones": ("low", "high", "bottom", "top")}.get(self.kind, ())
        for part in needed:
            if not getattr(self, part):
                raise QuestionError(self.id, part, "is empty")
