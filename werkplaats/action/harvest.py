"""What an evening advised and promised."""

from django.db import transaction

from werkplaats.insights.harvest import may_carry
from werkplaats.insights.models import Insight, Observation
from werkplaats.thread.models import Knot
from werkplaats.thread.weave import knot, rests
from werkplaats.vault.groups import create_in_groups
from werkplaats.voices.models import Voice

from .models import Commitment, Recommendation


def harvest(evening) -> int:
    """Makes recommendations and commitments of a closed session, once per source event. Returns how many were new."""
    return _advise(evening) + _promise(evening)


def _advise(evening) -> int:
    """One per table: the last one counts. It rests on the insight of a card it names, else on that card or story."""
    advised = {given.table: given for given in evening.given if given.becomes == "recommendation"}
    known = set(
        Recommendation.objects.filter(source__in=[given.source for given in advised.values()]).values_list(
            "source", flat=True
        )
    )
    carry = may_carry(voice for given in advised.values() for voice in (given.voice, *given.rests_on))
    new = [given for given in advised.values() if given.source not in known and given.voice in carry]
    named = [voice for given in new for voice in given.rests_on if voice in carry]
    insights = {one.voice_id: one.knot for one in Insight.objects.filter(voice__in=named).select_related("knot")}
    cards = {one.voice_id: one.knot for one in Observation.objects.filter(voice__in=named).select_related("knot")}
    for given in new:
        with transaction.atomic():
            made = knot(Knot.Kind.RECOMMENDATION)
            Recommendation.objects.create(
                knot=made,
                network_id=evening.session.gathering.network_id,
                session=evening.session,
                voice_id=given.voice,
                table=given.table,
                source=given.source,
            )
            on = [voice for voice in given.rests_on if voice in carry]
            rests(
                made,
                on_knots=[insights.get(voice) or cards[voice] for voice in on if voice in insights or voice in cards],
                on_voices=[given.voice, *(voice for voice in on if voice not in insights and voice not in cards)],
            )
    return len(new)


def _promise(evening) -> int:
    promised = [given for given in evening.given if given.becomes == "commitment"]
    known = set(
        Commitment.objects.filter(source__in=[given.source for given in promised]).values_list("source", flat=True)
    )
    standing = set(
        Voice.objects.standing().filter(pk__in=[given.voice for given in promised]).values_list("pk", flat=True)
    )
    new = [
        Commitment(
            session=evening.session,
            voice_id=given.voice,
            person=given.person,
            due=given.due,
            source=given.source,
        )
        for given in promised
        if given.source not in known and given.voice in standing
    ]
    create_in_groups(Commitment, new)
    return len(new)
