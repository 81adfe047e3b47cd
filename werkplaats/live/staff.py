"""Who may still be here: accounts that were closed and seats that were ended, in any process, lose their screens."""

import asyncio
import logging
from uuid import UUID

from werkplaats.people.models import Account

from .hall import Hall, in_thread
from .hub import hub
from .models import Seat

EVERY = 1.0
log = logging.getLogger("werkplaats.live")


def may_lead(account: str, network: int) -> bool:
    """Whether this account (row number, as its token says it) stands and is of this network."""
    return account.isdecimal() and Account.objects.filter(pk=int(account), is_active=True, network=network).exists()


async def watch(every: float = EVERY) -> None:
    """Each second, as long as the server runs."""
    while True:
        await asyncio.sleep(every)
        try:
            await send_away()
        except Exception:
            log.exception("could not see who was sent away")


async def send_away() -> None:
    """Ends the streams of who may no longer be here, and forgets the seats that were ended."""
    halls = {hall.running.id: hall for hall in hub.halls.values()}
    if not halls:
        return
    ended, standing = await in_thread(_who, list(halls))
    for session, seat in ended:
        hall = halls[session]
        if (sits := hall.running.seats.get(str(seat))) and not sits.revoked:
            hub.seat_changed(hall.running.uuid, str(seat))
    for hall in halls.values():
        _let_go(hall, standing)


def _let_go(hall: Hall, standing: set[tuple[int, int]]) -> None:
    for listener in hall.listeners:
        if listener.who.isdecimal() and (int(listener.who), hall.running.network) not in standing:
            listener.close()


def _who(sessions: list[int]) -> tuple[list[tuple[int, UUID]], set[tuple[int, int]]]:
    """(session, seat) of the seats that were ended, and (account, network) of the accounts that stand."""
    seats = Seat.objects.filter(session__in=sessions, revoked_at__isnull=False)
    accounts = Account.objects.filter(is_active=True)
    return list(seats.values_list("session", "uuid")), set(accounts.values_list("pk", "network"))
