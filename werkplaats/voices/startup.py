"""Putting right what a crash left: withdrawals that were not finished, keys that open nothing."""

from datetime import datetime, timedelta

from django.utils import timezone

from werkplaats.vault import sealing
from werkplaats.vault.models import VoiceKey
from werkplaats.vault.startup import check_master_key

from .models import Voice
from .withdraw import sweep

UNDERWAY = timedelta(minutes=10)


def settle(now: datetime | None = None) -> tuple[int, int]:
    """(withdrawals finished, orphan keys destroyed). Refuses to start with another master key.

    A young key without a voice may belong to words another process is just writing: it stays.
    """
    now = now or timezone.now()
    check_master_key()
    finished = sweep(now)
    readable = set(Voice.objects.filter(sealed__isnull=False).values_list("id", flat=True))
    blanked = set(Voice.objects.filter(sealed__isnull=True).values_list("id", flat=True))
    orphans = [
        voice
        for voice, made_at in VoiceKey.objects.values_list("voice", "made_at")
        if voice in blanked or (voice not in readable and made_at < now - UNDERWAY)
    ]
    if orphans:
        sealing.destroy_keys(orphans)
    return finished, len(orphans)
