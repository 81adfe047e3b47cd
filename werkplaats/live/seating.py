"""Who sits where: a seat at a table is a place in two circles, the table's and the room's."""

from itertools import pairwise
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from werkplaats.people.models import Membership, Person

from .hub import hub
from .models import Event, Seat, Session, Table


def sit(session: Session, person: Person, number: int, name: UUID | None = None) -> tuple[Seat, bool]:
    """The seat of this person, made at this table or found where it is; and whether it is new. A first name replaces
    the one that was there. Table.DoesNotExist for no table."""
    table = Table.objects.select_related("circle").get(session=session, number=number)
    with transaction.atomic():
        seat, new = Seat.objects.get_or_create(
            session=session, person=person, defaults={"table": table, "joined_at": timezone.now(), "name_id": name}
        )
        if new:
            _belong(person, table)
        elif name:
            seat.name_id = name
            seat.save(update_fields=["name"])
    return seat, new


def move(seat: UUID, number: int) -> None:
    """This seat is at another table from now on: it reads that table's words and no longer the old one's. Goes with
    the line in the log, in one transaction."""
    with transaction.atomic():
        row = Seat.objects.select_related("person", "session").get(uuid=seat)
        row.table = Table.objects.get(session=row.session, number=number)
        row.save(update_fields=["table"])
        _belong(row.person, row.table)


def moves(seat: Seat) -> int:
    """How often this seat changed tables."""
    lines = Event.objects.filter(session=seat.session_id, kind__in=("seated", "moved"), payload__seat=str(seat.uuid))
    return sum(one != other for one, other in pairwise(lines.order_by("seq").values_list("payload__table", flat=True)))


def revoke(seat: Seat) -> None:
    """Ends this seat's token, here at once and in another process within a second. Its words stay."""
    Seat.objects.filter(pk=seat.pk, revoked_at__isnull=True).update(revoked_at=timezone.now())
    hub.seat_changed(seat.session.uuid, str(seat.uuid))


def _belong(person: Person, table: Table) -> None:
    session = table.session
    others = Table.objects.filter(session=session).exclude(pk=table.pk).values("circle")
    Membership.objects.filter(person=person, circle__in=others).delete()
    for circle in (table.circle_id, session.room_id):
        Membership.objects.get_or_create(person=person, circle_id=circle)
