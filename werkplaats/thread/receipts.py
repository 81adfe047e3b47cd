"""The receipt of a withdrawal: every place the words had reached, kept before those places let go of them."""

from urllib.parse import urldefrag

from .mine import ORDER, Piece, Place
from .models import Knot, Reached
from .names import KNOT


def keep(piece: Piece) -> None:
    """Notes where this voice is, by kind and address, just before it is taken back."""
    seen = {(place.knot, _page(place.url)) for place in piece.places}
    unseen = Knot.objects.filter(pk__in=piece.unseen).values_list("kind", flat=True) if piece.unseen else ()
    rows = [
        Reached(voice=piece.voice, kind=kind, url=url) for kind, url in sorted(seen | {(kind, "") for kind in unseen})
    ]
    Reached.objects.bulk_create(rows, ignore_conflicts=True)


def drop(piece: Piece) -> None:
    """The words are back: there is no receipt."""
    Reached.objects.filter(voice=piece.voice).delete()


def places(piece: Piece) -> list[Place]:
    """Where the words were, with the title of what still stands there."""
    titles = {(place.knot, _page(place.url)): place.title for place in piece.places}
    rows = Reached.objects.filter(voice=piece.voice)
    return [
        Place(row.kind, "", str(KNOT[row.kind]), titles.get((row.kind, row.url), ""), row.url, "")
        for row in sorted(rows, key=lambda row: (ORDER.index(row.kind), row.pk))
    ]


def _page(url: str) -> str:
    return urldefrag(url).url
