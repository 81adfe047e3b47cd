"""Personal cards to print: a code nobody else has, as words and as a QR.

The code stands on paper alone: the database keeps what recognises it. A lost card cannot be printed again.
"""

from dataclasses import dataclass

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from werkplaats.people.codes import hash_code, new_code
from werkplaats.people.models import Network, Person

MOST = 150
BATCH = 50


@dataclass(frozen=True)
class Card:
    words: list[str]
    qr: SafeString


def qr(address: str, label: str) -> SafeString:
    """The QR of an address as inline SVG with a text alternative."""
    svg = segno.make(address, error="m", micro=False).svg_inline(
        omitsize=True, border=2, dark="#1e2430", light="#fff", svgclass="qr", lineclass=None
    )
    return mark_safe(svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1))


def make_cards(network: Network, count: int) -> list[Card]:
    """Makes `count` new persons (1 to 150) and their cards."""
    codes = [new_code() for _ in range(count)]
    for first in range(0, count, BATCH):
        batch = codes[first : first + BATCH]
        Person.objects.bulk_create([Person(network=network, code_hash=hash_code(code)) for code in batch])
    return [_card(code.split()) for code in codes]


def _card(words: list[str]) -> Card:
    address = f"{settings.WERKPLAATS_URL}/mee/#kaart={'-'.join(words)}"
    return Card(words, qr(address, _("QR-code om mee te doen")))
