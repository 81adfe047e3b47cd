"""Who is already on this, as the room named it."""

from werkplaats.vault.groups import create_in_groups
from werkplaats.voices.models import Voice

from .models import Initiative

KINDS = ("initiative",)


def harvest(evening) -> int:
    """Makes the initiatives of a closed session, once per source event. Returns how many were new."""
    named = [given for given in evening.given if given.becomes in KINDS]
    known = set(
        Initiative.objects.filter(source__in=[given.source for given in named]).values_list("source", flat=True)
    )
    standing = set(
        Voice.objects.standing().filter(pk__in=[given.voice for given in named]).values_list("pk", flat=True)
    )
    new = [
        Initiative(gathering=evening.session.gathering, voice_id=given.voice, source=given.source)
        for given in named
        if given.source not in known and given.voice in standing
    ]
    create_in_groups(Initiative, new)
    return len(new)
