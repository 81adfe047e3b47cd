"""Slowing down who keeps guessing codes, without ever locking out a hall behind one address.

A code has 44 bits: guessing is hopeless anyhow. A browser gets ten misses in five minutes, an address five hundred.
Only misses count. The counts are in memory: a restart forgets them.
"""

import threading
import time
from collections import OrderedDict, deque

from django.http import HttpRequest

WINDOW = 300.0
PER_BROWSER = 10
PER_ADDRESS = 500
KEPT = 10_000
_lock = threading.Lock()
_misses: OrderedDict[str, deque[float]] = OrderedDict()


def wait(request: HttpRequest, now: float | None = None) -> int:
    """Seconds until this browser may try again; 0 means now."""
    now = now if now is not None else time.monotonic()
    with _lock:
        return max(_wait(key, most, now) for key, most in _keys(request))


def missed(request: HttpRequest, now: float | None = None) -> None:
    """Notes that a code was not known."""
    now = now if now is not None else time.monotonic()
    with _lock:
        for key, most in _keys(request):
            times = _misses.setdefault(key, deque(maxlen=most))
            times.append(now)
            _misses.move_to_end(key)
        while len(_misses) > KEPT:
            _misses.popitem(last=False)


def forget() -> None:
    """All counts at zero: for a test."""
    with _lock:
        _misses.clear()


def _wait(key: str, most: int, now: float) -> int:
    times = _misses.get(key)
    if times is None or len(times) < most or now - times[0] >= WINDOW:
        return 0
    return int(WINDOW - (now - times[0])) + 1


def _keys(request: HttpRequest) -> list[tuple[str, int]]:
    keys = [(f"address {request.META.get('REMOTE_ADDR', '')}", PER_ADDRESS)]
    if request.session.session_key:
        keys.append((f"browser {request.session.session_key}", PER_BROWSER))
    elif browser := request.META.get("CSRF_COOKIE"):
        keys.append((f"browser {browser}", PER_BROWSER))
    return keys
