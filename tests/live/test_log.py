"""The log: gap-free, each answer once, words and events together or not at all, published as committed."""

import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import OperationalError

from werkplaats.live.log import Entry, Writer, lines_of
from werkplaats.live.models import Event
from werkplaats.vault.models import VoiceKey
from werkplaats.voices.give import Draft
from werkplaats.voices.models import Voice

from .hall import session

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


@pytest.fixture
def made(transactional_db):
    return session()


@pytest.fixture
def writer():
    seen = []
    running = Writer(lambda session, lines: seen.append((session, [line.seq for line in lines])))
    running.seen = seen
    running.start()
    yield running
    running.stop()


def entry(text: str = "De brief lag in de la.", giver: int | None = None) -> Entry:
    voice = uuid4()
    draft = Draft(id=voice, kind="card", words={"text": text}, giver=giver)
    return Entry(uuid4(), "gave", {"voice": str(voice)}, "seat", (draft,))


def test_numbers_have_no_gaps_whoever_writes(made, writer):
    before = len(lines_of(made.pk))

    def write(_n):
        return writer.submit(made.pk, [entry(), entry()]).result(20)

    with ThreadPoolExecutor(20) as pool:
        acks = [ack for one in pool.map(write, range(60)) for ack in one]
    assert sorted(ack.seq for ack in acks) == list(range(before + 1, before + 121))
    assert [line.seq for line in lines_of(made.pk)] == list(range(1, before + 121))
    assert Voice.objects.count() == VoiceKey.objects.count() == 120
    published = [seq for session, seqs in writer.seen if session == made.pk for seq in seqs]
    assert published == list(range(before + 1, before + 121))


def test_writes_that_wait_are_one_transaction(made, writer, django_assert_max_num_queries):
    hold = threading.Event()
    started = threading.Event()

    def slow(session, lines):
        started.set()
        hold.wait(10)

    writer.published, published = slow, writer.published
    first = writer.submit(made.pk, [entry()])
    started.wait(10)
    rest = [writer.submit(made.pk, [entry()]) for _ in range(30)]
    writer.published = published
    hold.set()
    assert first.result(10)
    assert [one.result(10)[0].status for one in rest] == ["kept"] * 30
    assert len(writer.seen) == 1


def test_the_same_answer_twice_is_known(made, writer):
    one = entry()
    [first] = writer.submit(made.pk, [one]).result(10)
    [again] = writer.submit(made.pk, [one]).result(10)
    assert (first.status, again.status) == ("kept", "known")
    assert first.seq == again.seq
    assert Voice.objects.count() == VoiceKey.objects.count() == 1


def test_the_same_answer_twice_in_one_group_is_known(made, writer):
    one = entry()
    acks = writer.submit(made.pk, [one, one]).result(10)
    assert [ack.status for ack in acks] == ["kept", "known"]
    assert Voice.objects.count() == 1


def test_nothing_is_acknowledged_before_it_is_on_disk(made, writer, monkeypatch):
    def broken(*args, **kwargs):
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(Event.objects, "bulk_create", broken)
    with pytest.raises(OperationalError):
        writer.submit(made.pk, [entry()]).result(10)
    assert Voice.objects.count() == VoiceKey.objects.count() == 0
    assert writer.seen == []
    monkeypatch.undo()
    one = entry()
    assert writer.submit(made.pk, [one]).result(10)[0].status == "kept"


def test_keys_are_committed_before_voices(made, writer, monkeypatch):
    """When the data cannot be written the keys were already there; they are cleared away."""
    found = []

    def look(rows, **kwargs):
        found.extend(VoiceKey.objects.filter(voice__in=[row.pk for row in rows]).values_list("voice", flat=True))
        raise OperationalError("disk full")

    monkeypatch.setattr(Voice.objects, "bulk_create", look)
    with pytest.raises(OperationalError):
        writer.submit(made.pk, [entry()]).result(10)
    assert len(found) == 1
    assert VoiceKey.objects.count() == 0


def test_one_bad_entry_does_not_spoil_its_group(made, writer):
    hold, started = threading.Event(), threading.Event()
    writer.published = lambda session, lines: (started.set(), hold.wait(10))
    writer.submit(made.pk, [entry()])
    started.wait(10)
    bad = writer.submit(made.pk, [entry(giver=987654)])
    good = writer.submit(made.pk, [entry()])
    hold.set()
    assert good.result(10)[0].status == "kept"
    assert bad.exception(10) is not None
    assert [line.seq for line in lines_of(made.pk)] == list(range(1, 4))


def test_without_a_thread_it_writes_at_once(made):
    assert Writer().submit(made.pk, [entry()]).result(0)[0].status == "kept"


def test_stopping_writes_what_waits(made):
    running = Writer()
    running.start()
    waiting = [running.submit(made.pk, [entry()]) for _ in range(200)]
    running.stop()
    assert all(one.done() for one in waiting)
    assert Voice.objects.count() == 200
