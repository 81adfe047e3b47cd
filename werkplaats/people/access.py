"""Who may open a page. Each view declares it; a view that does not is refused."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import redirect

from .models import Membership, Person
from .viewer import Role, Viewer

GIVER_SESSION = "giver"
THIRD_PARTY = {"/accounts/": "visitor", "/static/": "visitor"}


def viewer_of(request: HttpRequest) -> Viewer:
    """The viewer behind a Django request: staff account, giver with a code, or visitor."""
    if hasattr(request, "viewer"):
        return request.viewer
    request.viewer = _staff(request) or _giver(request) or Viewer()
    return request.viewer


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
    """The person whose code was entered in this browser, if any."""
    key = request.session.get(GIVER_SESSION)
    return Person.objects.filter(uuid=key).first() if key else None


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
            if viewer.role is Role.VISITOR:
                return redirect("thread:enter" if Role.GIVER in roles else "account_request_login_code")
            raise PermissionDenied

        guarded.may = frozenset(roles)
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
