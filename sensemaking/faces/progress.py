"""How far a long computation is, on stderr. The engine counts; only this face looks at the clock."""

from __future__ import annotations

import time
from typing import TextIO

QUIET_SECONDS = 2.0
STEP = 0.1


class Progress:
    """Called with (done, of how many). Says nothing in the first two seconds; then one line that
    rewrites itself on a terminal, or with `always` a new line per tenth elsewhere."""

    def __init__(self, stream: TextIO, what: str, *, always: bool = False) -> None:
        self._stream, self._what, self._always = stream, what, always
        self._start = time.monotonic()
        self._told = -1.0

    def __call__(self, done: int, of: int) -> None:
        share = done / max(1, of)
        if time.monotonic() - self._start < QUIET_SECONDS or not (self._stream.isatty() or self._always):
            return
        if self._stream.isatty():
            self._stream.write(f"\r{self._what}: {share:4.0%}")
            self._told = share
        elif share >= self._told + STEP or share == 1.0 > self._told:
            self._stream.write(f"{self._what}: {share:.0%}\n")
            self._told = share
        self._stream.flush()

    def close(self) -> None:
        """Leaves the line clean for what comes after."""
        if self._told >= 0 and self._stream.isatty():
            self._stream.write("\r" + " " * (len(self._what) + 8) + "\r")
            self._stream.flush()
