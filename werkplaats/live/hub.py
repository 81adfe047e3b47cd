"""The sessions in memory and the streams that follow them. All of it runs on the event loop.

Lines arrive in commit order from the writer; at most ten times a second each audience gets one frame.
"""

import asyncio
import logging
from collections.abc import Coroutine, Iterable
from typing import Any
from uuid import UUID

from django.utils import timezone

from werkplaats.voices import changes

from . import running as sessions
from .frames import BEAT, Audience
from .hall import Hall, in_thread
from .listener import Listener
from .log import Writer
from .state import Line

TICK = 0.1
POLL = 0.5
HEARTBEAT = 15.0
UNUSED = 3600.0
log = logging.getLogger("werkplaats.live")


class Hub:
    def __init__(self) -> None:
        self.halls: dict[UUID, Hall] = {}
        self.writer = Writer(self._published)
        self.loop: asyncio.AbstractEventLoop | None = None
        self._opening = asyncio.Lock()
        self._tasks: set[asyncio.Task] = set()

    async def start(self) -> None:
        self.loop = asyncio.get_running_loop()
        self._opening = asyncio.Lock()
        self.writer.start()
        newest = await in_thread(changes.last)
        self.keep(self._watch(newest))
        self.keep(self._beat())

    async def stop(self) -> None:
        """Ends the streams, writes what waits, forgets the sessions."""
        await self.end_streams()
        for task in [*self._tasks, *(hall.task for hall in self.halls.values() if hall.task)]:
            task.cancel()
        await asyncio.to_thread(self.writer.stop)
        self.loop = None
        self.halls.clear()

    async def end_streams(self) -> None:
        for hall in self.halls.values():
            for listener in hall.listeners:
                listener.close()

    def keep(self, work: Coroutine) -> None:
        """Runs this beside the streams until it is done or the server stops."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def hall(self, session: UUID) -> Hall | None:
        """The session, read from the database at first; None when there is none."""
        if session not in self.halls:
            async with self._opening:
                if session not in self.halls:
                    running = await in_thread(sessions.load, session)
                    if running is None:
                        return None
                    self.halls[session] = Hall(running)
        hall = self.halls[session]
        hall.used = asyncio.get_running_loop().time()
        return hall

    # Lines

    async def submit(self, hall: Hall, entries: list) -> list:
        """Writes entries and gives their acknowledgements; by then the hall has taken them in."""
        return await asyncio.wrap_future(self.writer.submit(hall.running.id, entries))

    def _published(self, session: int, lines: list[Line]) -> None:
        """Called by the writer's thread, in commit order."""
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._take, session, lines)

    def _take(self, session: int, lines: list[Line]) -> None:
        for hall in self.halls.values():
            if hall.running.id != session:
                continue
            try:
                hall.running.take(lines)
            except LookupError:
                self.keep(self.reread(hall))
            for line in lines:
                if line.kind == "moved":
                    self._reseat(hall, line.payload["seat"], line.payload["table"])
                elif line.kind == "consented":
                    hall.look_again()
            self.touch(hall)

    def _reseat(self, hall: Hall, seat: str, table: int) -> None:
        """The open streams of this seat follow another table from now on, starting with a snapshot."""
        hall.moved[seat] = hall.v
        audience = hall.audience("table", table)
        for listener in hall.listeners:
            if listener.who == seat:
                listener.audiences = (listener.audiences[0], audience)
                if audience.view is not None:
                    listener.push(audience.snapshot(timezone.now()))

    async def reread(self, hall: Hall) -> None:
        """Folds the log of this hall again from the database, and its tables and seats.

        The old landscape stays until the new one is there: nobody sees that something was taken back.
        """
        fresh = None
        while fresh is None or fresh.state.seq < hall.running.state.seq:
            fresh = await in_thread(sessions.load, hall.running.uuid)
            if fresh is None:
                return
        if fresh.weighing_closed:
            fresh.landscape = hall.running.landscape
        hall.running = fresh
        hall.weigh_again()
        self.touch(hall)

    # Streams

    async def follow(self, hall: Hall, listener: Listener, last_seen: int | None) -> None:
        """Adds a stream: what it missed, or a snapshot; from then on every frame."""
        await self._ready(hall, listener.audiences)
        if last_seen is not None and last_seen <= hall.moved.get(listener.who, -1):
            last_seen = None
        for audience in listener.audiences:
            missed = audience.since(last_seen, hall.v) if last_seen is not None else None
            for data in [audience.snapshot(timezone.now())] if missed is None else missed:
                listener.push(data)
        hall.listeners.add(listener)

    async def views(self, hall: Hall, audiences: Iterable[Audience]) -> list[dict[str, Any]]:
        """The same frames as a stream's first, for who must fetch them."""
        audiences = list(audiences)
        await self._ready(hall, audiences)
        now = timezone.now()
        return [{"a": one.name, "v": one.v, "full": True, "patch": one.full(now)} for one in audiences]

    async def _ready(self, hall: Hall, audiences: Iterable[Audience]) -> None:
        while any(audience.view is None for audience in audiences):
            await self._frame(hall)

    # Frames

    def touch(self, hall: Hall) -> None:
        """Something changed: a frame goes out now, or a tenth of a second after the last one."""
        hall.dirty = True
        if hall.task is None or hall.task.done():
            hall.task = asyncio.ensure_future(self._keep_framing(hall))

    async def _keep_framing(self, hall: Hall) -> None:
        while hall.dirty:
            hall.dirty = False
            try:
                await self._frame(hall)
            except Exception:
                log.exception("no frame for session %s", hall.running.uuid)
            await asyncio.sleep(TICK)

    async def _frame(self, hall: Hall) -> None:
        """Brings every audience up to date and sends each its one frame."""
        if work := hall.due():
            self.keep(self._drawn(hall, work))
        async with hall.framing:
            joined = await hall.views()
            now = timezone.now()
            hall.v = max(hall.v + 1, int(now.timestamp() * 10), hall.running.state.seq)
            for key, view in joined.items():
                audience = hall.audiences[key]
                if data := audience.frame(view, hall.v, now):
                    for listener in hall.listeners:
                        if audience in listener.audiences:
                            listener.push(data)

    async def _drawn(self, hall: Hall, work: Coroutine) -> None:
        """A landscape takes a while: the room goes on, and gets it in a frame of its own. When it could not be drawn
        it is tried again, as long as the hall is there."""
        try:
            await work
        except Exception:
            log.exception("no landscape for session %s", hall.running.uuid)
            await asyncio.sleep(hall.wait_to_draw_again())
            hall.weigh_again()
            if self.halls.get(hall.running.uuid) is not hall:
                return
        self.touch(hall)

    # Words that may no longer be shown

    async def _watch(self, newest: int) -> None:
        """Follows the voices that were narrowed, taken back or returned, in any process."""
        while True:
            await asyncio.sleep(POLL)
            if not self.halls:
                continue
            try:
                newest, changed = await in_thread(changes.since, newest)
                if changed:
                    self.drop([(str(voice), change) for voice, change in changed])
            except Exception:
                log.exception("could not follow the voices")

    def drop(self, changed: Iterable[tuple[str, str]]) -> None:
        """Forgets the words of these voices in every hall that shows them, at once."""
        by_voice = dict(changed)
        for hall in self.halls.values():
            here = hall.shows(set(by_voice))
            if here:
                self.empty(hall)
            if any(by_voice[voice] == changes.GONE for voice in here):
                self.keep(self.reread(hall))

    def empty(self, hall: Hall) -> None:
        """Forgets all words of this hall and reads again what may be shown now."""
        hall.drop_words()
        self.touch(hall)

    def drop_soon(self, changed: list[tuple[str, str]]) -> None:
        """`drop`, from any thread."""
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.drop, changed)

    # Seats

    def seat_changed(self, session: UUID, seat: str) -> None:
        """Reads this seat again when it is next needed; from any thread."""
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._drop_seat, session, seat)

    def _drop_seat(self, session: UUID, seat: str) -> None:
        if hall := self.halls.get(session):
            hall.running.seats.pop(seat, None)
            for listener in hall.listeners:
                if listener.who == seat:
                    listener.close()

    def let_go(self, session: UUID) -> None:
        """Closes the streams of a session that was removed and forgets it; from any thread."""
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._let_go, session)

    def _let_go(self, session: UUID) -> None:
        if hall := self.halls.pop(session, None):
            for listener in hall.listeners:
                listener.close()

    async def _beat(self) -> None:
        """Tells each stream that the line still works; lets go of halls nobody was in for an hour."""
        while True:
            await asyncio.sleep(HEARTBEAT)
            long_ago = asyncio.get_running_loop().time() - UNUSED
            for session, hall in list(self.halls.items()):
                for listener in list(hall.listeners):
                    listener.push(BEAT)
                if not hall.listeners and not hall.dirty and hall.used < long_ago:
                    del self.halls[session]


hub = Hub()
