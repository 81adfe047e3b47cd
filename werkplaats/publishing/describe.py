"""How passages of a report are called on a page of the thread: public ones to everyone, drafts to their own staff."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from werkplaats.people.viewer import Viewer
from werkplaats.thread.describe import Described
from werkplaats.thread.models import Knot

from .models import Passage


def describe(knots: Iterable[UUID], viewer: Viewer) -> dict[UUID, Described]:
    """{knot: Described} of the passages among these that the viewer may see."""
    found = (
        Passage.objects.standing()
        .filter(pk__in=list(knots))
        .select_related("report__session")
        .prefetch_related("report__publications")
    )
    return {
        passage.pk: Described(
            uuid=passage.pk,
            kind=Knot.Kind.PASSAGE,
            title=_("Verslag: %s") % passage.report.title,
            url=passage.get_absolute_url(),
            detail=_detail(passage),
        )
        for passage in found
        if passage.report.public or passage.report.of(viewer)
    }


def _detail(passage: Passage) -> str:
    if passage.report.session.rehearsal:
        return _("Proefsessie")
    return "" if passage.report.public else _("Nog niet gepubliceerd")
