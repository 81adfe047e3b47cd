"""Following: a snapshot first, frames after, resuming where one was; words that are taken back vanish from all of it."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import httpx
import pytest

from werkplaats.live import forget
from werkplaats.live.hub import hub
from werkplaats.live.log import lines_of
from werkplaats.live.models import Event, Session
from werkplaats.vault import audit
from werkplaats.vault.models import Reading
from werkplaats.voices import suspend, withdraw
from werkplaats.voices.models import Voice

from .hall import Console, Phone, served, session, wait_for


def told(console, phones, count: int = 1, **more):
    console.do("step", n=1)
    console.do("step", n=2)
    people = phones(count, **more)
    for n, person in enumerate(people):
        person.tell(2, "story", f"Verhaal {n} van tafel {1 + n % 2}.")
    return people


def same(views: dict) -> dict:
    """Views without the clock."""
    kept = json.loads(json.dumps(views))
    kept["room"].pop("now", None)
    kept["room"].get("step", {}).pop("left_s", None)
    return kept


def test_resuming_gives_the_same_as_starting_anew(evening, phones):
    _url, _made, console = evening
    people = told(console, phones, 2)
    first = people[0].follow()
    first.until(lambda views: len(views["table"]["stories"]) == 1)
    seen = first.last_seen
    first.close()
    people[0].tell(2, "story", "Nog een verhaal.")
    console.do("close")
    whole = people[0].follow()
    whole.until(lambda views: views["room"]["step"]["stage"] == "closed" and len(views["table"]["stories"]) == 2)
    whole.close()
    again = people[0].follow(last_seen=seen, views=first.views)
    again.until(lambda views: views["room"]["step"]["stage"] == "closed" and len(views["table"]["stories"]) == 2)
    assert same(again.views) == same(whole.views)
    assert [frame["full"] for frame in again.frames] == [False] * len(again.frames)
    assert [frame["full"] for frame in whole.frames[:2]] == [True, True]


def test_a_number_from_another_time_gives_a_snapshot(evening, phones):
    _url, _made, console = evening
    [person] = told(console, phones)
    for seen in (1, 10**14):
        screen = person.follow(last_seen=seen)
        screen.until(lambda views: views["table"]["stories"])
        assert [frame["full"] for frame in screen.frames[:2]] == [True, True]
        screen.close()


def test_frames_are_at_most_ten_a_second(evening, phones):
    _url, _made, console = evening
    console.do("step", n=1)
    console.do("step", n=2)
    [person] = phones(1)
    screen = person.follow()
    screen.until(lambda views: views["room"])
    began, before = time.monotonic(), len(screen.frames)
    for n in range(40):
        person.tell(2, "story", f"Verhaal {n}.")
    screen.until(lambda views: len(views["table"]["stories"]) == 40)
    frames = [frame for frame in screen.frames[before:] if frame["a"] == "table"]
    assert len(frames) <= (time.monotonic() - began) * 10 + 2


def test_polling_gives_the_same_view(evening, phones):
    _url, _made, console = evening
    [person] = told(console, phones)
    screen = person.follow()
    screen.until(lambda views: views["table"]["stories"])
    frames = httpx.get(person.live + "/view/phone", cookies=person.cookies).json()["frames"]
    assert [(frame["a"], frame["full"]) for frame in frames] == [("room", True), ("table", True)]
    assert same({frame["a"]: frame["patch"] for frame in frames}) == same(screen.views)


def test_words_taken_back_vanish_within_two_seconds(evening, phones):
    _url, _made, console = evening
    people = told(console, phones, 3)
    screen, late = people[2].follow(), people[0].follow()
    screen.until(lambda views: len(views["table"]["stories"]) == 2)
    seen = screen.last_seen
    voice = Voice.objects.get(pk=people[0].me()["pieces"][0]["voice"])
    began = time.monotonic()
    withdraw.withdraw(voice)
    screen.until(lambda views: len(views["table"]["stories"]) == 1)
    assert time.monotonic() - began < 2
    assert people[0].me()["pieces"] == []
    resumed = people[2].follow(last_seen=seen)
    resumed.until(lambda views: views["table"]["stories"])
    assert b"Verhaal 0" not in resumed.raw
    withdraw.undo(voice)
    screen.until(lambda views: len(views["table"]["stories"]) == 2)
    late.close()


def test_words_made_smaller_vanish_from_the_table(evening, phones):
    _url, _made, console = evening
    people = told(console, phones, 3)
    screen = people[2].follow()
    screen.until(lambda views: len(views["table"]["stories"]) == 2)
    voice = people[0].me()["pieces"][0]["voice"]
    people[0].give(kind="consented", voice=voice, level="me")
    screen.until(lambda views: len(views["table"]["stories"]) == 1)
    people[0].give(kind="consented", voice=voice, level="table")
    screen.until(lambda views: len(views["table"]["stories"]) == 2)


def test_what_is_stilled_vanishes_too(evening, phones):
    _url, _made, console = evening
    people = told(console, phones, 3)
    screen = people[2].follow()
    screen.until(lambda views: len(views["table"]["stories"]) == 2)
    suspend.suspend(Voice.objects.get(pk=people[0].me()["pieces"][0]["voice"]), "giver")
    screen.until(lambda views: len(views["table"]["stories"]) == 1)


def test_a_name_taken_back_vanishes(evening, phones):
    _url, _made, console = evening
    people = told(console, phones, 1, name="Noor")
    screen = people[0].follow()
    screen.until(lambda views: next(iter(views["table"]["stories"].values()))["name"] == "Noor")
    withdraw.withdraw(Voice.objects.get(kind="name"))
    screen.until(lambda views: "name" not in next(iter(views["table"]["stories"].values())))


def test_forgetting_leaves_number_and_uuid(evening, phones):
    _url, made, console = evening
    console.do("step", n=5, reason="other")
    people = phones(4)
    cards = []
    for person in people[:3]:
        person.tell(5, "card", "Wij zien dat bellen helpt.")
        cards.append(person.me()["pieces"][0]["voice"])
    console.do("show", voices=cards)
    console.do("promote", voices=cards)
    console.do("step", n=6)
    people[3].give(kind="voted", step=6, picks=cards)
    screen = console.follow()
    screen.until(lambda views: views["console"]["votes_in"] == 1 and len(views["room"]["statements"]) == 3)
    before = {event.seq: event for event in Event.objects.all()}
    withdrawal = withdraw.withdraw(Voice.objects.get(pk=cards[0]))
    withdraw.finish(withdrawal)
    after = {event.seq: event for event in Event.objects.all()}
    assert {seq: event.uuid for seq, event in after.items()} == {seq: event.uuid for seq, event in before.items()}
    assert cards[0] not in json.dumps([event.payload for event in after.values()])
    gone = [event for event in after.values() if event.forgotten]
    assert [(event.kind, event.payload, event.author) for event in gone] == [("gave", {}, "")]
    screen.until(lambda views: len(views["room"]["statements"]) == 2 and views["console"]["votes_in"] == 1)
    wait_for(lambda: cards[0] not in hub.halls[made.uuid].running.state.pieces)
    assert [line.seq for line in lines_of(made.pk)] == sorted(before)


def test_forgetting_twice_is_once(evening, phones):
    _url, _made, console = evening
    [person] = told(console, phones)
    voice = UUID(person.me()["pieces"][0]["voice"])
    forget.forget([voice])
    forget.forget([voice])
    assert Event.objects.filter(forgotten=True).count() == 1


def test_changing_tables_changes_what_one_reads(evening, phones):
    _url, _made, console = evening
    people = told(console, phones, 3)
    screen = people[0].follow()
    screen.until(
        lambda views: (
            {one["text"] for one in views["table"]["stories"].values()}
            == {"Verhaal 0 van tafel 1.", "Verhaal 2 van tafel 1."}
        )
    )
    seen = screen.last_seen
    people[0].give(kind="moved", table=2)
    screen.until(lambda views: views["table"]["number"] == 2)
    assert [one["text"] for one in screen.views["table"]["stories"].values()] == ["Verhaal 1 van tafel 2."]
    again = people[0].follow(last_seen=seen)
    again.until(lambda views: views["table"]["number"] == 2)
    assert people[0].me()["table"] == 2
    people[0].tell(2, "story", "Nu aan tafel twee.")
    screen.until(lambda views: len(views["table"]["stories"]) == 2)


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_a_server_that_starts_again_knows_the_session():
    made = session()
    account = made.room.members.get(account__isnull=False).account
    with served() as url:
        console, phone = Console(url, made, account), Phone(url)
        phone.join(made.code, 1)
        console.do("step", n=1)
        console.do("step", n=2)
        phone.tell(2, "story", "Voor de stroom uitviel.")
        screen = phone.follow()
        screen.until(lambda views: views["table"]["stories"])
        seen = screen.last_seen
    with served() as url:
        phone.url = url
        screen = phone.follow(last_seen=seen)
        screen.until(
            lambda views: [one["text"] for one in views["table"]["stories"].values()] == ["Voor de stroom uitviel."]
        )
        assert screen.frames[0]["full"] is True


def test_twenty_phones_at_once_make_one_log(evening, phones):
    _url, made, console = evening
    console.do("step", n=1)
    console.do("step", n=2)
    people = phones(20)
    screens = [people[0].follow(), people[1].follow()]

    def tell(person):
        for n in range(5):
            item = {
                "uuid": str(uuid4()),
                "kind": "gave",
                "step": 2,
                "input": "story",
                "words": {"text": f"Verhaal {n}."},
            }
            first, again = person.send(item), person.send(item)
            assert (first.json()["acks"][0]["status"], again.json()["acks"][0]["status"]) == ("kept", "known")

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(tell, people))
    numbers = list(Event.objects.filter(session=made).order_by("seq").values_list("seq", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert Event.objects.filter(session=made, kind="gave").count() == Voice.objects.filter(kind="story").count() == 100
    for screen in screens:
        screen.until(lambda views: len(views["table"]["stories"]) == 50)
    assert console.follow().until(lambda views: views["room"]["answers"] == 20)


def test_one_line_in_the_audit_per_new_words(evening, phones):
    _url, _made, console = evening
    people = told(console, phones, 1)
    screens = [people[0].follow() for _ in range(3)]
    for screen in screens:
        screen.until(lambda views: views["table"]["stories"])
    console.do("extend", minutes=1)
    time.sleep(0.3)
    audit.flush()
    shown = Reading.objects.filter(shown_to="table")
    assert [len(reading.voices) for reading in shown] == [1]
    assert shown[0].role == "house"


def test_the_end_lets_streams_go(evening, phones):
    _url, made, console = evening
    [person] = told(console, phones)
    screen = person.follow()
    screen.until(lambda views: views["table"]["stories"])
    console.do("end")
    screen.until(lambda views: views["room"]["state"] == "ended" and views["table"]["stories"] == {})
    assert Session.objects.get(pk=made.pk).ended_at
