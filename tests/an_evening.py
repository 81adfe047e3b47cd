"""A small evening that was held: people at two tables, stories, cards, choices, recommendations. Words are invented.

`held()` writes it as the live rooms would and returns it unharvested; `harvested()` runs every room's harvest.
"""

import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from werkplaats.gatherings.models import Gathering
from werkplaats.live.harvest import Evening, Given, Placed, Vote, Weighed
from werkplaats.live.models import Seat, Session, Table
from werkplaats.live.state import Line
from werkplaats.methods.models import RecipeVersion
from werkplaats.methods.recipe import load_recipe
from werkplaats.people.models import Account, Circle, Membership, Network, Person
from werkplaats.voices.give import Draft, give
from werkplaats.voices.models import Voice

METHOD = "delen-duiden-doen"
PARTS = {
    "who": "Woonstichting Vaartland",
    "does_what": "belt iemand op voor er een brief komt",
    "for_whom": "huurders in de Vaart",
    "by_when": "1 februari 2027",
    "noticed_by": "mensen weten wie zij kunnen bellen",
}


@dataclass
class Held:
    network: Network
    coordinator: Account
    facilitator: Account
    municipal: Account
    stranger: Account
    gathering: Gathering
    session: Session
    people: list[Person]
    evening: Evening
    stories: list[Voice] = field(default_factory=list)
    cards: list[Voice] = field(default_factory=list)
    advice: list[Voice] = field(default_factory=list)
    promises: list[Voice] = field(default_factory=list)


def account(name: str, network: Network, role: str = "coordinator", **more) -> Account:
    return Account.objects.create_user(
        f"{name}-{uuid4().hex[:6]}@example.org", first_name=name, role=role, network=network, **more
    )


def circle(network: Network, kind: str, ended: bool = True) -> Circle:
    now = timezone.now()
    return Circle.objects.create(
        network=network,
        kind=kind,
        ends_at=now - timedelta(minutes=5) if ended else now + timedelta(hours=1),
        staff_until=now + timedelta(days=14) if kind == "room" else None,
    )


def said(
    person: Person | None, kind: str, words, level: str, at: Circle | None, together: Circle | None = None
) -> Voice:
    given = words if isinstance(words, dict) else {"text": words}
    draft = Draft(
        id=uuid4(),
        kind=kind,
        words=given,
        giver=person.pk if person else None,
        level=level,
        circle=at.pk if at else None,
        together=together.pk if together else None,
    )
    return give(draft)


def held(people: int = 10, stories: int | None = None, tables: int = 2, rehearsal: bool = False) -> Held:
    """`people` sit at `tables` tables; the first `stories` of them tell one."""
    network = Network.objects.create(name="Netwerk De Vaart")
    now = timezone.now()
    version = RecipeVersion.current(METHOD)
    gathering = Gathering.objects.create(
        network=network,
        theme="Wanneer lukt hulp vragen?",
        starts_at=now - timedelta(hours=2),
        ends_at=now - timedelta(minutes=30),
        place="Buurthuis De Ketel",
        recipe=version,
    )
    session = Session.objects.create(
        gathering=gathering,
        recipe=version,
        code=uuid4().hex[:6].upper(),
        room=circle(network, "room"),
        rehearsal=rehearsal,
        opened_at=now - timedelta(hours=2),
        ended_at=now,
    )
    at = [
        Table.objects.create(session=session, number=n + 1, circle=circle(network, "table"))
        for n in range(min(tables, people))
    ]
    persons = []
    for place in range(people):
        person = Person.objects.create(network=network, code_hash=uuid4().bytes)
        table = at[place % len(at)]
        Seat.objects.create(session=session, person=person, table=table, joined_at=now)
        Membership.objects.create(circle=session.room, person=person)
        Membership.objects.create(circle=table.circle, person=person)
        persons.append(person)
    evening = Evening(
        session=session,
        recipe=load_recipe(METHOD),
        events=[],
        given=[],
        votes=[],
        weighings=[],
        placements=[],
        shown=[],
        statements=[],
    )
    made = Held(
        network=network,
        coordinator=account("Hatice", network),
        facilitator=account("Joost", network, "facilitator"),
        municipal=account("Ineke", network, "facilitator", municipal=True),
        stranger=account("Karel", Network.objects.create(name="Ander netwerk")),
        gathering=gathering,
        session=session,
        people=persons,
        evening=evening,
    )
    _fill(made, at, people if stories is None else stories)
    return made


