"""An evening nobody ends: its circles close by themselves, and the server ends it with its harvest."""

import asyncio
from datetime import timedelta

import pytest
from django.utils import timezone

from werkplaats.live import doors
from werkplaats.live.hub import hub
from werkplaats.live.models import Event, Seat
from werkplaats.live.overdue import end_overdue, watch
from werkplaats.people.access import giver_viewer
from werkplaats.people.models import Circle
from werkplaats.stories.models import Telling
from werkplaats.vault.models import SessionKey
from werkplaats.voices import door
from werkplaats.voices.models import Voice

from .hall import facilitator, gathering, wait_for

HOUR = timedelta(hours=1)


def circles(made) -> set:
    tables = made.tables.values_list("circle", flat=True)
    return set(Circle.objects.filter(pk__in=[made.room_id, *tables]).values_list("ends_at", flat=True))


def in_the_server(work):
    return asyncio.run_coroutine_threadsafe(work, hub.loop).result(30)


def test_open_doors_say_when_the_circles_close(evening):
    _url, made, console = evening
    assert circles(made) == {made.gathering.ends_at + 6 * HOUR}
    console.do("tables", count=5)
    assert circles(made) == {made.gathering.ends_at + 6 * HOUR}


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_a_late_start_counts_the_time_of_the_method():
    where = gathering(starts_at=timezone.now() - 5 * HOUR, ends_at=timezone.now() - 4 * HOUR)
    made = doors.prepare(where, 2, facilitator(where.network), hub.writer)
    now = timezone.now()
    doors.open_doors(made, hub.writer, now)
    lasts = timedelta(minutes=made.recipe.recipe.duration_minutes)
    assert circles(made) == {now + lasts + 6 * HOUR}


def test_the_end_sets_the_real_moment(evening):
    _url, made, console = evening
    console.do("end")
    made.refresh_from_db()
    [ends_at] = circles(made)
    assert ends_at == made.ended_at < made.gathering.ends_at
    assert Circle.objects.get(pk=made.room_id).staff_until == ends_at + doors.STAFF_READ


def test_an_evening_nobody_ends_ends_by_itself(evening, phones):
    _url, made, console = evening
    console.do("step", n=1)
    console.do("step", n=2)
    phones(2)[0].tell(2, "story", "Het licht bleef aan.")
    [last] = circles(made)
    assert in_the_server(end_overdue(last - timedelta(seconds=1))) == 0
    assert in_the_server(end_overdue(last)) == 1
    assert in_the_server(end_overdue(last)) == 0
    made.refresh_from_db()
    assert made.ended_at and made.harvested_at
    assert list(Event.objects.order_by("-seq").values_list("kind", "author")[:2]) == [
        ("ended", "house"),
        ("closed", "house"),
    ]
    assert Telling.objects.filter(session=made).count() == 1
    assert SessionKey.objects.count() == 0
    assert console.send("step", n=3).status_code == 409


def test_the_server_looks_with_its_own_clock(evening):
    _url, made, _console = evening
    [last] = circles(made)
    hub.loop.call_soon_threadsafe(hub.keep, watch(lambda: last + HOUR, 0.05))
    wait_for(lambda: type(made).objects.get(pk=made.pk).ended_at)


def past(made) -> None:
    """The clock moves: this evening was to close an hour ago."""
    tables = made.tables.values_list("circle", flat=True)
    Circle.objects.filter(pk__in=[made.room_id, *tables]).update(ends_at=timezone.now() - HOUR)


def test_nobody_comes_in_when_it_should_be_over(evening, phones):
    _url, made, _console = evening
    [phone] = phones(1)
    past(made)
    answer = phone.join(made.code, 1)
    assert (answer.status_code, answer.json()["title"]) == (
        409,
        "Deze avond is voorbij. Je woorden vind je terug met je code.",
    )
    assert phone.join(made.code, 1, personal_code=phone.code).status_code == 409
    assert Seat.objects.count() == 1
    assert phone.post("/mee/zoek/", {"room_code": made.code}).json()["state"] == "ended"


def test_words_of_the_table_close_with_it(evening, phones):
    _url, made, console = evening
    console.do("step", n=1)
    console.do("step", n=2)
    people = phones(3)
    people[0].tell(2, "story", "Het licht bleef aan.")
    [story] = Voice.objects.filter(kind="story")
    beside = giver_viewer(Seat.objects.get(uuid=people[2].seat).person)
    assert door.words(story, beside)
    past(made)
    assert door.words(story, beside) is None
