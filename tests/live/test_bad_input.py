"""Whatever comes in: a clear Dutch sentence, the right status, nothing lost, no server error."""

import json
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from werkplaats.live import posts, seating, tokens
from werkplaats.live.models import Event, Seat
from werkplaats.voices.models import Voice

from .hall import session


@pytest.fixture
def telling(evening, phones):
    """(phone, console) with step 2 open."""
    _url, _made, console = evening
    console.do("step", n=1)
    console.do("step", n=2)
    return phones(1)[0], console


def story(**more):
    return {"kind": "gave", "step": 2, "input": "story", "words": {"text": "De brief lag in de la."}} | more


def refused(answer: httpx.Response) -> tuple[int, str, str]:
    body = answer.json()
    return answer.status_code, body["title"], body.get("field", "")


REFUSED = [
    (story(words={"text": ""}), 422, "Je hebt nog niets opgeschreven.", "words"),
    (story(words={"text": "x" * 4001}), 422, "Dit is te lang: 4001 tekens. Er passen er 4000.", "words"),
    (story(words="x"), 422, "Je hebt nog niets opgeschreven.", "words"),
    (story(words={"parts": {"who": "x"}}), 422, "We konden dit niet lezen. Typ het nog eens.", "words"),
    (story(step=3), 409, "Dit onderdeel is nog niet open.", "step"),
    (story(step=99), 422, "Dit onderdeel kennen we niet.", "step"),
    (story(step="2"), 422, "Dit onderdeel kennen we niet.", "step"),
    (story(step=True), 422, "Dit onderdeel kennen we niet.", "step"),
    (story(input="card"), 422, "Dit past niet bij dit onderdeel.", "input"),
    (story(input="spraak"), 422, "Deze soort inbreng kennen we niet.", "input"),
    (story(level="everyone"), 422, "Deze kring is wijder dan dit onderdeel vraagt.", "level"),
    (story(kind="opened"), 422, "Deze soort inbreng kennen we niet.", "kind"),
    (story(kind=["gave"]), 422, "Deze soort inbreng kennen we niet.", "kind"),
    (story(uuid="nee"), 422, "We konden dit niet lezen. Probeer het nog eens.", "uuid"),
    (story(rests_on="x"), 422, "We konden niet lezen waar dit op rust.", "rests_on"),
    (story(about=str(uuid4())), 422, "Dit verhaal is er niet meer.", "about"),
    ({"kind": "moved", "table": 9}, 422, "Deze tafel is er niet. Kijk op het bordje.", "table"),
    ({"kind": "consented", "voice": str(uuid4()), "level": "me"}, 404, "Deze woorden vinden we niet bij jou.", "voice"),
]


def test_what_a_phone_may_not_give(telling):
    phone, _console = telling
    before = Event.objects.count()
    answers = [phone.send(item) for item, *_ in REFUSED]
    assert [refused(answer) for answer in answers] == [(status, title, field) for _, status, title, field in REFUSED]
    assert [answer.json()["refused"][0]["title"] for answer in answers] == [title for _, _, title, _ in REFUSED]
    assert Event.objects.count() == before


def test_what_is_good_is_kept_beside_what_is_not(telling):
    phone, _console = telling
    answer = phone.send(story(), story(words={"text": ""}), story(words={"text": "En toen?"}))
    assert answer.status_code == 200
    assert [ack["status"] for ack in answer.json()["acks"]] == ["kept", "kept"]
    assert [one["title"] for one in answer.json()["refused"]] == ["Je hebt nog niets opgeschreven."]


def test_the_same_answer_twice_is_known_also_when_it_would_be_refused_now(telling):
    phone, console = telling
    item = story(uuid=str(uuid4()))
    first = phone.send(item).json()["acks"][0]
    console.do("end")
    again = phone.send(item).json()["acks"][0]
    assert (first["status"], again["status"]) == ("kept", "known")
    assert first["seq"] == again["seq"]
    assert Voice.objects.filter(kind="story").count() == 1


def test_a_choice_sent_again_is_known_when_its_card_is_gone_by_now(evening, phones):
    _url, _made, console = evening
    console.do("step", n=5, reason="other")
    [phone] = phones(1)
    phone.tell(5, "card", "Wij zien dat bellen helpt.")
    voice = phone.me()["pieces"][0]["voice"]
    console.do("show", voices=[voice])
    console.do("step", n=6)
    item = {"uuid": str(uuid4()), "kind": "voted", "step": 6, "picks": [voice]}
    first = phone.send(item).json()["acks"][0]
    console.do("hide", voice=voice)
    assert phone.send(item).json()["acks"] == [{"uuid": item["uuid"], "seq": first["seq"], "status": "known"}]
    assert phone.send(item | {"uuid": str(uuid4())}).status_code == 422


def test_an_answer_after_the_close_is_kept_as_late(telling):
    phone, console = telling
    screen = console.follow()
    console.do("close")
    assert phone.give(**story())["status"] == "late"
    screen.until(lambda views: views["console"]["late"] == 1)
    console.do("end")
    assert phone.give(**story(words={"text": "Nog later."}))["status"] == "late"
    assert Voice.objects.filter(kind="story").count() == 2
    screen.close()


