"""What every process tails: which voices were narrowed, taken back or returned."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from werkplaats.vault.groups import delete_in_groups

from .models import VoiceChange

NARROWED, WITHDRAWN, RESTORED, GONE = "narrowed", "withdrawn", "restored", "gone"
KEPT = timedelta(days=31)
_ORDER = 7201


def note(voices: UUID | Iterable[UUID], change: str) -> None:
    """Part of the caller's transaction. Rows become visible in the order of their numbers."""
    ids = [voices] if isinstance(voices, UUID) else list(voices)
    if not ids:
        return
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ORDER])
    VoiceChange.objects.bulk_create([VoiceChange(voice=voice, change=change) for voice in ids])


def last() -> int:
    return VoiceChange.objects.order_by("-id").values_list("id", flat=True).first() or 0


def since(last_id: int) -> tuple[int, list[tuple[UUID, str]]]:
    """(number of the newest change, [(voice, change)]) after `last_id`."""
    rows = list(VoiceChange.objects.filter(id__gt=last_id).order_by("id").values_list("id", "voice", "change"))
    return (rows[-1][0] if rows else last_id), [(voice, change) for _row, voice, change in rows]


def forget_old(now: datetime) -> int:
    """Deletes lines older than a month; every process has read them long ago. Returns how many."""
    return delete_in_groups(VoiceChange.objects.filter(at__lt=now - KEPT))
