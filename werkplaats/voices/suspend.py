"""Stilling a voice for now: by the giver, by an objection at the table, or because its story was taken back."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from . import changes
from .models import Suspension, Voice

BY_GIVER, STORY_WITHDRAWN, OBJECTION, LOST_CARD = "giver", "story_withdrawn", "objection", "lost_card"


def suspend(voice: Voice, reason: str, now: datetime | None = None) -> Suspension:
    """Out of sight at once for everyone but its giver. The first reason stays."""
    with transaction.atomic():
        row, new = Suspension.objects.get_or_create(
            voice=voice, defaults={"reason": reason, "at": now or timezone.now()}
        )
        if new:
            changes.note([voice.pk, *voice.answers.values_list("pk", flat=True)], changes.NARROWED)
    return row


def lift(voice: Voice, reason: str) -> bool:
    """Back in sight, when it was stilled for this reason and nobody objects to it."""
    with transaction.atomic():
        rows = Suspension.objects.filter(voice=voice, reason=reason)
        if voice.objections.exists():
            rows.update(reason=OBJECTION)
            return False
        gone, _rows = rows.delete()
        if gone:
            changes.note([voice.pk, *voice.answers.values_list("pk", flat=True)], changes.RESTORED)
    return bool(gone)


def suspend_answers(story: Voice, now: datetime) -> None:
    """Part of taking a story back: what was said about it is stilled with it."""
    answers = list(story.answers.filter(withdrawal__isnull=True).values_list("pk", flat=True))
    stilled = set(Suspension.objects.filter(voice__in=answers).values_list("voice", flat=True))
    Suspension.objects.bulk_create(
        [Suspension(voice_id=pk, reason=STORY_WITHDRAWN, at=now) for pk in answers if pk not in stilled]
    )
    changes.note(answers, changes.WITHDRAWN)


def restore_answers(story: Voice) -> None:
    stilled = Suspension.objects.filter(voice__about=story, reason=STORY_WITHDRAWN)
    stilled.filter(voice__objections__isnull=False).update(reason=OBJECTION)
    stilled.filter(voice__objections__isnull=True).delete()
    changes.note(story.answers.values_list("pk", flat=True), changes.RESTORED)
