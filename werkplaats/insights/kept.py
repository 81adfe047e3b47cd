"""The landscape of a session that is over, kept so that a page of a large conversation need not wait for it."""

import hashlib
from typing import Any

from django.db.models import Count, Max

from werkplaats.live.models import Session

from .landscape import for_room
from .models import Picture, Statement, Weighing
from .residents import residents_in

# Goes up when the engine or `for_room` draws the same answers in another way.
DRAWN_BY = 1


def picture(session: Session) -> dict[str, Any]:
    """The keys of `for_room` from what was stored at harvest or import; drawn anew when that changed since."""
    residents = residents_in(session)
    of = _fingerprint(session, residents)
    if kept := Picture.objects.filter(session=session, of=of).first():
        return kept.found
    found = _draw(session, residents)
    Picture.objects.update_or_create(session=session, defaults={"of": of, "found": found})
    return found


def _draw(session: Session, residents: dict[str, bool]) -> dict[str, Any]:
    statements = {
        statement.pk: statement for statement in Statement.objects.filter(session=session).order_by("position")
    }
    weighings = Weighing.objects.filter(statement__in=list(statements)).order_by("pk")
    return for_room(
        (str(one.voice_id) for one in statements.values()),
        (
            (author, str(statements[statement].voice_id), answer)
            for author, statement, answer in weighings.values_list("author", "statement", "answer")
        ),
        {str(one.voice_id) for one in statements.values() if one.moderated_out},
        residents,
    )


def _fingerprint(session: Session, residents: dict[str, bool]) -> str:
    """Weighings are made once and go with their statement, so their number and the last one tell whether they changed."""
    statements = list(
        Statement.objects.filter(session=session).order_by("pk").values_list("voice", "position", "moderated_out")
    )
    weighings = Weighing.objects.filter(statement__session=session).aggregate(number=Count("pk"), last=Max("pk"))
    told = [DRAWN_BY, statements, weighings["number"], weighings["last"], sorted(residents.items())]
    return hashlib.sha256(repr(told).encode()).hexdigest()
