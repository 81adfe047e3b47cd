"""The writer of the log: one thread, commits in groups, acknowledges after the commit.

Keys are committed first, then voices and events in one transaction. Without a running thread (a command, a test)
`submit` commits in the calling thread.
"""

import queue
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import close_old_connections, connections, transaction
from django.db.models import Max
from django.utils import timezone

from werkplaats.vault.sealing import destroy_keys
from werkplaats.voices.give import Draft, seal_all
from werkplaats.voices.models import Voice
from werkplaats.voices.together import note_makers

from .models import Event, Session
from .state import Line

GROUP = 64


@dataclass(frozen=True)
class Entry:
    """What should be written: `uuid` is made by who asks, `drafts` are the words that go with it, `also` is a change
    in the database that stands or falls with it, `at` a moment in place of the one it is written."""

    uuid: UUID
    kind: str
    payload: dict[str, Any] = field(default_factory=dict)
    author: str = ""
    drafts: tuple[Draft, ...] = ()
    late: bool = False
    also: Callable[[], None] | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Ack:
    """`status` is kept, known (it was there already) or late (kept, after the step closed)."""

    uuid: UUID
    seq: int
    status: str


@dataclass
class Job:
    session: int
    entries: Sequence[Entry]
    done: "Future[list[Ack]]"


class Writer:
    """`published(session id, lines)` is called in commit order, just before the acknowledgements are given."""

    def __init__(self, published: Callable[[int, list[Line]], None] | None = None):
        self.published = published
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._inline = threading.Lock()

    @property
    def running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="live-writer", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Writes what waits, then ends the thread."""
        if self._thread:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None

    def submit(self, session: int, entries: Iterable[Entry]) -> "Future[list[Ack]]":
        """The acknowledgements, once the entries are on disk, in the order given."""
        job = Job(session, list(entries), Future())
        if self.running:
            self._jobs.put(job)
        else:
            with self._inline:
                self._write([job])
        return job.done

    def _run(self) -> None:
        stopping = False
        while not stopping:
            jobs, stopping = self._take()
            close_old_connections()
            self._write(jobs)
        connections.close_all()

    def _take(self) -> tuple[list[Job], bool]:
        """What waits, at most a group; and whether this was the last."""
        jobs: list[Job] = []
        item = self._jobs.get()
        while item is not None:
            jobs.append(item)
            if len(jobs) == GROUP:
                return jobs, False
            try:
                item = self._jobs.get_nowait()
            except queue.Empty:
                return jobs, False
        return jobs, True

    def _write(self, jobs: list[Job]) -> None:
        """All jobs in one group; when that fails each on its own, so that one cannot spoil another."""
        if not jobs:
            return
        try:
            lines, acks = commit(jobs)
        except Exception as error:
            if len(jobs) == 1:
                jobs[0].done.set_exception(error)
            else:
                for job in jobs:
                    self._write([job])
            return
        if self.published:
            for session, new in lines.items():
                self.published(session, new)
        for job, given in zip(jobs, acks, strict=True):
            job.done.set_result(given)


def commit(jobs: Sequence[Job]) -> tuple[dict[int, list[Line]], list[list[Ack]]]:
    """Writes what is new: ({session: new lines}, acknowledgements per job). All of it or nothing."""
    places = _known(jobs)
    fresh: dict[tuple[int, UUID], Entry] = {}
    for job in jobs:
        for entry in job.entries:
            if (job.session, entry.uuid) not in places:
                fresh.setdefault((job.session, entry.uuid), entry)
    voices = seal_all([draft for entry in fresh.values() for draft in entry.drafts])
    try:
        with transaction.atomic():
            Voice.objects.bulk_create(voices)
            note_makers(voices)
            lines = _append(fresh)
            for entry in fresh.values():
                if entry.also:
                    entry.also()
    except Exception:
        _drop_orphans(voices)
        raise
    new = {(session, line.uuid): line.seq for session, added in lines.items() for line in added}
    acks = []
    for job in jobs:
        given = []
        for entry in job.entries:
            seq = new.pop((job.session, str(entry.uuid)), None)
            if seq is None:
                given.append(Ack(entry.uuid, places[job.session, entry.uuid], "known"))
            else:
                places[job.session, entry.uuid] = seq
                given.append(Ack(entry.uuid, seq, "late" if entry.late else "kept"))
        acks.append(given)
    return lines, acks


def _known(jobs: Sequence[Job]) -> dict[tuple[int, UUID], int]:
    wanted: dict[int, list[UUID]] = {}
    for job in jobs:
        wanted.setdefault(job.session, []).extend(entry.uuid for entry in job.entries)
    return {
        (session, uuid): seq
        for session, uuids in wanted.items()
        for uuid, seq in Event.objects.filter(session=session, uuid__in=uuids).values_list("uuid", "seq")
    }


def _append(fresh: dict[tuple[int, UUID], Entry]) -> dict[int, list[Line]]:
    now = timezone.now()
    sessions = sorted({session for session, _ in fresh})
    list(Session.objects.select_for_update().filter(pk__in=sessions).order_by("pk").values_list("pk"))
    lines: dict[int, list[Line]] = {}
    rows = []
    for session in sessions:
        seq = Event.objects.filter(session=session).aggregate(last=Max("seq"))["last"] or 0
        lines[session] = []
        for (owner, uuid), entry in fresh.items():
            if owner != session:
                continue
            seq += 1
            at = entry.at or now
            lines[session].append(Line(seq, str(uuid), entry.kind, entry.author, entry.payload, at))
            rows.append(
                Event(
                    session_id=session,
                    seq=seq,
                    uuid=uuid,
                    kind=entry.kind,
                    author=entry.author,
                    payload=entry.payload,
                    at=at,
                )
            )
    Event.objects.bulk_create(rows)
    return lines


def _drop_orphans(voices: Sequence[Voice]) -> None:
    ids = {voice.pk for voice in voices}
    if orphans := ids - set(Voice.objects.filter(pk__in=ids).values_list("pk", flat=True)):
        destroy_keys(orphans)


def lines_of(session: int, after: int = 0) -> list[Line]:
    """The log of one session from the database, in order."""
    return [
        Line(event.seq, str(event.uuid), event.kind, event.author, event.payload, event.at, event.forgotten)
        for event in Event.objects.filter(session=session, seq__gt=after).order_by("seq")
    ]
