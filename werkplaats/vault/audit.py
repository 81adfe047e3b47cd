"""The audit of readings, written in groups by one thread so that reading never waits for it."""

import atexit
import logging
import queue
import threading
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import close_old_connections, connection
from django.utils import timezone

from .groups import delete_in_groups
from .models import Reading

_waiting: queue.SimpleQueue = queue.SimpleQueue()
_wake = threading.Event()
_thread: threading.Thread | None = None
_lock = threading.Lock()
GROUP = 100
KEPT = timedelta(days=365)
in_background = True
log = logging.getLogger(__name__)


def record(
    role: str,
    voices: Iterable[UUID],
    use: str,
    *,
    account: int | None = None,
    person: int | None = None,
    shown_to: str = "",
) -> None:
    """Notes that these voices were read. One row, ids only; on disk within a second."""
    row = Reading(
        at=timezone.now(),
        role=role,
        account=account,
        person=person,
        use=use,
        shown_to=shown_to,
        voices=[str(voice) for voice in voices],
    )
    _waiting.put(row)
    if in_background:
        _start()


def flush() -> None:
    """Writes what waits, in the calling thread. What cannot be written now waits on."""
    while rows := _take():
        try:
            Reading.objects.bulk_create(rows)
        except Exception:
            for row in rows:
                row.pk = None
                _waiting.put(row)
            raise


def forget_old(now: datetime) -> int:
    """Deletes readings older than a year. Returns how many."""
    return delete_in_groups(Reading.objects.filter(at__lt=now - KEPT))


def drop() -> None:
    """Forgets what waits: for a test that ends."""
    while _take():
        pass


def _take() -> list[Reading]:
    rows: list[Reading] = []
    while len(rows) < GROUP:
        try:
            rows.append(_waiting.get_nowait())
        except queue.Empty:
            break
    return rows


def _start() -> None:
    global _thread
    with _lock:
        if _thread is None or not _thread.is_alive():
            _thread = threading.Thread(target=_run, name="audit", daemon=True)
            _thread.start()
    _wake.set()


def _run() -> None:
    while True:
        _wake.wait()
        _wake.clear()
        threading.Event().wait(0.2)
        close_old_connections()
        try:
            flush()
        except Exception:
            log.exception("the audit waits")
            threading.Event().wait(1)
            _wake.set()
        finally:
            connection.close()


atexit.register(flush)
