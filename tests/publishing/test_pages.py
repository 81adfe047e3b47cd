import pytest
from django.urls import reverse

from tests.an_evening import harvested
from werkplaats.publishing.models import Report

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def made():
    return harvested()


def test_draft_is_for_the_staff_of_the_network_alone(client, made):
    report = Report.objects.get()
    assert client.get(report.get_absolute_url()).status_code == 404
    client.force_login(made.stranger)
    assert client.get(report.get_absolute_url()).status_code == 404
    client.force_login(made.facilitator)
    assert client.get(report.get_absolute_url()).status_code == 200


def test_editor(client, made):
    report = Report.objects.get()
    client.force_login(made.coordinator)
    for name in ("edit", "preview"):
        assert client.get(reverse(f"publishing:{name}", args=[report.uuid])).status_code == 200
    assert client.get(reverse("publishing:overview")).status_code == 200
    assert client.get(reverse("publishing:list")).status_code == 200
    for p in report.passages.all():
        assert client.get(p.get_absolute_url()).status_code == 200
        if p.shows_id:
            one = getattr(p.shows, p.kind)
            page = client.get(one.get_absolute_url())
            assert page.status_code == 200
            assert p.get_absolute_url() in page.content.decode()
            if p.kind == "insight":
                assert client.get(reverse("insights:edit", args=[p.shows_id])).status_code == 200
    assert client.get(reverse("insights:new", args=[made.session.uuid])).status_code == 200
    assert client.get(reverse("insights:landscape", args=[made.session.uuid])).status_code == 200
