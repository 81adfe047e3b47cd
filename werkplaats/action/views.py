"""The page of one recommendation, and how the staff relate it to insights."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from werkplaats.insights.models import Insight
from werkplaats.insights.seen import near, used_in
from werkplaats.insights.show import show as show_insights
from werkplaats.people.access import STAFF, may, viewer_of
from werkplaats.people.viewer import Role
from werkplaats.thread.models import Strand
from werkplaats.thread.weave import rests

from .models import Recommendation
from .show import show


@may(Role.VISITOR)
@never_cache
@require_GET
def recommendation(request, uuid):
    found = get_object_or_404(Recommendation.objects.select_related("session__gathering__network"), pk=uuid)
    viewer = viewer_of(request)
    used = used_in([found.pk], viewer)[found.pk]
    if not (used or near(found, viewer)):
        raise Http404
    [shown] = show([found], viewer)
    if shown.gone:
        raise Http404
    mine = viewer.is_staff and viewer.network == found.network_id
    context = {"shown": shown, "used": used, "mine": mine, "linkable": _linkable(shown, viewer) if mine else []}
    return render(request, "action/recommendation.html", context)


def _linkable(shown, viewer):
    insights = Insight.objects.filter(session=shown.recommendation.session).exclude(pk__in=shown.trail.insights)
    return [one for one in show_insights(insights, viewer) if not one.gone]


@may(*STAFF)
@require_POST
def relate(request, uuid):
    """`inzicht`: the insight it rests on from now on; `los`: the insight it no longer rests on."""
    network = viewer_of(request).network
    found = get_object_or_404(Recommendation.objects.select_related("knot"), pk=uuid, network=network)
    of_network = Insight.objects.filter(network=network).select_related("knot")
    insights = {str(one.pk): one for one in of_network}
    if added := insights.get(request.POST.get("inzicht", "")):
        rests(found.knot, on_knots=[added.knot])
        messages.success(request, _("Verbonden. De aanbeveling rust nu op dit inzicht."))
    elif loose := insights.get(request.POST.get("los", "")):
        Strand.objects.filter(upper=found.knot, lower=loose.knot).delete()
        messages.success(request, _("Losgemaakt. Je kunt het opnieuw verbinden."))
    else:
        messages.error(request, _("Kies eerst een inzicht."))
    return redirect(found)
