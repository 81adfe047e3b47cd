"""A whole rehearsal: people come in, answer every step that opens, and the facilitator's part when nobody takes it."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .client import Console, Phone, Refused
from .players import Player
from .script import script

MOST_HOURS = 3
STEP_SECONDS = 60
Say = Callable[[str], None]


@dataclass
class Figures:
    """What happened: people in, answers acknowledged, answers refused, seconds it took."""

    people: int = 0
    sent: int = 0
    refused: list[str] = field(default_factory=list)
    seconds: float = 0.0
    codes: list[str] = field(default_factory=list)


async def rehearse(
    base: str, room_code: str, people: int, *, console: Console | None, pace: float, say: Say
) -> Figures:
    """Lets `people` join and answer until the session ends. With a console the steps are led too, `pace` seconds each.

    Without one somebody else leads and the people follow, three hours at most.
    """
    began = time.monotonic()
    players = await _come_in(base, room_code, people, pace, say)
    figures = Figures(people=len(players), codes=[player.phone.code for player in players])
    try:
        async with asyncio.timeout(MOST_HOURS * 3600), asyncio.TaskGroup() as held:
            for player in players:
                held.create_task(_follow(player, figures, pace))
            if console:
                held.create_task(_lead(console, players, pace, say))
    finally:
        await asyncio.gather(*(player.phone.close() for player in players))
    figures.sent = sum(player.sent for player in players)
    figures.seconds = time.monotonic() - began
    return figures


async def _come_in(base: str, room_code: str, people: int, pace: float, say: Say) -> list[Player]:
    players = []
    for table, character in script().seats(people):
        phone = Phone(base)
        await phone.join(room_code, table, character.name, character.viewpoints)
        phone.follow()
        players.append(Player(phone, character, script(), seed=people))
        say(f"{len(players)} van {people} mensen zijn er")
        await asyncio.sleep(pace / 20)
    return players


async def _follow(player: Player, figures: Figures, pace: float) -> None:
    """Answers each step once it is open, until the evening ends."""
    answered = 0
    while True:
        await player.phone.until(lambda phone: _asks(phone, answered) or _over(phone), MOST_HOURS * 3600)  # noqa: B023
        if _over(player.phone):
            return
        step = player.phone.room["step"]
        answered = step["n"]
        await asyncio.sleep(player.die.random() * pace / 2)
        try:
            await player.answer(step)
        except Refused as refusal:
            figures.refused.append(str(refusal))


def _asks(phone: Phone, answered: int) -> bool:
    step = phone.room.get("step")
    return bool(step and step["open"] and step["n"] != answered and phone.room["state"] == "running")


def _over(phone: Phone) -> bool:
    return phone.room.get("state") == "ended"


async def _lead(console: Console, players: list[Player], pace: float, say: Say) -> None:
    """Every step: open, wait for the answers, show the cards, close. The cards become statements to weigh."""
    n, weighed = 1, False
    while True:
        await console.lead("step", n=n)
        room = await _answered(console, players, n)
        step = room["step"]
        say(f"onderdeel {n} van {step['total']}, {step['title']}: {room['answers']} antwoorden")
        await asyncio.sleep(pace)
        view = await console.view()
        if waiting := list(view["console"]["waiting"]):
            await console.lead("show", voices=waiting)
            await console.lead("wall", shows="cards")
        if step["open"]:
            await console.lead("close")
        if not weighed and step["input"].get("becomes") == "observation":
            weighed = await _promote(console, n)
        if step["input"]["kind"] == "weigh":
            await console.lead("wall", shows="landscape")
        await asyncio.sleep(pace)
        total = (await console.view())["room"]["step"]["total"]
        if n == total - 1:
            await _ask(console)
        if n == total:
            break
        n += 1
    await console.lead("end")


async def _promote(console: Console, n: int) -> bool:
    """Makes statements of the cards and puts the weighing in, where the recipe has room for it."""
    promotable = (await console.view())["console"]["promotable"]
    if not promotable:
        return False
    await console.lead("promote", voices=promotable)
    try:
        await console.lead("insert", block="stellingen", after=n)
    except Refused:
        return False
    return True


async def _ask(console: Console) -> None:
    """Asks the givers of two cards whether the card may be quoted."""
    shown = (await console.view())["console"]["shown"]
    cards = [(voice, card["text"]) for voice, card in shown.items() if card.get("text")][:2]
    for voice, text in cards:
        await console.lead("ask", voice=voice, start=0, end=len(text))


async def _answered(console: Console, players: list[Player], n: int) -> dict[str, Any]:
    """The room's view once as many answered as this step expects, or after a minute."""
    tables = {player.phone.table for player in players}
    until = time.monotonic() + STEP_SECONDS
    while True:
        room = (await console.view())["room"]
        given = room["step"]["input"]
        narrow = given.get("per_group") or given.get("becomes") == "initiative"
        expected = 0 if given["kind"] == "none" else len(tables) if narrow else len(players)
        done = room["step"]["n"] == n and room["answers"] >= expected
        if done or time.monotonic() > until:
            if given["kind"] == "card" and given.get("per_group"):
                await asyncio.sleep(0.5)
            return room
        await asyncio.sleep(0.2)
