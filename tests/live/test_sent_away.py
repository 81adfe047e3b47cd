"""Who is sent away is away within seconds: a seat that was ended, an account that was closed, the wall it opened."""

from datetime import timedelta

import httpx
from django.utils import timezone

from werkplaats.live import seating, tokens
from werkplaats.live.hub import hub
from werkplaats.live.models import Seat
from werkplaats.people.models import Account, Network

from .hall import wait_for


def test_a_seat_ended_here_is_away_at_once(evening, phones):
    _url, made, _console = evening
    [phone] = phones(1)
    assert phone.me()["talks_only"] is False
    assert phone.seat in hub.halls[made.uuid].running.seats
    seating.revoke(Seat.objects.get(uuid=phone.seat))
    assert wait_for(lambda: phone.send({"kind": "moved", "table": 2}).status_code == 403, 0.5)


def test_a_seat_ended_in_another_process_is_away_within_seconds(evening, phones):
    _url, _made, _console = evening
    [phone] = phones(1)
    screen = phone.follow()
    screen.until(lambda views: views["room"])
    Seat.objects.filter(uuid=phone.seat).update(revoked_at=timezone.now())
    wait_for(lambda: phone.client.get(phone.live + "/me", headers=phone.headers).status_code == 403, 4)
    wait_for(lambda: not screen._thread.is_alive(), 4)


def watches(console, screen: str) -> int:
    kind = tokens.LEAD if screen == "console" else tokens.WALL
    token = tokens.make(kind, console.session.uuid, console.account.pk, timezone.now() + timedelta(hours=1))
    return httpx.get(f"{console.live}/view/{screen}", headers={"cookie": f"wp_{kind}={token}"}).status_code


def test_a_closed_account_leads_nothing(evening):
    _url, _made, console = evening
    assert [watches(console, "console"), watches(console, "wall"), console.send("open").status_code] == [200] * 3
    screens = [console.follow(), console.wall()]
    for screen in screens:
        screen.until(lambda views: views["room"])
    Account.objects.filter(pk=console.account.pk).update(is_active=False)
    answer = console.send("step", n=1)
    assert (answer.status_code, answer.json()["title"]) == (
        403,
        "Je kunt deze avond niet meer leiden. Meld je opnieuw aan.",
    )
    assert [watches(console, "console"), watches(console, "wall")] == [403, 403]
    for screen in screens:
        wait_for(lambda screen=screen: not screen._thread.is_alive(), 4)


def test_an_account_that_went_to_another_network_leads_nothing_here(evening):
    _url, _made, console = evening
    Account.objects.filter(pk=console.account.pk).update(network=Network.objects.create(name="Elders"))
    assert [watches(console, "console"), console.send("open").status_code] == [403, 403]
