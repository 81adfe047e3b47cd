"""The coordinator's side of a report: text, order, what stands in it, and whether it is public."""

from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from werkplaats.action.models import Recommendation
from werkplaats.action.show import show as show_recommendations
from werkplaats.insights.models import Insight
from werkplaats.insights.show import show as show_insights
from werkplaats.insights.staff_text import cleaned, problems
from werkplaats.people.access import may, viewer_of
from werkplaats.people.viewer import VISITOR, Role
from werkplaats.voices.door import quoted_of

from .models import Passage, Report
from .passages import STAFF_TEXT, add, granted, move, put_back, remove
from .show import blocks

TITLED = (Passage.Kind.RECOMMENDATION,)


def _report(request, uuid) -> Report:
    return get_object_or_404(
        Report.objects.of_viewer(viewer_of(request)).select_related("gathering", "network", "session__gathering"),
        uuid=uuid,
    )


def _passage(request, uuid) -> Passage:
    mine = Report.objects.of_viewer(viewer_of(request))
    return get_object_or_404(
        Passage.objects.select_related("report__gathering", "report__session__gathering"), pk=uuid, report__in=mine
    )


def _back(report: Report, at: Passage | None = None, focus: str = ""):
    query = f"?knop={focus}-{at.pk}" if at and focus else ""
    place = f"#p-{at.pk}" if at else ""
    return redirect(reverse("publishing:edit", args=[report.uuid]) + query + place)


@may(Role.COORDINATOR)
@never_cache
@require_GET
def edit(request, uuid):
    return _editor(request, _report(request, uuid))


def _editor(request, report: Report, typed: dict | None = None, status: int = 200):
    """The editor; `typed` keeps what was written and could not be saved: {"at", "text", "problems"}."""
    standing = blocks(report, VISITOR)
    removed = report.passages.filter(removal__isnull=False)
    context = {
        "report": report,
        "blocks": standing,
        "removed": removed,
        "typed": typed,
        "focus": request.GET.get("knop", ""),
        "addable": _addable(report, standing),
        "silent": sum(block.wordless for block in standing),
    }
    return render(request, "publishing/edit.html", context, status=status)


def _addable(report: Report, standing) -> dict:
    """What can still be put in: insights and recommendations of this evening, and granted quotations."""
    shown = {block.passage.shows_id for block in standing}
    quoted = {block.passage.quotation_id for block in standing}
    quotations = [one for one in granted(report) if one.pk not in quoted]
    words = quoted_of(quotations, VISITOR)
    return {
        "insights": show_insights(
            Insight.objects.filter(session=report.session).exclude(pk__in=shown - {None}), VISITOR
        ),
        "recommendations": show_recommendations(
            Recommendation.objects.filter(session=report.session).exclude(pk__in=shown - {None}), VISITOR
        ),
        "quotations": [(one, words[one.pk]) for one in quotations if one.pk in words],
    }


@may(Role.COORDINATOR)
@require_POST
def title(request, uuid):
    report = _report(request, uuid)
    text = cleaned(request.POST.get("text", ""))
    if found := problems(text, report.session, most=160):
        return _editor(request, report, {"at": "title", "text": text, "problems": found}, 422)
    Report.objects.filter(pk=report.pk).update(title=text)
    messages.success(request, _("Bewaard."))
    return _back(report)


@may(Role.COORDINATOR)
@require_POST
def write(request, uuid):
    """New text for a passage of the staff, or a heading of the staff above a recommendation."""
    passage = _passage(request, uuid)
    if passage.kind not in (*STAFF_TEXT, *TITLED):
        return HttpResponseBadRequest(_("Deze passage heeft geen eigen tekst."))
    text = cleaned(request.POST.get("text", ""))
    if found := problems(text, passage.report.session, [passage.report.title], may_be_empty=passage.kind in TITLED):
        return _editor(request, passage.report, {"at": passage.pk, "text": text, "problems": found}, 422)
    passage.text = text
    passage.save(update_fields=["text"])
    messages.success(request, _("Bewaard."))
    return _back(passage.report, passage)


@may(Role.COORDINATOR)
@require_POST
def reorder(request, uuid):
    passage = _passage(request, uuid)
    up = request.POST.get("naar") == "boven"
    if not move(passage, up):
        messages.info(request, _("Deze passage staat al bovenaan.") if up else _("Deze passage staat al onderaan."))
    return _back(passage.report, passage, "boven" if up else "onder")


@may(Role.COORDINATOR)
@require_POST
def take_out(request, uuid):
    passage = _passage(request, uuid)
    remove(passage, request.user)
    messages.success(request, _("Weggehaald. Onderaan kun je het terugzetten."))
    return _back(passage.report)


@may(Role.COORDINATOR)
@require_POST
def restore(request, uuid):
    passage = _passage(request, uuid)
    put_back(passage)
    messages.success(request, _("Teruggezet."))
    return _back(passage.report, passage)


@may(Role.COORDINATOR)
@require_POST
def insert(request, uuid):
    """A new passage: `wat` is heading, text, unknown, or "insight:<id>", "recommendation:<id>", "quotation:<id>"."""
    report = _report(request, uuid)
    kind, _sign, chosen = request.POST.get("wat", "").partition(":")
    if kind in STAFF_TEXT:
        text = cleaned(request.POST.get("text", ""))
        if found := problems(text, report.session, [report.title]):
            return _editor(request, report, {"at": "new", "kind": kind, "text": text, "problems": found}, 422)
        return _added(request, add(report, kind, text=text))
    made = _referring(report, kind, chosen)
    if made is None:
        messages.error(request, _("Kies eerst wat je wilt toevoegen."))
        return _back(report)
    return _added(request, made)


def _added(request, passage: Passage):
    messages.success(request, _("Toegevoegd, onderaan het verslag."))
    return _back(passage.report, passage)


def _referring(report: Report, kind: str, chosen: str) -> Passage | None:
    if kind == Passage.Kind.QUOTATION:
        quotation = next((one for one in granted(report) if str(one.pk) == chosen), None)
        return add(report, kind, quotation=quotation) if quotation else None
    models: dict[str, type[Insight] | type[Recommendation]] = {
        str(Passage.Kind.INSIGHT): Insight,
        str(Passage.Kind.RECOMMENDATION): Recommendation,
    }
    if kind not in models:
        return None
    harvested = models[kind].objects.filter(session=report.session).select_related("knot")
    found = next((one for one in harvested if str(one.pk) == chosen), None)
    return add(report, kind, shows=found.knot) if found else None


@may(Role.COORDINATOR)
@require_POST
def publish(request, uuid):
    report = _report(request, uuid)
    report.publish(request.user)
    messages.success(request, _("Gepubliceerd. Het verslag is twee weken voorlopig."))
    return redirect(report)


@may(Role.COORDINATOR)
@require_POST
def unpublish(request, uuid):
    report = _report(request, uuid)
    report.unpublish(request.user)
    messages.success(request, _("Het verslag staat niet meer op de site. Je kunt het opnieuw publiceren."))
    return _back(report)
