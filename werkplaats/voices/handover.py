"""Before words are gone for good: in which texts of the staff do they stand?

Every field that is declared as staff text is compared, in whichever room it is. What is kept are ids.
"""

from collections.abc import Iterator
from uuid import UUID

from django.apps import apps
from django.db import models

from werkplaats.people.models import Network
from werkplaats.vault.inventory import Origin

from .copyguard import finder, sources_of
from .models import HandOver, Voice

GROUP = 100
TOWARDS_NETWORK = ("network", "report", "gathering", "session")


def hand_over(voice: UUID) -> int:
    """Notes each object whose staff text copies this voice, once. Returns how many were found."""
    said = sources_of(Voice.objects.filter(pk=voice).exclude(kind="name"))
    if not said:
        return 0
    copies, own = finder(said), _network_of_voice(voice)
    rows = [
        HandOver(voice_id=voice, network_id=network, model=one._meta.label, key=str(one.pk))
        for one in _written()
        if any(copies(getattr(one, name) or "") for name in staff_text(type(one)))
        if (network := _network(one) or own)
    ]
    for start in range(0, len(rows), GROUP):
        HandOver.objects.bulk_create(rows[start : start + GROUP], ignore_conflicts=True)
    return len(rows)


def staff_text(model: type[models.Model]) -> list[str]:
    """The fields of this model in which staff write freely."""
    held = getattr(model, "held", None)
    return [
        field.name
        for field in model._meta.local_concrete_fields
        if held
        and isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and held.of(field.name).origin is Origin.STAFF
    ]


def _written() -> Iterator[models.Model]:
    for model in apps.get_models():
        if staff_text(model):
            yield from model._default_manager.iterator(chunk_size=GROUP)


def _network(one: models.Model) -> int | None:
    """The network this object belongs to, when it belongs to one."""
    if isinstance(one, Network):
        return one.pk
    names = {field.name for field in one._meta.local_concrete_fields}
    step = next((name for name in TOWARDS_NETWORK if name in names), None)
    if step is None:
        return None
    return one.network_id if step == "network" else _network(getattr(one, step))  # type: ignore[attr-defined]


def _network_of_voice(voice: UUID) -> int | None:
    places = ("giver__network", "circle__network", "together__network")
    return next((place for place in Voice.objects.filter(pk=voice).values_list(*places)[0] if place), None)
