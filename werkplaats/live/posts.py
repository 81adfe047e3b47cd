"""What phones give and what the facilitator does, from request to acknowledgement."""

import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from werkplaats.people.models import Account
from werkplaats.voices import consent
from werkplaats.voices.models import Voice

from . import ending, lead, seating
from .call import Call
from .consent import decide
from .doors import add_tables, check_tables, open_doors
from .give import Giving, understand, unreadable, uuid_of
from .hall import in_thread
from .log import Ack, Entry
from .mine import mine
from .models import Seat, Session
from .pace import Pace
from .problem import Problem
from .running import Sitter, sitter
from .view import for_room

GIVE_LIMIT = 256 * 1024
LEAD_LIMIT = 32 * 1024
MOST_ITEMS = 100
log = logging.getLogger("werkplaats.live")
pace = Pace()


async def give(call: Call) -> None:
    """Takes an outbox: what was kept, what was refused and why. All refused: the status of the first refusal."""
    sits = await sitting(call)
    if wait := pace.wait(sits.seat, time.monotonic()):
        raise Problem(429, _("Even rustig aan. Je telefoon probeert het zo weer."), retry_after=wait)
    body = await call.json(GIVE_LIMIT)
    items = body.get("items") if isinstance(body, Mapping) else None
    if not isinstance(items, list) or not 1 <= len(items) <= MOST_ITEMS:
        raise unreadable()
    taking = Taking(call, sits)
    for item in items:
        await taking.take(item)
    await taking.flush()
    answer = {"acks": taking.acks, "refused": taking.refused, "time": timezone.now().isoformat()}
    if taking.first and not taking.acks:
        await call.answer(taking.first.body(**answer), taking.first.status)
    else:
        await call.answer(answer)


