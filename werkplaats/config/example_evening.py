"""The evening the example network already held: invented people, played through the verbs of the rooms themselves."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db.models import F
from django.utils import timezone

from werkplaats.gatherings.models import Gathering
from werkplaats.live import doors, ending, lead, running, seating
from werkplaats.live.consent import decide
from werkplaats.live.give import Giving, understand
from werkplaats.live.log import Entry, Writer
from werkplaats.live.models import Event, Seat, Session
from werkplaats.live.rehearsal.script import Character, Company, script
from werkplaats.live.running import Running, Sitter
from werkplaats.methods.parts import Step
from werkplaats.people.codes import EXAMPLE_CARD, hash_code, new_code
from werkplaats.people.models import Account, Person, Viewpoint
from werkplaats.publishing.models import Report
from werkplaats.voices.give import Draft, seal_all, text
from werkplaats.voices.models import Voice

PEOPLE = 25
CARDS_STEP = 5
TITLE = "Eerst bellen, dan pas een brief"
SEED = 7


def hold(gathering: Gathering, facilitator: Account, coordinator: Account) -> Session:
    """Holds a past gathering with the script's people, harvests it and publishes its report as it was that evening."""
    evening = _Evening(gathering, facilitator)
    evening.sit()
    for step in list(evening.running.recipe.steps):
        evening.part(step)
    evening.end()
    report = Report.objects.get(session=evening.session)
    report.title = TITLE
    report.save(update_fields=["title"])
    report.publish(coordinator, gathering.ends_at + timedelta(hours=1))
    return evening.session


class _Evening:
    """One evening in this process. `at` is the moment that is played."""

    def __init__(self, gathering: Gathering, facilitator: Account):
        self.gathering, self.at = gathering, gathering.starts_at
        self.die = random.Random(SEED)  # noqa: S311
        self.writer = Writer(lambda _session, lines: self.running.take(lines))
        self.running: Running
        quiet = Writer()
        tables = len({table for table, _character in script().seats(PEOPLE)})
        blocks = [("stellingen", CARDS_STEP)]
        self.session = doors.prepare(gathering, tables, facilitator, quiet, blocks=blocks)
        doors.open_doors(self.session, quiet, self.at)
        self.running = running.load(self.session.uuid)  # type: ignore[assignment]
        self.people: list[_Guest] = []
        self.said: dict[str, str] = {}

    def sit(self) -> None:
        """Everyone comes in; the first one has the card whose code the overview shows."""
        network = self.gathering.network_id
        seats = script().seats(PEOPLE)
        codes = [EXAMPLE_CARD, *(new_code() for _seat in seats[1:])]
        persons = [Person.objects.create(network_id=network, code_hash=hash_code(code)) for code in codes]
        names = [
            Draft(uuid4(), "name", {"text": character.name}, person.pk, given_at=self.at)
            for person, (_table, character) in zip(persons, seats, strict=True)
        ]
        Voice.objects.bulk_create(seal_all(names))
        entries = []
        for person, name, (table, character) in zip(persons, names, seats, strict=True):
            seat, _new = seating.sit(self.session, person, table, name.id)
            self.running.seats[str(seat.uuid)] = running.sitter(seat)
            self.people.append(_Guest(self.running.seats[str(seat.uuid)], character, script().company(table)))
            seated = {"seat": str(seat.uuid), "table": table, "talks_only": False}
            entries.append(Entry(uuid4(), "seated", seated, str(seat.uuid)))
            Viewpoint.objects.bulk_create(
                Viewpoint(person=person, room_id=self.session.room_id, kind=kind) for kind in character.viewpoints
            )
        Seat.objects.filter(session=self.session).update(joined_at=self.at)
        self.write(entries)

    def part(self, step: Step) -> None:
        """Opens a step, lets everyone answer, shows the cards."""
        self.lead("step", n=step.n)
        if answers := ANSWERS.get(step.input.kind):
            self.write(
                [entry for who in self.people for item in answers(self, step, who) for entry in self.given(who, item)]
            )
        state = self.running.state
        cards = [piece.voice for piece in state.standing_in("card") if piece.voice not in state.shown]
        if cards:
            self.lead("show", voices=cards)
        if step.n == CARDS_STEP:
            self.lead("promote", voices=cards)
        self.at += timedelta(minutes=step.minutes)

    def end(self) -> None:
        """What may be done with the words; then the evening closes, as long ago as it was, and is harvested."""
        for who in self.people:
            for item in self.decisions(who):
                self.write([decide({"uuid": str(uuid4())} | item, Giving(self.running, who.sitter, self.at))])
        self.lead("end")
        Event.objects.filter(session=self.session).update(at=F("at") - (timezone.now() - self.gathering.ends_at))
        ending.finish(self.session.pk)

    def decisions(self, who: "_Guest") -> list[dict[str, Any]]:
        """What the table made may be read by everyone; of each table one story lends a sentence to the report."""
        made: list[dict[str, Any]] = []
        for voice, piece in self.running.state.pieces.items():
            if piece.author != who.sitter.seat:
                continue
            if piece.per_group or (piece.input == "commitment" and who.types):
                made.append({"voice": voice, "level": "everyone"})
            if piece.input == "story" and who.types:
                end = who.character.story.find(".") + 1
                made.append(
                    {"voice": voice, "range": [0, end], "answer": "unnamed" if who.character.number % 2 else "yes"}
                )
        return made

    def given(self, who: "_Guest", item: dict[str, Any]) -> list[Entry]:
        return understand({"uuid": str(uuid4())} | item, Giving(self.running, who.sitter, self.at))

    def lead(self, do: str, **more: Any) -> None:
        self.write(lead.entries({"uuid": str(uuid4()), "do": do} | more, self.running))

    def write(self, entries: list[Entry]) -> None:
        self.writer.submit(self.session.pk, entries).result()
        for draft in (draft for entry in entries for draft in entry.drafts):
            self.said[text(dict(draft.words))] = str(draft.id)

    def ids(self, texts: Iterable[str]) -> list[str]:
        return [self.said[one] for one in texts]

    def cards(self) -> dict[str, str]:
        """{voice: text} of the cards of the tables."""
        return {self.said[one]: one for one in script().card_texts if one in self.said}


