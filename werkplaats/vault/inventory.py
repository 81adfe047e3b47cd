"""What a model holds and why. A test fails for a field that is not declared; `docs/data-inventory.md` is made from it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Origin(StrEnum):
    """Who a value comes from. PARTICIPANT words stand only in `voices`, sealed."""

    STAFF = "staff"
    PARTICIPANT = "participant"
    TOGETHER = "together"
    SYSTEM = "system"


@dataclass(frozen=True)
class Field:
    purpose: str
    origin: Origin = Origin.SYSTEM
    retention: str = ""
    export: str = ""


@dataclass(frozen=True)
class Held:
    """`retention` and `export` are the model's rules; a Field may narrow its own."""

    retention: str
    export: str
    fields: dict[str, Field] = field(default_factory=dict)

    def of(self, name: str) -> Field:
        """The full declaration of one field; KeyError when it is not declared."""
        own = self.fields[name]
        return Field(own.purpose, own.origin, own.retention or self.retention, own.export or self.export)


def system(purpose: str, **rules: str) -> Field:
    return Field(purpose, Origin.SYSTEM, **rules)


def staff(purpose: str, **rules: str) -> Field:
    return Field(purpose, Origin.STAFF, **rules)


def participant(purpose: str, **rules: str) -> Field:
    return Field(purpose, Origin.PARTICIPANT, **rules)
