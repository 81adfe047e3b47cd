"""Who sits where: a seat at a table is a place in two circles, the table's and the room's."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from werkplaats.people.models import Membership, Person

from .hub import hub
from .models import Seat, Session, Table


def sit(session: Session, person: Person, number: int, name: UUID | None = None) -> tuple[Seat, bool]:
    """The seat of this person, made or moved to this table; and whether it is new. Table.DoesNotExist for no table."""
    table = Table.objects.select_related("circle").get(session=session, number=number)
    with transaction.atomic():
        seat, new = Seat.objects.get_or_create(
            session=session, person=person, defaults={"table": table, "joined_at": timezone.now(), "name_id": name}
        )
        if not new and (seat.table_id != table.pk or name):
            seat.table = table
            seat.name_id = name or seat.name_id
            seat.save(update_fields=["table", "name"])
        _belong(person, table)
    return seat, new


def move(seat: UUID, number: int) -> None:
    """This seat is at another table from now on: it reads that table's words and no longer the old one's."""
    with transaction.atomic():
        row = Seat.objects.select_related("person", "session").get(uuid=seat)
        row.table = Table.objects.get(session=row.session, number=number)
        row.save(update_fields=["table"])
        _belong(row.person, row.table)


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
