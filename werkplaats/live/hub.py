"""The sessions in memory and the streams that follow them. All of it runs on the event loop, words excepted.

Lines arrive in commit order from the writer; at most ten times a second each audience gets one frame. Words are
read through the one door, once per voice and circle, and dropped the moment a voice is narrowed or taken back.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connections
from django.utils import timezone
from django.utils.module_loading import import_string

from werkplaats.people.viewer import Role, Viewer
from werkplaats.voices import changes, door

from . import running as sessions
from .frames import BEAT, Audience
from .listener import Listener
from .log import Writer
from .running import Running
from .state import Line
from .view import console_view, room_view, table_view
from .words import join, voices_in

TICK = 0.1
POLL = 0.5
HEARTBEAT = 15.0
log = logging.getLogger("werkplaats.live")


async def in_thread(call: Callable, *given: Any) -> Any:
    """Runs a call that needs the database; its connection is closed after it."""

    def run():
        try:
            return call(*given)
        finally:
            connections.close_all()

    return await asyncio.to_thread(run)


@dataclass
class Hall:
    """One running session with its audiences, streams and the words it may show. `words` is per audience."""

    running: Running
    audiences: dict[tuple[str, int], Audience] = field(default_factory=dict)
    words: dict[tuple[str, int], dict[str, dict]] = field(default_factory=dict)
    absent: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    listeners: set[Listener] = field(default_factory=set)
    v: int = 0
    drops: int = 0
    moved: dict[str, int] = field(default_factory=dict)
    dirty: bool = False
    task: asyncio.Task | None = None
    framing: asyncio.Lock = field(default_factory=asyncio.Lock)
    weighed: int = 0


class Hub:
    def __init__(self) -> None:
        self.halls: dict[UUID, Hall] = {}
        self.writer = Writer(self._published)
        self.loop: asyncio.AbstractEventLoop | None = None
        self._opening = asyncio.Lock()
        self._tasks: set[asyncio.Task] = set()

    async def start(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.writer.start()
        newest = await in_thread(changes.last)
        self._soon(self._watch(newest))
        self._soon(self._beat())

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

    def _soon(self, work: Coroutine) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def hall(self, session: UUID) -> Hall | None:
        """The session, read from the database at first; None when there is none."""
        if session in self.halls:
            return self.halls[session]
        async with self._opening:
            if session not in self.halls:
                running = await in_thread(sessions.load, session)
                if running is None:
                    return None
                self.halls[session] = Hall(running)
        return self.halls[session]

    async def submit(self, hall: Hall, entries: list) -> list:
        """Writes entries and gives their acknowledgements; by then the hall has taken them in."""
        return await asyncio.wrap_future(self.writer.submit(hall.running.id, entries))

    def _published(self, session: int, lines: list[Line]) -> None:
        """Called by the writer's thread, in commit order."""
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._take, session, lines)

    def _take(self, session: int, lines: list[Line]) -> None:
        for hall in self.halls.values():
            if hall.running.id == session:
                if any(line.kind == "consented" for line in lines):
                    hall.absent.clear()
                try:
                    hall.running.take(lines)
                except LookupError:
                    self._soon(self.reread(hall))
                for line in lines:
                    if line.kind == "moved" and not line.forgotten:
                        self._reseat(hall, line.payload["seat"], line.payload["table"])
                self.touch(hall)

    def _reseat(self, hall: Hall, seat: str, table: int) -> None:
        """The open streams of this seat follow another table from now on, starting with a snapshot."""
        hall.moved[seat] = hall.v
        audience = self.audience(hall, "table", table)
        for listener in hall.listeners:
            if listener.who == seat:
                listener.audiences = (listener.audiences[0], audience)
                if audience.view is not None:
                    listener.push(audience.snapshot(timezone.now()))

    async def reread(self, hall: Hall) -> None:
        """Folds the log of this hall again from the database, and its tables and seats."""
        fresh = None
        while fresh is None or fresh.state.seq < hall.running.state.seq:
            fresh = await in_thread(sessions.load, hall.running.uuid)
            if fresh is None:
                return
        hall.running = fresh
        hall.weighed = 0
        self.touch(hall)

    # Streams

    async def follow(self, hall: Hall, listener: Listener, last_seen: int | None) -> None:
        """Adds a stream: what it missed, or a snapshot; from then on every frame."""
        while any(audience.view is None for audience in listener.audiences):
            await self._frame(hall)
        if last_seen is not None and last_seen <= hall.moved.get(listener.who, -1):
            last_seen = None
        for audience in listener.audiences:
            missed = audience.since(last_seen, hall.v) if last_seen is not None else None
            for data in [audience.snapshot(timezone.now())] if missed is None else missed:
                listener.push(data)
        hall.listeners.add(listener)

    def audience(self, hall: Hall, name: str, number: int = 0) -> Audience:
        return hall.audiences.setdefault((name, number), Audience(name, number))

    async def views(self, hall: Hall, audiences: Iterable[Audience]) -> list[dict[str, Any]]:
        """The same frames as a stream's first, for who must fetch them."""
        audiences = list(audiences)
        await self._frame(hall)
        while any(audience.view is None for audience in audiences):
            await self._frame(hall)
        now = timezone.now()
        return [{"a": one.name, "v": one.v, "full": True, "patch": one.full(now)} for one in audiences]

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
        async with hall.framing:
            await self._weigh(hall)
            joined = None
            while joined is None:
                joined = await self._joined(hall)
            now = timezone.now()
            hall.v = max(hall.v + 1, int(now.timestamp() * 10), hall.running.state.seq)
            for key, view in joined.items():
                audience = hall.audiences[key]
                data = audience.frame(view, hall.v, now)
                if data:
                    for listener in hall.listeners:
                        if audience in listener.audiences:
                            listener.push(data)
            hall.listeners = {listener for listener in hall.listeners if not listener.closed.is_set()}

    async def _joined(self, hall: Hall) -> dict[tuple[str, int], dict] | None:
        """The views with their words; None when a voice was dropped while they were read."""
        drops = hall.drops
        views = {key: self._view(hall, *key) for key in hall.audiences}
        wanted = {
            key: need
            for key, view in views.items()
            if (need := voices_in(view) - hall.words.get(key, {}).keys() - hall.absent.get(key, set()))
        }
        if wanted:
            circles = {key: self._circles(hall, *key) for key in wanted}
            read = await in_thread(_read, wanted, circles)
            if drops != hall.drops:
                return None
            for key, words in read.items():
                hall.words.setdefault(key, {}).update(words)
                hall.absent.setdefault(key, set()).update(wanted[key] - words.keys())
        return {key: join(view, hall.words.get(key, {})) for key, view in views.items()}

    def _view(self, hall: Hall, name: str, number: int) -> dict[str, Any]:
        running = hall.running
        if name == "table":
            return table_view(running.state, running.plan, number)
        if name == "console":
            return console_view(running.state, running.plan, running.landscape)
        return room_view(running.state, running.plan, running.landscape)

    def _circles(self, hall: Hall, name: str, number: int) -> frozenset[int]:
        circles = {hall.running.room}
        if name == "table" and number in hall.running.tables:
            circles.add(hall.running.tables[number])
        return frozenset(circles)

    async def _weigh(self, hall: Hall) -> None:
        """The landscape, once the weighing has closed."""
        running, state = hall.running, hall.running.state
        if not running.weighing_closed:
            return
        numbers: dict[str, str] = {}
        weighings = [
            (numbers.setdefault(author, str(len(numbers))), statement, mark.value)
            for statement, marks in state.weighed.items()
            for author, mark in marks.items()
        ]
        found = hash((tuple(state.statements), tuple(weighings)))
        if found != hall.weighed:
            call = import_string(settings.WERKPLAATS_LANDSCAPE)
            running.landscape = await in_thread(call, list(state.statements), weighings)
            hall.weighed = found

    # Words that may no longer be shown

    async def _watch(self, newest: int) -> None:
        """Follows the voices that were narrowed, taken back or returned, in any process."""
        while True:
            await asyncio.sleep(POLL)
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
            running = hall.running
            here = by_voice.keys() & running.state.pieces.keys()
            if not here and not any(str(sits.name) in by_voice for sits in running.seats.values()):
                continue
            self.empty(hall)
            if any(by_voice[voice] == changes.GONE for voice in here):
                self._soon(self.reread(hall))

    def empty(self, hall: Hall) -> None:
        """Forgets all words of this hall and reads again what may be shown now."""
        hall.drops += 1
        hall.words.clear()
        hall.absent.clear()
        for audience in hall.audiences.values():
            audience.reset()
        self.touch(hall)

    def drop_soon(self, changed: list[tuple[str, str]]) -> None:
        """`drop`, from any thread."""
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.drop, changed)

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

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT)
            for hall in self.halls.values():
                for listener in list(hall.listeners):
                    listener.push(BEAT)


def _read(wanted: dict[tuple[str, int], set[str]], circles: dict[tuple[str, int], frozenset[int]]) -> dict:
    """{audience: {voice: words}}, each audience with one line in the audit."""
    read: dict[tuple[str, int], dict[str, dict]] = {}
    for key, voices in wanted.items():
        house = Viewer(role=Role.HOUSE, circles=circles[key])
        ids = [UUID(voice) for voice in voices]
        found = {str(voice): dict(words) for voice, words in door.words_of(ids, house, shown_to=key[0]).items()}
        if key[0] == "table":
            for voice, name in door.names_of([UUID(voice) for voice in found], house).items():
                found[str(voice)]["name"] = name
        read[key] = found
    return read


hub = Hub()
