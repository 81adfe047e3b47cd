import time

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from werkplaats.people import access, attempts
from werkplaats.people.codes import person_with_code
from werkplaats.people.models import Account, Circle, Membership, Network
from werkplaats.people.viewer import Role, Viewer

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def network():
    return Network.objects.create(name="Vaartland")


def request(user=None, address="10.0.0.1"):
    made = RequestFactory().get("/", REMOTE_ADDR=address)
    made.user, made.session = user or AnonymousUser(), SessionStore()
    made.session.create()
    return made


def test_a_browser_without_code_is_a_visitor():
    assert access.viewer_of(request()) == Viewer()


def test_a_code_opens_the_circles_of_its_person_until_it_is_forgotten(network):
    person, _code = person_with_code(network)
    circle = Circle.objects.create(network=network, kind="room")
    Membership.objects.create(circle=circle, person=person)
    asked = request()
    access.remember_giver(asked, person)
    assert access.viewer_of(asked) == Viewer(Role.GIVER, person.pk, None, network.pk, frozenset({circle.pk}))
    access.forget_giver(asked)
    assert access.giver_of(asked) is None
    assert access.viewer_of(asked) == Viewer()


def test_a_code_is_remembered_twelve_hours(network, monkeypatch):
    asked = request()
    access.remember_giver(asked, person_with_code(network)[0])
    later = time.time() + 12 * 3600 + 1
    monkeypatch.setattr(access.time, "time", lambda: later)
    asked.__dict__.pop("giver", None)
    assert access.giver_of(asked) is None


def test_entering_a_code_gives_the_browser_a_new_session(network):
    asked = request()
    before = asked.session.session_key
    access.remember_giver(asked, person_with_code(network)[0])
    assert asked.session.session_key != before


def test_staff_sit_in_the_circles_of_their_account(network):
    account = Account.objects.create_user("c@example.nl", role="coordinator", network=network, municipal=True)
    circle = Circle.objects.create(network=network, kind="room")
    Membership.objects.create(circle=circle, account=account)
    viewer = access.viewer_of(request(account))
    assert viewer == Viewer(Role.COORDINATOR, None, account.pk, network.pk, frozenset({circle.pk}), True)
    assert viewer.is_staff


@access.may(Role.COORDINATOR)
def coordinators(asked):
    return HttpResponse("in")


@access.may(Role.GIVER)
def givers(asked):
    return HttpResponse("in")


def test_who_may_and_who_is_sent_to_the_door(network):
    facilitator = Account.objects.create_user("f@example.nl", role="facilitator", network=network)
    coordinator = Account.objects.create_user("c@example.nl", role="coordinator", network=network)
    assert coordinators(request(coordinator)).content == b"in"
    with pytest.raises(PermissionDenied):
        coordinators(request(facilitator))
    assert coordinators(request()).url.startswith("/accounts/")
    assert givers(request()).url == "/draad/in/"
    assert givers(request(facilitator)).url == "/draad/in/"
    both = request(facilitator)
    access.remember_giver(both, person_with_code(network)[0])
    assert givers(both).content == b"in"


def test_a_view_that_declares_nobody_is_refused():
    guard = access.DenyUndeclared(lambda asked: None)
    asked = RequestFactory().get("/somewhere/")
    with pytest.raises(PermissionDenied):
        guard.process_view(asked, lambda asked: None, (), {})
    assert guard.process_view(asked, givers, (), {}) is None


def test_a_browser_that_misses_ten_times_waits_and_the_hall_goes_on():
    attempts.forget()
    guesser, neighbour = request(), request()
    for turn in range(10):
        assert attempts.wait(guesser, now=100.0 + turn) == 0
        attempts.missed(guesser, now=100.0 + turn)
    assert attempts.wait(guesser, now=110.0) == 291
    assert attempts.wait(neighbour, now=110.0) == 0
    assert attempts.wait(guesser, now=400.5) == 0
    attempts.forget()


def test_three_hundred_mistyped_cards_behind_one_address_lock_nobody_out():
    attempts.forget()
    for turn in range(300):
        attempts.missed(request(), now=100.0 + turn / 10)
    assert attempts.wait(request(), now=131.0) == 0
    for _ in range(200):
        attempts.missed(request(), now=131.0)
    assert attempts.wait(request(), now=132.0) > 0
    assert attempts.wait(request(address="10.0.0.2"), now=132.0) == 0
    attempts.forget()
