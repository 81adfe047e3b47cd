"""One session in memory: its state, its recipe as it runs, and who sits where. Rebuilt from the log at any time."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.conf import settings

from werkplaats.methods.recipe import Recipe
from werkplaats.vault.sealing import session_key

from .log import lines_of
from .models import Seat, Session, Table
from .state import Line, State, apply, fold
from .view import Plan


@dataclass
class Sitter:
    """The person in a seat, as far as the live server needs to know."""

    seat: str
    person: int
    person_uuid: UUID
    talks_only: bool
    revoked: bool
    name: UUID | None = None


@dataclass
class Running:
    id: int
    uuid: UUID
    network: int
    base: Recipe
    plan: Plan
    state: State
    room: int
    tables: dict[int, int]
    seats: dict[str, Sitter] = field(default_factory=dict)
    landscape: dict | None = None
    key: bytes | None = None

    @property
    def recipe(self) -> Recipe:
        return self.plan.recipe

    @property
    def weighing_closed(self) -> bool:
        return weighing_closed(self.recipe, self.state)

    def take(self, lines: Iterable[Line]) -> None:
        """Adds new lines; a line that is there already is passed over."""
        for line in lines:
            if line.seq == self.state.seq + 1:
                apply(self.state, line)
                if line.kind == "inserted":
                    self._refit()
            elif line.seq > self.state.seq:
                raise LookupError(f"line {line.seq} after {self.state.seq}")

    def _refit(self) -> None:
        self.plan = replace(self.plan, recipe=recipe_of(self.base, self.state))

    def circle(self, level: str, table: int) -> int | None:
        """The circle a level refers to at this table."""
        return {"table": self.tables.get(table), "room": self.room}.get(level)

    def author(self, sitter: Sitter, step: int, attribution: str) -> str:
        """The seat; or, for an unlinked answer, an HMAC of person and step that nobody can trace after the end."""
        if attribution != "unlinked":
            return sitter.seat
        if self.key is None:
            return ""
        told = sitter.person_uuid.bytes + step.to_bytes(2, "big")
        return hmac.new(self.key, told, hashlib.sha256).hexdigest()


def weighing_closed(recipe: Recipe, state: State) -> bool:
    """Whether there are statements, and every step in which people weighed them has closed."""
    steps = [step.n for step in recipe.steps if step.input.kind == "weigh" and step.n in state.opened]
    return bool(state.statements and steps) and all(state.closed(number) for number in steps)


def recipe_of(base: Recipe, state: State) -> Recipe:
    """The recipe with the blocks that were put in this evening."""
    for block, after in state.inserted:
        base = base.with_block(block, after)
    return base


def join_url(session: Session) -> str:
    return f"{settings.WERKPLAATS_URL}/mee/"


def load(uuid: UUID) -> Running | None:
    """The session from the database; None when there is none. Reads the whole log once."""
    session = Session.objects.select_related("gathering", "recipe").filter(uuid=uuid).first()
    if session is None:
        return None
    state = fold(lines_of(session.pk))
    running = Running(
        id=session.pk,
        uuid=session.uuid,
        network=session.gathering.network_id,
        base=session.recipe.recipe,
        plan=Plan(
            id=str(session.uuid),
            theme=session.gathering.theme,
            code=session.code,
            url=join_url(session),
            recipe=recipe_of(session.recipe.recipe, state),
            municipal=session.gathering.municipal,
            rehearsal=session.rehearsal,
        ),
        state=state,
        room=session.room_id,
        tables=tables_of(session.pk),
    )
    if not state.ended_at and any(step.input.attribution == "unlinked" for step in running.recipe.steps):
        running.key = session_key(session.uuid)
    for seat in Seat.objects.filter(session=session).select_related("person"):
        running.seats[str(seat.uuid)] = sitter(seat)
    return running


def tables_of(session: int) -> dict[int, int]:
    return dict(Table.objects.filter(session=session).values_list("number", "circle_id"))


def sitter(seat: Seat) -> Sitter:
    person = seat.person
    return Sitter(str(seat.uuid), person.pk, person.uuid, person.talks_only, seat.revoked_at is not None, seat.name_id)
