"""Every address says who may open it: Django's, a third party's prefix, and the routes of `/live/`."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, path

from werkplaats.live import front
from werkplaats.people.access import THIRD_PARTY, DenyUndeclared, may
from werkplaats.people.viewer import Role


def addresses(patterns, prefix="/"):
    """(address, view) for every pattern under these, nested ones included."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, prefix + str(pattern.pattern))
        elif isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern), pattern.callback


def undeclared(patterns):
    return [
        address
        for address, view in addresses(patterns)
        if not hasattr(view, "may") and not address.startswith(tuple(THIRD_PARTY))
    ]


def test_every_address_declares_who_may():
    assert undeclared(get_resolver().url_patterns) == []


def test_every_third_party_prefix_is_in_use():
    served = [address for address, _ in addresses(get_resolver().url_patterns)]
    assert [
        prefix for prefix in THIRD_PARTY if prefix != "/static/" and not any(a.startswith(prefix) for a in served)
    ] == []


def test_every_live_route_declares_who_may():
    assert front.ROUTES
    for method, pattern, allowed, handler in front.ROUTES:
        assert method in ("GET", "POST"), pattern
        assert allowed, f"{method} {pattern} declares nobody"
        assert callable(handler)


def test_a_view_that_declares_nobody_is_caught_and_refused():
    def view(request):
        return HttpResponse("geheim")

    assert undeclared([path("geheim/", view), path("open/", may(Role.VISITOR)(view))]) == ["/geheim/"]
    with pytest.raises(PermissionDenied):
        DenyUndeclared(None).process_view(RequestFactory().get("/geheim/"), view, (), {})