def _fill(made: Held, at: list[Table], stories: int) -> None:
    for number, person in enumerate(made.people[:stories]):
        table = at[number % len(at)]
        words = f"Verhaal {number} over de brief die in de la bleef liggen."
        made.stories.append(give_at(made, person, 2, words, "table", table))
    for table in at:
        named = [story.pk for story in made.stories[table.number - 1 :: len(at)]]
        words = f"Wij zien dat bellen helpt bij tafel {table.number}."
        made.cards.append(give_at(made, made.people[table.number - 1], 5, words, "room", table, named, together=True))
    for table, card in zip(at, made.cards, strict=True):
        giver = made.people[table.number - 1]
        made.advice.append(give_at(made, giver, 8, {"parts": PARTS}, "room", table, [card.pk], together=True))
    for person in made.people:
        made.promises.append(give_at(made, person, 9, "Ik ga met mijn buur bellen.", "table", at[0]))
    step = made.evening.recipe.step(6)
    for place, person in enumerate(made.people):
        picks = [card.pk for card in made.cards[: 1 + place % len(made.cards)]]
        made.evening.votes.append(Vote(step=step, author=str(person.uuid), picks=picks, source=uuid4()))
    triad = made.evening.recipe.step(4)
    for person in made.people:
        made.evening.placements.append(
            Placed(step=triad, row="", author=str(person.uuid), at=[0.5, 0.3, 0.2], source=uuid4())
        )


def give_at(
    made: Held,
    person: Person,
    n: int,
    words,
    level: str,
    table: Table,
    rests_on: list[UUID] | None = None,
    together: bool = False,
) -> Voice:
    """One more piece in step `n`, in the voices and in the evening."""
    step = made.evening.recipe.step(n)
    where = table.circle if level == "table" else made.session.room
    voice = said(person, step.input.kind, words, level, where, table.circle if together else None)
    made.evening.given.append(
        Given(
            voice=voice.pk,
            step=step,
            input=step.input.kind,
            becomes=step.input.becomes,
            seat=None,
            table=table.number,
            person=person,
            rests_on=rests_on or [],
            due=date(2026, 12, 19) if n == 9 else None,
            source=uuid4(),
        )
    )
    return voice


def weighed(made: Held, statements: list[Voice], answers: dict[str, list[str]]) -> None:
    """`answers`: {author: one answer per statement}."""
    made.evening.statements.extend(voice.pk for voice in statements)
    for author, given in answers.items():
        made.evening.weighings.extend(
            Weighed(author, voice.pk, answer) for voice, answer in zip(statements, given, strict=True)
        )


def counted(made: Held, table: int, paper: int, talking: int) -> None:
    """A count by hand, as the console writes it."""
    payload = {"table": table, "paper": paper, "talking": talking}
    line = Line(len(made.evening.events) + 1, str(uuid4()), "counted", "console", payload, timezone.now())
    made.evening.events.append(line)


def harvest(made: Held) -> Held:
    for room in settings.WERKPLAATS_ROOMS:
        if room.harvest:
            import_string(room.harvest)(made.evening)
    return made


def harvested(**kind) -> Held:
    return harvest(held(**kind))


def enter(client, person: Person) -> None:
    """This browser entered the code of this person."""
    session = client.session
    session["giver"] = str(person.uuid)
    session["giver_until"] = time.time() + 3600
    session.save()
