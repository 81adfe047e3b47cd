"""Opening and closing a session: its code, its tables, the circles of who is there, and when the door opens."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4, uuid5

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from werkplaats.gatherings.models import Gathering
from werkplaats.methods.models import RecipeVersion
from werkplaats.methods.nodes import RecipeError
from werkplaats.methods.recipe import Recipe
from werkplaats.people.models import Account, Circle, Membership
from werkplaats.vault.sealing import destroy_session_key

from .log import Entry, Writer, lines_of
from .models import Session, Table
from .problem import Problem
from .running import recipe_of
from .state import fold

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 6
MOST_TABLES = 60
STAFF_READ = timedelta(days=14)
OVERTIME = timedelta(hours=6)


def new_room_code() -> str:
    """Six signs without I, O, 0 and 1."""
    return "".join(secrets.choice(LETTERS) for _place in range(CODE_LENGTH))


def normalise_room_code(given: str) -> str:
    """What was meant by what was typed: capitals, no spaces, look-alikes read as the signs we use."""
    return "".join(sign for sign in given.upper() if sign.isalnum())[:12]


def prepare(
    gathering: Gathering,
    tables: int,
    account: Account | None,
    writer: Writer,
    rehearsal: bool = False,
    blocks: Sequence[tuple[str, int]] = (),
    recipe: RecipeVersion | None = None,
) -> Session:
    """A new session with its tables, and its blocks put in. Raises Problem when a block or number does not fit."""
    recipe = recipe or gathering.recipe
    if recipe is None:
        raise Problem(409, _("Kies eerst een werkvorm bij deze bijeenkomst."))
    check_tables(tables)
    running = recipe.recipe
    for block, after in blocks:
        try:
            running = running.with_block(block, after)
        except (RecipeError, KeyError) as error:
            raise Problem(409, reason_of(error)) from None
    session = _make(gathering, recipe, tables, account, rehearsal)
    writer.submit(
        session.pk, [Entry(uuid4(), "inserted", {"block": block, "after": after}, "console") for block, after in blocks]
    ).result()
    return session


def check_tables(count: object) -> int:
    if type(count) is not int or not 1 <= count <= MOST_TABLES:
        raise Problem(422, _("Kies een aantal tafels van 1 tot en met %(most)d.") % {"most": MOST_TABLES}, "tables")
    return count


def reason_of(error: Exception) -> str:
    """The Dutch sentence of a recipe that does not fit."""
    if isinstance(error, RecipeError):
        return error.problems[0].message
    return _("Dit onderdeel kennen we niet.")


def _make(
    gathering: Gathering, recipe: RecipeVersion, tables: int, account: Account | None, rehearsal: bool
) -> Session:
    for _attempt in range(5):
        try:
            with transaction.atomic():
                room = Circle.objects.create(network_id=gathering.network_id, kind=Circle.Kind.ROOM)
                session = Session.objects.create(
                    gathering=gathering, recipe=recipe, code=new_room_code(), room=room, rehearsal=rehearsal
                )
                add_tables(session, tables)
                if account:
                    Membership.objects.create(circle=room, account=account)
                return session
        except IntegrityError:
            continue
    raise RuntimeError("no free room code found")


def add_tables(session: Session, count: int) -> dict[int, int]:
    """Makes the tables up to `count` that are not there yet: {number: circle}."""
    with transaction.atomic():
        there = dict(Table.objects.filter(session=session).values_list("number", "circle_id"))
        for number in range(1, count + 1):
            if number not in there:
                circle = Circle.objects.create(
                    network_id=session.gathering.network_id, kind=Circle.Kind.TABLE, ends_at=session.room.ends_at
                )
                Table.objects.create(session=session, number=number, circle=circle)
                there[number] = circle.pk
    return there


def opens_at(session: Session) -> datetime:
    """When people may come in by the clock: the recipe's walk-in time before the gathering starts."""
    recipe = recipe_of(session.recipe.recipe, fold(lines_of(session.pk)))
    return session.gathering.starts_at - timedelta(minutes=recipe.walk_in_minutes)


def last_moment(session: Session) -> datetime:
    """When an evening that nobody ends is over all the same: six hours after it should have been."""
    return session.room.ends_at or session.gathering.ends_at + OVERTIME


def is_overdue(session: Session, now: datetime) -> bool:
    """Whether it should have ended long ago. A rehearsal whose doors never opened waits for whoever made it."""
    waits = session.rehearsal and session.opened_at is None
    return session.ended_at is None and not waits and last_moment(session) <= now


def open_doors(session: Session, writer: Writer, now: datetime | None = None) -> None:
    """Lets people in, and sets when the circles close if nobody ends the evening. Twice is once."""
    if session.opened_at is None:
        tables = Table.objects.filter(session=session).count()
        opened = Entry(uuid5(session.uuid, "opened"), "opened", {"tables": tables}, "house")
        writer.submit(session.pk, [opened]).result()
        session.opened_at = now or timezone.now()
        lasts = timedelta(minutes=session.recipe.recipe.duration_minutes)
        session.room.ends_at = max(session.gathering.ends_at, session.opened_at + lasts) + OVERTIME
        with transaction.atomic():
            Session.objects.filter(pk=session.pk, opened_at__isnull=True).update(opened_at=session.opened_at)
            Circle.objects.filter(pk__in=_circles(session), ends_at__isnull=True).update(ends_at=session.room.ends_at)


def _circles(session: Session) -> list[int]:
    return [session.room_id, *Table.objects.filter(session=session).values_list("circle_id", flat=True)]


def close_doors(session: Session, now: datetime | None = None) -> None:
    """The evening is over: table and room words close, and no unlinked answer can be traced any more."""
    now = now or timezone.now()
    room = Circle.objects.get(pk=session.room_id)
    ends_at = min(now, room.ends_at) if room.ends_at else now
    with transaction.atomic():
        Session.objects.filter(pk=session.pk, ended_at__isnull=True).update(ended_at=now)
        Circle.objects.filter(pk__in=_circles(session)).update(ends_at=ends_at)
        Circle.objects.filter(pk=session.room_id, staff_until__isnull=True).update(staff_until=ends_at + STAFF_READ)
    destroy_session_key(session.uuid)


def fitting_place(recipe: Recipe, block: str) -> int:
    """After which step a building block first fits; -1 when nowhere."""
    for after in range(len(recipe.steps) + 1):
        try:
            recipe.with_block(block, after)
        except (RecipeError, KeyError):
            continue
        return after
    return -1
