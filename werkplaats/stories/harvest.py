"""What an evening told: one telling per story that still stands."""

from werkplaats.vault.groups import create_in_groups
from werkplaats.voices.models import Voice

from .models import Telling

KINDS = ("story", "response", "strength", "dream")


def harvest(evening) -> int:
    """Makes the tellings of a closed session, once per source event. Returns how many were new."""
    told = [given for given in evening.given if given.becomes in KINDS]
    known = set(Telling.objects.filter(source__in=[given.source for given in told]).values_list("source", flat=True))
    standing = set(Voice.objects.standing().filter(pk__in=[given.voice for given in told]).values_list("pk", flat=True))
    new = [
        Telling(
            session=evening.session,
            voice_id=given.voice,
            kind=given.becomes,
            table=given.table,
            source=given.source,
        )
        for given in told
        if given.source not in known and given.voice in standing
    ]
    create_in_groups(Telling, new)
    return len(new)
