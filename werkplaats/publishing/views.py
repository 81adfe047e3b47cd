"""Pages of reports that are read: the list, one report, the source of a passage."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from werkplaats.live.models import Session
from werkplaats.people.access import STAFF, may, viewer_of
from werkplaats.people.viewer import VISITOR, Role

from .models import Passage, Report
from .show import blocks, blocks_of, reader_of

LONGEST_LIST = 100


def _reports():
    return Report.objects.select_related("gathering", "network", "session").prefetch_related("publications")


@may(Role.VISITOR)
@never_cache
@require_GET
def listed(request):
    viewer = viewer_of(request)
    found = _reports().public()
    if viewer.is_staff:
        found |= _reports().of_viewer(viewer)
    return render(request, "publishing/list.html", {"reports": found[:LONGEST_LIST]})


@may(Role.VISITOR)
@never_cache
@require_GET
def of_gathering(request, uuid):
    """The report of one gathering; a list when there are more, a sentence when there is none yet."""
    viewer = viewer_of(request)
    public = _reports().public().filter(gathering__uuid=uuid)
    found = list(public | _reports().of_viewer(viewer).filter(gathering__uuid=uuid) if viewer.is_staff else public)
    if len(found) == 1:
        return redirect(found[0])
    return render(request, "publishing/list.html", {"reports": found})


@may(*STAFF)
@never_cache
@require_GET
def of_session(request, uuid):
    """From the end of an evening to its first report: to write it on, or for others of the team to read it."""
    viewer = viewer_of(request)
    session = get_object_or_404(Session, uuid=uuid, gathering__network=viewer.network)
    found = _reports().of_viewer(viewer).filter(session=session).first()
    if found is None:
        messages.info(request, _("Het verslag wordt nog gemaakt. Kijk over een minuut nog eens."))
        return redirect("publishing:overview")
    return redirect("publishing:edit", found.uuid) if viewer.role is Role.COORDINATOR else redirect(found)


@may(Role.VISITOR)
@never_cache
@require_GET
def report(request, uuid):
    found = get_object_or_404(_reports(), uuid=uuid)
    viewer = viewer_of(request)
    if not (found.public or found.of(viewer)):
        raise Http404
    return page(request, found, reader_of(viewer), mine=found.of(viewer) and viewer.role is Role.COORDINATOR)


@may(Role.COORDINATOR)
@never_cache
@require_GET
def preview(request, uuid):
    """The same page with a visitor's eyes, before it is published."""
    found = get_object_or_404(_reports().of_viewer(viewer_of(request)), uuid=uuid)
    return page(request, found, VISITOR, preview=True)


def page(request, found, reader, mine=False, preview=False):
    standing = [block for block in blocks(found, reader) if not block.gone]
    shown = [block for block in standing if not block.left_out]
    lead = shown.pop(0) if shown and shown[0].passage.kind == Passage.Kind.TEXT else None
    unknown = [block for block in shown if block.passage.kind == Passage.Kind.UNKNOWN]
    context = {
        "report": found,
        "lead": lead,
        "blocks": _without_empty_headings([block for block in shown if block not in unknown]),
        "unknown": unknown,
        "kept": sum(block.left_out for block in standing),
        "mine": mine,
        "preview": preview,
        "landscape": _landscape(found, viewer_of(request)),
    }
    response = render(request, "publishing/report.html", context)
    if found.status != "final" or found.session.rehearsal:
        response["X-Robots-Tag"] = "noindex"
    return response


def _without_empty_headings(shown):
    """A heading whose passages are all gone would promise something that is not there."""
    heading = Passage.Kind.HEADING
    following = [*shown[1:], None]
    return [
        block
        for block, after in zip(shown, following, strict=True)
        if block.passage.kind != heading or (after and after.passage.kind != heading)
    ]


def _landscape(found, viewer):
    if found.of(viewer) and found.session.statements.exists():
        return reverse("insights:landscape", args=[found.session.uuid])
    return ""


@may(Role.VISITOR)
@never_cache
@require_GET
def passage(request, uuid):
    """Where one passage comes from, and back to its place in the report."""
    found = get_object_or_404(Passage.objects.standing().select_related("quotation__voice"), pk=uuid)
    report = get_object_or_404(_reports(), pk=found.report_id)
    viewer = viewer_of(request)
    if not (report.public or report.of(viewer)):
        raise Http404
    [shown] = blocks_of([found], report, reader_of(viewer))
    if shown.gone:
        raise Http404
    own = found.quotation and viewer.person and found.quotation.voice.giver_id == viewer.person
    return render(request, "publishing/passage.html", {"shown": shown, "report": report, "own": own})
