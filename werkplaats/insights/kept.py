"""The landscape of a session that is over, kept so that a page of a large conversation need not wait for it.

The worker draws it soon after the harvest or the import, and again when we draw in another way.
"""

import hashlib
import logging
from datetime import datetime
from typing import Any

from django.db.models import Count, Max

from werkplaats.live.models import Session

from .landscape import for_room
from .models import Picture, Statement, Weighing
from .residents import residents_in

# Goes up when the engine or `for_room` draws the same answers in another way. An older picture is shown until the new
# one is there; when its keys change too, a migration drops the old ones.
DRAWN_BY = 3
LENGTH = 64
log = logging.getLogger(__name__)


def picture(session: Session) -> dict[str, Any]:
    """The keys of `for_room` from what was stored at harvest or import; drawn anew when that changed since."""
    residents = residents_in(session)
    of = _way() + _fingerprint(session, residents)
    if kept := Picture.objects.filter(session=session, of=of[:LENGTH]).first():
        return kept.found
    found = _draw(session, residents)
    Picture.objects.update_or_create(session=session, defaults={"of": of[:LENGTH], "found": found})
    return found


def kept_picture(session: Session) -> dict[str, Any] | None:
    """As `picture`, but never drawn here: the one that is kept, also when we now draw in another way.

    None when there is none of these answers. One of other answers is dropped, so that the worker draws a new one.
    """
    kept = Picture.objects.filter(session=session).first()
    if kept is None:
        return None
    _, _, of = kept.of.partition(".")
    if of and _fingerprint(session, residents_in(session)).startswith(of):
        return kept.found
    kept.delete()
    return None


def draw_due(_now: datetime) -> None:
    """For the worker: draws one session that is over and has no picture drawn as we draw now.

    One at a time, so that other work has its turn; outside a transaction, because a large one takes a minute.
    """
    drawn = Picture.objects.filter(of__startswith=_way()).values("session")
    over = Session.objects.filter(harvested_at__isnull=False).exclude(pk__in=drawn).order_by("-harvested_at")
    for session in over.filter(pk__in=Statement.objects.values("session")):
        try:
            picture(session)
        except Exception:
            log.exception("no landscape for session %s", session.uuid)
        else:
            return


def _way() -> str:
    return f"{DRAWN_BY}."


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
    told = [statements, weighings["number"], weighings["last"], sorted(residents.items())]
    return hashlib.sha256(repr(told).encode()).hexdigest()
