"""What an evening placed, weighed, chose and saw. Runs after consent; a second run adds nothing."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from werkplaats.thread.models import Knot
from werkplaats.thread.weave import knot, rests
from werkplaats.vault.groups import create_in_groups
from werkplaats.voices.models import Level, Voice

from .models import Choice, Insight, Observation, Placement, Statement, Weighing

KINDS = ("observation", "mechanism", "idea", "question", "if_then", "schema_row")
MOST_INSIGHTS = 3


def may_carry(voices: Iterable[UUID]) -> set[UUID]:
    """The voices that something public may rest on: standing, and not kept to the giver alone."""
    return set(
        Voice.objects.standing().exclude(level=Level.ME).filter(pk__in=list(voices)).values_list("pk", flat=True)
    )


def harvest(evening) -> int:
    """Makes this room's objects from a closed session, once per source event. Returns how many knots were new.

    In small transactions: what a crash left out is made by the next run.
    """
    _weigh(evening)
    _place(evening)
    _choose(evening)
    return _observe(evening) + _understand(evening)


def _weigh(evening) -> None:
    standing = may_carry(evening.statements)
    create_in_groups(
        Statement,
        (
            Statement(session=evening.session, voice_id=voice, position=position)
            for position, voice in enumerate(evening.statements, 1)
            if voice in standing
        ),
    )
    of = dict(Statement.objects.filter(session=evening.session).values_list("voice_id", "pk"))
    create_in_groups(
        Weighing,
        (
            Weighing(statement_id=of[statement], author=author, answer=answer)
            for author, statement, answer in evening.weighings
            if statement in of
        ),
    )


def _place(evening) -> None:
    create_in_groups(
        Placement,
        (
            Placement(
                session=evening.session,
                step=placed.step.n,
                kind=placed.step.input.kind,
                row=placed.row or "",
                author=placed.author,
                at=placed.at,
                source=placed.source,
            )
            for placed in evening.placements
        ),
    )


def _choose(evening) -> None:
    cards = {given.voice for given in evening.given}
    create_in_groups(
        Choice,
        (
            Choice(session=evening.session, step=vote.step.n, voice_id=voice, author=vote.author)
            for vote in evening.votes
            for voice in vote.picks
            if voice in cards
        ),
    )


def _observe(evening) -> int:
    cards = [given for given in evening.given if given.becomes in KINDS]
    named = {story for card in cards for story in card.rests_on}
    carry = may_carry({card.voice for card in cards} | named)
    known = set(Observation.objects.filter(source__in=[card.source for card in cards]).values_list("source", flat=True))
    new = [card for card in cards if card.source not in known and card.voice in carry]
    for card in new:
        with transaction.atomic():
            made = knot(Knot.Kind.OBSERVATION)
            Observation.objects.create(
                knot=made,
                session=evening.session,
                voice_id=card.voice,
                kind=card.becomes,
                table=card.table,
                source=card.source,
            )
            rests(made, on_voices=[card.voice, *(story for story in card.rests_on if story in carry)])
    return len(new)


def _understand(evening) -> int:
    """The cards the room chose most, at most three, each with at least one pick; ties go by the order of the cards."""
    order = {given.voice: place for place, given in enumerate(evening.given)}
    picks = Counter(
        Choice.objects.filter(session=evening.session, voice__observation__isnull=False).values_list(
            "voice_id", flat=True
        )
    )
    chosen = sorted(picks, key=lambda voice: (-picks[voice], order.get(voice, len(order))))[:MOST_INSIGHTS]
    seen = {
        observation.voice_id: observation
        for observation in Observation.objects.filter(voice__in=may_carry(chosen)).select_related("knot")
    }
    known = set(
        Insight.objects.filter(source__in=[one.source for one in seen.values()]).values_list("source", flat=True)
    )
    new = [seen[voice] for voice in chosen if voice in seen and seen[voice].source not in known]
    for observation in new:
        with transaction.atomic():
            made = knot(Knot.Kind.INSIGHT)
            Insight.objects.create(
                knot=made,
                network_id=evening.session.gathering.network_id,
                session=evening.session,
                voice_id=observation.voice_id,
                rank=chosen.index(observation.voice_id) + 1,
                source=observation.source,
            )
            rests(made, on_knots=[observation.knot])
    return len(new)
