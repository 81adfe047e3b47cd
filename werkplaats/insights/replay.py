"""The votes of a Polis export cast again, in their own order, through simulated phones against the running server."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sensemaking import polis
from sensemaking.faces.reading_polis import PolisExport
from sensemaking.opinion.votes import AGREE, DISAGREE, PASS, Votes
from werkplaats.live.models import Session
from werkplaats.live.rehearsal.client import Console, Phone

from .models import Statement, Weighing

ANSWERS = {AGREE: "agree", DISAGREE: "disagree", PASS: "pass"}
SIGNS = {answer: sign for sign, answer in ANSWERS.items()}
RECIPE = Path(__file__).resolve().parent.parent / "live" / "rehearsal" / "replay.yaml"
EVERY = 100
Say = Callable[[str], None]


@dataclass(frozen=True)
class Replayed:
    """`seats` is {seat uuid: person of the export}, `voices` {voice: statement of the export}."""

    seats: dict[str, Any]
    voices: dict[UUID, Any]
    cast: int
    seconds: float


async def replay(export: PolisExport, base: str, room_code: str, console: Console, say: Say) -> Replayed:
    """Everybody joins, the statements are given and shown, every vote is cast in its order, the session ends."""
    began = time.monotonic()
    phones = {person: Phone(base) for person in export.votes.people}
    try:
        for phone in phones.values():
            await phone.join(room_code, 1)
        say(f"{len(phones)} telefoons doen mee")
        await console.lead("step", n=1)
        voices = await _give_statements(export, next(iter(phones.values())), console)
        say(f"{len(voices)} zinnen staan op het grote scherm")
        await console.lead("step", n=2)
        for done, cast in enumerate(export.casts, 1):
            item = {"kind": "weighed", "step": 2, "statement": voices[cast.statement], "answer": ANSWERS[cast.vote]}
            await phones[cast.person].give(item)
            if done % EVERY == 0 or done == len(export.casts):
                say(f"{done} van {len(export.casts)} keuzes")
        await console.lead("close")
        await console.lead("wall", shows="landscape")
        await console.lead("end")
    finally:
        await asyncio.gather(*(phone.close() for phone in phones.values()))
    return Replayed(
        seats={phone.seat: person for person, phone in phones.items()},
        voices={UUID(voice): statement for statement, voice in voices.items()},
        cast=len(export.casts),
        seconds=time.monotonic() - began,
    )


async def _give_statements(export: PolisExport, phone: Phone, console: Console) -> dict[Any, str]:
    """One phone types all sentences; the facilitator shows them and makes statements of them."""
    uuids: dict[str, Any] = {}
    for statement in export.votes.statements:
        words = {"text": export.texts[statement]}  # type: ignore[index]
        answer = await phone.give({"kind": "gave", "step": 1, "input": "card", "words": words})
        uuids[answer["acks"][0]["uuid"]] = statement
    voices = {uuids[piece["uuid"]]: piece["voice"] for piece in (await phone.mine())["pieces"]}
    await console.lead("show", voices=list(voices.values()))
    await console.lead("promote", voices=list(voices.values()))
    return voices


def kept_votes(session: Session, replayed: Replayed) -> Votes:
    """What the harvest stored, with the ids of the export again."""
    statements = {
        one.pk: replayed.voices[one.voice_id] for one in Statement.objects.filter(session=session).order_by("position")
    }
    rows = Weighing.objects.filter(statement__in=list(statements)).values_list("author", "statement", "answer")
    return Votes.of(
        ((replayed.seats[author], statements[statement], SIGNS[answer]) for author, statement, answer in rows),
        people=sorted(replayed.seats.values()),
        statements=sorted(statements.values()),
    )


def figures(kept: Votes) -> str:
    """Groups by the `polis` method, in one line."""
    groups = polis(kept)
    return f"k = {groups.k}, groottes {'/'.join(str(size) for size in sorted(groups.sizes))}"
