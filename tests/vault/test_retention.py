"""What the inventory says is kept a year or a month, is."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from werkplaats.config.management.commands.worker import do_what_is_due
from werkplaats.vault import audit
from werkplaats.vault.models import Reading
from werkplaats.voices import changes
from werkplaats.voices.models import VoiceChange


def readings(count, at):
    Reading.objects.bulk_create([Reading(at=at, role="visitor", use="read", voices=[]) for _one in range(count)])


@pytest.mark.django_db
def test_a_reading_is_kept_a_year_and_goes_in_groups():
    now = timezone.now()
    readings(250, now - timedelta(days=365, seconds=1))
    readings(1, now - timedelta(days=364))
    with CaptureQueriesContext(connection) as queries:
        assert audit.forget_old(now) == 250
    assert Reading.objects.count() == 1
    assert sum(query["sql"].startswith("DELETE") for query in queries) == 3
    assert audit.forget_old(now) == 0


@pytest.mark.django_db
def test_a_change_is_kept_a_month():
    now = timezone.now()
    changes.note([uuid4(), uuid4()], changes.GONE)
    VoiceChange.objects.filter(pk=VoiceChange.objects.first().pk).update(at=now - timedelta(days=32))
    assert changes.forget_old(now) == 1
    assert VoiceChange.objects.count() == 1


@pytest.mark.django_db(databases=["default", "keys"])
def test_the_worker_does_both(monkeypatch):
    monkeypatch.setattr("werkplaats.config.management.commands.worker.close_old_connections", lambda: None)
    monkeypatch.setattr("werkplaats.config.management.commands.worker.connections.close_all", lambda: None)
    old = timezone.now() - timedelta(days=400)
    readings(1, old)
    changes.note(uuid4(), changes.GONE)
    VoiceChange.objects.update(at=old)
    do_what_is_due()
    assert not Reading.objects.exists()
    assert not VoiceChange.objects.exists()
