"""The coordinator's side of a report: text, order, what stands in it, and whether it is public."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from werkplaats.action.models import Recommendation
from werkplaats.action.show import show as show_recommendations
from werkplaats.insights.models import Insight
from werkplaats.insights.show import show as show_insights
from werkplaats.insights.staff_text import cleaned
from werkplaats.people.access import may, viewer_of
from werkplaats.people.viewer import VISITOR, Role
from werkplaats.voices.door import quoted_of

from .models import Passage, Report
from .passages import add, granted, move, put_back, remove
from .show import blocks
from .texts import NEW, TITLE, Text, name_of, save


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
@require_http_methods(["GET", "POST"])
def edit(request, uuid):
    """The editor. Each of its buttons saves all texts first; this one does only that, and goes where is asked."""
    report = _report(request, uuid)
    if request.method == "GET":
        return _editor(request, report)
    if unsaved := save(report, request.POST):
        return _editor(request, report, unsaved)
    messages.success(request, _("Bewaard."))
    return _onward(report, request.POST.get("next", ""))


def _onward(report: Report, where: str):
    """After saving: to the preview, to writing an insight, or back to the editor."""
    if where == "preview":
        return redirect("publishing:preview", report.uuid)
    if where == "new":
        return redirect("insights:new", report.session.uuid)
    insight = next((one for one in report.passages.standing() if where == f"insight:{one.shows_id}"), None)
    return redirect("insights:edit", insight.shows_id) if insight else _back(report)


def _editor(request, report: Report, unsaved: dict[str, Text] | None = None):
    """The page; `unsaved` keeps what was typed and could not be saved, each beside what is off about it."""
    unsaved = unsaved or {}
    standing = blocks(report, VISITOR)
    title = Text(TITLE, report.title)
    context = {
        "report": report,
        "title": unsaved.get(TITLE, title),
        "new": unsaved.get(NEW, Text(NEW)),
        "rows": [(block, _text(block.passage, unsaved)) for block in standing],
        "unsaved": unsaved,
        "removed": report.passages.filter(removal__isnull=False),
        "focus": request.GET.get("knop", ""),
        "addable": _addable(report, standing),
        "silent": sum(block.left_out for block in standing),
    }
    return render(request, "publishing/edit.html", context, status=422 if unsaved else 200)


def _text(passage: Passage, unsaved: dict[str, Text]) -> Text:
    name = name_of(passage)
    return unsaved.get(name, Text(name, passage.text))


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
def reorder(request, uuid):
    passage = _passage(request, uuid)
    if unsaved := save(passage.report, request.POST):
        return _editor(request, passage.report, unsaved)
    up = request.POST.get("naar") == "boven"
    passage.refresh_from_db(fields=["position"])
    if not move(passage, up):
        messages.info(request, _("Deze passage staat al bovenaan.") if up else _("Deze passage staat al onderaan."))
    return _back(passage.report, passage, "boven" if up else "onder")


@may(Role.COORDINATOR)
@require_POST
def take_out(request, uuid):
    passage = _passage(request, uuid)
    if unsaved := save(passage.report, request.POST):
        return _editor(request, passage.report, unsaved)
    remove(passage, request.user)
    messages.success(request, _("Weggehaald. Onderaan kun je het terugzetten."))
    return _back(passage.report)


@may(Role.COORDINATOR)
@require_POST
def restore(request, uuid):
    passage = _passage(request, uuid)
    if unsaved := save(passage.report, request.POST):
        return _editor(request, passage.report, unsaved)
    put_back(passage)
    messages.success(request, _("Teruggezet."))
    return _back(passage.report, passage)


@may(Role.COORDINATOR)
@require_POST
def insert(request, uuid):
    """A new passage: `wat` is "insight:<id>", "recommendation:<id>", "quotation:<id>", or "own" for a piece written."""
    report = _report(request, uuid)
    kind, _sign, chosen = request.POST.get("own", request.POST.get("wat", "")).partition(":")
    if kind == "own" and not cleaned(request.POST.get(NEW, "")):
        empty = Text(NEW, "", "", [_("Je hebt nog niets opgeschreven.")], request.POST.get("kind", ""))
        return _editor(request, report, save(report, request.POST) | {NEW: empty})
    if unsaved := save(report, request.POST):
        return _editor(request, report, unsaved)
    if kind == "own":
        return _added(request, report.passages.latest("position"))
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
    if unsaved := save(report, request.POST):
        return _editor(request, report, unsaved)
    report.publish(request.user)
    messages.success(request, _("Gepubliceerd. Het verslag is twee weken voorlopig."))
    return redirect(report)


@may(Role.COORDINATOR)
@require_POST
def unpublish(request, uuid):
    report = _report(request, uuid)
    if unsaved := save(report, request.POST):
        return _editor(request, report, unsaved)
    report.unpublish(request.user)
    messages.success(request, _("Het verslag staat niet meer op de site. Je kunt het opnieuw publiceren."))
    return _back(report)
