"""Pages of gatherings: the home page, the agenda, one gathering, its calendar file and its cards."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from werkplaats.methods.expect import expect
from werkplaats.people.access import STAFF, may, viewer_of
from werkplaats.people.models import Network
from werkplaats.people.viewer import Role

from .calendar import ics
from .cards import make_cards
from .forms import CardsForm, GatheringForm
from .models import Gathering


def _seen_by(request):
    """Listed gatherings; staff also see their own that are not on the agenda yet."""
    viewer = viewer_of(request)
    listed = Gathering.objects.listed()
    return listed | Gathering.objects.select_related("network").of_viewer(viewer) if viewer.is_staff else listed


@may(Role.VISITOR)
@require_GET
def home(request):
    coming = Gathering.objects.listed().coming()[:3]
    return render(request, "gatherings/home.html", {"coming": coming})


@may(Role.VISITOR)
@require_GET
def agenda(request):
    listed = Gathering.objects.listed()
    return render(request, "gatherings/agenda.html", {"coming": listed.coming(), "past": listed.past()[:20]})


@may(Role.VISITOR)
@require_GET
def gathering(request, uuid):
    found = get_object_or_404(_seen_by(request).select_related("recipe"), uuid=uuid)
    expected = expect(found.recipe.recipe, found.municipal) if found.recipe else None
    viewer = viewer_of(request)
    mine = viewer.is_staff and viewer.network == found.network_id
    context = {"gathering": found, "expect": expected, "mine": mine} | (_for_team(found) if mine else {})
    return render(request, "gatherings/gathering.html", context)


def _for_team(found: Gathering) -> dict:
    """What the staff can do with it now: open a session that is not over, start one, or delete it while it had none."""
    sessions = list(found.sessions.order_by("-pk"))
    led = any(not session.rehearsal for session in sessions)
    return {
        "open": [session for session in sessions if not session.ended_at],
        "startable": found.recipe_id is not None and not found.over and not led,
        "deletable": not sessions,
    }


@may(Role.VISITOR)
@require_GET
def calendar_file(request, uuid):
    found = get_object_or_404(_seen_by(request), uuid=uuid)
    response = HttpResponse(ics(found), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="bijeenkomst.ics"'
    return response


@may(*STAFF)
@require_http_methods(["GET", "POST"])
def new(request):
    network = get_object_or_404(Network, pk=viewer_of(request).network)
    return _edit(request, GatheringForm(request.POST or None, network=network), _("Bijeenkomst gemaakt."))


@may(*STAFF)
@require_http_methods(["GET", "POST"])
def edit(request, uuid):
    found = get_object_or_404(Gathering.objects.of_viewer(viewer_of(request)), uuid=uuid)
    form = GatheringForm(request.POST or None, instance=found, network=found.network)
    return _edit(request, form, _("Bewaard."))


@may(*STAFF)
@never_cache
@require_http_methods(["GET", "POST"])
def delete(request, uuid):
    """Asks first. A gathering that had a session stays: people gave words there."""
    found = get_object_or_404(Gathering.objects.of_viewer(viewer_of(request)), uuid=uuid)
    if found.sessions.exists():
        messages.error(request, _("Bij deze bijeenkomst hoort een sessie. Ze blijft staan."))
        return redirect(found)
    if request.method == "POST":
        found.delete()
        messages.success(request, _("De bijeenkomst is weg."))
        return redirect("publishing:overview")
    return render(request, "gatherings/delete.html", {"gathering": found})


def _edit(request, form, done):
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        messages.success(request, done)
        return redirect(saved)
    status = 422 if form.errors else 200
    return render(request, "gatherings/edit.html", {"form": form}, status=status)


@may(*STAFF)
@never_cache
@require_http_methods(["GET", "POST"])
def cards(request, uuid):
    found = get_object_or_404(Gathering.objects.of_viewer(viewer_of(request)), uuid=uuid)
    form = CardsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = make_cards(found.network, form.cleaned_data["count"])
        site = settings.WERKPLAATS_URL.split("://", 1)[-1]
        return render(request, "gatherings/cards.html", {"gathering": found, "cards": made, "site": site})
    context = {"gathering": found, "form": form}
    return render(request, "gatherings/cards_form.html", context, status=422 if form.errors else 200)
