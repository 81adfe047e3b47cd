"""The end of an evening: what was given goes to the rooms that make objects of it, in their order, once."""

import hashlib
import random
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from werkplaats.methods.parts import Step
from werkplaats.methods.recipe import Recipe
from werkplaats.people.models import Person
from werkplaats.vault.sealing import forget_deleted

from .log import lines_of
from .models import Event, Seat, Session
from .running import recipe_of, weighing_closed
from .state import Line, Mark, Piece, State, fold

MARKS = ("placed", "weighed", "voted")
AT_ONCE = 100


@dataclass(frozen=True)
class Given:
    """One voice somebody gave. `source` is the event; `person` and `seat` are None for an unlinked author."""

    voice: UUID
    step: Step
    input: str
    becomes: str
    seat: UUID | None
    table: int
    person: Person | None
    rests_on: list[UUID]
    due: date | None
    source: UUID
    about: UUID | None = None


@dataclass(frozen=True)
class Vote:
    """The choices of one author in one step."""

    step: Step
    author: str
    picks: list[UUID]
    source: UUID


class Weighed(NamedTuple):
    """The last answer (agree, disagree, pass) of one author to one statement."""

    author: str
    statement: UUID
    answer: str


@dataclass(frozen=True)
class Placed:
    """The last dot of one author: three shares in a triad, 0-100 on a scale, None for "past niet"."""

    step: Step
    row: str
    author: str
    at: Any
    source: UUID


@dataclass(frozen=True)
class Evening:
    """`shown` are the voices that stood on the wall, `statements` those people weighed, both in order.

    While `weighing_closed` is False nothing of `weighings` may be seen by anyone.
    """

    session: Session
    recipe: Recipe
    events: list[Line]
    given: list[Given]
    votes: list[Vote]
    weighings: list[Weighed]
    placements: list[Placed]
    shown: list[UUID]
    statements: list[UUID]
    weighing_closed: bool = False


def evening_of(session: Session) -> Evening:
    """The whole evening from its log, as the fold leaves it: last answers, a table's last recommendation."""
    events = lines_of(session.pk)
    state = fold(events)
    recipe = recipe_of(session.recipe.recipe, state)
    persons = {seat.uuid: seat.person for seat in Seat.objects.filter(session=session).select_related("person")}
    return Evening(
        session=session,
        recipe=recipe,
        events=events,
        given=[_given(piece, recipe, persons) for piece in _pieces(state)],
        votes=[
            Vote(recipe.step(step), author, [UUID(pick) for pick in mark.value], UUID(mark.uuid))
            for step, marks in state.voted.items()
            for author, mark in _marks(recipe.step(step), marks)
        ],
        weighings=[
            Weighed(author, UUID(statement), mark.value)
            for statement, marks in state.weighed.items()
            for author, mark in _weighed(recipe, state, marks)
            if not mark.late
        ],
        placements=[
            Placed(recipe.step(step), row, author, mark.value, UUID(mark.uuid))
            for (step, row), marks in state.placed.items()
            for author, mark in _marks(recipe.step(step), marks)
        ],
        shown=[UUID(voice) for voice in sorted(state.shown, key=state.shown.__getitem__) if voice not in state.hidden],
        statements=[UUID(voice) for voice in state.statements],
        weighing_closed=weighing_closed(recipe, state),
    )


def _pieces(state: State) -> list[Piece]:
    last = set(state.recommendations.values())
    return [
        piece
        for piece in state.pieces.values()
        if not (piece.input == "recommendation" and piece.per_group and piece.voice not in last)
    ]


def _marks(step: Step, marks: dict[str, Mark]) -> list[tuple[str, Mark]]:
    """The author and the last answer of each. Unlinked answers come in no order, with another author and uuid than
    in the log; a second harvest makes the same ones."""
    if step.input.attribution != "unlinked":
        return list(marks.items())
    hidden = [
        (_other(author, mark.uuid), replace(mark, uuid=_other(author, mark.uuid)[:32]))
        for author, mark in marks.items()
    ]
    random.SystemRandom().shuffle(hidden)
    return hidden


def _weighed(recipe: Recipe, state: State, marks: dict[str, Mark]) -> list[tuple[str, Mark]]:
    """As `_marks`, but an author stays the same over all statements: the landscape needs that."""
    linked, hidden = [], []
    for author, mark in marks.items():
        step = recipe.step(state.weigh_step[author]) if author in state.weigh_step else None
        if step and step.input.attribution == "unlinked":
            hidden.append((_other(author), mark))
        else:
            linked.append((author, mark))
    random.SystemRandom().shuffle(hidden)
    return linked + hidden


def _other(*known: str) -> str:
    """64 hex signs nobody can trace back once the log has forgotten the author, who is an HMAC of a destroyed key."""
    return hashlib.sha256(" ".join(known).encode()).hexdigest()


def _given(piece: Piece, recipe: Recipe, persons: dict[UUID, Person]) -> Given:
    step = recipe.step(piece.step)
    seat = UUID(piece.author) if piece.author.count("-") == 4 else None
    return Given(
        voice=UUID(piece.voice),
        step=step,
        input=piece.input,
        becomes="reason" if piece.input == "reason" else step.input.becomes,
        seat=seat,
        table=piece.table,
        person=persons.get(seat) if seat else None,
        rests_on=[UUID(voice) for voice in piece.rests_on],
        due=date.fromisoformat(piece.due) if piece.due else None,
        source=UUID(piece.uuid),
        about=UUID(piece.about) if piece.about else None,
    )


def harvest(session: Session) -> None:
    """Lets every room make its objects, then forgets which line held whose unlinked answer. May be repeated: nothing
    is made twice."""
    evening = evening_of(session)
    for room in settings.WERKPLAATS_ROOMS:
        if room.harvest:
            import_string(room.harvest)(evening)
    _forget_unlinked(session, evening.recipe)
    Session.objects.filter(pk=session.pk).update(harvested_at=timezone.now())


def _forget_unlinked(session: Session, recipe: Recipe) -> None:
    """Number and uuid of these lines stay; what was answered and by whom goes, also from the write-ahead log."""
    steps = [step.n for step in recipe.steps if step.input.attribution == "unlinked"]
    lines = Event.objects.filter(session=session, kind__in=MARKS, payload__step__in=steps, forgotten=False)
    while keys := list(lines.values_list("pk", flat=True)[:AT_ONCE]):
        Event.objects.filter(pk__in=keys).update(payload={}, author="", forgotten=True)
    if steps:
        forget_deleted("default")
