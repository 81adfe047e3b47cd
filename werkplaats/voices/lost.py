"""Words of someone who lost the card: found by what they remember, stilled, and read by nobody."""

from django.db.models import QuerySet
from django.utils import timezone

from werkplaats.people.viewer import Viewer
from werkplaats.vault import audit, sealing

from .copyguard import words_in
from .give import text
from .suspend import LOST_CARD, suspend

FEWEST_WORDS = 3
MOST_VOICES = 3


class TooMany(Exception):
    """These words stand in more voices than one person can have meant."""


def still_remembered(voices: QuerySet, remembered: str, viewer: Viewer) -> int:
    """Stills the voices in which all these words stand. Returns how many; nothing else leaves this function.

    One line in the audit for each search, found or not. Raises TooMany above MOST_VOICES; then nothing is stilled.
    """
    wanted = set(words_in(remembered))
    if len(wanted) < FEWEST_WORDS:
        raise ValueError("too few words to look for")
    rows = voices.filter(withdrawal__isnull=True, sealed__isnull=False, together__isnull=True).exclude(kind="name")
    found = dict(rows.values_list("pk", "sealed"))
    opened = sealing.unseal({pk: bytes(sealed) for pk, sealed in found.items()})
    meant = [pk for pk, words in opened.items() if wanted <= set(words_in(text(words)))]
    audit.record(str(viewer.role), opened, LOST_CARD, account=viewer.account)
    if len(meant) > MOST_VOICES:
        raise TooMany
    for voice in rows.filter(pk__in=meant):
        suspend(voice, LOST_CARD, timezone.now())
    return len(meant)
