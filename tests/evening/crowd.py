"""People beside the browser phones: they speak the protocol of a phone, from a thread of their own."""

import asyncio
import threading
from concurrent.futures import Future

from werkplaats.live.rehearsal.client import Phone
from werkplaats.live.rehearsal.players import Player
from werkplaats.live.rehearsal.script import script


class Crowd:
    """`sit(code, places)` lets people join, none of whom types for a table; they answer each step that opens."""

    def __init__(self, url: str):
        self.url = url
        self.players: list[Player] = []
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.answering: list[Future] = []

    def sit(self, code: str, places: list[tuple[int, int]]) -> None:
        """`places`: (table, who of the script's people of that table, from 1: 0 would type for the table)."""
        for table, who in places:
            self._run(self._join(code, table, who))
        self.answering = [asyncio.run_coroutine_threadsafe(answer(player), self.loop) for player in self.players]

    async def _join(self, code: str, table: int, who: int) -> None:
        character = script().company(table).people[who]
        phone = Phone(self.url)
        await phone.join(code, table, character.name, character.viewpoints)
        phone.follow()
        self.players.append(Player(phone, character, script(), seed=7))

    def _run(self, work):
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)

    def leave(self) -> None:
        """Everyone goes home; what went wrong for one of them is raised here."""
        for future in self.answering:
            future.cancel() if not future.done() else future.result()
        for player in self.players:
            self._run(player.phone.close())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)


async def answer(player: Player) -> None:
    """Answers each open step once, until the evening ends."""
    answered: set[int] = set()
    phone = player.phone
    while True:
        await phone.until(lambda _: asks(phone, answered) or phone.room.get("state") == "ended", 600)
        if phone.room.get("state") == "ended":
            return
        step = phone.room["step"]
        answered.add(step["n"])
        await player.answer(step)


def asks(phone: Phone, answered: set[int]) -> bool:
    step = phone.room.get("step")
    ready = bool(step and step["open"] and step["n"] not in answered)
    if ready and step["input"]["kind"] in ("vote", "weigh"):
        return bool(phone.room["cards"] if step["input"]["kind"] == "vote" else phone.room["statements"])
    return ready
