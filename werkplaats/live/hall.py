"""One session with its audiences and streams, and the words it may show now: read through the one door, once per
voice and circle, and dropped the moment a voice is narrowed or taken back."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connections
from django.utils.module_loading import import_string

from werkplaats.people.models import Viewpoint
from werkplaats.people.viewer import Role, Viewer
from werkplaats.voices import door

from .frames import Audience
from .listener import Listener
from .running import Running
from .state import State
from .view import console_view, room_view, table_view
from .words import join, voices_in

LONGEST_WAIT = 60
Key = tuple[str, int]
Weighings = list[tuple[str, str, str]]


async def in_thread(call: Callable, *given: Any) -> Any:
    """Runs a call that needs the database; its connections are closed after it."""

    def run():
        try:
            return call(*given)
        finally:
            connections.close_all()

    return await asyncio.to_thread(run)


@dataclass
class Hall:
    """`v` is the number of the newest frame, `moved` the frame after which a seat sits elsewhere.

    `drops` counts how often words were dropped: what was read before that is not used after it. `_drawn` is the line
    up to which answers are in the landscape, `_failed` how often in a row it could not be drawn.
    """

    running: Running
    audiences: dict[Key, Audience] = field(default_factory=dict)
    listeners: set[Listener] = field(default_factory=set)
    v: int = 0
    moved: dict[str, int] = field(default_factory=dict)
    dirty: bool = False
    task: asyncio.Task | None = None
    framing: asyncio.Lock = field(default_factory=asyncio.Lock)
    used: float = 0
    drops: int = 0
    _words: dict[Key, dict[str, dict]] = field(default_factory=dict)
    _absent: dict[Key, set[str]] = field(default_factory=dict)
    _drawn: int = 0
    _failed: int = 0

    def audience(self, name: str, number: int = 0) -> Audience:
        return self.audiences.setdefault((name, number), Audience(name, number))

    async def views(self) -> dict[Key, dict[str, Any]]:
        """The view of every audience as it is now, with its words."""
        joined = None
        while joined is None:
            joined = await self._joined()
        return joined

    def drop_words(self) -> None:
        """Forgets all words and frames, also those on their way to a slow phone; what stands is read again."""
        self.drops += 1
        self._words.clear()
        self._absent.clear()
        for audience in self.audiences.values():
            audience.reset()
        for listener in self.listeners:
            listener.drop()

    def look_again(self) -> None:
        """A voice that could not be shown may be now."""
        self._absent.clear()

    def weigh_again(self) -> None:
        self._drawn = 0

    def shows(self, voices: set[str]) -> set[str]:
        """Which of these were given here, or are a first name here."""
        names = {str(sits.name) for sits in self.running.seats.values() if sits.name}
        return voices & (self.running.state.pieces.keys() | names)

    async def _joined(self) -> dict[Key, dict[str, Any]] | None:
        """None when words were dropped while others were read."""
        drops = self.drops
        views = {key: self._view(*key) for key in self.audiences}
        wanted = {}
        for key, view in views.items():
            if need := voices_in(view) - self._words.get(key, {}).keys() - self._absent.get(key, set()):
                wanted[key] = need
        if wanted:
            read = await in_thread(_read, wanted, {key: self._circles(*key) for key in wanted})
            if drops != self.drops:
                return None
            for key, words in read.items():
                self._words.setdefault(key, {}).update(words)
                self._absent.setdefault(key, set()).update(wanted[key] - words.keys())
        return {key: join(view, self._words.get(key, {})) for key, view in views.items()}

    def _view(self, name: str, number: int) -> dict[str, Any]:
        running = self.running
        if name == "table":
            return table_view(running.state, running.plan, number)
        if name == "console":
            return console_view(running.state, running.plan, running.landscape)
        return room_view(running.state, running.plan, running.landscape)

    def _circles(self, name: str, number: int) -> frozenset[int]:
        circles = {self.running.room}
        if name == "table" and number in self.running.tables:
            circles.add(self.running.tables[number])
        return frozenset(circles)

    def due(self) -> Coroutine | None:
        """The work of drawing the landscape, once the weighing has closed and again when other answers count."""
        running, state = self.running, self.running.state
        if not running.weighing_closed:
            return None
        if state.weighed_at == self._drawn:
            return None
        self._drawn = state.weighed_at
        return self._draw(running, state.weighed_at, list(state.statements), weighings_in_time(state))

    async def _draw(self, running: Running, of: int, statements: list[str], weighings: Weighings) -> None:
        found = await in_thread(_landscape, running, statements, weighings)
        self._failed = 0
        if self.running is running and self._drawn == of:
            running.landscape = found

    def wait_to_draw_again(self) -> float:
        """After it could not be drawn: how many seconds to wait, 1 at first and longer each time, at most a minute."""
        self._failed += 1
        return float(min(2 ** (self._failed - 1), LONGEST_WAIT))


def weighings_in_time(state: State) -> Weighings:
    """(author, statement, answer) as they were at the close."""
    return [
        (author, statement, mark.value)
        for statement, marks in state.weighed.items()
        for author, mark in marks.items()
        if not mark.late
    ]


def _landscape(running: Running, statements: list[str], weighings: Weighings) -> dict[str, Any]:
    """Authors go in as numbers that mean nothing, in the order of their first answer."""
    known = Viewpoint.objects.residents(running.room)
    numbers: dict[str, str] = {}
    numbered = [
        (numbers.setdefault(author, str(len(numbers))), statement, answer) for author, statement, answer in weighings
    ]
    residents = {
        number: known[running.seats[author].person]
        for author, number in numbers.items()
        if author in running.seats and running.seats[author].person in known
    }
    return import_string(settings.WERKPLAATS_LANDSCAPE)(statements, numbered, residents=residents)


def _read(wanted: dict[Key, set[str]], circles: dict[Key, frozenset[int]]) -> dict[Key, dict[str, dict]]:
    """{audience: {voice: words}}, each audience with one line in the audit."""
    read: dict[Key, dict[str, dict]] = {}
    for key, voices in wanted.items():
        house = Viewer(role=Role.HOUSE, circles=circles[key])
        ids = [UUID(voice) for voice in voices]
        found = {str(voice): dict(words) for voice, words in door.words_of(ids, house, shown_to=key[0]).items()}
        if key[0] == "table":
            for voice, name in door.names_of([UUID(voice) for voice in found], house).items():
                found[str(voice)]["name"] = name
        read[key] = found
    return read
