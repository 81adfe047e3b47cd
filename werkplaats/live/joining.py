"""At the door: which evening a code means, and taking a seat in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import uuid4, uuid5

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werkplaats.gatherings.models import Tally
from werkplaats.people import codes
from werkplaats.people.models import Person, Viewpoint
from werkplaats.voices.give import Draft, check, give

from . import seating, tokens
from .doors import is_overdue, normalise_room_code, open_doors, opens_at
from .give import MOST_MOVES, moved_enough
from .hub import hub
from .log import Entry
from .models import Seat, Session, Table
from .problem import Problem

FIRST_TIME = ("yes", "no", "unknown")
ELSEWHERE = "elders"


@dataclass(frozen=True)
class Found:
    """The evening behind a code, and the person when a personal code was given."""

    session: Session
    person: Person | None


def find(body: Mapping[str, Any]) -> Found:
    """Raises Problem: 422 for words we do not know, 404 for a code we do not know, 409 when nothing is open."""
    card, room = _text(body, "personal_code"), _text(body, "room_code")
    if not card and not room:
        raise Problem(422, _("Typ de vier woorden van je kaart, of de code van de zaal."), "personal_code")
    person = _person(card) if card else None
    session = _by_room_code(room) if room else _of_person(person)
    if person and person.network_id != session.gathering.network_id:
        raise Problem(
            404, _("Deze kaart hoort bij een ander netwerk. Vraag een nieuwe kaart aan de deur."), "personal_code"
        )
    if person and session.rehearsal and not Seat.objects.filter(session=session, person=person).exists():
        raise Problem(409, _("Dit is een proefsessie. Bewaar je kaart voor de echte avond."), "personal_code")
    return Found(session, person)


def told(found: Found) -> dict[str, Any]:
    """What the first screen shows. `known`: this person sat here before, so the door asks nothing again.

    `table` is where that person sits now, or null.
    """
    session = found.session
    seat = Seat.objects.select_related("table").filter(session=session, person=found.person).first()
    return {
        "session": str(session.uuid),
        "gathering": {"theme": session.gathering.theme, "place": session.gathering.place},
        "tables": Table.objects.filter(session=session).count(),
        "municipal": session.gathering.municipal,
        "municipalities": session.gathering.network.municipalities,
        "rehearsal": session.rehearsal,
        "known": seat is not None,
        "table": seat.table.number if seat else None,
        "state": "ended"
        if session.ended_at or is_overdue(session, timezone.now())
        else "open"
        if session.opened_at
        else "waiting",
    }


@dataclass(frozen=True)
class Joined:
    session: Session
    seat: Seat
    code: str
    resumed: bool
    expires: datetime
    token: str


def join(body: Mapping[str, Any]) -> Joined:
    """Takes a seat. Raises Problem with the field it is about; nothing is kept then."""
    found = find(body)
    session, person = found.session, found.person
    if session.ended_at and not (person and Seat.objects.filter(session=session, person=person).exists()):
        raise Problem(409, _("Deze avond is afgelopen."), "room_code")
    if is_overdue(session, timezone.now()):
        raise Problem(409, _("Deze avond is voorbij. Je woorden vind je terug met je code."), "room_code")
    table = _table(body, session)
    _may_sit(session, person, table)
    name = _name(body)
    answers = _answers(body, session)
    _let_in(session)
    code = ""
    if person is None:
        person, code = codes.person_with_code(session.gathering.network, talks_only=body.get("sixteen") is False)
    elif body.get("sixteen") is False and not person.talks_only:
        Person.objects.filter(pk=person.pk).update(talks_only=True)
        person.talks_only = True
    voice = _keep_name(name, person) if name and not person.talks_only else None
    seat, new = seating.sit(session, person, table, voice)
    if new:
        _keep_answers(answers, session, person)
    _log(session, seat, person, table, new)
    expires = tokens.expires_at(session.gathering.ends_at, timezone.now())
    token = tokens.make(tokens.SEAT, session.uuid, seat.uuid, expires)
    return Joined(session, seat, code, not new, expires, token)


def _text(body: Mapping[str, Any], key: str) -> str:
    value = body.get(key) or ""
    if not isinstance(value, str) or len(value) > 200:
        raise Problem(422, _("We konden dit niet lezen. Typ het nog eens."), key)
    return value.strip()


def _person(card: str) -> Person:
    if problems := codes.check_words(card):
        raise Problem(422, problems[0], "personal_code")
    person = codes.find(card)
    if person is None:
        raise Problem(404, _("Deze code kennen we niet. Kijk nog eens op je kaart."), "personal_code")
    return person


def _by_room_code(given: str) -> Session:
    session = (
        Session.objects.select_related("gathering__network", "recipe", "room")
        .filter(code=normalise_room_code(given))
        .first()
    )
    if session is None:
        raise Problem(404, _("Deze code van de zaal kennen we niet. Kijk op het grote scherm."), "room_code")
    return session


def _of_person(person: Person | None) -> Session:
    """Where this person sits, else the one evening of the network that is open now; never a rehearsal."""
    assert person is not None
    sessions = Session.objects.select_related("gathering__network", "recipe", "room").filter(ended_at__isnull=True)
    if seat := Seat.objects.filter(person=person, session__in=sessions).order_by("-joined_at").first():
        return sessions.get(pk=seat.session_id)
    evenings = sessions.filter(gathering__network=person.network_id, rehearsal=False)
    here = [session for session in evenings if _is_open(session)]
    if not here:
        raise Problem(
            409, _("Er is nu geen avond open. Je kaart blijft geldig. Vraag het aan de deur."), "personal_code"
        )
    if len(here) > 1:
        raise Problem(409, _("Er zijn nu meer avonden open. Typ ook de code van de zaal."), "room_code")
    return here[0]


def _is_open(session: Session) -> bool:
    now = timezone.now()
    if session.opened_at is not None:
        return not is_overdue(session, now)
    return opens_at(session) <= now <= session.gathering.ends_at


def _let_in(session: Session) -> None:
    """The door opens by the clock, or because the facilitator opened it."""
    if session.opened_at is None:
        opens = opens_at(session)
        if timezone.now() < opens:
            when = date_format(timezone.localtime(opens), "j F, H:i")
            raise Problem(409, _("De deur gaat open op %(when)s uur.") % {"when": when}, "room_code")
        open_doors(session, hub.writer)


def _table(body: Mapping[str, Any], session: Session) -> int:
    number = body.get("table")
    if type(number) is not int or not Table.objects.filter(session=session, number=number).exists():
        raise Problem(422, _("Kies een tafel. Het nummer staat op het bordje."), "table")
    return number


def _may_sit(session: Session, person: Person | None, table: int) -> None:
    seat = Seat.objects.select_related("table").filter(session=session, person=person).first() if person else None
    if seat and seat.table.number != table and seating.moves(seat) >= MOST_MOVES:
        raise moved_enough()


def _name(body: Mapping[str, Any]) -> str:
    name = _text(body, "name")
    if name and (problems := check("name", {"text": name})):
        raise Problem(422, problems[0], "name")
    return name


def _answers(body: Mapping[str, Any], session: Session) -> dict[str, Any]:
    viewpoints = body.get("viewpoints") or []
    if not isinstance(viewpoints, list) or any(one not in Viewpoint.Kind.values for one in viewpoints):
        raise Problem(422, _("Deze invalshoek kennen we niet."), "viewpoints")
    first = body.get("first_time")
    if first is not None and first not in FIRST_TIME:
        raise Problem(422, _("Kies: ja, nee of weet ik niet."), "first_time")
    return {
        "viewpoints": list(dict.fromkeys(viewpoints)),
        "first_time": first,
        "municipality": _municipality(body, session),
    }


def _municipality(body: Mapping[str, Any], session: Session) -> str:
    """One of the names the network offers, or elsewhere: never a text of one's own."""
    name = _text(body, "municipality")
    if name and name not in (*session.gathering.network.municipalities, ELSEWHERE):
        raise Problem(422, _("Deze gemeente kennen we niet."), "municipality")
    return name


