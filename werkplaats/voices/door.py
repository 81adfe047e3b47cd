"""The one door: who may read which words, for what. Nothing else opens a voice.

What a viewer may read is one condition on rows (`_readable`), so lists and single reads cannot differ.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from werkplaats.people.viewer import Viewer
from werkplaats.vault import audit, sealing

from .give import text
from .models import Attribution, Consent, Level, Quotation, Use, Voice
from .together import made_by

STAFF_DAYS = 14
NOBODY = Q(pk__in=[])
EVERYBODY = ~NOBODY
__all__ = ["Quoted", "names_of", "quoted", "quoted_of", "text", "visible", "words", "words_of"]


def words(voice: Voice, viewer: Viewer, use: str = Use.READ) -> dict | None:
    """The words of one voice, or None when this viewer may not read them for this use."""
    return words_of([voice.id], viewer, use).get(voice.id)


def words_of(
    voices: QuerySet | Iterable[Voice | UUID], viewer: Viewer, use: str = Use.READ, shown_to: str = ""
) -> dict[UUID, dict]:
    """{voice: words} of those this viewer may read; the others are absent. One line in the audit.

    For the use "quote" the words are {"text": the granted ranges}, and nothing around them.
    """
    found = list(visible(_rows(voices), viewer, use).values_list("id", "sealed", "giver"))
    opened = sealing.unseal({voice: bytes(sealed) for voice, sealed, _giver in found})
    if use == Use.QUOTE:
        opened = _granted(opened)
    _record(viewer, {voice: giver for voice, _sealed, giver in found if voice in opened}, use, shown_to)
    return opened


def visible(queryset: QuerySet, viewer: Viewer, use: str = Use.READ) -> QuerySet:
    """The voices of this queryset that this viewer may read for this use. No words are opened."""
    now = timezone.now()
    rows = queryset.filter(withdrawal__isnull=True, sealed__isnull=False)
    if use == Use.READ:
        allowed = _own(viewer) | _standing() & _readable(viewer, now) & _within_story(viewer, now)
    elif use == Use.QUOTE:
        rows = rows.filter(id__in=_answered().values("voice"))
        allowed = _standing() & _within_story(viewer, now)
    elif use in Use.values:
        rows = rows.alias(consented=Subquery(_last_answer(use))).filter(consented=True)
        asked_by = EVERYBODY if use == Use.PUBLISH else _network(viewer)
        allowed = _standing() & asked_by & _within_story(viewer, now)
    else:
        raise ValueError(f"unknown use {use}")
    return rows.filter(allowed)


@dataclass(frozen=True)
class Quoted:
    """A granted range: its text, and the first name when the giver said yes to that too."""

    text: str
    name: str = ""


def quoted(quotation: Quotation, viewer: Viewer) -> Quoted | None:
    return quoted_of([quotation], viewer).get(quotation.id)


def quoted_of(quotations: Iterable[Quotation], viewer: Viewer) -> dict[UUID, Quoted]:
    """{quotation: what may be shown} for the granted ones. One line in the audit."""
    granted = [row for row in quotations if row.answer in (Quotation.Answer.YES, Quotation.Answer.UNNAMED)]
    ids = {row.voice_id for row in granted}
    found = list(visible(Voice.objects.filter(id__in=ids), viewer, Use.QUOTE).values_list("id", "sealed", "giver"))
    opened = sealing.unseal({voice: bytes(sealed) for voice, sealed, _giver in found})
    named = {row.voice_id for row in granted if row.answer == Quotation.Answer.YES}
    names = _names(Voice.objects.filter(id__in=named & set(opened)))
    _record(viewer, {voice: giver for voice, _sealed, giver in found if voice in opened}, Use.QUOTE, "")
    return {
        row.id: Quoted(
            text(opened[row.voice_id])[row.start : row.end],
            names.get(row.voice_id, "") if row.voice_id in named and row.answer == Quotation.Answer.YES else "",
        )
        for row in granted
        if row.voice_id in opened
    }


def names_of(voices: QuerySet | Iterable[Voice | UUID], viewer: Viewer) -> dict[UUID, str]:
    """{voice: first name} where the giver stands beside it by name, and only at the table where it was told."""
    if viewer.is_staff:
        return {}
    near = _own(viewer) | Q(level__in=(Level.TELLER, Level.TABLE))
    beside = visible(_rows(voices), viewer).filter(near)
    names = _names(beside)
    if names:
        _record(viewer, dict(Voice.objects.filter(id__in=names).values_list("id", "giver")), "name", "")
    return names


def _names(voices: QuerySet) -> dict[UUID, str]:
    rows = voices.filter(
        attribution=Attribution.NAMED,
        name__withdrawal__isnull=True,
        name__suspension__isnull=True,
        name__sealed__isnull=False,
    ).values_list("id", "name_id", "name__sealed")
    beside = {voice: (name, bytes(sealed)) for voice, name, sealed in rows}
    opened = sealing.unseal(dict(beside.values()))
    return {voice: text(opened[name]) for voice, (name, _sealed) in beside.items() if name in opened}


def _rows(voices: QuerySet | Iterable[Voice | UUID]) -> QuerySet:
    if isinstance(voices, QuerySet):
        return voices
    return Voice.objects.filter(id__in=[voice.id if isinstance(voice, Voice) else voice for voice in voices])


def _record(viewer: Viewer, opened: Mapping[UUID, int | None], use: str, shown_to: str) -> None:
    """`opened`: {voice: its giver}. Who reads own words leaves no line with a name and a moment."""
    others = [voice for voice, giver in opened.items() if viewer.person is None or giver != viewer.person]
    if others:
        audit.record(
            str(viewer.role), others, str(use), account=viewer.account, person=viewer.person, shown_to=shown_to
        )


def _standing(of: str = "") -> Q:
    return Q(**{f"{of}withdrawal__isnull": True, f"{of}suspension__isnull": True, f"{of}sealed__isnull": False})


def _own(viewer: Viewer, of: str = "") -> Q:
    """Mine, or made together while I sat there. Mine stays mine to read when it is stilled."""
    if viewer.person is None:
        return NOBODY
    return Q(**{f"{of}giver": viewer.person}) | Q(**{f"{of}id__in": made_by(viewer.person)})


def _readable(viewer: Viewer, now: datetime, of: str = "") -> Q:
    allowed = Q(**{f"{of}level": Level.EVERYONE}) | _member(viewer, now, of)
    if viewer.is_staff:
        allowed |= _staff(viewer, now, of)
    if viewer.account is not None:
        allowed |= Q(**{f"{of}level": Level.REGION}) & _network(viewer, of)
    if viewer.person is not None and not of:
        evening = _open(now) | Q(circle__isnull=True) & _open(now, "about__")
        allowed |= Q(level=Level.TELLER, about__giver=viewer.person) & evening
    return allowed


def _member(viewer: Viewer, now: datetime, of: str) -> Q:
    """Those who sit in the circle, until the evening ends. Staff sit in rooms, never in tables."""
    rooms = Q(**{f"{of}level__in": (Level.ROOM, Level.REGION), f"{of}circle__kind": "room"})
    tables = Q(**{f"{of}level__in": (Level.TABLE, Level.ROOM, Level.REGION), f"{of}circle__kind": "table"})
    sits = Q(**{f"{of}circle__in": viewer.circles}) & (rooms if viewer.is_staff else rooms | tables)
    return sits & _open(now, of)


def _staff(viewer: Viewer, now: datetime, of: str) -> Q:
    """Room words until the report is final, at most fourteen days; for a municipal account only as a member."""
    if viewer.municipal:
        return NOBODY
    not_longer = Q(**{f"{of}circle__ends_at__gt": now - timedelta(days=STAFF_DAYS)})
    still = _open(now, of) | Q(**{f"{of}circle__staff_until__gt": now}) & not_longer
    room = {f"{of}level": Level.ROOM, f"{of}circle__kind": "room", f"{of}circle__network": viewer.network}
    return Q(**room) & still


def _open(now: datetime, of: str = "") -> Q:
    ends = f"{of}circle__ends_at"
    return Q(**{f"{of}circle__isnull": False}) & (Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gt": now}))


def _network(viewer: Viewer, of: str = "") -> Q:
    if viewer.account is None or viewer.network is None:
        return NOBODY
    places = ("giver__network", "circle__network", "together__network")
    here = NOBODY
    for place in places:
        here |= Q(**{f"{of}{place}": viewer.network})
    return here


def _within_story(viewer: Viewer, now: datetime) -> Q:
    """An answer is never readable where the story it answers is not."""
    story = _standing("about__") & (_own(viewer, "about__") | _readable(viewer, now, "about__"))
    return Q(about__isnull=True) | story


def _answered() -> QuerySet:
    return Quotation.objects.filter(answer__in=(Quotation.Answer.YES, Quotation.Answer.UNNAMED))


def _last_answer(use: str) -> QuerySet:
    return Consent.objects.filter(voice=OuterRef("pk"), use=use).order_by("-id").values("yes")[:1]


def _granted(opened: dict[UUID, dict]) -> dict[UUID, dict]:
    ranges: dict[UUID, list[str]] = {}
    for row in _answered().filter(voice__in=list(opened)).order_by("start", "end"):
        ranges.setdefault(row.voice_id, []).append(text(opened[row.voice_id])[row.start : row.end])
    return {voice: {"text": " … ".join(pieces)} for voice, pieces in ranges.items()}
