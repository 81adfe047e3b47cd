import pytest
from django.urls import reverse

from tests.an_evening import PARTS, enter, give_at, harvest, harvested, held
from werkplaats.action.models import Recommendation
from werkplaats.insights.models import Insight
from werkplaats.publishing.models import Report
from werkplaats.voices.consent import set_level
from werkplaats.voices.withdraw import withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def made():
    return harvested(people=10)


def first(made):
    return Recommendation.objects.get(voice=made.advice[0])


def page_of(client, one):
    return client.get(one.get_absolute_url()).content.decode()


def test_who_may_open_a_recommendation(client, made):
    url = first(made).get_absolute_url()
    assert client.get(url).status_code == 404
    enter(client, made.people[0])
    assert client.get(url).status_code == 200
    client.logout()
    for account, expected in (
        (made.coordinator, 200),
        (made.facilitator, 200),
        (made.municipal, 200),
        (made.stranger, 404),
    ):
        client.force_login(account)
        assert client.get(url).status_code == expected


def test_its_words_stay_in_the_room_until_the_table_lets_them_out(client, made):
    Report.objects.get().publish(made.coordinator)
    assert "Woonstichting" not in page_of(client, first(made))
    set_level(made.advice[0], "everyone")
    page = page_of(client, first(made))
    assert all(text in page for text in PARTS.values())
    assert "Nog open" not in page


def test_a_municipal_account_reads_no_room_words(client, made):
    client.force_login(made.municipal)
    assert "Woonstichting" not in page_of(client, first(made))
    client.force_login(made.facilitator)
    assert "Woonstichting" in page_of(client, first(made))


def test_it_says_which_parts_are_missing(client):
    made = held(people=10)
    parts = {**PARTS, "by_when": "", "for_whom": ""}
    table = made.session.tables.first()
    voice = give_at(made, made.people[0], 8, {"parts": parts}, "everyone", table)
    harvest(made)
    client.force_login(made.coordinator)
    page = page_of(client, Recommendation.objects.get(voice=voice))
    assert "Nog open: voor wie, voor wanneer, waar dit op rust." in page
    assert "Er staat nog niet bij waar dit op rust." in page


def test_down_to_the_people_and_up_to_the_report(client, made):
    client.force_login(made.coordinator)
    page = page_of(client, first(made))
    insight = Insight.objects.get(voice=made.cards[0])
    assert f'href="{insight.get_absolute_url()}"' in page
    assert "en op verhalen van 5 mensen" in page
    assert f'href="{Report.objects.get().passages.get(shows=first(made).knot).get_absolute_url()}"' in page


def test_staff_relate_it_to_another_insight_and_loose_again(client, made):
    client.force_login(made.facilitator)
    url = reverse("action:relate", args=[first(made).pk])
    own, other = (Insight.objects.get(voice=card) for card in made.cards)
    client.post(url, {"inzicht": other.pk})
    client.post(url, {"inzicht": other.pk})
    below = first(made).knot.rests_on.filter(lower__isnull=False)
    assert set(below.values_list("lower", flat=True)) == {own.pk, other.pk}
    client.post(url, {"los": own.pk})
    assert set(below.values_list("lower", flat=True)) == {other.pk}


def test_relating_refuses_nonsense_and_strangers(client, made):
    url = reverse("action:relate", args=[first(made).pk])
    insight = Insight.objects.get(voice=made.cards[1]).pk
    assert client.post(url, {"inzicht": insight}).status_code == 302  # to signing in
    client.force_login(made.stranger)
    assert client.post(url, {"inzicht": insight}).status_code == 404
    client.force_login(made.facilitator)
    assert "Kies eerst een inzicht." in client.post(url, {"inzicht": "x"}, follow=True).content.decode()
    assert first(made).knot.rests_on.filter(lower=insight).count() == 0


def test_taken_back_is_gone(client, made):
    withdraw(made.advice[0])
    client.force_login(made.coordinator)
    assert client.get(first(made).get_absolute_url()).status_code == 404
