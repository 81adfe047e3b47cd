"""Which part of those who weighed a statement are residents: a range, and only where nobody can be found in it."""

import math
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from sensemaking.opinion.votes import Votes
from sensemaking.small import share_range
from werkplaats.live.models import Seat, Session
from werkplaats.people.models import Viewpoint

Tenths = tuple[int, int]


def residents_in(session: Session) -> dict[str, bool]:
    """{author: takes part as a resident} of those who said from where they take part. An unlinked answer has an
    author nobody knows, and so no viewpoint."""
    known = Viewpoint.objects.residents(session.room_id)
    seats = Seat.objects.filter(session=session, person__in=list(known)).values_list("uuid", "person")
    return {str(seat): known[person] for seat, person in seats}


def shares(votes: Votes, residents: Mapping[Any, bool]) -> dict[Any, Tenths]:
    """{statement: (at least, at most) of every ten who weighed it}; a statement of which nothing can be said is not
    there. Rounded outward, so that the true share always lies in it."""
    of = [residents.get(person) for person in votes.people]
    found = {}
    for statement, weighed in zip(votes.statements, votes.seen.T, strict=True):
        asked = [one for one, did in zip(of, weighed, strict=True) if did]
        share = share_range(asked.count(True), asked.count(False), asked.count(None))
        if share is None:
            continue
        tenths = math.floor(10 * share.low), math.ceil(10 * share.high)
        if tenths != (0, 10):
            found[statement] = tenths
    return found


def share_words(share: Tenths) -> str:
    """How many of every ten, in words: "3 tot 6"."""
    low, high = share
    if low == 0:
        return _("hoogstens %(high)d") % {"high": high}
    if high == 10:
        return _("minstens %(low)d") % {"low": low}
    return _("%(low)d tot %(high)d") % {"low": low, "high": high}


def about_residents(asked: bool, can_be_said: bool) -> str:
    """How to read the shares; nothing when nobody was asked."""
    if not asked:
        return ""
    if can_be_said:
        return _(
            "Bij een zin staat hoeveel van elke 10 mensen die hem wogen bewoner zijn. Precies weten we dat niet: "
            "niet iedereen koos een invalshoek, en kleine aantallen laten we niet zien."
        )
    return _("Hoeveel bewoners een zin wogen, kunnen we niet zeggen. Te weinig mensen kozen een invalshoek.")
