"""What a giver decides about own words from the phone: how wide, for which use, and which sentence may be quoted."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from werkplaats.voices import consent
from werkplaats.voices.models import Quotation, Voice

from .give import Giving, uuid_of
from .log import Entry
from .problem import Problem


def decide(item: Mapping[str, Any], giving: Giving) -> Entry:
    """Keeps the decision with the voice and gives the entry for the log. Needs the database."""
    uuid = uuid_of(item.get("uuid"), "uuid")
    voice = _own(uuid_of(item.get("voice"), "voice"), giving)
    payload: dict[str, Any] = {"voice": str(voice.pk)}
    try:
        if (level := item.get("level")) is not None:
            payload["level"] = _set_level(voice, level, giving)
        if (use := item.get("use")) is not None:
            payload |= _use(voice, use, item.get("yes"))
        if (span := item.get("range")) is not None:
            payload |= _offer(voice, span, item.get("answer"))
        elif (asked := item.get("quotation")) is not None:
            payload |= _answer(voice, uuid_of(asked, "quotation"), item.get("answer"))
    except consent.NotPossible as error:
        raise Problem(422, str(error)) from None
    if len(payload) == 1:
        raise Problem(422, _("Er is nog niets gekozen."))
    return Entry(uuid, "consented", payload, giving.sitter.seat)


def _own(voice: UUID, giving: Giving) -> Voice:
    own = Voice.objects.filter(pk=voice, giver=giving.sitter.person, withdrawal__isnull=True).first()
    if own is None or str(voice) not in giving.running.state.pieces:
        raise Problem(404, _("Deze woorden vinden we niet bij jou."), "voice")
    return own


def _set_level(voice: Voice, level: Any, giving: Giving) -> str:
    if not isinstance(level, str) or level == "teller":
        raise Problem(422, _("Deze kring kennen we niet."), "level")
    piece = giving.running.state.pieces[str(voice.pk)]
    circle = giving.running.circle(level, piece.table)
    if level in ("region", "everyone"):
        circle = giving.running.room
    return consent.set_level(voice, level, circle).level


def _use(voice: Voice, use: Any, yes: Any) -> dict[str, Any]:
    if type(yes) is not bool or not isinstance(use, str):
        raise Problem(422, _("Kies ja of nee."), "yes")
    consent.answer(voice, use, yes, "phone")
    return {"use": use, "yes": yes}


def _offer(voice: Voice, span: Any, answer: Any) -> dict[str, Any]:
    if not (isinstance(span, list) and len(span) == 2 and all(type(place) is int for place in span)):
        raise Problem(422, _("We konden niet lezen welke zin je bedoelt."), "range")
    quotation = consent.offer_quotation(voice, span[0], span[1], answer if isinstance(answer, str) else "yes")
    return {"quotation": str(quotation.pk), "answer": quotation.answer, "start": span[0], "end": span[1]}


def _answer(voice: Voice, asked: UUID, answer: Any) -> dict[str, Any]:
    quotation = Quotation.objects.filter(pk=asked, voice=voice).first()
    if quotation is None:
        raise Problem(404, _("Deze vraag is er niet meer."), "quotation")
    return {"quotation": str(asked), "answer": consent.answer_quotation(quotation, answer).answer}
