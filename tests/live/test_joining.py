"""At the door: which evening, which table, which questions; and nothing kept that was not asked."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from werkplaats.gatherings.models import Tally
from werkplaats.live import doors
from werkplaats.live.hub import hub
from werkplaats.live.log import lines_of
from werkplaats.live.models import Event, Seat
from werkplaats.live.state import fold
from werkplaats.people import attempts
from werkplaats.people.codes import person_with_code
from werkplaats.people.models import Membership, Network, Person, Viewpoint
from werkplaats.voices.models import Voice

from .hall import facilitator, gathering, session

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")
ANSWERS = {"sixteen": True, "viewpoints": [], "first_time": None, "name": "", "table": 1}


@pytest.fixture(autouse=True)
def no_misses():
    attempts.forget()
    yield
    attempts.forget()


@pytest.fixture
def made():
    return session()


def post(path: str, **body):
    return Client().post(path, body, content_type="application/json")


def join(**body):
    return post("/mee/", **(ANSWERS | body))


def refused(answer) -> tuple[int, str, str]:
    body = answer.json()
    assert answer["content-type"] == "application/problem+json"
    return answer.status_code, body["title"], body.get("field", "")


def test_the_first_screen_knows_the_evening(made):
    found = post("/mee/zoek/", room_code=made.code.lower())
    assert found.json() == {
        "session": str(made.uuid),
        "gathering": {"theme": "Wanneer lukt hulp vragen?", "place": "Buurthuis De Ketel"},
        "tables": 2,
        "municipal": False,
        "municipalities": [],
        "rehearsal": False,
        "known": False,
        "table": None,
        "state": "open",
    }


def test_without_a_card_one_gets_a_code(made):
    answer = join(room_code=made.code, name="Noor", viewpoints=["resident", "policy"], first_time="yes")
    body = answer.json()
    assert set(body) == {"session", "seat", "token", "expires", "code", "resumed"}
    assert len(body["code"].split()) == 4
    seat = Seat.objects.get()
    assert (str(seat.uuid), seat.table.number, seat.name.kind) == (body["seat"], 1, "name")
    assert sorted(Viewpoint.objects.values_list("kind", "room")) == [
        ("policy", made.room_id),
        ("resident", made.room_id),
    ]
    assert sorted(Tally.objects.values_list("question", "answer", "count")) == [
        ("first_time", "yes", 1),
    ]
    assert Membership.objects.filter(person=seat.person).count() == 2
    cookie = answer.cookies["wp_seat"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (f"/live/{made.uuid}/", True, "Strict")
    assert cookie.value == body["token"]
    assert datetime.fromisoformat(body["expires"]) > timezone.now() + timedelta(hours=13)


def test_with_a_card_one_comes_back_to_the_same_seat(made):
    person, code = person_with_code(made.gathering.network)
    first = join(personal_code=code, table=2)
    assert first.json()["code"] is None
    found = post("/mee/zoek/", personal_code=code.upper()).json()
    assert (found["known"], found["table"]) == (True, 2)
    again = join(personal_code=code, table=1)
    assert (again.json()["seat"], again.json()["resumed"]) == (first.json()["seat"], True)
    assert Person.objects.count() == 1
    assert list(Event.objects.filter(kind__in=["seated", "moved"]).values_list("kind", "payload__table")) == [
        ("seated", 2),
        ("moved", 1),
    ]
    tables = {
        circle.pk: circle.kind
        for circle in (membership.circle for membership in person.memberships.select_related("circle"))
    }
    assert sorted(tables.values()) == ["room", "table"]
    assert made.tables.get(number=1).circle_id in tables


def test_what_the_door_refuses(made):
    _person, code = person_with_code(made.gathering.network)
    _other, elsewhere = person_with_code(gathering().network)
    word = code.split()[0]
    cases = [
        ({}, 422, "Typ de vier woorden van je kaart, of de code van de zaal.", "personal_code"),
        ({"room_code": "XXXXXX"}, 404, "Deze code van de zaal kennen we niet. Kijk op het grote scherm.", "room_code"),
        (
            {"personal_code": f"{word} {word} {word} {word}"},
            404,
            "Deze code kennen we niet. Kijk nog eens op je kaart.",
            "personal_code",
        ),
        ({"personal_code": "een"}, 422, None, "personal_code"),
        (
            {"personal_code": elsewhere},
            409,
            "Er is nu geen avond open. Je kaart blijft geldig. Vraag het aan de deur.",
            "personal_code",
        ),
        (
            {"personal_code": elsewhere, "room_code": made.code},
            404,
            "Deze kaart hoort bij een ander netwerk. Vraag een nieuwe kaart aan de deur.",
            "personal_code",
        ),
        ({"room_code": made.code, "table": 3}, 422, "Kies een tafel. Het nummer staat op het bordje.", "table"),
        ({"room_code": made.code, "table": "1"}, 422, "Kies een tafel. Het nummer staat op het bordje.", "table"),
        ({"room_code": made.code, "name": "x" * 41}, 422, "Dit is te lang: 41 tekens. Er passen er 40.", "name"),
        ({"room_code": made.code, "name": 5}, 422, "We konden dit niet lezen. Typ het nog eens.", "name"),
        ({"room_code": made.code, "viewpoints": ["wethouder"]}, 422, "Deze invalshoek kennen we niet.", "viewpoints"),
        ({"room_code": made.code, "viewpoints": [["x"]]}, 422, "Deze invalshoek kennen we niet.", "viewpoints"),
        ({"room_code": made.code, "first_time": "misschien"}, 422, "Kies: ja, nee of weet ik niet.", "first_time"),
        (
            {"room_code": made.code, "municipality": "Ik vertelde dat het thuis niet ging."},
            422,
            "Deze gemeente kennen we niet.",
            "municipality",
        ),
    ]
    for body, status, title, field in cases:
        found = refused(join(**body))
        assert (found[0], found[2]) == (status, field), body
        assert title in (None, found[1])
    assert Seat.objects.count() == Voice.objects.count() == Viewpoint.objects.count() == Tally.objects.count() == 0


def test_two_evenings_at_once_ask_for_the_code_of_the_room(made):
    network = made.gathering.network
    _person, code = person_with_code(network)
    other = session(network=network)
    assert refused(join(personal_code=code))[0::2] == (409, "room_code")
    assert join(personal_code=code, room_code=other.code).json()["session"] == str(other.uuid)
    assert join(personal_code=code).json()["session"] == str(other.uuid)


def test_malformed_bodies():
    client = Client()
    assert client.post("/mee/", "{", content_type="application/json").status_code == 400
    assert client.post("/mee/", "[]", content_type="application/json").status_code == 400
    assert client.post("/mee/", {"table": 1}).status_code == 415
    assert client.post("/mee/", "x" * 9000, content_type="application/json").status_code == 413
    assert client.get("/mee/zoek/").status_code == 405


def test_a_post_needs_the_page_first(made):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/mee/", ANSWERS | {"room_code": made.code}, content_type="application/json").status_code == 403


def test_the_door_opens_by_the_clock():
    soon = gathering(starts_at=timezone.now() + timedelta(minutes=19), ends_at=timezone.now() + timedelta(hours=2))
    later = gathering(starts_at=timezone.now() + timedelta(minutes=30), ends_at=timezone.now() + timedelta(hours=2))
    near, far = (doors.prepare(where, 2, facilitator(where.network), hub.writer) for where in (soon, later))
    assert post("/mee/zoek/", room_code=near.code).json()["state"] == "waiting"
    assert join(room_code=near.code).status_code == 200
    assert list(near.events.values_list("kind", flat=True)) == ["opened", "seated"]
    status, title, field = refused(join(room_code=far.code))
    assert (status, field) == (409, "room_code")
    assert title.startswith("De deur gaat open op ")
    doors.open_doors(far, hub.writer)
    assert join(room_code=far.code).status_code == 200


def test_who_is_younger_than_sixteen_has_nothing_kept(made):
    answer = join(room_code=made.code, sixteen=False, name="Sam", viewpoints=["student"], first_time="yes")
    assert answer.status_code == 200
    assert Person.objects.get().talks_only is True
    assert Voice.objects.count() == Viewpoint.objects.count() == Tally.objects.count() == 0


def test_a_card_that_sat_before_may_still_say_younger_than_sixteen(made):
    person, code = person_with_code(made.gathering.network)
    join(personal_code=code)
    answer = join(personal_code=code, sixteen=False, name="Sam", viewpoints=["student"], first_time="yes")
    assert answer.status_code == 200
    person.refresh_from_db()
    assert (person.talks_only, Seat.objects.get().name) == (True, None)
    assert Voice.objects.count() == Viewpoint.objects.count() == Tally.objects.count() == 0
    assert fold(lines_of(made.pk)).seats[answer.json()["seat"]].talks_only is True
    join(personal_code=code, sixteen=True, name="Sam")
    assert Voice.objects.count() == 0


def test_who_has_no_card_cannot_come_in_after_the_end(made):
    _person, code = person_with_code(made.gathering.network)
    join(personal_code=code)
    doors.close_doors(made)
    assert refused(join(room_code=made.code)) == (409, "Deze avond is afgelopen.", "room_code")
    assert join(personal_code=code, room_code=made.code).status_code == 200


def test_room_codes_have_no_lookalikes():
    codes = [doors.new_room_code() for _ in range(500)]
    assert {len(code) for code in codes} == {6}
    assert set("".join(codes)) & set("IO01") == set()


def test_a_rehearsal_eats_no_card(made):
    network = made.gathering.network
    _person, code = person_with_code(network)
    trial = doors.prepare(made.gathering, 2, facilitator(network), hub.writer, rehearsal=True)
    doors.open_doors(trial, hub.writer)
    kind = (409, "Dit is een proefsessie. Bewaar je kaart voor de echte avond.", "personal_code")
    assert refused(join(personal_code=code, room_code=trial.code)) == kind
    assert refused(post("/mee/zoek/", personal_code=code, room_code=trial.code)) == kind
    assert join(personal_code=code).json()["session"] == str(made.uuid)
    invented = join(room_code=trial.code).json()
    again = join(personal_code=invented["code"], room_code=trial.code).json()
    assert (again["seat"], again["resumed"]) == (invented["seat"], True)


def test_only_a_rehearsal_is_no_evening_for_a_card():
    where = gathering()
    _person, code = person_with_code(where.network)
    trial = doors.prepare(where, 2, facilitator(where.network), hub.writer, rehearsal=True)
    doors.open_doors(trial, hub.writer)
    assert refused(join(personal_code=code))[1] == (
        "Er is nu geen avond open. Je kaart blijft geldig. Vraag het aan de deur."
    )


def test_who_keeps_guessing_waits_and_a_right_code_never_does(made):
    _person, code = person_with_code(made.gathering.network)
    guesser, other = Client(), Client()
    for client in (guesser, other):
        client.get("/mee/")

    def tries(client, path, **body):
        return client.post(path, ANSWERS | body, content_type="application/json")

    guesses = [tries(guesser, "/mee/zoek/", room_code=f"XXXX{turn:02}").status_code for turn in range(5)]
    guesses += [tries(guesser, "/mee/", personal_code="wolk wolk wolk wolk").status_code for _ in range(6)]
    assert guesses == [404] * 10 + [429]
    slow = tries(guesser, "/mee/zoek/", room_code="XXXXXX")
    assert refused(slow) == (
        429,
        "Dat waren veel codes achter elkaar. Wacht 5 minuten en probeer het dan opnieuw.",
        "room_code",
    )
    assert 0 < int(slow["retry-after"]) <= 300
    assert tries(guesser, "/mee/", personal_code=code).status_code == 200
    assert tries(other, "/mee/zoek/", room_code="XXXXXX").status_code == 404


def test_a_municipality_is_one_of_a_list_and_never_a_text(made):
    network = made.gathering.network
    Network.objects.filter(pk=network.pk).update(municipalities=["Zuiderlage", "Oudhaven"])
    assert post("/mee/zoek/", room_code=made.code).json()["municipalities"] == ["Zuiderlage", "Oudhaven"]
    for text in ("Mijn vrouw ging weg", "zuiderlage", "Waterland", "Zuiderlage Oudhaven"):
        no = refused(join(room_code=made.code, municipality=text))
        assert no == (422, "Deze gemeente kennen we niet.", "municipality")
    for text in ("Oudhaven", "Oudhaven", "elders", "", None):
        assert join(room_code=made.code, municipality=text).status_code == 200
    assert sorted(Tally.objects.values_list("question", "answer", "count")) == [
        ("municipality", "Oudhaven", 2),
        ("municipality", "elders", 1),
    ]
