"""Texts of the staff in which words stand that somebody took back, for the coordinator to look at."""

from collections import defaultdict
from dataclasses import dataclass

from django.apps import apps
from django.contrib import messages
from django.db.models import Model
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from werkplaats.people.access import may, viewer_of
from werkplaats.people.models import Account
from werkplaats.people.viewer import Role
from werkplaats.voices.models import HandOver


@dataclass(frozen=True)
class Found:
    """`url` is where the text can be changed; empty when there is no such page."""

    row: HandOver
    what: str
    url: str


def handed_over(network: int) -> list[Found]:
    """What waits for the coordinator of this network. Objects that are gone by now are left out."""
    rows = HandOver.objects.filter(network=network, settled_at=None).order_by("pk")
    by_model: dict[str, list[HandOver]] = defaultdict(list)
    for row in rows:
        by_model[row.model].append(row)
    found = []
    for label, asked in by_model.items():
        objects = {
            str(key): one
            for key, one in apps.get_model(label)._default_manager.in_bulk([row.key for row in asked]).items()
        }
        found += [Found(row, *_called(label, objects[row.key])) for row in asked if row.key in objects]
    return found


def _called(label: str, one: Model) -> tuple[str, str]:
    if label == "publishing.Passage":
        return _("een stuk van een verslag"), f"{reverse('publishing:edit', args=[one.report.uuid])}#p-{one.pk}"  # type: ignore[attr-defined]
    if label == "publishing.Report":
        return _("de titel van een verslag"), reverse("publishing:edit", args=[one.uuid])  # type: ignore[attr-defined]
    if label == "insights.Insight":
        return _("een inzicht"), reverse("insights:edit", args=[one.pk])
    if label == "gatherings.Gathering":
        return _("een bijeenkomst"), reverse("gatherings:edit", args=[one.uuid])  # type: ignore[attr-defined]
    return _("een tekst van de organisatie (%s)") % label, ""


@may(Role.COORDINATOR)
@require_POST
def settle(request, row: int):
    """The coordinator has looked at this text."""
    mine = HandOver.objects.filter(network=viewer_of(request).network)
    found = get_object_or_404(mine, pk=row)
    if found.settled_at is None:
        by = Account.objects.get(pk=request.user.pk)
        HandOver.objects.filter(pk=found.pk).update(settled_at=timezone.now(), settled_by=by)
    messages.success(request, _("Dank je. Deze tekst is nagekeken."))
    return redirect("publishing:overview")
