"""Ending what nobody ended: an evening whose last moment has passed closes by itself, with its harvest."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid5

from django.utils import timezone

from . import ending, lead
from .doors import is_overdue
from .hall import in_thread
from .hub import hub
from .models import Session

EVERY = 60.0
log = logging.getLogger("werkplaats.live")


async def watch(clock: Callable[[], datetime] = timezone.now, every: float = EVERY) -> None:
    """Looks once a minute, as long as the server runs."""
    while True:
        try:
            await end_overdue(clock())
        except Exception:
            log.exception("could not end the evenings that are over")
        await asyncio.sleep(every)


async def end_overdue(now: datetime) -> int:
    """Ends every session that is overdue at `now`. Returns how many."""
    left = await in_thread(_overdue, now)
    for uuid in left:
        hall = await hub.hall(uuid)
        if hall is None:
            continue
        if hall.running.state.ended_at is None:
            command = {"uuid": str(uuid5(uuid, "overdue")), "do": "end"}
            entries = lead.entries(command, hall.running)
            await hub.submit(hall, [replace(entry, author="house") for entry in entries])
        await ending.end(hub, hall)
    return len(left)


def _overdue(now: datetime) -> list[UUID]:
    sessions = Session.objects.filter(opened_at__isnull=False, ended_at__isnull=True)
    return [one.uuid for one in sessions.select_related("room", "gathering") if is_overdue(one, now)]
