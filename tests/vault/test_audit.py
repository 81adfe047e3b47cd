import time
from uuid import uuid4

import pytest

from werkplaats.vault import audit
from werkplaats.vault.models import Reading

pytestmark = pytest.mark.django_db


def test_what_waits_is_written_in_one_go(django_assert_num_queries):
    for _turn in range(3):
        audit.record("visitor", [uuid4()], "read")
    with django_assert_num_queries(1):
        audit.flush()
    assert Reading.objects.count() == 3


def test_what_cannot_be_written_now_waits(monkeypatch):
    voice = uuid4()
    audit.record("visitor", [voice], "read", account=3)
    with monkeypatch.context() as broken:
        broken.setattr(Reading.objects, "bulk_create", lambda rows: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            audit.flush()
    audit.flush()
    assert Reading.objects.get().voices == [str(voice)]


@pytest.mark.django_db(transaction=True)
def test_the_thread_writes_within_a_second(monkeypatch):
    monkeypatch.setattr(audit, "in_background", True)
    audit.record("visitor", [uuid4()], "read")
    for _turn in range(40):
        if Reading.objects.count():
            return
        time.sleep(0.05)
    raise AssertionError("not written")
