"""A newcomer finds an evening that was held: a report, a thread, and no trace left when the example goes."""

import time

import pytest
from django.core.management import call_command
from django.utils import timezone

from werkplaats.config import example
from werkplaats.gatherings.models import Gathering
from werkplaats.live.models import Event, Session
from werkplaats.people import codes
from werkplaats.people.models import Network, Person
from werkplaats.publishing.models import Passage, Report
from werkplaats.vault.models import VoiceKey
from werkplaats.voices.models import Voice

pytestmark = pytest.mark.django_db(databases=["default", "keys"], transaction=True)
SECONDS = 3


@pytest.fixture
def loaded():
    began = time.process_time()
    example.load()
    assert time.process_time() - began < SECONDS
    return Session.objects.get()


def test_an_evening_was_held_and_its_report_is_provisional(loaded):
    assert loaded.gathering.network.example
    assert loaded.harvested_at is not None
    assert (Report.objects.get().status, Report.objects.get().session) == ("provisional", loaded)
    kinds = set(Passage.objects.values_list("kind", flat=True))
    assert kinds == {"text", "numbers", "heading", "insight", "recommendation", "commitments", "quotation", "unknown"}


def test_it_happened_when_its_gathering_says(loaded):
    assert Event.objects.filter(session=loaded, at__gt=loaded.gathering.ends_at).count() == 0
    assert loaded.opened_at < loaded.ended_at <= loaded.gathering.ends_at < timezone.now()
    assert loaded.room.ends_at == loaded.ended_at
    assert [voice for voice in Voice.objects.all() if voice.given_at > loaded.gathering.ends_at] == []


def test_a_visitor_reads_it_marked_as_an_example(loaded, client):
    page = client.get(Report.objects.get().get_absolute_url())
    assert page.status_code == 200
    assert "Voorbeeld: mensen en plaatsen zijn verzonnen" in page.content.decode()


def test_the_card_on_the_overview_opens_a_thread(loaded, client):
    client.force_login(example.coordinator(), backend="django.contrib.auth.backends.ModelBackend")
    assert codes.EXAMPLE_CARD in client.get("/overzicht/").content.decode()
    assert codes.check_words(codes.EXAMPLE_CARD) == []
    assert client.post("/draad/in/", {"code": codes.EXAMPLE_CARD}).status_code == 302
    thread = client.get("/draad/").content.decode()
    assert "De brief over de huur lag drie weken in de la." in thread
    assert Report.objects.get().title in thread


def test_another_network_is_shown_no_card(loaded, client):
    real = Network.objects.create(name="Leernetwerk Oost")
    account = example.coordinator()
    account.network = real
    account.save()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    assert codes.EXAMPLE_CARD not in client.get("/overzicht/").content.decode()


def test_loading_twice_is_loading_once(loaded):
    example.load()
    assert (Session.objects.get(), Gathering.objects.count()) == (loaded, 3)


def test_it_goes_without_a_trace(loaded):
    call_command("remove_example")
    left = [model.objects.count() for model in (Network, Gathering, Session, Event, Person, Voice, VoiceKey, Report)]
    assert left == [0] * 8
