"""Starting a rehearsal from the browser: invented people join a session of its own, and the console shows the room
fill. A network plays one at a time."""

import subprocess
import sys
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from werkplaats.gatherings.models import Gathering
from werkplaats.live.doors import open_doors, prepare
from werkplaats.live.hub import hub
from werkplaats.people.access import STAFF, may, viewer_of
from werkplaats.people.models import Account

MOST_PEOPLE = 60
PER_TABLE = 5
SECONDS_TO_LOOK = "4"
_playing: dict[int, subprocess.Popen] = {}


@may(*STAFF)
@never_cache
@require_http_methods(["GET", "POST"])
def rehearse(request: HttpRequest, uuid) -> HttpResponse:
    """The choice of how many people and who leads; then the console of the rehearsal."""
    viewer = viewer_of(request)
    gathering = get_object_or_404(
        Gathering.objects.select_related("recipe"), uuid=uuid, network=viewer.network, recipe__isnull=False
    )
    given = request.POST.get("people", "25")
    people = int(given) if given.isdecimal() and len(given) < 4 else 0
    problem, status = _problem(request.method == "POST", people, gathering.network_id)
    if request.method == "POST" and not problem:
        session = prepare(gathering, -(-people // PER_TABLE), cast(Account, request.user), hub.writer, rehearsal=True)
        open_doors(session, hub.writer)
        follow = request.POST.get("lead") == "self"
        _playing[gathering.network_id] = _send_people(str(session.uuid), people, follow)
        return redirect("live:console", session.uuid)
    context = {"gathering": gathering, "people": given, "most": MOST_PEOPLE, "problem": problem}
    return render(request, "live/rehearse.html", context, status=status)


def _problem(asked: bool, people: int, network: int) -> tuple[str, int]:
    """Why it cannot start now, and the status to say so with."""
    if not asked:
        return "", 200
    if not 1 <= people <= MOST_PEOPLE:
        return _("Kies een aantal van 1 tot %d.") % MOST_PEOPLE, 422
    playing = _playing.get(network)
    if playing and playing.poll() is None:
        return _("Er loopt al een proefsessie met verzonnen mensen. Wacht tot die klaar is."), 409
    return "", 200


def _send_people(session: str, people: int, follow: bool) -> subprocess.Popen:
    """A process of its own plays the people, over the same addresses as real phones."""
    command = [sys.executable, "-m", "werkplaats", "rehearse", "--session", session, "--people", str(people)]
    command += ["--server", settings.WERKPLAATS_LOCAL, "--pace", SECONDS_TO_LOOK, *(["--follow"] if follow else [])]
    return subprocess.Popen(command, cwd=settings.REPOSITORY, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