class Taking:
    """One outbox being taken in. Entries are written together; what must come after them waits for that."""

    def __init__(self, call: Call, sits: Sitter):
        self.call, self.sits = call, sits
        self.acks: list[dict[str, Any]] = []
        self.refused: list[dict[str, Any]] = []
        self.first: Problem | None = None
        self._waiting: list[list[Entry]] = []

    async def take(self, item: Any) -> None:
        try:
            await self._take(item)
        except Problem as problem:
            self.first = self.first or problem
            uuid = item.get("uuid") if isinstance(item, Mapping) else None
            told = {"uuid": uuid[:40] if isinstance(uuid, str) else None, "title": problem.title}
            self.refused.append(told | ({"field": problem.field} if problem.field else {}))

    async def _take(self, item: Any) -> None:
        running = self.call.hall.running
        if not isinstance(item, Mapping):
            raise unreadable()
        uuid = uuid_of(item.get("uuid"), "uuid")
        if (seq := running.state.seqs.get(str(uuid))) is not None:
            self.acks.append({"uuid": str(uuid), "seq": seq, "status": "known"})
            return
        giving = Giving(running, self.sits, timezone.now())
        if item.get("kind") == "consented":
            await self.flush()
            entries = [await in_thread(decide, item, giving)]
        else:
            if item.get("kind") == "moved":
                await self.flush()
            entries = understand(item, giving)
        if item.get("kind") == "moved":
            move = partial(seating.move, UUID(self.sits.seat), entries[0].payload["table"])
            entries = [replace(entries[0], also=move)]
        self._waiting.append(entries)
        if item.get("kind") == "moved":
            await self.flush()
        elif item.get("kind") == "consented":
            await self.flush()
            self.call.hub.drop([(entries[0].payload["voice"], "narrowed")])

    async def flush(self) -> None:
        """Writes what waits. When that fails nothing is acknowledged: the phone keeps it and tries again."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        acks = {ack.uuid: ack for ack in await write(self.call, [entry for one in waiting for entry in one])}
        for entries in waiting:
            ack = acks[entries[0].uuid]
            self.acks.append({"uuid": str(ack.uuid), "seq": ack.seq, "status": ack.status})


async def write(call: Call, entries: list[Entry]) -> list[Ack]:
    try:
        return await call.hub.submit(call.hall, entries)
    except Exception as error:
        log.error("could not write to session %s: %s", call.hall.running.uuid, type(error).__name__)
        raise Problem(503, _("We konden dit nu niet bewaren. Probeer het zo nog eens."), retry_after=2) from None


async def sitting(call: Call) -> Sitter:
    """Who sits in the seat of this token. Raises Problem when the token was ended."""
    seats = call.hall.running.seats
    if call.token.who not in seats:
        row = await in_thread(_seat, call.hall.running.id, call.token.who)
        if row is None:
            raise Problem(403, _("We kennen jouw plaats niet. Doe opnieuw mee met je code."))
        seats[call.token.who] = row
    if seats[call.token.who].revoked:
        raise Problem(403, _("Je plaats is gesloten. Doe opnieuw mee met je code."))
    return seats[call.token.who]


def _seat(session: int, seat: str) -> Sitter | None:
    row = Seat.objects.select_related("person").filter(session=session, uuid=seat).first()
    return sitter(row) if row else None


async def me(call: Call) -> None:
    sits = await sitting(call)
    await call.answer(await in_thread(mine, call.hall.running, sits))


async def lead_session(call: Call) -> None:
    """One command of the facilitator; answers with its number in the log."""
    command = await call.json(LEAD_LIMIT)
    if not isinstance(command, Mapping):
        raise unreadable()
    uuid = uuid_of(command.get("uuid"), "uuid")
    state = call.hall.running.state
    if (seq := state.seqs.get(str(uuid))) is not None:
        await call.answer({"seq": seq})
        return
    special = {"open": _open, "tables": _tables, "ask": _ask}.get(str(command.get("do")))
    if special and state.ended_at and special is not _ask:
        raise Problem(409, _("De avond is afgelopen."))
    entries = await special(call, uuid, command) if special else lead.entries(command, call.hall.running)
    if not entries:
        await call.answer({"seq": state.seq})
        return
    acks = await write(call, entries)
    if command["do"] == "end":
        await ending.end(call.hub, call.hall)
    await call.answer({"seq": acks[-1].seq})


async def _open(call: Call, uuid: UUID, command: Mapping[str, Any]) -> list[Entry]:
    if call.hall.running.state.doors_at is None:
        await in_thread(_open_doors, call)
    return []


def _open_doors(call: Call) -> None:
    open_doors(Session.objects.get(pk=call.hall.running.id), call.hub.writer)


async def _tables(call: Call, uuid: UUID, command: Mapping[str, Any]) -> list[Entry]:
    running = call.hall.running
    count = check_tables(command.get("count"))
    if taken := [chair.table for chair in running.state.seats.values() if chair.table > count]:
        title = _("Aan tafel %(number)d zitten nog mensen. Die tafel kan niet weg.") % {"number": max(taken)}
        raise Problem(409, title, "count")
    running.tables = await in_thread(_add_tables, running.id, count)
    return [Entry(uuid, "tables", {"count": count}, "console")]


def _add_tables(session: int, count: int) -> dict[int, int]:
    return add_tables(Session.objects.select_related("gathering").get(pk=session), count)


async def _ask(call: Call, uuid: UUID, command: Mapping[str, Any]) -> list[Entry]:
    """Asks a giver whether a range of a card may stand in the report."""
    voice = str(uuid_of(command.get("voice"), "voice"))
    piece = call.hall.running.state.pieces.get(voice)
    start, end = command.get("start"), command.get("end")
    if piece is None or not for_room(piece):
        raise Problem(409, _("Deze kaart is er niet meer."), "voice")
    if type(start) is not int or type(end) is not int:
        raise Problem(422, _("We konden niet lezen welke zin je bedoelt."), "start")
    quotation = await in_thread(_ask_giver, UUID(voice), start, end, int(call.token.who))
    return [Entry(uuid, "asked", {"quotation": quotation, "voice": voice, "start": start, "end": end}, "console")]


def _ask_giver(voice: UUID, start: int, end: int, account: int) -> str:
    asked_by = Account.objects.filter(pk=account).first()
    try:
        return str(consent.ask_quotation(Voice.objects.get(pk=voice), start, end, asked_by).pk)
    except consent.NotPossible as error:
        raise Problem(422, str(error), "start") from None
