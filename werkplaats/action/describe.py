"""How recommendations are called on a page of the thread."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from werkplaats.insights.describe import rests_line
from werkplaats.insights.seen import near, used_in
from werkplaats.people.viewer import Viewer
from werkplaats.thread.describe import Described
from werkplaats.thread.models import Knot

from .models import Recommendation
from .show import show


def describe(knots: Iterable[UUID], viewer: Viewer) -> dict[UUID, Described]:
    """{knot: Described} of the recommendations among these that the viewer may see."""
    found = list(Recommendation.objects.filter(pk__in=knots).select_related("session__gathering"))
    if not found:
        return {}
    used = used_in([one.pk for one in found if not near(one, viewer)], viewer)
    seen = [one for one in found if near(one, viewer) or used[one.pk]]
    return {
        shown.recommendation.pk: Described(
            uuid=shown.recommendation.pk,
            kind=Knot.Kind.RECOMMENDATION,
            title=title(shown),
            url=shown.recommendation.get_absolute_url(),
            detail=rests_line(shown.trail),
        )
        for shown in show(seen, viewer)
        if not shown.gone
    }


def title(shown) -> str:
    """What it is called: from which table, never its words."""
    table = shown.recommendation.table
    return _("Aanbeveling van tafel %d") % table if table else _("Aanbeveling")
