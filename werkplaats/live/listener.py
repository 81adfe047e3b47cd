"""One open stream. Frames go straight out; only when the line is full do they wait, up to a bound."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from .frames import Audience

BACKLOG = 256 * 1024


class Listener:
    """`audiences` are what this stream follows, `who` is its token's. `closed` is set when it must end; the phone
    then resumes."""

    def __init__(self, audiences: tuple[Audience, ...], send: Callable[[dict], Coroutine], who: str = ""):
        self.audiences = audiences
        self.who = who
        self.closed = asyncio.Event()
        self._send = send
        self._waiting: deque[bytes] = deque()
        self._bytes = 0
        self._task: asyncio.Task | None = None

    def push(self, data: bytes) -> None:
        """Sends now when the line is free, else later; a line that falls too far behind is closed."""
        if self.closed.is_set():
            return
        self._waiting.append(data)
        self._bytes += len(data)
        if self._bytes > BACKLOG:
            self.close()
        elif self._task is None:
            self._start()

    def close(self) -> None:
        self.closed.set()
        self._waiting.clear()

    def drop(self) -> None:
        """What still waits may hold words that are gone: it is thrown away, and the phone resumes with what stands."""
        if self._waiting:
            self.close()

    def _start(self) -> None:
        """Runs the sending up to its first real wait without a task; a free line never waits."""
        sending = self._drain()
        try:
            first = sending.send(None)
        except StopIteration:
            return
        self._task = asyncio.ensure_future(_Rest(sending, first))
        self._task.add_done_callback(self._sent)

    def _sent(self, task: asyncio.Task) -> None:
        self._task = None
        if task.cancelled() or task.exception():
            self.close()
        elif self._waiting and not self.closed.is_set():
            self._start()

    async def _drain(self) -> None:
        while self._waiting:
            data = self._waiting.popleft()
            self._bytes -= len(data)
            await self._send({"type": "http.response.body", "body": data, "more_body": True})


class _Rest:
    """Awaits a coroutine that was already run up to its first wait."""

    def __init__(self, coroutine: Coroutine, first: Any):
        self.coroutine = coroutine
        self.first = first

    def __await__(self):
        waited_for = self.first
        while True:
            try:
                waited_for = self.coroutine.send((yield waited_for))
            except StopIteration as end:
                return end.value
