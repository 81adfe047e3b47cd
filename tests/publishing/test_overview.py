import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.an_evening import account, enter, harvested, held
from werkplaats.gatherings.models import Gathering
from werkplaats.live.models import Session
from werkplaats.people.models import Network
from werkplaats.publishing.models import Report

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
URL = "/overzicht/"


def page_of(client):
    return client.get(URL).content.decode()


def coming(made, **fields):
    start = timezone.now() + timedelta(days=3)
    return Gathering.objects.create(
        network=made.network, theme="Wie belt er eerst?", starts_at=start, ends_at=start + timedelta(hours=2),
        place="De Brug", recipe=made.gathering.recipe, **fields,
    )  # fmt: skip


def test_the_overview_is_for_staff(client):
    made = held(people=1)
    assert reverse("publishing:overview") == URL
    assert client.get(URL).status_code == 302
    enter(client, made.people[0])
    assert client.get(URL).status_code in (302, 403)
    for one in (made.coordinator, made.facilitator, made.municipal):
        client.force_login(one)
        assert client.get(URL).status_code == 200


def test_an_empty_network_says_what_to_do_first(client):
    client.force_login(account("Hatice", Network.objects.create(name="Nieuw")))
    page = page_of(client)
    assert "Er staat nog geen bijeenkomst klaar." in page
    assert reverse("gatherings:new") in page


def test_what_can_be_done_next(client):
    made = harvested(people=2)
    later = coming(made)
    client.force_login(made.coordinator)
    page = page_of(client)
    assert reverse("live:start", args=[later.uuid]) in page
    assert reverse("live:start", args=[made.gathering.uuid]) not in page
    assert reverse("publishing:edit", args=[Report.objects.get().uuid]) in page
    assert page.count("utrecht-button--primary-action") == 1


def test_a_facilitator_reads_the_report_and_does_not_edit_it(client):
    made = harvested(people=2)
    client.force_login(made.facilitator)
    assert Report.objects.get().get_absolute_url() in page_of(client)
    assert reverse("publishing:edit", args=[Report.objects.get().uuid]) not in page_of(client)


def test_a_running_session_leads_to_its_console(client):
    made = held(people=2)
    Session.objects.update(ended_at=None)
    client.force_login(made.facilitator)
    page = page_of(client)
    assert reverse("live:console", args=[made.session.uuid]) in page
    assert reverse("live:start", args=[made.gathering.uuid]) not in page


def test_an_evening_that_is_open_now_comes_first_and_has_the_one_filled_button(client):
    made = held(people=2)
    soon = coming(made)
    Gathering.objects.filter(pk=soon.pk).update(starts_at=made.gathering.starts_at - timedelta(hours=1))
    Session.objects.update(ended_at=None)
    client.force_login(made.facilitator)
    page = page_of(client)
    assert page.index(f'id="g-{made.gathering.uuid}"') < page.index(f'id="g-{soon.uuid}"')
    [button] = re.findall(r'utrecht-button--primary-action" (?:href|type)="([^"]+)"', page)
    assert button == reverse("live:console", args=[made.session.uuid])


def test_gatherings_of_others_are_not_there(client):
    made = held(people=1)
    client.force_login(made.stranger)
    assert made.gathering.theme not in page_of(client)


@pytest.mark.parametrize("count", [1, 3])
def test_one_and_three_gatherings_cost_the_same(client, count):
    made = harvested(people=1, tables=1)
    for _number in range(count - 1):
        coming(made)
    client.force_login(made.coordinator)
    with CaptureQueriesContext(connection) as queries:
        assert page_of(client).count("<article ") == count
    assert len(queries) == 10
