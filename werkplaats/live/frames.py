"""What goes over the line: one encoded frame per audience, a ring of them to resume from, a snapshot for newcomers."""

import json
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .patch import clean, diff

RING = 600
BEAT = b"event: beat\ndata: 0\n\n"


@dataclass
class Audience:
    """One audience of one session: "room", "table" (with a number) or "console".

    `v` only grows; a full frame replaces whatever the phone had. `base` is the number the ring starts after.
    """

    name: str
    number: int = 0
    v: int = 0
    base: int = 0
    view: dict[str, Any] | None = None
    ring: deque[tuple[int, bytes]] = field(default_factory=deque)

    def frame(self, view: dict[str, Any], v: int, now: datetime) -> bytes | None:
        """Takes the newest view and gives what the phones need for it; None when nothing changed."""
        view = clean(view)
        if self.view is None:
            self.view, self.v, self.base = view, v, v
            self.ring.clear()
            return self.snapshot(now)
        patch = diff(self.view, view)
        if not patch:
            return None
        self.view, self.v = view, v
        data = encode(self.name, v, False, self._timed(patch, now))
        self.ring.append((v, data))
        if len(self.ring) > RING:
            self.base, _ = self.ring.popleft()
        return data

    def reset(self) -> None:
        """Drops what was sent: words in it may no longer be shown. The next frame is a full one."""
        self.view = None
        self.ring.clear()

    def snapshot(self, now: datetime) -> bytes:
        return encode(self.name, self.v, True, self.full(now))

    def full(self, now: datetime) -> dict[str, Any]:
        """The whole view with the server's clock in it."""
        return self._timed(self.view or {}, now)

    def since(self, v: int, newest: int) -> list[bytes] | None:
        """What a phone that saw `v` has missed, `newest` being the session's; None when it needs a snapshot.

        Its last frame comes along once more: the frames of one moment share a number, and a patch may be repeated.
        """
        if self.view is None or not self.base <= v <= newest:
            return None
        return [data for number, data in self.ring if number >= v]

    def _timed(self, patch: dict[str, Any], now: datetime) -> dict[str, Any]:
        if self.name != "room":
            return patch
        timed = patch | {"now": now.isoformat()}
        step = (self.view or {}).get("step")
        if step and "ends_at" in step:
            left = round((datetime.fromisoformat(step["ends_at"]) - now).total_seconds())
            timed["step"] = (timed.get("step") or {}) | {"left_s": max(left, 0)}
        return timed


def encode(audience: str, v: int, full: bool, patch: dict[str, Any]) -> bytes:
    """One server-sent event."""
    data = json.dumps({"a": audience, "v": v, "full": full, "patch": patch}, ensure_ascii=False, separators=(",", ":"))
    return f"id: {v}\nevent: view\ndata: {data}\n\n".encode()
