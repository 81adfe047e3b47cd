"""What a giver says yes or no to: how wide, for which use, and which exact sentence."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from werkplaats.people.models import Account
from werkplaats.vault import sealing

from . import changes
from .give import RANK, fits, text
from .models import Consent, Level, Quotation, Use, Voice

TEXT_VERSION = "1"
Answer = Quotation.Answer
WIDTH = {
    Use.QUOTE: Level.EVERYONE,
    Use.PUBLISH: Level.EVERYONE,
    Use.EDUCATION: Level.REGION,
    Use.RESEARCH: Level.REGION,
}


class NotPossible(ValueError):
    """What was asked cannot be done; the message is a Dutch sentence for the giver."""


def set_level(voice: Voice, level: str, circle: int | None = None) -> Voice:
    """Makes the circle of a voice smaller or larger. Table and room need their `circle` (row number).

    A smaller circle ends what was granted beyond it: quotations and uses become no. A yes given afterwards counts
    again. Raises NotPossible when an answer would get wider than the story it answers.
    """
    if level not in Level.values:
        raise NotPossible(_("Deze kring kennen we niet."))
    circle = circle or (voice.circle_id if level not in (Level.TABLE, Level.ROOM) or level == voice.level else None)
    if level in (Level.TABLE, Level.ROOM) and circle is None:
        raise NotPossible(_("Deze kring is er niet meer."))
    with transaction.atomic():
        now = Voice.objects.select_for_update(of=("self",)).select_related("about").get(pk=voice.pk)
        if now.about and not fits(level, circle, now.about):
            raise NotPossible(_("Dit is een antwoord op een verhaal. Het kan niet verder reiken dan dat verhaal."))
        narrower = RANK[level] < RANK[now.level] or (level == now.level and circle != now.circle_id)
        Voice.objects.filter(pk=voice.pk).update(level=level, circle=circle)
        if narrower:
            _end_wider(now, level)
            changes.note([voice.pk, *now.answers.values_list("pk", flat=True)], changes.NARROWED)
    voice.level, voice.circle_id = level, circle
    return voice


def granted_beyond(voice: Voice, level: str) -> bool:
    """Whether a sentence of this voice is quoted where this circle does not reach."""
    return RANK[level] < RANK[WIDTH[Use.QUOTE]] and _quoted(voice).exists()


def answer(voice: Voice, use: str, yes: bool, asked: str, at: datetime | None = None) -> Consent:
    """Keeps a yes or a no for one use. A no counts at once."""
    if use not in Use.values or use == Use.READ:
        raise NotPossible(_("Dit doel kennen we niet."))
    with transaction.atomic():
        row = Consent.objects.create(
            voice=voice, use=use, yes=yes, asked=asked, text_version=TEXT_VERSION, at=at or timezone.now()
        )
        if not yes:
            changes.note(voice.pk, changes.NARROWED)
    return row


def may(voice: Voice, use: str) -> bool:
    """Whether the giver's last answer for this use is yes. No answer is no."""
    last = voice.consents.filter(use=use).order_by("-id").first()
    return bool(last and last.yes)


def ask_quotation(voice: Voice, start: int, end: int, account: Account | None) -> Quotation:
    """Asks the giver whether this range may stand in the report. The same range is asked once."""
    _check_range(voice, start, end)
    row, _new = Quotation.objects.get_or_create(
        voice=voice, start=start, end=end, defaults={"asked_by": account, "asked_at": timezone.now()}
    )
    return row


def offer_quotation(voice: Voice, start: int, end: int, answer: str = Answer.YES) -> Quotation:
    """The giver offers this range without being asked."""
    return answer_quotation(ask_quotation(voice, start, end, None), answer)


def answer_quotation(quotation: Quotation, answer: str) -> Quotation:
    """Keeps the giver's answer; a later one replaces it. Less than before counts at once."""
    if answer not in Answer.values:
        raise NotPossible(_("Kies ja, ja zonder naam, of nee."))
    with transaction.atomic():
        before = Quotation.objects.select_for_update().get(pk=quotation.pk).answer
        quotation.answer, quotation.answered_at = answer, timezone.now()
        quotation.save(update_fields=["answer", "answered_at"])
        if before and before != answer:
            changes.note(quotation.voice_id, changes.NARROWED)
    return quotation


def _quoted(voice: Voice) -> QuerySet[Quotation]:
    return voice.quotations.filter(answer__in=(Answer.YES, Answer.UNNAMED))


def _end_wider(voice: Voice, level: str) -> None:
    at = timezone.now()
    if RANK[level] < RANK[WIDTH[Use.QUOTE]]:
        _quoted(voice).update(answer=Answer.NO, answered_at=at)
    for use, width in WIDTH.items():
        if RANK[level] < RANK[width] and may(voice, use):
            answer(voice, use, False, "narrowed", at)


def _check_range(voice: Voice, start: int, end: int) -> None:
    if voice.sealed is None or not Voice.objects.standing().filter(pk=voice.pk).exists():
        raise NotPossible(_("Deze woorden zijn er niet meer."))
    if voice.kind == "name":
        raise NotPossible(_("Een naam is geen citaat."))
    length = len(text(sealing.unseal({voice.pk: bytes(voice.sealed)}).get(voice.pk, {"text": ""})))
    if not 0 <= start < end <= length:
        raise NotPossible(_("Deze zin staat niet in de tekst."))