def _keep_name(name: str, person: Person):
    return give(Draft(id=uuid4(), kind="name", words={"text": name}, giver=person.pk)).pk


def _keep_answers(answers: dict[str, Any], session: Session, person: Person) -> None:
    """Viewpoints stand with the person and the room; the other answers belong to nobody. Under sixteen: nothing."""
    if person.talks_only:
        return
    Viewpoint.objects.bulk_create(
        (Viewpoint(person=person, room_id=session.room_id, kind=kind) for kind in answers["viewpoints"]),
        ignore_conflicts=True,
    )
    for question in ("first_time", "municipality"):
        if answers[question]:
            _tally(session, question, answers[question])


def _tally(session: Session, question: str, answer: str) -> None:
    if session.rehearsal:
        return
    row = Tally.objects.filter(gathering=session.gathering_id, question=question, answer=answer)
    if not row.update(count=F("count") + 1):
        try:
            with transaction.atomic():
                Tally.objects.create(gathering_id=session.gathering_id, question=question, answer=answer, count=1)
        except IntegrityError:
            row.update(count=F("count") + 1)


def _log(session: Session, seat: Seat, person: Person, table: int, new: bool) -> None:
    seated = {"seat": str(seat.uuid), "table": table, "talks_only": person.talks_only}
    entries = [Entry(uuid5(seat.uuid, "seated"), "seated", seated, str(seat.uuid))]
    if not new:
        move = partial(seating.move, seat.uuid, table)
        entries.append(Entry(uuid4(), "moved", seated, str(seat.uuid), also=move))
    hub.writer.submit(session.pk, entries).result()
    if not new:
        hub.seat_changed(session.uuid, str(seat.uuid))
