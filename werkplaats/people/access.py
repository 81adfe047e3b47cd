"""Who may open a page. Each view declares it; a view that does not is refused."""

import time
from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import redirect

from .models import Membership, Person
from .viewer import Role, Viewer

GIVER_SESSION = "giver"
GIVER_UNTIL = "giver_until"
REMEMBERED = timedelta(hours=12)
THIRD_PARTY = {"/accounts/": "visitor", "/static/": "visitor"}


def viewer_of(request: HttpRequest) -> Viewer:
    """The viewer behind a Django request: staff account, giver with a code, or visitor."""
    if hasattr(request, "viewer"):
        return request.viewer
    viewer = _staff(request) or _giver(request) or Viewer()
    request.viewer = viewer  # type: ignore[attr-defined]
    return viewer


def _staff(request: HttpRequest) -> Viewer | None:
    account = request.user
    if not account.is_authenticated:
        return None
    return Viewer(
        role=Role.COORDINATOR if account.is_coordinator else Role.FACILITATOR,
        account=account.pk,
        network=account.network_id,
        circles=frozenset(Membership.objects.filter(account=account).values_list("circle_id", flat=True)),
        municipal=account.municipal,
    )


def _giver(request: HttpRequest) -> Viewer | None:
    person = giver_of(request)
    return giver_viewer(person) if person else None


def giver_of(request: HttpRequest) -> Person | None:
    """The person whose code was entered in this browser, if any, and not too long ago."""
    key, until = request.session.get(GIVER_SESSION), request.session.get(GIVER_UNTIL, 0)
    if not key or until < time.time():
        return None
    if not hasattr(request, "giver"):
        request.giver = Person.objects.filter(uuid=key).first()  # type: ignore[attr-defined]
    return request.giver  # type: ignore[attr-defined]


def remember_giver(request: HttpRequest, person: Person) -> None:
    """This browser entered this person's code; it may open their thread for the coming hours."""
    request.session.cycle_key()
    request.session[GIVER_SESSION] = str(person.uuid)
    request.session[GIVER_UNTIL] = time.time() + REMEMBERED.total_seconds()
    _afresh(request)


def forget_giver(request: HttpRequest) -> None:
    """This browser forgets the code. A staff account that is signed in stays signed in."""
    request.session.pop(GIVER_SESSION, None)
    request.session.pop(GIVER_UNTIL, None)
    request.session.cycle_key()
    _afresh(request)


def _afresh(request: HttpRequest) -> None:
    for known in ("viewer", "giver"):
        if hasattr(request, known):
            delattr(request, known)


def giver_viewer(person: Person) -> Viewer:
    circles = frozenset(person.memberships.values_list("circle_id", flat=True))
    return Viewer(role=Role.GIVER, person=person.pk, network=person.network_id, circles=circles)


def may(*roles: Role) -> Callable:
    """Declares who may open a view. VISITOR means everyone. Staff sign in; a giver enters a code."""

    def declare(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            viewer = viewer_of(request)
            if Role.VISITOR in roles or viewer.role in roles:
                return view(request, *args, **kwargs)
            if Role.GIVER in roles and giver_of(request):
                return view(request, *args, **kwargs)
            if Role.GIVER in roles:
                return redirect("thread:enter")
            if viewer.role is Role.VISITOR:
                return redirect("account_request_login_code")
            raise PermissionDenied

        guarded.may = frozenset(roles)  # type: ignore[attr-defined]
        return guarded

    return declare


STAFF = (Role.FACILITATOR, Role.COORDINATOR)


class DenyUndeclared:
    """Refuses a view that declares nobody, unless a third party's prefix is declared."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not hasattr(view, "may") and not request.path.startswith(tuple(THIRD_PARTY)):
            raise PermissionDenied
