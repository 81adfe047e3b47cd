"""The parts a recipe is made of. Frozen; codes are English, texts are Dutch."""

from dataclasses import dataclass
from typing import Any

from werkplaats.methods.codes import CHOICE_KINDS


@dataclass(frozen=True)
class Row:
    """One row of a schema with two sides; `source` is given or own."""

    id: str
    left: str
    right: str
    source: str
    original: str = ""
    note: str = ""


@dataclass(frozen=True)
class Marks:
    """Marks that the role `by` gives to the cards, seen in `circle`."""

    by: str
    options: tuple[str, ...]
    circle: str


@dataclass(frozen=True)
class Input:
    """What a phone asks in a step. Kind none: nothing, and then circle and becomes are empty."""

    kind: str
    prompt: str = ""
    circle: str = ""
    attribution: str = "named"
    becomes: str = ""
    per_group: bool = False
    only_role: str = ""
    left: str = ""
    right: str = ""
    rows: tuple[Row, ...] = ()
    corners: tuple[str, ...] = ()
    none_fits: str = ""
    options: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    votes_per_person: int | None = None
    exclude_own: bool = False
    ask_reason: bool = False
    reason_required_for: tuple[str, ...] = ()
    result: str = ""
    statements_from: str = ""
    min_supporting_stories: int | None = None
    tags: tuple[str, ...] = ()
    marks: Marks | None = None
    moderated_by: tuple[str, ...] = ()
    typed_by: str = ""
    perspective: bool = False

    @property
    def asks(self) -> bool:
        """Whether a phone asks anything."""
        return self.kind != "none"

    @property
    def is_choice(self) -> bool:
        return self.kind in CHOICE_KINDS

    def public(self) -> dict[str, Any]:
        """All keys, ready for JSON: lists for tuples, None for what does not apply."""
        return {
            "kind": self.kind,
            "prompt": self.prompt or None,
            "circle": self.circle or None,
            "attribution": self.attribution if self.asks else None,
            "becomes": self.becomes or None,
            "per_group": self.per_group,
            "only_role": self.only_role or None,
            "left": self.left or None,
            "right": self.right or None,
            "rows": [{"id": row.id, "left": row.left, "right": row.right} for row in self.rows],
            "corners": list(self.corners),
            "none_fits": self.none_fits or None,
            "options": list(self.options),
            "parts": list(self.parts),
            "votes_per_person": self.votes_per_person,
            "exclude_own": self.exclude_own,
            "ask_reason": self.ask_reason,
            "reason_required_for": list(self.reason_required_for),
            "result": self.result or None,
            "statements_from": self.statements_from or None,
            "min_supporting_stories": self.min_supporting_stories,
            "tags": list(self.tags),
            "marks": {"by": self.marks.by, "options": list(self.marks.options), "circle": self.marks.circle}
            if self.marks
            else None,
            "moderated_by": list(self.moderated_by),
            "typed_by": self.typed_by or None,
            "perspective": self.perspective,
        }


@dataclass(frozen=True)
class Scribe:
    """The role `by` writes for the table."""

    by: str
    prompt: str
    circle: str
    becomes: str


@dataclass(frozen=True)
class Recording:
    """Sound, kept only when the role `only_if` wants it."""

    only_if: str
    circle: str
    becomes: str


@dataclass(frozen=True)
class Step:
    """One part of a method. `consent_check` is empty, now or after_call; minutes are whole."""

    n: int
    title: str
    phase: str
    form: str
    minutes: int
    instruction: str
    input: Input
    round: int = 1
    expect: str = ""
    scribe: Scribe | None = None
    recording: Recording | None = None
    consent_check: str = ""
    block: str = ""

    def public(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "n": self.n,
            "title": self.title,
            "phase": self.phase,
            "round": self.round,
            "form": self.form,
            "minutes": self.minutes,
            "instruction": self.instruction,
            "input": self.input.public(),
            "scribe": {"by": self.scribe.by, "prompt": self.scribe.prompt, "circle": self.scribe.circle}
            if self.scribe
            else None,
            "consent_check": self.consent_check or None,
            "block": self.block or None,
        }


@dataclass(frozen=True)
class Role:
    id: str
    name: str
    task: str


@dataclass(frozen=True)
class Variant:
    """Another way: its roles replace those with the same id, its steps those with the same number."""

    id: str
    name: str
    text: str
    roles: tuple[Role, ...] = ()
    preparation: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class GroupSize:
    """How many people, per table or room; `tables` is a text."""

    min: int
    ideal: int
    max: int
    per: str
    tables: str


@dataclass(frozen=True)
class QuickVersion:
    minutes: tuple[int, ...]
    note: str


@dataclass(frozen=True)
class SoloVersion:
    """Alone, on one's own phone: the numbers of the steps and, beside them, the minutes of each."""

    minutes: int
    steps: tuple[int, ...]
    step_minutes: tuple[int, ...]
    note: str


@dataclass(frozen=True)
class Basis:
    """Where it comes from and how sure that is."""

    origin: str
    steps: str = ""
    confidence: str = ""


@dataclass(frozen=True)
class BuildingBlock:
    """A part that may be added to any method. Without a phase: anywhere.

    With `moments_after_session_days` it comes after the gathering and is no step.
    """

    id: str
    name: str
    form: str
    minutes: int
    instruction: str
    input: Input
    phase: str = ""
    expect: str = ""
    consent_check: str = ""
    note: str = ""
    basis: Basis | None = None
    moments_after_session_days: tuple[int, ...] = ()
