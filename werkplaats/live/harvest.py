"""The end of an evening: what was given goes to the rooms that make objects of it, in their order, once."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from werkplaats.methods.parts import Step
from werkplaats.methods.recipe import Recipe
from werkplaats.people.models import Person

from .log import lines_of
from .models import Seat, Session
from .running import recipe_of
from .state import Line, Piece, State, fold


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
    """`shown` are the voices that stood on the wall, `statements` those people weighed, both in order."""

    session: Session
    recipe: Recipe
    events: list[Line]
    given: list[Given]
    votes: list[Vote]
    weighings: list[Weighed]
    placements: list[Placed]
    shown: list[UUID]
    statements: list[UUID]


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
            for author, mark in marks.items()
        ],
        weighings=[
            Weighed(author, UUID(statement), mark.value)
            for statement, marks in state.weighed.items()
            for author, mark in marks.items()
        ],
        placements=[
            Placed(recipe.step(step), row, author, mark.value, UUID(mark.uuid))
            for (step, row), marks in state.placed.items()
            for author, mark in marks.items()
        ],
        shown=[UUID(voice) for voice in sorted(state.shown, key=state.shown.__getitem__) if voice not in state.hidden],
        statements=[UUID(voice) for voice in state.statements],
    )


def _pieces(state: State) -> list[Piece]:
    last = set(state.recommendations.values())
    return [
        piece
        for piece in state.pieces.values()
        if not (piece.input == "recommendation" and piece.per_group and piece.voice not in last)
    ]


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
    """Lets every room make its objects. May be repeated: nothing is made twice."""
    evening = evening_of(session)
    for room in settings.WERKPLAATS_ROOMS:
        if room.harvest:
            import_string(room.harvest)(evening)
    Session.objects.filter(pk=session.pk).update(harvested_at=timezone.now())
