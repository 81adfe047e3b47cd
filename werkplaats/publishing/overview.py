"""The start page of the staff: each gathering with what can be done next."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from werkplaats.gatherings.models import Gathering
from werkplaats.live.hub import hub
from werkplaats.live.models import Session
from werkplaats.people import codes
from werkplaats.people.access import STAFF, may, viewer_of
from werkplaats.people.models import Network
from werkplaats.people.viewer import Role

from .handed_over import handed_over
from .models import Report
from .removal import remove_session

PAST = 20


@dataclass(frozen=True)
class Line:
    """One session of a gathering. `state`: waiting, running or ended."""

    session: Session
    report: Report | None

    @property
    def state(self) -> str:
        if self.session.ended_at:
            return "ended"
        return "running" if self.session.opened_at else "waiting"


@dataclass(frozen=True)
class Evening:
    gathering: Gathering
    lines: list[Line]
    coming: bool

    @property
    def running(self) -> bool:
        return any(line.state == "running" for line in self.lines)

    @property
    def startable(self) -> bool:
        """Whether a real session can be started: it has a method, is not over, and was not led yet."""
        led = any(not line.session.rehearsal for line in self.lines)
        return self.coming and self.gathering.recipe_id is not None and not led


@may(*STAFF)
@never_cache
@require_GET
def overview(request):
    viewer = viewer_of(request)
    network = get_object_or_404(Network, pk=viewer.network)
    since = timezone.now() - timedelta(hours=12)
    mine = Gathering.objects.filter(network=network).select_related("network", "recipe")
    coming = mine.filter(ends_at__gte=since).order_by("starts_at")
    past = mine.filter(ends_at__lt=since).order_by("-starts_at")[:PAST]
    evenings = [*_evenings(coming, True), *_evenings(past, False)]
    running = [evening for evening in evenings if evening.running]
    shown = running + [evening for evening in evenings if evening.coming and not evening.running]
    context = {
        "network": network,
        "coming": shown,
        "past": [evening for evening in evenings if not evening.coming and not evening.running],
        "example_card": codes.EXAMPLE_CARD if network.example and codes.find(codes.EXAMPLE_CARD) else "",
        "handed_over": handed_over(network.pk) if viewer.role is Role.COORDINATOR else [],
        "filled": next((line for evening in running for line in evening.lines if line.state == "running"), None),
        "first": None if running else next((evening for evening in shown if evening.startable), None),
    }
    return render(request, "publishing/overview.html", context)


@may(*STAFF)
@never_cache
@require_http_methods(["GET", "POST"])
def remove_rehearsal(request, uuid):
    """Takes a rehearsal away, running or over: its invented people, their words, and what was made of them."""
    mine = Session.objects.filter(gathering__network=viewer_of(request).network, rehearsal=True)
    session = get_object_or_404(mine.select_related("gathering__network"), uuid=uuid)
    if request.method == "GET":
        return render(request, "publishing/remove_rehearsal.html", {"session": session})
    hub.let_go(uuid)
    remove_session(session)
    hub.let_go(uuid)
    messages.success(request, _("De proefsessie is weg, met alles wat erin gezegd was."))
    return redirect("publishing:overview")


def _evenings(gatherings, coming: bool) -> list[Evening]:
    listed = list(gatherings)
    sessions = Session.objects.filter(gathering__in=listed).select_related("imported").order_by("-pk")
    reports = {
        report.session_id: report
        for report in Report.objects.filter(gathering__in=listed).prefetch_related("publications")
    }
    lines: dict[int, list[Line]] = {}
    for session in sessions:
        lines.setdefault(session.gathering_id, []).append(Line(session, reports.get(session.pk)))
    return [Evening(gathering, lines.get(gathering.pk, []), coming) for gathering in listed]
