"""Personal codes: four Dutch words out of 2048, 44 bits. Only a keyed hash of a code is kept."""

import hashlib
import hmac
import re
import secrets
import unicodedata
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Network, Person

# On the one card of the example network that everybody may look into: an invented person.
EXAMPLE_CARD = "fiets linde emmer wolk"

COUNT = 4
LONGEST = 200
NEAR = 2


@cache
def words() -> tuple[str, ...]:
    """The 2048 words of the codes: a-z, four to eight letters, each two at least two slips apart."""
    return tuple((Path(__file__).parent / "words.txt").read_text(encoding="ascii").split())


@cache
def _known() -> frozenset[str]:
    return frozenset(words())


def new_code() -> str:
    return " ".join(secrets.choice(words()) for _place in range(COUNT))


def normalise(code: str) -> str:
    """What was meant by what was typed: small letters without accents, one space between words."""
    plain = unicodedata.normalize("NFKD", code[:LONGEST]).lower()
    without_accents = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall("[a-z]+", without_accents))


def check_words(code: str) -> list[str]:
    """What is off about a typed code, in Dutch; empty when it can be looked up."""
    given = normalise(code).split()
    if not given:
        return [_("Typ de vier woorden van je kaart.")]
    problems = [_unknown(word) for word in [word for word in given if word not in _known()][:COUNT]]
    if len(given) != COUNT and not problems:
        problems.append(
            ngettext(
                "Een code heeft vier woorden. Wij zien er %(count)d.",
                "Een code heeft vier woorden. Wij zien er %(count)d.",
                len(given),
            )
            % {"count": len(given)}
        )
    return problems


def _unknown(word: str) -> str:
    if near := _nearest(word):
        return _("Het woord ‘%(word)s’ kennen we niet. Bedoel je ‘%(near)s’?") % {"word": word[:20], "near": near}
    return _("Het woord ‘%(word)s’ kennen we niet. Kijk nog eens op je kaart.") % {"word": word[:20]}


def _nearest(word: str) -> str:
    alike = [known for known in words() if abs(len(known) - len(word)) <= NEAR]
    distance, near = min(((slips(word, known), known) for known in alike), default=(NEAR + 1, ""))
    return near if distance <= NEAR else ""


def slips(one: str, other: str) -> int:
    """How many typing slips lie between two words: a letter more, less, other, or two letters swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]


def hash_code(code: str) -> bytes:
    return hmac.new(settings.WERKPLAATS_CODES_KEY, normalise(code).encode(), hashlib.sha256).digest()


def find(code: str) -> Person | None:
    return Person.objects.filter(code_hash=hash_code(code)).first()


def person_with_code(network: Network, **fields) -> tuple[Person, str]:
    """A new person and the code that opens their thread. The code is not kept: give it now."""
    for _attempt in range(3):
        code = new_code()
        try:
            with transaction.atomic():
                return Person.objects.create(network=network, code_hash=hash_code(code), **fields), code
        except IntegrityError:
            continue
    raise RuntimeError("no free code found")
