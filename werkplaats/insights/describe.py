"""How observations and insights are called on a page of the thread."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from werkplaats.people.viewer import Viewer
from werkplaats.thread.describe import Described
from werkplaats.thread.models import Knot
from werkplaats.voices.door import text, words_of

from .models import Insight, Observation
from .seen import near, used_in
from .show import show
from .trail import Trail


def describe(knots: Iterable[UUID], viewer: Viewer) -> dict[UUID, Described]:
    """{knot: Described} of the insights and cards among these that the viewer may see."""
    wanted = list(knots)
    return _insights(wanted, viewer) | _observations(wanted, viewer)


def _insights(knots: list[UUID], viewer: Viewer) -> dict[UUID, Described]:
    found = list(Insight.objects.filter(pk__in=knots).select_related("session__gathering"))
    if not found:
        return {}
    used = used_in([one.pk for one in found if not near(one, viewer)], viewer)
    seen = [one for one in found if near(one, viewer) or used[one.pk]]
    return {
        shown.insight.pk: Described(
            uuid=shown.insight.pk,
            kind=Knot.Kind.INSIGHT,
            title=shown.title,
            url=shown.insight.get_absolute_url(),
            detail=rests_line(shown.trail),
        )
        for shown in show(seen, viewer)
        if not shown.gone
    }


def _observations(knots: list[UUID], viewer: Viewer) -> dict[UUID, Described]:
    """A card has no page of its own: only who may read it sees it in the thread."""
    found = list(Observation.objects.filter(pk__in=knots).select_related("session__gathering"))
    seen = {one.voice_id: one for one in found if near(one, viewer)}
    if not seen:
        return {}
    return {
        seen[voice].pk: Described(
            uuid=seen[voice].pk,
            kind=Knot.Kind.OBSERVATION,
            title=text(words),
            url="",
            detail=_("Kaart van tafel %d") % seen[voice].table if seen[voice].table else _("Kaart"),
        )
        for voice, words in words_of(seen, viewer).items()
    }


def rests_line(trail: Trail) -> str:
    """One plain sentence on whose stories this rests; empty when it rests on none."""
    if trail.people is None:
        return _("Dit rust op verhalen van een paar mensen.")
    return _("Dit rust op verhalen van %d mensen.") % trail.people if trail.people else ""
