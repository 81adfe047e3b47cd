"""Starting a rehearsal from the browser: one at a time in a network."""

import subprocess
import sys

import pytest
from django.urls import reverse

from werkplaats.live.models import Session
from werkplaats.live.rehearsal import views

from .hall import gathering
from .test_pages import signed_in

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")
BUSY = "Er loopt al een proefsessie met verzonnen mensen. Wacht tot die klaar is."


@pytest.fixture
def sent(monkeypatch):
    """The processes that were started instead of invented people: they wait until they are told to end."""
    started: list[subprocess.Popen] = []

    def wait(_session, _people, _follow):
        started.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))
        return started[-1]

    monkeypatch.setattr(views, "_send_people", wait)
    yield started
    for process in started:
        process.communicate()


def test_a_network_plays_one_rehearsal_at_a_time(sent):
    where, elsewhere = gathering(), gathering()
    client = signed_in(where.network)
    address = reverse("live:rehearse", args=[where.uuid])
    assert client.post(address, {"people": "5"}).status_code == 302
    busy = client.post(address, {"people": "5"})
    assert (busy.status_code, BUSY in busy.content.decode()) == (409, True)
    assert (len(sent), Session.objects.count()) == (1, 1)
    assert client.get(address).status_code == 200
    other = reverse("live:rehearse", args=[elsewhere.uuid])
    assert signed_in(elsewhere.network).post(other, {"people": "5"}).status_code == 302
    sent[0].communicate()
    assert client.post(address, {"people": "5"}).status_code == 302


def test_a_strange_number_starts_nothing(sent):
    where = gathering()
    client = signed_in(where.network)
    for people in ("0", "61", "veel", ""):
        assert client.post(reverse("live:rehearse", args=[where.uuid]), {"people": people}).status_code == 422
    assert (sent, Session.objects.count()) == ([], 0)
