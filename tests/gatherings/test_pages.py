from datetime import timedelta
from uuid import uuid4

import icalendar
import pytest
from django.urls import reverse
from django.utils import timezone

from werkplaats.gatherings.models import Gathering
from werkplaats.live.models import Session
from werkplaats.methods.models import RecipeVersion
from werkplaats.people.models import Account, Circle, Network, Person
from werkplaats.voices.give import Draft, give

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def network():
    return Network.objects.create(name="Netwerk De Vaart")


@pytest.fixture
def coordinator(network):
    return Account.objects.create_user("hatice@example.org", first_name="Hatice", role="coordinator", network=network)


def make(network, days=3, **fields):
    start = timezone.now() + timedelta(days=days)
    return Gathering.objects.create(
        network=network,
        theme=fields.pop("theme", "Wanneer lukt hulp vragen?"),
        starts_at=start,
        ends_at=start + timedelta(minutes=90),
        place="Buurthuis De Ketel",
        recipe=RecipeVersion.current("delen-duiden-doen"),
        **fields,
    )


def session_of(gathering):
    room = Circle.objects.create(network=gathering.network, kind="room")
    return Session.objects.create(gathering=gathering, recipe=gathering.recipe, code="KETEL7", room=room)


def filled(**changes):
    return {
        "theme": "Wanneer lukt hulp vragen?",
        "kind": "knowledge_cafe",
        "method": "delen-duiden-doen",
        "day": "2027-02-04",
        "starts": "19:00",
        "place": "Buurthuis De Ketel",
        "published": "on",
        **changes,
    }


def test_page_tells_what_to_expect_when_and_where(client, network):
    page = client.get(make(network, municipal=True).get_absolute_url()).content.decode()
    for part in ("Wat kun je verwachten?", "Delen", "Duiden", "Doen", "Buurthuis De Ketel", "gemeente"):
        assert part in page


def test_doors_open_before_the_clock(network):
    gathering = make(network)
    assert gathering.starts_at - gathering.doors_at == timedelta(minutes=20)


def test_calendar_file_holds_the_gathering(client, network):
    gathering = make(network)
    response = client.get(reverse("gatherings:ics", args=[gathering.uuid]))
    event = icalendar.Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert (str(event["summary"]), str(event["location"])) == (gathering.theme, gathering.place)
    assert event["dtstart"].dt == gathering.starts_at.replace(microsecond=0)


@pytest.mark.parametrize("count", [1, 3])
def test_agenda_asks_the_same_queries_for_one_and_three(client, network, count, django_assert_num_queries):
    for number in range(count):
        make(network, theme=f"Thema {number}")
    with django_assert_num_queries(2):
        page = client.get(reverse("gatherings:agenda")).content.decode()
    assert page.count("Thema ") == count


def test_agenda_says_when_it_is_empty(client):
    assert "Er staat nog niets op de agenda" in client.get(reverse("gatherings:agenda")).content.decode()


