"""Wie las dit: the audit of one voice, told to its giver by role and never by person."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from werkplaats.people.models import Person
from werkplaats.vault.models import Reading
from werkplaats.voices.models import Voice

from .names import READER, SHOWN_TO, USE


@dataclass(frozen=True)
class Read:
    """One kind of reader: what they did, how often, and when last."""

    text: str
    times: int
    last: datetime


def readings(voice: Voice, person: Person) -> list[Read]:
    """Who read this voice, newest first, without the giver."""
    rows = (
        Reading.objects.filter(at__gte=voice.given_at)
        .exclude(person=person.pk)
        .alias(ids=Cast("voices", TextField()))
        .filter(ids__contains=str(voice.pk))
        .values("role", "use", "shown_to")
        .annotate(times=Count("id"), last=Max("at"))
        .order_by("-last")
    )
    return [Read(_text(row["role"], row["use"], row["shown_to"]), row["times"], row["last"]) for row in rows]


def _text(role: str, use: str, shown_to: str) -> str:
    if shown_to or role == "house":
        return str(SHOWN_TO.get(shown_to, _("Getoond tijdens de avond")))
    return f"{READER.get(role, _('Iemand'))} {USE.get(use, USE['read'])}"
