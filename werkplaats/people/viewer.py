"""Who is looking: one frozen value per request. Every read of words takes one."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    VISITOR = "visitor"
    GIVER = "giver"
    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"
    COORDINATOR = "coordinator"
    HOUSE = "house"


@dataclass(frozen=True)
class Viewer:
    """`circles` are ids of circles this viewer sits in; whether one is still open is judged by the door."""

    role: Role = Role.VISITOR
    person: int | None = None
    account: int | None = None
    network: int | None = None
    circles: frozenset[int] = field(default_factory=frozenset)
    municipal: bool = False

    @property
    def is_staff(self) -> bool:
        return self.role in (Role.FACILITATOR, Role.COORDINATOR)


VISITOR = Viewer()


def house(circle: int) -> Viewer:
    """The server itself, showing words to everyone in one circle at once."""
    return Viewer(role=Role.HOUSE, circles=frozenset({circle}))
