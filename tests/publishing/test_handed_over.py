"""Words somebody took back are looked for in every text of the staff, and the coordinator is told where."""

import pytest
from django.apps import apps
from django.urls import reverse

from tests.an_evening import harvested, held
from werkplaats.gatherings.models import Gathering
from werkplaats.insights.models import Insight
from werkplaats.people.models import Network
from werkplaats.publishing.models import Passage, Report
from werkplaats.voices.handover import hand_over, staff_text
from werkplaats.voices.models import HandOver, Withdrawal
from werkplaats.voices.withdraw import finish, withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
COPY = "wij zien dat bellen helpt bij"


@pytest.fixture
def made():
    return harvested(people=6)


def take_back(voice):
    withdraw(voice)
    return finish(Withdrawal.objects.get(voice=voice))


def test_every_free_text_of_the_staff_is_walked():
    assert {model._meta.label: names for model in apps.get_models() if (names := staff_text(model))} == {
        "gatherings.Gathering": [
            "theme", "summary", "place", "address", "route", "access", "contact_name", "contact_phone",
            "practical",
        ],
        "insights.Import": ["name"],
        "insights.Insight": ["text"],
        "methods.RecipeVersion": ["source"],
        "people.Account": ["email", "first_name"],
        "people.Network": ["name", "region"],
        "publishing.Passage": ["text"],
        "publishing.Report": ["title"],
    }  # fmt: skip


def test_copies_are_handed_over_wherever_they_stand(made):
    Gathering.objects.update(route=f"Een route: {COPY} velen")
    Insight.objects.filter(pk=Insight.objects.first().pk).update(text=f"Men zag: {COPY} velen")
    Report.objects.update(title=COPY)
    passage = Passage.objects.filter(kind="text").first()
    Passage.objects.filter(pk=passage.pk).update(text=COPY)
    Network.objects.filter(pk=made.network.pk).update(region=COPY)
    take_back(made.cards[0])
    assert {(row.model, row.network_id) for row in HandOver.objects.all()} == {
        (label, made.network.pk)
        for label in (
            "gatherings.Gathering", "insights.Insight", "publishing.Report", "publishing.Passage", "people.Network"
        )
    }  # fmt: skip
    passage.refresh_from_db()
    assert COPY not in passage.text


def test_the_coordinator_sees_where_and_says_it_is_done(made, client):
    Gathering.objects.update(summary=f"Kom ook: {COPY} velen.")
    take_back(made.cards[0])
    client.force_login(made.facilitator)
    assert "heeft teruggenomen" not in client.get("/overzicht/").content.decode()
    client.force_login(made.stranger)
    row = HandOver.objects.get()
    assert client.post(reverse("publishing:settle", args=[row.pk])).status_code == 404
    client.force_login(made.coordinator)
    page = client.get("/overzicht/").content.decode()
    assert "In deze tekst staan woorden die iemand heeft teruggenomen." in page
    assert reverse("gatherings:edit", args=[made.gathering.uuid]) in page
    client.post(reverse("publishing:settle", args=[row.pk]))
    assert "heeft teruggenomen" not in client.get("/overzicht/").content.decode()
    row.refresh_from_db()
    assert row.settled_by == made.coordinator


def test_handing_over_again_adds_nothing(made):
    Gathering.objects.update(summary=COPY)
    assert (hand_over(made.cards[0].pk), hand_over(made.cards[0].pk)) == (1, 1)
    assert HandOver.objects.count() == 1


def test_a_text_that_is_gone_asks_nobody(made, client):
    HandOver.objects.create(voice=made.cards[0], network=made.network, model="publishing.Report", key="0")
    client.force_login(made.coordinator)
    assert "Kijk deze teksten na" not in client.get("/overzicht/").content.decode()


def test_a_first_name_hands_nothing_over():
    made = held(people=1)
    made.cards[0].kind = "name"
    made.cards[0].save()
    Gathering.objects.update(summary=COPY)
    assert hand_over(made.cards[0].pk) == 0
