"""Taking words back. At once out of sight; ten minutes to undo; then the key is destroyed and nobody can read them.

The data are told first and the key goes last: a crash in between leaves words nobody may see, never a voice
that is gone but still shown. `sweep` finishes what was left.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from werkplaats.vault import sealing

from . import changes
from .consent import NotPossible, set_level
from .give import RANK
from .handover import hand_over
from .models import Voice, Withdrawal
from .suspend import restore_answers, suspend_answers

UNDO = timedelta(minutes=10)
LATELY = timedelta(minutes=10)
log = logging.getLogger(__name__)


def withdraw(voice: Voice, now: datetime | None = None) -> Withdrawal:
    """Out of sight everywhere from now on, with all that was said about it. Twice is once."""
    now = now or timezone.now()
    with transaction.atomic():
        row, new = Withdrawal.objects.get_or_create(voice=voice, defaults={"at": now, "final_at": now + UNDO})
        if new:
            changes.note(voice.pk, changes.WITHDRAWN)
            suspend_answers(voice, now)
    return row


def undo(voice: Voice, now: datetime | None = None) -> None:
    """Brings the words back. Raises NotPossible after the undo time."""
    now = now or timezone.now()
    with transaction.atomic():
        row = Withdrawal.objects.select_for_update(of=("self",)).select_related("voice").filter(voice=voice).first()
        if row is None:
            return
        if row.final_at <= now or row.done_at or row.voice.sealed is None:
            raise NotPossible(_("De tien minuten zijn voorbij. De woorden zijn gewist."))
        row.delete()
        changes.note(voice.pk, changes.RESTORED)
        restore_answers(voice)


def finish(withdrawal: Withdrawal, now: datetime | None = None) -> Withdrawal:
    """Destroys the words for good. May be called again after a crash; each step then finds its work done.

    `done_at` is filled once no file holds the key any more; until then the sweep comes back to it.
    """
    now = now or timezone.now()
    _close_undo(withdrawal, now)
    hand_over(withdrawal.voice_id)
    for room in settings.WERKPLAATS_ROOMS:
        if room.forget:
            import_string(room.forget)([withdrawal.voice_id])
    with transaction.atomic():
        Voice.objects.filter(pk=withdrawal.voice_id).update(sealed=None)
        changes.note(withdrawal.voice_id, changes.GONE)
    if sealing.destroy_keys([withdrawal.voice_id]):
        Withdrawal.objects.filter(pk=withdrawal.pk, done_at__isnull=True).update(done_at=now)
    sealing.forget_deleted("default")
    withdrawal.refresh_from_db()
    return withdrawal


def sweep(now: datetime | None = None) -> int:
    """Finishes what is due. Returns how many are done. Called each minute; what does not succeed is tried again."""
    now = now or timezone.now()
    done = sum(_finished(row, now) for row in Withdrawal.objects.filter(final_at__lte=now, done_at__isnull=True))
    if Withdrawal.objects.filter(done_at__gt=now - LATELY).exists():
        sealing.forget_deleted("keys")
        sealing.forget_deleted("default")
    return done


def narrow(voice: Voice, level: str, circle: int | None = None) -> Voice:
    """A smaller circle. Raises NotPossible when it is not smaller."""
    if level not in RANK or RANK[level] >= RANK[voice.level]:
        raise NotPossible(_("Deze kring is niet kleiner."))
    return set_level(voice, level, circle)


def _finished(withdrawal: Withdrawal, now: datetime) -> bool:
    """One that fails holds up no other; its error may quote words, so only its kind is logged."""
    try:
        return finish(withdrawal, now).done_at is not None
    except Exception as error:
        log.error("withdrawal %s is not finished: %s", withdrawal.pk, type(error).__name__)
        return False


def _close_undo(withdrawal: Withdrawal, now: datetime) -> None:
    """From here on an undo is refused."""
    with transaction.atomic():
        if not Withdrawal.objects.select_for_update().filter(pk=withdrawal.pk).exists():
            raise NotPossible(_("Je hebt dit net weer teruggezet."))
        Withdrawal.objects.filter(pk=withdrawal.pk, final_at__gt=now).update(final_at=now)
