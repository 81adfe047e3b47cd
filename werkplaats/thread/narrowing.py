"""The smaller circles a giver can choose for a voice."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from werkplaats.people.models import Circle
from werkplaats.voices.give import RANK
from werkplaats.voices.models import Level

from .mine import Piece


@dataclass(frozen=True)
class Choice:
    level: str
    circle: int | None
    label: str


def choices(piece: Piece) -> list[Choice]:
    """Narrow to wide; table and room only while their evening lasts."""
    found = [Choice(Level.ME, piece.voice.circle_id, _("Alleen ik"))]
    seat = piece.seat
    if seat and _lasts(seat.table.circle):
        found.append(Choice(Level.TABLE, seat.table.circle_id, _("Mijn tafel, alleen vanavond")))
    if seat and _lasts(seat.session.room):
        found.append(
            Choice(
                Level.ROOM, seat.session.room_id, _("De zaal, alleen vanavond. De begeleider leest het nog twee weken.")
            )
        )
    network = piece.voice.giver.network.name if piece.voice.giver else ""
    found.append(Choice(Level.REGION, None, _("Mensen met een account van %(network)s") % {"network": network}))
    return [choice for choice in found if RANK[choice.level] < RANK[piece.voice.level]]


def _lasts(circle: Circle) -> bool:
    return circle.ends_at is None or circle.ends_at > timezone.now()
