"""Texts a circle made together: whose they are, and what one of them can say against them."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from werkplaats.people.models import Membership, Person

from .models import Maker, Objection, Voice
from .suspend import OBJECTION, lift, suspend


def note_makers(voices: Iterable[Voice]) -> None:
    """Part of the transaction that writes these voices: who sits in the circle at this moment made it."""
    made = {voice.pk: voice.together_id for voice in voices if voice.together_id}
    if not made:
        return
    sitting: dict[int, list[int]] = {}
    members = Membership.objects.filter(circle__in=set(made.values()), person__isnull=False)
    for circle, person in members.values_list("circle", "person"):
        sitting.setdefault(circle, []).append(person)
    Maker.objects.bulk_create(
        Maker(voice_id=voice, person_id=person) for voice, circle in made.items() for person in sitting.get(circle, ())
    )


def made_by(person: int) -> QuerySet:
    """The ids of the texts this person made with others."""
    return Maker.objects.filter(person=person).values("voice")


def object_to(voice: Voice, person: Person) -> None:
    """Out of sight for everyone but its makers, until everyone who objected has ended that."""
    with transaction.atomic():
        Objection.objects.get_or_create(voice=voice, person=person, defaults={"at": timezone.now()})
        suspend(voice, OBJECTION)


def agree(voice: Voice, person: Person) -> bool:
    """Ends the objection of this person. True when no objection is left and the text is back."""
    with transaction.atomic():
        Voice.objects.select_for_update(of=("self",)).get(pk=voice.pk)
        Objection.objects.filter(voice=voice, person=person).delete()
        return not voice.objections.exists() and lift(voice, OBJECTION)
