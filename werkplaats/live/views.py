"""The pages of a session: joining, the phone, the console, the wall, starting one, and the signs on the tables."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werkplaats.gatherings.models import Gathering
from werkplaats.methods.texts import texts
from werkplaats.people import attempts
from werkplaats.people.access import STAFF, may, viewer_of
from werkplaats.people.models import Account
from werkplaats.people.viewer import Role

from . import joining, tokens
from .doors import fitting_place, open_doors, opens_at, prepare
from .give import uuid_of
from .hub import hub
from .models import Session
from .problem import Problem

LARGEST = 8 * 1024
Answer = TypeVar("Answer")


@may(Role.VISITOR)
@never_cache
@ensure_csrf_cookie
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """The page, or as JSON a seat at a table."""
    if request.method != "POST":
        return render(request, "live/join.html", {"help": list(texts().help_panel.values())})
    try:
        joined = _guessing(request, joining.join)
    except Problem as problem:
        return _problem(problem)
    response = JsonResponse(
        {
            "session": str(joined.session.uuid),
            "seat": str(joined.seat.uuid),
            "token": joined.token,
            "expires": joined.expires.isoformat(),
            "code": joined.code or None,
            "resumed": joined.resumed,
        }
    )
    tokens.set_cookie(response, tokens.SEAT, joined.session.uuid, joined.token, joined.expires)
    return response


@may(Role.VISITOR)
@never_cache
@require_POST
def find(request: HttpRequest) -> HttpResponse:
    """Which evening a code means, as JSON."""
    try:
        return JsonResponse(joining.told(_guessing(request, joining.find)))
    except Problem as problem:
        return _problem(problem)


@may(Role.VISITOR)
@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Takes the cookie of a session off this phone, when someone wipes the evening from it."""
    try:
        session = uuid_of(_body(request).get("session"), "session")
    except Problem as problem:
        return _problem(problem)
    response = HttpResponse(status=204)
    tokens.drop_cookie(response, tokens.SEAT, session)
    return response


@may(Role.VISITOR)
@never_cache
@ensure_csrf_cookie
@require_GET
def phone(request: HttpRequest) -> HttpResponse:
    known = {"help": list(texts().help_panel.values()), "rules": list(texts().general_rules)}
    return render(request, "live/phone.html", known)


@may(*STAFF)
@never_cache
@require_GET
def console(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The page of the facilitator; its cookie leads the session."""
    session = _session(request, uuid)
    response = render(request, "live/console.html", _context(session))
    _let_in(response, session, tokens.LEAD, viewer_of(request).account)
    return response


@may(*STAFF)
@never_cache
@require_GET
def wall(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The page on the big screen; its cookie follows the room."""
    session = _session(request, uuid)
    response = render(request, "live/wall.html", _context(session))
    _let_in(response, session, tokens.WALL, viewer_of(request).account)
    return response


@may(*STAFF)
@never_cache
@require_GET
def signs(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Signs to print: the number of a table, and a QR that joins there."""
    session = _session(request, uuid)
    address = f"{settings.WERKPLAATS_URL}{reverse('live:join')}"
    places = [
        {"number": number, "link": f"{address}#zaal={session.code}&tafel={number}"}
        for number in session.tables.values_list("number", flat=True)
    ]
    return render(request, "live/signs.html", _context(session) | {"places": places})


@may(*STAFF)
@require_POST
def start(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Makes a session for a gathering and goes to its console."""
    viewer = viewer_of(request)
    gathering = get_object_or_404(Gathering, uuid=uuid, network=viewer.network)
    rehearsal = request.POST.get("kind") == "rehearsal"
    try:
        session = prepare(
            gathering,
            _whole(request.POST.get("tables", "5")),
            get_object_or_404(Account, pk=viewer.account or 0),
            hub.writer,
            rehearsal,
            _blocks(request, gathering),
        )
    except Problem as problem:
        messages.error(request, problem.title)
        return redirect(gathering)
    if rehearsal or opens_at(session) <= timezone.now() <= gathering.ends_at:
        open_doors(session, hub.writer)
    return redirect("live:console", session.uuid)


def _blocks(request: HttpRequest, gathering: Gathering) -> list[tuple[str, int]]:
    """The building blocks that were ticked, each after the step given or where it first fits."""
    if gathering.recipe is None:
        return []
    after = request.POST.get("after", "")
    recipe, placed = gathering.recipe.recipe, []
    for block in request.POST.getlist("block"):
        place = _whole(after) if after else fitting_place(recipe, block)
        placed.append((block, place))
    return placed


def _whole(given: str) -> int:
    return int(given) if given.isdecimal() and len(given) < 4 else 0


def _session(request: HttpRequest, uuid: UUID) -> Session:
    """A session of the viewer's own network, or 404."""
    sessions = Session.objects.select_related("gathering", "recipe")
    return get_object_or_404(sessions, uuid=uuid, gathering__network=viewer_of(request).network)


def _context(session: Session) -> dict[str, Any]:
    live = f"/live/{session.uuid}"
    urls = {
        "lead": f"{live}/lead",
        "wall": reverse("live:wall", args=[session.uuid]),
        "console": reverse("live:console", args=[session.uuid]),
        "signs": reverse("live:sign", args=[session.uuid]),
        "join": f"{settings.WERKPLAATS_URL}{reverse('live:join')}",
    }
    return {"session": session, "config": {"session": str(session.uuid), "code": session.code, "urls": urls}}


def _let_in(response: HttpResponse, session: Session, kind: str, who: object) -> None:
    expires = tokens.expires_at(session.gathering.ends_at, timezone.now())
    tokens.set_cookie(response, kind, session.uuid, tokens.make(kind, session.uuid, who, expires), expires)


def _body(request: HttpRequest) -> Mapping[str, Any]:
    if request.content_type != "application/json":
        raise Problem(415, _("We verwachten JSON."))
    if len(request.body) > LARGEST:
        raise Problem(413, _("Dit is te veel in één keer."))
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        raise Problem(400, _("We konden dit niet lezen. Probeer het nog eens.")) from None
    if not isinstance(body, Mapping):
        raise Problem(400, _("We konden dit niet lezen. Probeer het nog eens."))
    return body


def _guessing(request: HttpRequest, open_door: Callable[[Mapping[str, Any]], Answer]) -> Answer:
    """What the door answers. A code nobody has counts as a miss and too many misses must wait; a right code never
    waits, so that one phone cannot lock out a hall."""
    try:
        return open_door(_body(request))
    except Problem as problem:
        if problem.status != 404:
            raise
        if seconds := attempts.wait(request):
            wait = _("Dat waren veel codes achter elkaar. Wacht %(minutes)d minuten en probeer het dan opnieuw.")
            raise Problem(429, wait % {"minutes": -(-seconds // 60)}, problem.field, seconds) from None
        attempts.missed(request)
        raise


def _problem(problem: Problem) -> HttpResponse:
    response = HttpResponse(problem.encoded(), status=problem.status, content_type="application/problem+json")
    if problem.retry_after:
        response["Retry-After"] = str(problem.retry_after)
    return response
