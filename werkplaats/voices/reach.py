"""Who can read a voice at this moment, in words for its giver. The door decides; this says it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .door import STAFF_DAYS
from .give import RANK
from .models import Level, Voice


@dataclass(frozen=True)
class Reach:
    """`level` draws the ring: how wide it may be read now. `until` is when that ends, if it does."""

    level: str
    until: datetime | None = None
    staff_only: bool = False


def reach(voice: Voice, now: datetime | None = None) -> Reach:
    """How far these words reach now. Needs `circle`, `about`, `about.circle`, `withdrawal`, `suspension` loaded."""
    now = now or timezone.now()
    own = _reach(voice, now)
    if voice.about is None or own.level in (Level.ME, Level.TELLER):
        return own
    return min(own, _reach(voice.about, now), key=lambda one: (RANK[one.level], not one.staff_only))


def says(found: Reach, voice: Voice, logins: int = 0) -> str:
    """The sentence beside the ring. `logins`: how many accounts the network has."""
    if stilled := _stilled(voice):
        return stilled
    if voice.kind == "name":
        return _("Je tafel ziet je voornaam tijdens de avond. Daarna staat hij alleen bij een zin waar jij ja op zei.")
    sentence = {
        Level.ME: _("Alleen jullie tafel kan dit lezen.") if voice.together_id else _("Alleen jij kunt dit lezen."),
        Level.TELLER: _("Jij en de verteller kunnen dit lezen. Na de avond alleen jij."),
        Level.TABLE: _("Jouw tafel kan dit lezen. Na de avond alleen jij."),
        Level.ROOM: _("Wie er vanavond is, kan dit lezen. De begeleider en de coördinator nog hooguit 14 dagen."),
        Level.REGION: _("Mensen met een account van dit netwerk kunnen dit lezen. Dat zijn er nu %(logins)d."),
        Level.EVERYONE: _("Iedereen kan dit lezen."),
    }[Level(found.level)]
    if found.staff_only and found.until:
        return _("De begeleider en de coördinator kunnen dit lezen tot %(day)s. Daarna alleen jij.") % {
            "day": date_format(timezone.localtime(found.until), "j F")
        }
    return sentence % {"logins": logins} if "%(logins)" in sentence else sentence


def _stilled(voice: Voice) -> str:
    stilled = getattr(voice, "suspension", None)
    if stilled is None:
        return ""
    return {
        "story_withdrawn": _("Dit was een antwoord op een verhaal dat is teruggenomen. Alleen jij kunt het nog lezen."),
        "lost_card": _("Dit staat stil: iemand vroeg dat, met een kaart die kwijt was. Alleen jij kunt het lezen."),
        "objection": _("Iemand van jullie tafel staat hier niet achter. Alleen jullie tafel kan het nog lezen."),
    }.get(stilled.reason, _("Dit staat even stil. Alleen jij kunt het lezen."))


def _reach(voice: Voice, now: datetime) -> Reach:
    if getattr(voice, "withdrawal", None) or getattr(voice, "suspension", None):
        return Reach(Level.ME)
    if voice.level in (Level.ME, Level.EVERYONE, Level.REGION):
        return Reach(voice.level)
    circle = voice.circle or (voice.about.circle if voice.about else None)
    if circle is None:
        return Reach(Level.ME)
    if circle.ends_at is None or circle.ends_at > now:
        return Reach(voice.level, circle.ends_at)
    if voice.level == Level.ROOM and circle.staff_until:
        until = min(circle.staff_until, circle.ends_at + timedelta(days=STAFF_DAYS))
        if until > now:
            return Reach(Level.ROOM, until, staff_only=True)
    return Reach(Level.ME)
