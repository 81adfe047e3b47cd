"""What the log drops once a voice is gone: its own lines become tombstones, and other lines lose its id."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q

from .hub import hub
from .models import Event, Seat

OWN = ("voice", "statement")
LISTS = ("voices", "picks", "rests_on")
AT_ONCE = 50


def forget(voices: Iterable[UUID]) -> None:
    """`voices`: ids whose words are being destroyed. Number and uuid of their lines stay; payload and author go."""
    gone = {str(voice) for voice in voices}
    sessions = set(Event.objects.filter(_about(gone)).values_list("session", flat=True).distinct()) if gone else set()
    Seat.objects.filter(name__in=[UUID(voice) for voice in gone]).update(name=None)
    for session in sessions:
        _forget_in(session, gone)
    hub.drop_soon([(voice, "gone") for voice in gone])


def _about(gone: set[str]) -> Q:
    """Lines whose payload has one of these as its own voice: a voice is given in exactly one session."""
    return Q(kind="gave", payload__voice__in=sorted(gone))


def _forget_in(session: int, gone: set[str]) -> None:
    changed = []
    for event in Event.objects.filter(session=session, forgotten=False).order_by("seq"):
        if any(event.payload.get(key) in gone for key in OWN):
            event.payload, event.author, event.forgotten = {}, "", True
            changed.append(event)
        elif (left := _without(event.payload, gone)) != event.payload:
            event.payload = left
            changed.append(event)
    for start in range(0, len(changed), AT_ONCE):
        Event.objects.bulk_update(changed[start : start + AT_ONCE], ["payload", "author", "forgotten"])


def _without(payload: dict[str, Any], gone: set[str]) -> dict[str, Any]:
    left = {key: value for key, value in payload.items() if not (key == "about" and value in gone)}
    for key in LISTS:
        if key in left:
            left[key] = [voice for voice in left[key] if voice not in gone]
    return left