def test_unlisted_gathering_is_for_its_own_team_alone(client, network, coordinator):
    hidden = make(network, published=False)
    assert client.get(hidden.get_absolute_url()).status_code == 404
    client.force_login(coordinator, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(hidden.get_absolute_url()).status_code == 200
    foreign = make(Network.objects.create(name="Elders"), published=False)
    assert client.get(foreign.get_absolute_url()).status_code == 404
    assert client.get(reverse("gatherings:edit", args=[foreign.uuid])).status_code == 404


def test_coordinator_makes_a_gathering(client, network, coordinator):
    client.force_login(coordinator, backend="django.contrib.auth.backends.ModelBackend")
    response = client.post(reverse("gatherings:new"), filled())
    made = Gathering.objects.get()
    assert response.headers["Location"] == made.get_absolute_url()
    assert (made.network, made.recipe.recipe_id) == (network, "delen-duiden-doen")
    assert made.ends_at - made.starts_at == timedelta(minutes=90)
    assert timezone.localtime(made.starts_at).hour == 19


def test_missing_theme_keeps_what_was_typed(client, coordinator):
    client.force_login(coordinator, backend="django.contrib.auth.backends.ModelBackend")
    response = client.post(reverse("gatherings:new"), filled(theme=""))
    assert response.status_code == 422
    assert "Buurthuis De Ketel" in response.content.decode()
    assert not Gathering.objects.exists()


def test_visitors_make_nothing(client, network):
    gathering = make(network)
    for name, args in (("new", []), ("edit", [gathering.uuid]), ("cards", [gathering.uuid])):
        response = client.post(reverse(f"gatherings:{name}", args=args), filled())
        assert (response.status_code, "/accounts/" in response.headers["Location"]) == (302, True)


def test_cards_are_new_codes_that_only_the_paper_knows(client, network, coordinator):
    client.force_login(coordinator, backend="django.contrib.auth.backends.ModelBackend")
    gathering = make(network, contact_name="Hatice", contact_phone="06 0000 0000")
    page = client.post(reverse("gatherings:cards", args=[gathering.uuid]), {"count": "3"}).content.decode()
    assert page.count('class="printcard"') == 3
    assert page.count("<svg") >= 6
    assert Person.objects.filter(network=network).count() == 3


@pytest.mark.parametrize("count", ["0", "151", "-1", "veel", "", "\u00b2", "1e2", "9" * 400])
def test_a_strange_number_of_cards_is_explained(client, network, coordinator, count):
    client.force_login(coordinator, backend="django.contrib.auth.backends.ModelBackend")
    response = client.post(reverse("gatherings:cards", args=[make(network).uuid]), {"count": count})
    assert response.status_code == 422
    assert "Kies een aantal van 1 tot 150." in response.content.decode()
    assert not Person.objects.exists()


def say(network, words):
    person = Person.objects.create(network=network, code_hash=uuid4().bytes)
    return give(Draft(uuid4(), "story", {"text": words}, person.pk))


@pytest.mark.parametrize("name", ["theme", "summary", "place", "address", "route", "access", "contact_name"])
def test_words_of_a_participant_do_not_come_into_a_gathering(client, network, coordinator, name):
    say(network, "De deurwaarder stond al drie weken voor de deur.")
    client.force_login(coordinator)
    answer = client.post(reverse("gatherings:new"), filled(**{name: "De deurwaarder stond al drie weken."}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "‘De deurwaarder stond al drie weken’ staat letterlijk in iemands inbreng." in page
    assert page.count("De deurwaarder stond al drie weken") == 2
    assert not Gathering.objects.exists()


def test_a_theme_somebody_repeated_stands_in_no_way_of_a_new_address(client, network, coordinator):
    gathering = make(network)
    say(network, "Wanneer lukt hulp vragen? Nooit.")
    client.force_login(coordinator)
    answer = client.post(reverse("gatherings:edit", args=[gathering.uuid]), filled(address="Kade 3"))
    assert answer.status_code == 302


def test_words_of_another_network_are_not_looked_into(client, network, coordinator):
    say(Network.objects.create(name="Elders"), "Wanneer lukt hulp vragen?")
    client.force_login(coordinator)
    assert client.post(reverse("gatherings:new"), filled()).status_code == 302


def test_what_one_needs_to_know_is_the_coordinators_own_sentence(client, network, coordinator):
    client.force_login(coordinator)
    assert "Aanmelden hoeft niet. Het is gratis." in client.get(reverse("gatherings:new")).content.decode()
    page = client.get(make(network, practical="Bel even als je komt.").get_absolute_url()).content.decode()
    assert "Bel even als je komt." in page
    assert "gratis" not in client.get(make(network).get_absolute_url()).content.decode()


def test_the_team_starts_rehearses_and_prints_from_the_page_of_a_gathering(client, network, coordinator):
    gathering = make(network)
    start, rehearse = (reverse(f"live:{name}", args=[gathering.uuid]) for name in ("start", "rehearse"))
    visitor = client.get(gathering.get_absolute_url()).content.decode()
    assert (start in visitor, rehearse in visitor) == (False, False)
    client.force_login(coordinator)
    page = client.get(gathering.get_absolute_url()).content.decode()
    begin = timezone.localtime(gathering.starts_at).strftime("%H:%M")
    assert (start in page, rehearse in page, f"begin={begin}" in page) == (True, True, True)
    session = session_of(gathering)
    page = client.get(gathering.get_absolute_url()).content.decode()
    assert start not in page
    assert reverse("live:console", args=[session.uuid]) in page


def test_a_gathering_without_sessions_can_be_deleted_after_a_question(client, network, coordinator):
    gathering = make(network)
    address = reverse("gatherings:delete", args=[gathering.uuid])
    assert client.post(address).status_code == 302
    client.force_login(coordinator)
    assert address in client.get(gathering.get_absolute_url()).content.decode()
    assert client.get(address).status_code == 200
    assert Gathering.objects.count() == 1
    session = session_of(gathering)
    client.post(address)
    assert Gathering.objects.count() == 1
    assert address not in client.get(gathering.get_absolute_url()).content.decode()
    session.delete()
    client.post(address)
    assert Gathering.objects.count() == 0


def test_nobody_deletes_a_gathering_of_another_network(client, network):
    other = Network.objects.create(name="Elders")
    client.force_login(Account.objects.create_user("a@example.org", role="coordinator", network=other))
    assert client.post(reverse("gatherings:delete", args=[make(network).uuid])).status_code == 404
    assert Gathering.objects.count() == 1


@pytest.mark.parametrize(
    ("address", "warned"),
    [
        ("http://localhost:8000", True),
        ("http://127.0.0.1:8000", True),
        ("http://192.168.1.20:8000", False),
        ("https://werkplaats.example.org", False),
    ],
)
def test_cards_say_when_no_phone_can_reach_the_address(client, network, coordinator, settings, address, warned):
    settings.WERKPLAATS_URL = address
    client.force_login(coordinator)
    cards = reverse("gatherings:cards", args=[make(network).uuid])
    told = "Dit adres werkt alleen op deze computer."
    assert (told in client.get(cards).content.decode()) is warned
    made = client.post(cards, {"count": 1}).content.decode()
    assert (told in made, "data-print" in made) == (warned, True)
