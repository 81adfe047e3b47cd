"""The end of a session: circles close, the session key is destroyed, the harvest is made. May be repeated."""

import logging

from django.utils import timezone

from .doors import close_doors
from .hall import Hall, in_thread
from .harvest import harvest
from .hub import Hub
from .models import Event, Session

log = logging.getLogger("werkplaats.live")


async def end(hub: Hub, hall: Hall) -> None:
    """Closes and harvests a session whose log has just ended, and takes its words from every screen."""
    await in_thread(finish, hall.running.id)
    hall.running.key = None
    hub.empty(hall)


def finish(session_id: int) -> bool:
    """Closes and harvests one session whose log has ended. False when the harvest must be tried again."""
    session = Session.objects.select_related("gathering", "recipe").get(pk=session_id)
    ended = Event.objects.filter(session=session, kind="ended").order_by("seq").first()
    close_doors(session, ended.at if ended else timezone.now())
    try:
        harvest(session)
    except Exception:
        log.exception("the harvest of session %s stopped halfway and will be tried again", session.uuid)
        return False
    return True


def finish_left() -> int:
    """What a crash left: sessions that ended but were not closed or harvested. Returns how many."""
    ended = Event.objects.filter(kind="ended", forgotten=False).values("session")
    left = Session.objects.filter(pk__in=ended, harvested_at__isnull=True).values_list("pk", flat=True)
    return sum(finish(session) for session in left)
