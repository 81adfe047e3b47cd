"""How far a long computation is, on stderr. The engine counts; only this face looks at the clock."""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import TextIO

QUIET_SECONDS = 2.0
EVERY_SECONDS = 1.0
STEP = 0.1


class Progress:
    """Around a computation: `with Progress(...) as tells`. What counts calls `tells(done, of how many)`;
    of what does not count only the seconds are told.

    Says nothing in the first two seconds. Then one line that rewrites itself on a terminal; with
    `always` a new line per tenth elsewhere; else nothing.
    """

    def __init__(self, stream: TextIO, what: str, *, always: bool = False) -> None:
        self._stream, self._what, self._always = stream, what, always
        self._start = time.monotonic()
        self._share: float | None = None
        self._told: float | None = None
        self._done = threading.Event()
        self._beat = threading.Thread(target=self._until_done, daemon=True)

    def __enter__(self) -> Progress:
        if self._stream.isatty() or self._always:
            self._beat.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._done.set()
        if self._beat.is_alive():
            self._beat.join()
        if self._told is not None and self._stream.isatty():
            self._stream.write("\r" + " " * (len(self._what) + 12) + "\r")
            self._stream.flush()

    def __call__(self, done: int, of: int) -> None:
        if self._share is None:
            self._told = None if self._told is None else 0.0
        self._share = done / max(1, of)

    def tell(self) -> None:
        """Says how far it is, when it is time to."""
        seconds = time.monotonic() - self._start
        if seconds < QUIET_SECONDS:
            return
        far = seconds if self._share is None else self._share
        said = f"{self._what}: {far:.0f} s" if self._share is None else f"{self._what}: {far:.0%}"
        if self._stream.isatty():
            self._stream.write(f"\r{said:<{len(self._what) + 10}}")
        elif self._told is None or far >= self._told + (10 if self._share is None else STEP):
            self._stream.write(f"{said}\n")
        else:
            return
        self._told = far
        self._stream.flush()

    def _until_done(self) -> None:
        while not self._done.wait(EVERY_SECONDS):
            self.tell()