def test_malformed_json(telling):
    phone, _console = telling
    headers = phone.headers | {"content-type": "application/json"}
    for body in (b"{", b"", b"[]", b'{"items": []}', b'{"items": {}}', b'{"items": [1]}', b"\xff\xfe", b"[" * 100_000):
        answer = phone.client.post(phone.live + "/give", content=body, headers=headers)
        assert refused(answer) == (400, "We konden dit niet lezen. Probeer het nog eens.", "")


def test_another_content_type(telling):
    phone, _console = telling
    answer = phone.client.post(
        phone.live + "/give", content=b"{}", headers=phone.headers | {"content-type": "text/plain"}
    )
    assert refused(answer) == (415, "We verwachten JSON.", "")
    assert answer.headers["content-type"] == "application/problem+json"


def test_far_too_much(telling):
    phone, _console = telling
    answer = phone.send(*(story(words={"text": "x" * 4000}) for _ in range(80)))
    assert refused(answer) == (413, "Dit is te veel in één keer. Stuur het in delen.", "")


def test_more_items_than_an_outbox_holds(telling):
    phone, _console = telling
    assert phone.send(*(story() for _ in range(101))).status_code == 400


def test_another_origin(telling):
    phone, _console = telling
    for origin in (None, "http://elders.example", "null", "http://127.0.0.1:1"):
        headers = {"authorization": f"Bearer {phone.token}"} | ({"origin": origin} if origin else {})
        answer = phone.client.post(phone.live + "/give", json={"items": [story()]}, headers=headers)
        assert refused(answer) == (403, "Dit verzoek komt van een andere site.", "")
    assert Voice.objects.filter(kind="story").count() == 0


def test_a_stream_from_another_site(telling):
    phone, _console = telling
    for headers in ({"origin": "http://elders.example"}, {"sec-fetch-site": "cross-site"}):
        assert httpx.get(phone.live + "/view/phone", cookies=phone.cookies, headers=headers).status_code == 403


def test_a_token_of_another_session(telling):
    phone, _console = telling
    other = session()
    answer = phone.client.post(f"{phone.url}/live/{other.uuid}/give", json={"items": [story()]}, headers=phone.headers)
    assert answer.status_code == 403
    assert httpx.get(f"{phone.url}/live/{other.uuid}/view/phone", cookies=phone.cookies).status_code == 403


def test_a_token_of_another_kind(telling):
    phone, console = telling
    for screen, cookie, right in (
        ("console", "wp_lead", tokens.LEAD),
        ("wall", "wp_wall", tokens.WALL),
        ("phone", "wp_seat", tokens.SEAT),
    ):
        for kind in (tokens.SEAT, tokens.LEAD, tokens.WALL):
            who = phone.seat if kind == tokens.SEAT else console.account.pk
            text = tokens.make(kind, console.session.uuid, who, timezone.now() + timedelta(hours=1))
            answer = httpx.get(f"{phone.live}/view/{screen}", headers={"cookie": f"{cookie}={text}"})
            assert answer.status_code == (200 if kind == right else 403), (screen, kind)


def test_no_token_an_old_one_and_a_forged_one(telling):
    phone, console = telling
    now = timezone.now()
    old = tokens.make(tokens.SEAT, console.session.uuid, phone.seat, now - timedelta(seconds=1))
    for text, status in (
        ("Bearer", 401),
        ("Basic eA==", 401),
        (f"Bearer {old}", 403),
        (f"Bearer {phone.token[:-2]}xx", 403),
        ("Bearer x", 403),
    ):
        headers = {"authorization": text, "origin": phone.url}
        assert phone.client.post(phone.live + "/give", json={"items": [story()]}, headers=headers).status_code == status


def test_a_revoked_seat(telling):
    phone, _console = telling
    seating.revoke(Seat.objects.get(uuid=phone.seat))
    assert refused(phone.send(story())) == (403, "Je plaats is gesloten. Doe opnieuw mee met je code.", "")
    assert httpx.get(phone.live + "/view/phone", cookies=phone.cookies).status_code == 403


def test_unknown_places(telling):
    phone, _console = telling
    assert httpx.get(f"{phone.url}/live/{uuid4()}/me", headers=phone.headers).status_code == 403
    assert httpx.get(f"{phone.url}/live/nergens").status_code == 404
    assert httpx.get(f"{phone.url}/live/").status_code == 404
    assert httpx.put(phone.live + "/give", headers=phone.headers).status_code == 405
    gone = tokens.make(tokens.SEAT, (missing := uuid4()), phone.seat, timezone.now() + timedelta(hours=1))
    answer = httpx.get(f"{phone.url}/live/{missing}/me", headers={"authorization": f"Bearer {gone}"})
    assert refused(answer) == (404, "Deze sessie is er niet.", "")


