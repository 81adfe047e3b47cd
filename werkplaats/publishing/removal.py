"""Removing what was only a trial: a rehearsal, an imported example, or the whole example network.

A real evening is never removed like this: its givers take back their own words. Rows go in groups of a hundred,
so that a live session beside it hardly waits. After a crash it may be run again.
"""

from collections.abc import Iterable
from uuid import UUID

from django.apps import apps
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from werkplaats.live.models import Event, Seat, Session, Table
from werkplaats.people.models import Circle, Network, Person
from werkplaats.thread.models import Knot, Strand
from werkplaats.vault import sealing
from werkplaats.vault.groups import delete_in_groups, groups, update_in_groups
from werkplaats.voices.models import Voice


class NotATrial(Exception):
    """These are words of real people."""


def remove_session(session: Session) -> None:
    """Removes a trial with its harvest, its people, their words and the keys. Raises NotATrial for a real evening."""
    if not (session.rehearsal or session.gathering.network.example):
        raise NotATrial(_("Dit is een echte avond. Wie iets gaf, neemt het zelf terug."))
    session.seats.filter(revoked_at__isnull=True).update(revoked_at=timezone.now())
    persons = list(_only_here(session).values_list("pk", flat=True))
    circles = [session.room_id, *session.tables.values_list("circle_id", flat=True)]
    voices = _voices(session, persons, circles)
    _delete_harvest(session)
    _delete_voices(voices)
    delete_in_groups(Event.objects.filter(session=session))
    delete_in_groups(Seat.objects.filter(session=session))
    delete_in_groups(Table.objects.filter(session=session))
    uuid = session.uuid
    delete_in_groups(Session.objects.filter(pk=session.pk))
    delete_in_groups(Person.objects.filter(pk__in=persons))
    delete_in_groups(Circle.objects.filter(pk__in=circles))
    sealing.destroy_session_key(uuid)
    sealing.forget_deleted("default")


def remove_network(network: Network) -> None:
    """Removes the example network with all that is in it. Raises NotATrial for a real network."""
    if not network.example:
        raise NotATrial(_("Dit is een echt netwerk."))
    for session in Session.objects.filter(gathering__network=network):
        remove_session(session)
    _delete_voices(list(Voice.objects.filter(giver__network=network).values_list("pk", flat=True)))
    delete_in_groups(Person.objects.filter(network=network))
    delete_in_groups(Circle.objects.filter(network=network))
    delete_in_groups(Network.objects.filter(pk=network.pk))
    sealing.forget_deleted("default")


def _only_here(session: Session) -> QuerySet[Person]:
    """Who was invented for this trial. A card that was printed before it opened is somebody's."""
    elsewhere = Seat.objects.exclude(session=session).values("person")
    persons = Person.objects.filter(seats__session=session).exclude(pk__in=elsewhere)
    if session.gathering.network.example or session.opened_at is None:
        return persons
    return persons.filter(made_at__gte=session.opened_at)


def _voices(session: Session, persons: list[int], circles: list[int]) -> list[UUID]:
    """Every voice of this session: of its people, in its circles, or named by what was harvested from it."""
    inside = Q(giver__in=persons) | Q(circle__in=circles) | Q(together__in=circles)
    found = set(Voice.objects.filter(inside).values_list("pk", flat=True))
    for model in _of_session():
        names = [field.name for field in model._meta.local_fields if field.related_model is Voice]
        for name in names:
            found |= set(model._default_manager.filter(session=session).values_list(f"{name}_id", flat=True))
    return sorted(found - {None})


def _of_session() -> list[type[Model]]:
    """The models above the live room with a key to a session, highest room first."""
    rooms = [app for app in apps.get_app_configs() if app.name.startswith("werkplaats.") and app.label != "live"]
    models = [model for room in rooms for model in room.get_models()]
    return [model for model in models if any(field.related_model is Session for field in model._meta.local_fields)]


def _delete_harvest(session: Session) -> None:
    knots: set[UUID] = set()
    for model in _of_session():
        if any(field.name == "knot" for field in model._meta.local_fields):
            knots |= set(model._default_manager.filter(session=session).values_list("knot_id", flat=True))
    passages = apps.get_model("publishing", "Passage").objects.filter(report__session=session)
    knots |= set(passages.values_list("knot_id", flat=True))
    for model in _of_session():
        delete_in_groups(model._default_manager.filter(session=session))
    delete_in_groups(Strand.objects.filter(upper__in=knots))
    delete_in_groups(Knot.objects.filter(pk__in=knots))


def _delete_voices(voices: Iterable[UUID]) -> None:
    """Data first, keys last: what is left by a crash is a key without words, swept at the next start."""
    for group in groups(voices):
        delete_in_groups(Strand.objects.filter(voice__in=group))
        update_in_groups(Voice.objects.filter(about__in=group), about=None)
        delete_in_groups(Voice.objects.filter(pk__in=group))
        sealing.destroy_keys(group)
