from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.an_evening import harvest, harvested, held
from werkplaats.publishing.models import Report

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def listed(client):
    return client.get(reverse("publishing:list")).content.decode()


def test_a_visitor_finds_what_is_published_and_nothing_else(client):
    shown, hidden = harvested(people=2), harvested(people=2)
    Report.objects.filter(session=hidden.session).update(title="Nog niet klaar")
    Report.objects.get(session=shown.session).publish(shown.coordinator)
    page = listed(client)
    assert Report.objects.get(session=shown.session).get_absolute_url() in page
    assert "Nog niet klaar" not in page


def test_staff_also_find_their_own_drafts_and_rehearsals(client):
    made, other = harvested(people=2, rehearsal=True), harvested(people=2)
    client.force_login(made.facilitator)
    page = listed(client)
    assert Report.objects.get(session=made.session).get_absolute_url() in page
    assert "Proefsessie" in page
    assert Report.objects.get(session=other.session).get_absolute_url() not in page


def test_an_empty_list_says_what_will_come(client):
    assert "Er is nog geen verslag. Na een avond staat het hier." in listed(client)


@pytest.mark.parametrize("count", [1, 3])
def test_one_and_three_reports_cost_the_same(client, count):
    for _number in range(count):
        made = held(people=1, tables=1)
        harvest(made)
        Report.objects.get(session=made.session).publish(made.coordinator)
    with CaptureQueriesContext(connection) as queries:
        assert listed(client).count('<li class="sheet">') == count
    assert len(queries) == 2


def test_a_gathering_leads_to_its_report_once_it_is_public(client):
    made = harvested(people=2)
    made.gathering.ends_at = made.gathering.starts_at
    made.gathering.save()
    url = reverse("publishing:of_gathering", args=[made.gathering.uuid])
    assert f'href="{url}"' in client.get(made.gathering.get_absolute_url()).content.decode()
    assert "Er is nog geen verslag." in client.get(url).content.decode()
    report = Report.objects.get()
    report.publish(made.coordinator)
    assert client.get(url).url == report.get_absolute_url()


def test_a_gathering_to_come_has_no_report_to_look_for(client):
    made = held(people=2)
    made.gathering.starts_at = made.gathering.ends_at = made.gathering.ends_at + timedelta(days=3)
    made.gathering.save()
    url = reverse("publishing:of_gathering", args=[made.gathering.uuid])
    assert url not in client.get(made.gathering.get_absolute_url()).content.decode()
