"""What is off about text the staff wrote: empty, too long, or copied from somebody's words."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from werkplaats.live.models import Session
from werkplaats.voices import copyguard
from werkplaats.voices.copyguard import copied, sources_of, without
from werkplaats.voices.models import Voice

LONGEST = 4000


def cleaned(text: str) -> str:
    """The same text without control characters, with one kind of line end, without space around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign == "\n" or sign.isprintable()).strip()


def problems(
    text: str, session: Session, allowed: Iterable[str] = (), most: int = LONGEST, may_be_empty: bool = False
) -> list[str]:
    """Dutch sentences; empty when the text can be saved."""
    if not text:
        return [] if may_be_empty else [_("Je hebt nog niets opgeschreven.")]
    if len(text) > most:
        return [_("Dit is te lang: %(length)d tekens. Er passen er %(limit)d.") % {"length": len(text), "limit": most}]
    return copies(text, session, allowed)


def copies(text: str, session: Session, allowed: Iterable[str] = ()) -> list[str]:
    """A sentence for each stretch that is word for word what somebody said that evening.

    The theme of the evening is nobody's; `allowed` are other texts that are not.
    """
    known = [session.gathering.theme, *allowed]
    return copyguard.problems(copied(text, sources_of(voices_of(session)), known))


def take_out(rows: Iterable, field: str, voices: Iterable[UUID]) -> None:
    """Takes what copies these voices out of a text field of the staff, before their keys are destroyed.

    `rows`: objects with a `session`, of any evening; only those that change are saved.
    """
    gone = sources_of(Voice.objects.filter(pk__in=list(voices)))
    for row in rows:
        written = getattr(row, field)
        kept = without(written, gone, [row.session.gathering.theme])
        if kept != written:
            setattr(row, field, kept)
            row.save(update_fields=[field])


def voices_of(session: Session):
    """Every voice given in this session that still has words."""
    tables = session.tables.values("circle")
    here = (
        Q(circle=session.room_id)
        | Q(circle__in=tables)
        | Q(together__in=tables)
        | Q(giver__seats__session=session)
        | Q(statement__session=session)
    )
    return Voice.objects.filter(pk__in=Voice.objects.filter(here).values("pk")).exclude(kind="name")
