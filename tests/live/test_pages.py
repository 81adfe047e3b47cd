"""The pages around a session, and who may open them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from werkplaats.live import tokens
from werkplaats.live.models import Session
from werkplaats.people.models import Network

from .hall import facilitator, gathering, session

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


@pytest.fixture
def made():
    return session()


def signed_in(network) -> Client:
    client = Client()
    client.force_login(facilitator(network), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("name", ["console", "wall", "sign"])
def test_only_staff_of_this_network_open_a_session(made, name):
    address = reverse(f"live:{name}", args=[made.uuid])
    assert Client().get(address).status_code == 302
    assert signed_in(Network.objects.create(name="Elders")).get(address).status_code == 404
    answer = signed_in(made.gathering.network).get(address)
    assert answer.status_code == 200
    assert made.code in answer.content.decode()


def test_the_console_and_the_wall_get_a_cookie_for_this_session_alone(made):
    client = signed_in(made.gathering.network)
    for name, kind in (("console", tokens.LEAD), ("wall", tokens.WALL)):
        cookie = client.get(reverse(f"live:{name}", args=[made.uuid])).cookies[f"wp_{kind}"]
        assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == (f"/live/{made.uuid}/", "Strict", True)
        assert tokens.read(cookie.value, kind, made.uuid, timezone.now())
        assert tokens.read(cookie.value, kind, uuid4(), timezone.now()) is None


def test_a_sign_per_table_joins_at_that_table(made):
    page = signed_in(made.gathering.network).get(reverse("live:sign", args=[made.uuid])).content.decode()
    assert page.count("<article") == 2
    assert page.count("<svg") >= 2
    assert "Tafel 1" in page
    assert "Tafel 2" in page


def test_anybody_opens_the_door_and_the_phone():
    assert Client().get("/mee/").status_code == 200
    assert Client().get("/zaal/").status_code == 200


def test_starting_a_session():
    where = gathering()
    client = signed_in(where.network)
    answer = client.post(reverse("live:start", args=[where.uuid]), {"tables": "4", "block": ["stellingen"]})
    made = Session.objects.get()
    assert answer.url == reverse("live:console", args=[made.uuid])
    assert made.tables.count() == 4
    assert made.rehearsal is False
    assert made.opened_at is not None
    assert list(made.events.values_list("kind", "payload")) == [
        ("inserted", {"block": "stellingen", "after": 5}),
        ("opened", {"tables": 4}),
    ]
    assert made.room.members.get().account.network == where.network


def test_a_rehearsal_is_marked_and_opens_at_once():
    where = gathering(starts_at=timezone.now() + timedelta(days=3), ends_at=timezone.now() + timedelta(days=3, hours=2))
    signed_in(where.network).post(reverse("live:start", args=[where.uuid]), {"kind": "rehearsal"})
    made = Session.objects.get()
    assert (made.rehearsal, made.tables.count()) == (True, 5)
    assert made.opened_at is not None


def test_what_does_not_fit_is_told_and_nothing_is_made():
    where = gathering()
    client = signed_in(where.network)
    for given in (
        {"tables": "0"},
        {"tables": "veel"},
        {"tables": "3", "block": "stellingen", "after": "1"},
        {"block": "niets"},
    ):
        answer = client.post(reverse("live:start", args=[where.uuid]), given)
        assert answer.url == where.get_absolute_url()
    assert Session.objects.count() == 0


def test_a_visitor_and_another_network_cannot_start():
    where = gathering()
    address = reverse("live:start", args=[where.uuid])
    assert Client().post(address, {"tables": "3"}).status_code == 302
    assert signed_in(Network.objects.create(name="Elders")).post(address, {"tables": "3"}).status_code == 404
    assert Session.objects.count() == 0
