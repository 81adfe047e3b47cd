"""Making and moving the passages of a report. Each has a knot, so that the thread runs from a sentence to the report."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, Max, Q

from werkplaats.people.models import Account
from werkplaats.thread.models import Knot
from werkplaats.thread.weave import knot, quotes, rests
from werkplaats.voices.models import Quotation, Voice

from .models import Passage, Removal, Report

GRANTED = (Quotation.Answer.YES, Quotation.Answer.UNNAMED)
STAFF_TEXT = (Passage.Kind.HEADING, Passage.Kind.TEXT, Passage.Kind.UNKNOWN)


def add(
    report: Report,
    kind: str,
    *,
    text: str = "",
    shows: Knot | None = None,
    quotation: Quotation | None = None,
    rests_on: Sequence[Voice] = (),
    figures: dict | None = None,
    after: Passage | None = None,
) -> Passage:
    """A new passage, at the end or right after another one."""
    with transaction.atomic():
        if after:
            position = after.position + 1
            report.passages.filter(position__gte=position).update(position=F("position") + 1)
        else:
            position = (report.passages.aggregate(last=Max("position"))["last"] or 0) + 1
        made = knot(Knot.Kind.PASSAGE)
        passage = Passage.objects.create(
            knot=made,
            report=report,
            position=position,
            kind=kind,
            text=text,
            shows=shows,
            quotation=quotation,
            figures=figures or {},
        )
        if shows or rests_on:
            rests(made, on_knots=[shows] if shows else [], on_voices=[voice.pk for voice in rests_on])
        if quotation:
            quotes(made, quotation.voice_id, quotation.start, quotation.end)
    return passage


def granted(report: Report):
    """Quotations of this evening that were answered with yes and whose voice still stands."""
    tables = report.session.tables.values("circle")
    here = Q(circle=report.session.room_id) | Q(circle__in=tables) | Q(together__in=tables)
    return (
        Quotation.objects.filter(answer__in=GRANTED, voice__in=Voice.objects.standing().filter(here))
        .select_related("voice")
        .order_by("answered_at")
    )


def move(passage: Passage, up: bool) -> bool:
    """Changes places with the neighbour that stands. False at either end."""
    standing = passage.report.passages.standing()
    with transaction.atomic():
        neighbour = (
            standing.filter(position__lt=passage.position).order_by("-position").first()
            if up
            else standing.filter(position__gt=passage.position).order_by("position").first()
        )
        if neighbour is None:
            return False
        passage.position, neighbour.position = neighbour.position, passage.position
        Passage.objects.bulk_update([passage, neighbour], ["position"])
    return True


def remove(passage: Passage, account: Account) -> None:
    Removal.objects.get_or_create(passage=passage, defaults={"by": account})


def put_back(passage: Passage) -> None:
    Removal.objects.filter(passage=passage).delete()
