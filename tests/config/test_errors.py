"""Each refusal is one clear Dutch sentence with the right status, also for machines."""

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.test import RequestFactory

from werkplaats.config import errors

HANDLERS = [
    (400, lambda request: errors.bad_request(request, SuspiciousOperation())),
    (403, lambda request: errors.forbidden(request, PermissionDenied())),
    (403, errors.not_from_here),
    (404, lambda request: errors.not_found(request, None)),
    (413, lambda request: errors.bad_request(request, RequestDataTooBig())),
    (500, errors.server_error),
]


@pytest.mark.parametrize(("status", "handler"), HANDLERS)
def test_people_get_a_page(status, handler):
    answer = handler(RequestFactory().get("/", headers={"accept": "text/html,*/*"}))
    assert answer.status_code == status
    assert answer["Content-Type"].startswith("text/html")
    assert "<h1>" in answer.content.decode()


@pytest.mark.parametrize(("status", "handler"), HANDLERS)
def test_machines_get_a_problem(status, handler):
    import json

    answer = handler(RequestFactory().get("/", headers={"accept": "application/json"}))
    assert answer["Content-Type"] == "application/problem+json"
    problem = json.loads(answer.content)
    assert (answer.status_code, problem["status"]) == (status, status)
    assert problem["title"] and problem["detail"]


def test_no_two_refusals_say_the_same():
    assert len({errors.sentences(status) for status in (400, 403, 404, 405, 413, 500)}) == 6


@pytest.mark.django_db
def test_a_wrong_method_gets_a_sentence(client):
    answer = client.put("/begin/")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, POST"
    assert "Zo kun je deze pagina niet openen" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused(client):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/begin/", {"token": "x"})
    assert answer.status_code == 403
    assert "ververs de pagina" in answer.content.decode()


@pytest.mark.django_db
def test_an_unknown_address_is_not_an_error_of_ours(client):
    assert client.get("/bestaat-niet/").status_code == 404
