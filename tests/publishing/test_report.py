from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.an_evening import PARTS, enter, harvest, harvested, held
from werkplaats.publishing.models import Passage, Publication, Report
from werkplaats.voices.consent import answer_quotation, offer_quotation, set_level
from werkplaats.voices.models import Withdrawal
from werkplaats.voices.withdraw import finish, undo, withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
SENTENCE = "Verhaal 0 over de brief die in de la bleef liggen."


@pytest.fixture
def made():
    made = held(people=14)
    offer_quotation(made.stories[0], 0, len(SENTENCE), "unnamed")
    return harvest(made)


def report(**fields):
    return Report.objects.get(**fields)


def published(made):
    report().publish(made.coordinator)
    return report()


def page_of(client):
    return client.get(report().get_absolute_url()).content.decode()


def test_a_draft_is_for_its_own_staff_alone(client, made):
    urls = [report().get_absolute_url(), *(one.get_absolute_url() for one in Passage.objects.all())]
    assert {client.get(url).status_code for url in urls} == {404}
    enter(client, made.people[0])
    assert {client.get(url).status_code for url in urls} == {404}
    client.force_login(made.stranger)
    assert {client.get(url).status_code for url in urls} == {404}
    for account in (made.coordinator, made.facilitator, made.municipal):
        client.force_login(account)
        assert {client.get(url).status_code for url in urls} == {200}


def test_published_is_for_everyone_and_provisional_for_two_weeks(client, made):
    published(made)
    assert report().status == "provisional"
    response = client.get(report().get_absolute_url())
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex"
    assert "Dit verslag is voorlopig, tot" in response.content.decode()
    Publication.objects.update(provisional_until=timezone.now() - timedelta(minutes=1))
    response = client.get(report().get_absolute_url())
    assert report().status == "final"
    assert "X-Robots-Tag" not in response
    assert "voorlopig, tot" not in response.content.decode()


def test_a_rehearsal_is_marked_found_by_no_search_engine_and_not_listed(client):
    made = harvested(people=6, rehearsal=True)
    published(made)
    response = client.get(report().get_absolute_url())
    assert "Proefsessie: alle mensen en woorden zijn verzonnen." in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex"
    assert report().title not in client.get(reverse("publishing:list")).content.decode()


def test_nobody_reads_more_than_was_granted(client, made):
    published(made)
    for account in (None, made.coordinator, made.facilitator):
        if account:
            client.force_login(account)
        page = page_of(client)
        assert SENTENCE in page
        assert "Verhaal 1" not in page
        assert "Wij zien dat" not in page
        assert "Woonstichting" not in page


def test_what_everyone_may_read_stands_there_in_full(client, made):
    set_level(made.advice[0], "everyone")
    set_level(made.cards[0], "everyone")
    set_level(made.promises[0], "everyone")
    published(made)
    page = page_of(client)
    assert all(text in page for text in PARTS.values())
    assert "Wij zien dat bellen helpt bij tafel 1." in page
    assert "tafel 2." not in page
    assert "14 mensen beloofden een kleine stap" in page
    assert page.count("Ik ga met mijn buur bellen.") == 1


def test_two_clicks_from_every_passage_to_its_source_and_back(client, made):
    for voice in (*made.cards, *made.advice):
        set_level(voice, "everyone")
    published(made)
    home = report().get_absolute_url()
    page = page_of(client)
    for passage in Passage.objects.exclude(kind__in=("heading", "text", "unknown")):
        below = getattr(passage.shows, passage.kind).get_absolute_url() if passage.shows_id else ""
        near = passage.get_absolute_url()
        assert f'href="{near}"' in page or f'href="{below}"' in page
        source = client.get(near).content.decode()
        assert f'href="{home}#p-{passage.pk}"' in source
        assert f'id="p-{passage.pk}"' in page
        if below:
            assert f'href="{below}"' in source
            assert f'href="{near}"' in client.get(below).content.decode()


def test_the_giver_of_a_quotation_finds_the_way_to_the_own_thread(client, made):
    published(made)
    url = Passage.objects.get(kind="quotation").get_absolute_url()
    assert "Dit zijn jouw woorden." not in client.get(url).content.decode()
    enter(client, made.people[0])
    assert "Dit zijn jouw woorden." in client.get(url).content.decode()
    enter(client, made.people[1])
    assert "Dit zijn jouw woorden." not in client.get(url).content.decode()


def test_after_a_withdrawal_the_quotation_is_gone_and_what_rests_on_it_is_marked(client, made):
    set_level(made.cards[0], "everyone")
    published(made)
    quotation = Passage.objects.get(kind="quotation").get_absolute_url()
    assert "Hier heeft iemand inbreng teruggenomen." not in page_of(client)
    withdraw(made.stories[0])
    page = page_of(client)
    assert SENTENCE not in page
    assert "Wat mensen zeiden" not in page
    assert page.count("Hier heeft iemand inbreng teruggenomen.") == 1
    assert client.get(quotation).status_code == 404
    undo(made.stories[0])
    assert SENTENCE in page_of(client)
    withdraw(made.stories[0])
    finish(Withdrawal.objects.get())
    assert not Passage.objects.filter(kind="quotation").exists()
    assert page_of(client).count("Hier heeft iemand inbreng teruggenomen.") == 1


def test_below_five_voices_a_withdrawal_leaves_no_mark(client):
    made = held(people=4)
    set_level(made.cards[0], "everyone")
    harvest(made)
    published(made)
    withdraw(made.stories[0])
    page = page_of(client)
    assert "Wij zien dat bellen helpt bij tafel 1." in page
    assert "teruggenomen" not in page
    assert "verhalen van een paar mensen" in page


def test_a_no_after_a_yes_takes_the_sentence_out(client, made):
    published(made)
    answer_quotation(Passage.objects.get(kind="quotation").quotation, "no")
    assert SENTENCE not in page_of(client)


def test_a_copy_in_staff_text_goes_with_the_voice(client, made):
    passage = Passage.objects.filter(kind="text").first()
    Passage.objects.filter(pk=passage.pk).update(text=f"Iemand zei: {SENTENCE} Dat bleef hangen.")
    withdraw(made.stories[0])
    finish(Withdrawal.objects.get())
    passage.refresh_from_db()
    assert passage.text == "Iemand zei: [...]. Dat bleef hangen."


@pytest.mark.parametrize("tables", [1, 3])
def test_a_report_costs_the_same_queries_with_one_item_and_with_three(client, tables):
    made = held(people=15, tables=tables)
    offer_quotation(made.stories[0], 0, 9)
    for voice in (*made.cards, *made.advice):
        set_level(voice, "everyone")
    harvest(made)
    published(made)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(report().get_absolute_url()).status_code == 200
    assert Passage.objects.filter(kind="recommendation").count() == tables
    assert len(queries) == 35