@dataclass(frozen=True)
class _Guest:
    sitter: Sitter
    character: Character
    company: Company

    @property
    def types(self) -> bool:
        """Whether this person types for the table."""
        return self.character is self.company.people[0]


Answers = list[dict[str, Any]]


def _gave(step: Step, words: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "gave", "step": step.n, "input": step.input.kind, "words": words} | more


def _story(evening: _Evening, step: Step, who: _Guest) -> Answers:
    return [_gave(step, {"text": who.character.story})]


def _card(evening: _Evening, step: Step, who: _Guest) -> Answers:
    if not who.types:
        return []
    if not step.input.per_group:
        return [_gave(step, {"text": who.company.initiative})]
    return [_gave(step, {"text": one.text}, rests_on=evening.ids(one.rests_on)) for one in who.company.cards]


def _triad(evening: _Evening, step: Step, who: _Guest) -> Answers:
    at = list(who.character.triad) if who.character.triad else None
    return [{"kind": "placed", "step": step.n, "input": "triad", "at": at}]


def _scale(evening: _Evening, step: Step, who: _Guest) -> Answers:
    return [{"kind": "placed", "step": step.n, "input": "scale", "at": evening.die.randint(45, 98)}]


def _weigh(evening: _Evening, step: Step, who: _Guest) -> Answers:
    answers = script().weighs[who.character.view]
    return [
        {"kind": "weighed", "step": step.n, "statement": voice, "answer": answers[one]}
        for voice, one in evening.cards().items()
    ]


def _vote(evening: _Evening, step: Step, who: _Guest) -> Answers:
    answers = script().weighs[who.character.view]
    liked = [voice for voice, one in evening.cards().items() if answers[one] == "agree"]
    picks = evening.die.sample(liked, min(step.input.votes_per_person or 1, len(liked)))
    voted: dict[str, Any] = {"kind": "voted", "step": step.n, "picks": picks}
    if who.types:
        voted["reason"] = {"for": picks[0], "text": evening.die.choice(script().reasons)}
    return [voted]


def _recommendation(evening: _Evening, step: Step, who: _Guest) -> Answers:
    if not who.types:
        return []
    parts = {name: part for name, part in who.company.recommendation.items() if part}
    cards = [script().card_texts[place - 1] for place in who.company.rests_on]
    return [_gave(step, {"parts": parts}, rests_on=evening.ids(cards))]


def _commitment(evening: _Evening, step: Step, who: _Guest) -> Answers:
    return [_gave(step, {"text": who.character.commitment})]


ANSWERS: dict[str, Callable[[_Evening, Step, _Guest], Answers]] = {
    "story": _story,
    "card": _card,
    "triad": _triad,
    "scale": _scale,
    "weigh": _weigh,
    "vote": _vote,
    "recommendation": _recommendation,
    "commitment": _commitment,
}