def test_too_fast_is_told_to_wait_and_only_this_seat(telling, phones):
    phone, _console = telling
    statuses = [phone.send({"kind": "moved", "table": 9}).status_code for _ in range(130)]
    assert statuses[0] == 422
    slow = phone.send(story())
    assert slow.status_code == 429
    assert int(slow.headers["retry-after"]) >= 1
    [other] = phones(1)
    assert other.give(**story())["status"] == "kept"


def test_who_only_talks_has_nothing_kept(evening, phones):
    _url, _made, console = evening
    console.do("step", n=1)
    console.do("step", n=2)
    [young] = phones(1, sixteen=False, name="Sam", viewpoints=["student"])
    answer = young.send(story())
    assert refused(answer) == (409, "Jij praat mee aan tafel. We bewaren jouw woorden niet.", "")
    assert young.me()["talks_only"] is True
    assert Voice.objects.count() == 0
    console.follow().until(lambda views: views["console"]["seats"] == {"phones": 0, "paper": 0, "talking": 1})


NOT_DONE = [
    ({"do": "dansen"}, 422, "Deze opdracht kennen we niet."),
    ({"do": "step", "n": 40}, 422, "Kies een getal van 1 tot en met 10."),
    ({"do": "step", "n": 2}, 409, "Dit onderdeel is al open."),
    (
        {"do": "step", "n": 4},
        409,
        "Nog niet duiden: onderdeel 3 'Luisteren in tweetallen' is nog open. Wil je toch verder? Kies waarom.",
    ),
    ({"do": "resume"}, 409, "Het is nu geen pauze."),
    ({"do": "extend", "minutes": 0}, 422, "Kies een getal van 1 tot en met 60."),
    ({"do": "phones", "on": 1}, 422, "Kies: telefoons aan of uit."),
    ({"do": "show", "voices": []}, 422, "Kies een of meer kaarten."),
    ({"do": "show", "voices": [str(uuid4())]}, 409, "Deze kaarten zijn er niet meer."),
    ({"do": "hide", "voice": str(uuid4())}, 409, "Deze kaart is er niet meer."),
    ({"do": "insert", "block": "bestaat-niet", "after": 5}, 409, "Dit onderdeel kennen we niet."),
    ({"do": "wall", "shows": "alles"}, 422, "Kies wat het grote scherm laat zien."),
    ({"do": "count", "table": 1, "paper": -1, "talking": 0}, 422, "Kies een getal van 0 tot en met 200."),
    ({"do": "tables", "count": 0}, 422, "Kies een aantal tafels van 1 tot en met 60."),
    ({"do": "ask", "voice": str(uuid4()), "start": 0, "end": 3}, 409, "Deze kaart is er niet meer."),
]


def test_what_the_facilitator_may_not_do(telling):
    _phone, console = telling
    before = Event.objects.count()
    answers = [console.send(**command) for command, *_ in NOT_DONE]
    assert [refused(answer)[:2] for answer in answers] == [(status, title) for _, status, title in NOT_DONE]
    assert Event.objects.count() == before


def test_a_reason_opens_a_step_and_is_kept(telling):
    _phone, console = telling
    console.do("step", n=4, reason="too_little_time")
    kinds = list(Event.objects.order_by("-seq").values_list("kind", "payload")[:3])
    assert [kind for kind, _ in kinds] == ["step", "skipped", "closed"]
    assert kinds[1][1] == {"from": 2, "to": 4, "reason": "too_little_time", "steps": [3]}


@pytest.mark.parametrize("typed", ["Fatima vertelde over haar huis.", "TOO_LITTLE_TIME", 3, ["other"], {"other": 1}])
def test_words_are_no_reason_and_stand_nowhere(telling, typed):
    _phone, console = telling
    before = Event.objects.count()
    assert refused(console.send(do="step", n=4, reason=typed))[:2] == (422, "Kies een van de redenen.")
    assert Event.objects.count() == before


def test_a_command_twice_is_one(telling):
    _phone, console = telling
    uuid = str(uuid4())
    assert console.do("close", uuid=uuid) == console.do("close", uuid=uuid)


HUGE = st.sampled_from([10**400, -(10**400), 2**63, 2**64, 1e308, "\ud800", "x" * 5000])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | HUGE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
ITEMS = st.fixed_dictionaries(
    {"kind": st.sampled_from(["gave", "placed", "weighed", "voted", "moved", "consented"]) | JSON},
    optional={
        key: JSON | st.integers(0, 12)
        for key in (
            "step",
            "input",
            "words",
            "level",
            "rests_on",
            "about",
            "due",
            "row",
            "at",
            "picks",
            "reason",
            "statement",
            "answer",
            "table",
            "voice",
            "range",
            "quotation",
        )
    }
    | {"uuid": JSON},
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(item=ITEMS)
def test_any_json_is_answered_and_never_a_server_error(telling, item):
    phone, _console = telling
    posts.pace.left.clear()
    content = json.dumps({"items": [{"uuid": str(uuid4())} | item]}).encode()
    answer = phone.client.post(
        phone.live + "/give", content=content, headers=phone.headers | {"content-type": "application/json"}
    )
    assert answer.status_code in (200, 400, 404, 409, 422), answer.text
    assert answer.json().get("title") or answer.json()["acks"]
