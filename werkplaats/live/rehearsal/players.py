"""What a simulated person does with each kind of input. Answers come from the script and a seeded die, nothing else."""

import contextlib
import random
from collections.abc import Awaitable, Callable
from typing import Any

from .client import Phone
from .script import Character, Script

WAIT_FOR_TABLE = 20.0


class Player:
    """One invented person with a phone. `first` types for the table. `sent` counts what was acknowledged."""

    def __init__(self, phone: Phone, character: Character, script: Script, seed: int):
        self.phone, self.character, self.script = phone, character, script
        self.company = script.company(phone.table)
        self.first = character is self.company.people[0]
        self.die = random.Random(seed * 1000 + phone.table * 100 + character.number)  # noqa: S311
        self.sent = 0

    async def answer(self, step: dict[str, Any]) -> None:
        """Gives what this step asks of this person; nothing when it asks someone else or nothing."""
        given = step["input"]
        make = MAKERS.get(given["kind"])
        if make is None or given.get("only_role") or (given.get("per_group") and not self.first):
            return
        items = await make(self, step)
        if items:
            self.sent += len((await self.phone.give(*items))["acks"])
        if step.get("consent_check") == "now":
            await self.decide()

    async def decide(self) -> None:
        """At the end: who may read which piece, what half of the tables wrote for everyone, and sentences for the report."""
        items: list[dict[str, Any]] = []
        for piece in (await self.phone.mine())["pieces"]:
            for asked in piece["asked"]:
                if not asked["answer"]:
                    answer = self.die.choice(["yes", "unnamed", "unnamed", "no"])
                    items.append(_consented(piece, quotation=asked["quotation"], answer=answer))
            if piece["kind"] in ("recommendation", "card") and self.phone.table % 2:
                items.append(_consented(piece, level="everyone"))
            if piece["kind"] == "story" and self.character.number % 2 == 0:
                end = piece["words"]["text"].find(".") + 1
                items.append(_consented(piece, level="region"))
                items.append(_consented(piece, range=[0, end], answer="unnamed"))
        if items:
            self.sent += len((await self.phone.give(*items))["acks"])

    def _ids(self, shown: dict[str, Any], texts: list[str]) -> list[str]:
        """The ids of these texts among what the phone was shown, in the order asked."""
        known = {piece.get("text"): voice for voice, piece in shown.items()}
        return [known[text] for text in texts if text in known]

    def _shown_cards(self) -> dict[str, Any]:
        return {voice: card for voice, card in self.phone.room["cards"].items() if card["kind"] == "card"}


def _consented(piece: dict[str, Any], **choice: Any) -> dict[str, Any]:
    return {"kind": "consented", "voice": piece["voice"]} | choice


async def story(player: Player, step: dict[str, Any]) -> list[dict[str, Any]]:
    return [_gave(step, {"text": player.character.story})]


async def card(player: Player, step: dict[str, Any]) -> list[dict[str, Any]]:
    if step["input"].get("becomes") == "initiative":
        return [_gave(step, {"text": player.company.initiative})] if player.first else []
    if not step["input"].get("per_group"):
        text = player.company.cards[player.die.randrange(len(player.company.cards))].text
        return [_gave(step, {"text": text})]
    wanted = [text for one in player.company.cards for text in one.rests_on]
    await _seen(player, lambda phone: len(player._ids(phone.own_table.get("stories", {}), wanted)) >= len(wanted))
    stories = player.phone.own_table.get("stories", {})
    return [
        _gave(step, {"text": one.text}, rests_on=player._ids(stories, list(one.rests_on)) or list(stories))
        for one in player.company.cards
    ]


async def triad(player: Player, step: dict[str, Any]) -> list[dict[str, Any]]:
    at = list(player.character.triad) if player.character.triad else None
    return [{"kind": "placed", "step": step["n"], "input": "triad", "at": at}]


async def scale(player: Player, step: dict[str, Any]) -> list[dict[str, Any]]:
    rows = [row["id"] for row in step["input"].get("rows") or []] or [None]
    place = {"kind": "placed", "step": step["n"], "input": "scale"}
    return [place | ({"row": row} if row else {}) | {"at": player.die.randint(35, 98)} for row in rows]


async def vote(player: Player, step: dict[str, Any]) -> list[dict[str, Any]]:
    weighs = player.script.weighs[player.character.view]
    cards = player._shown_cards()
    if not cards:
        return []
    liked = [voice for voice, one in cards.items() if weighs.get(one.get("text", "")) == "agree"]
    most = step["input"].get("votes_per_person") or 1
    picks = player.die.sample(liked or list(cards), min(most, len(liked or cards)))
    voted: dict[str, Any] = {"kind": "voted", "step": step["n"], "picks": picks}
    if player.die.random() < 0.6:
        voted["reason"] = {"for": picks[0], "text": player.die.choice(player.script.reasons)}
    return [voted]


async def weigh(player: Player, step: dict[str, Any]) -> list[dict[str, Any]]:
    weighs = player.script.weighs[player.character.view]
    items = []
    for voice, statement in player.phone.room["statements"].items():
        answer = weighs.get(statement.get("text", ""), "pass")
        if player.die.random() < 0.12:
            answer = player.die.choice(["agree", "disagree", "pass"])
        items.append({"kind": "weighed", "step": step["n"], "statement": voice, "answer": answer})
    return items


async def recommendation(player: Player, step: dict[str, Any]) -> list[dict[str, Any]]:
    texts = player.script.card_texts
    rests_on = player._ids(player._shown_cards(), [texts[place - 1] for place in player.company.rests_on])
    parts = {name: part for name, part in player.company.recommendation.items() if part}
    return [_gave(step, {"parts": parts}, rests_on=rests_on)]


async def commitment(player: Player, step: dict[str, Any]) -> list[dict[str, Any]]:
    return [_gave(step, {"text": player.character.commitment})]


async def _seen(player: Player, true: Callable[[Phone], bool]) -> None:
    """Waits for the table to have told; goes on with what there is when that takes too long."""
    with contextlib.suppress(TimeoutError):
        await player.phone.until(true, WAIT_FOR_TABLE)


def _gave(step: dict[str, Any], words: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "gave", "step": step["n"], "input": step["input"]["kind"], "words": words} | more


MAKERS: dict[str, Callable[[Player, dict[str, Any]], Awaitable[list[dict[str, Any]]]]] = {
    "story": story,
    "card": card,
    "triad": triad,
    "scale": scale,
    "vote": vote,
    "weigh": weigh,
    "recommendation": recommendation,
    "commitment": commitment,
}
