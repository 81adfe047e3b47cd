"""What a knot is called on a page. Each room describes its own knots to a viewer."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from werkplaats.people.viewer import Viewer


@dataclass(frozen=True)
class Described:
    """`kind` is a Knot.Kind; `title` may hold words that came through the door for this viewer."""

    uuid: UUID
    kind: str
    title: str
    url: str
    detail: str = ""


def describe(knots: Iterable[UUID], viewer: Viewer) -> dict[UUID, Described]:
    """{knot: its description} for the knots this viewer may see; each room is asked once."""
    wanted = list(dict.fromkeys(knots))
    described: dict[UUID, Described] = {}
    for room in settings.WERKPLAATS_ROOMS if wanted else ():
        if room.describe:
            described |= import_string(room.describe)(wanted, viewer)
    return described
