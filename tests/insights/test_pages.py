from functools import partial
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.an_evening import enter, harvest, harvested, held, weighed
from tests.live.logs import gave, log
from werkplaats.insights.models import Insight, Observation
from werkplaats.live.models import Event
from werkplaats.publishing.models import Report
from werkplaats.thread.models import Strand
from werkplaats.voices.consent import offer_quotation, set_level
from werkplaats.voices.withdraw import withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def made():
    return harvested(people=10)


def first(made):
    return Insight.objects.get(voice=made.cards[0])


def status(client, url):
    return client.get(url).status_code


def test_who_may_open_an_insight(client, made):
    url = first(made).get_absolute_url()
    assert status(client, url) == 404
    enter(client, made.people[0])
    assert status(client, url) == 200
    client.logout()
    for account, expected in (
        (made.coordinator, 200), (made.facilitator, 200), (made.municipal, 200), (made.stranger, 404)
    ):  # fmt: skip
        client.force_login(account)
        assert status(client, url) == expected


def test_once_its_report_is_public_everyone_may_and_the_words_stay_in_the_room(client, made):
    Report.objects.get().publish(made.coordinator)
    page = client.get(first(made).get_absolute_url()).content.decode()
    assert "Wij zien dat" not in page
    assert "De woorden van dit inzicht bleven in de zaal." in page
    assert "dat rust op één kaart van een tafel" in page
    assert "De kaart zelf bleef in de zaal." in page
    assert "en op verhalen van 5 mensen" in page


def test_words_for_everyone_stand_there_as_a_voice(client, made):
    set_level(made.cards[0], "everyone")
    Report.objects.get().publish(made.coordinator)
    page = client.get(first(made).get_absolute_url()).content.decode()
    assert '<h1 class="display display--voice">Wij zien dat bellen helpt bij tafel 1.</h1>' in page


def test_a_granted_sentence_from_a_story_stands_under_it(client, made):
    offer_quotation(made.stories[0], 0, 9, "unnamed")
    Report.objects.get().publish(made.coordinator)
    page = client.get(first(made).get_absolute_url()).content.decode()
    assert '<p class="voice">Verhaal 0</p>' in page
    assert "over de brief" not in page


def test_staff_read_room_cards_a_municipal_account_does_not(client, made):
    client.force_login(made.facilitator)
    assert "Wij zien dat bellen helpt bij tafel 1." in client.get(first(made).get_absolute_url()).content.decode()
    client.force_login(made.municipal)
    assert "Wij zien dat" not in client.get(first(made).get_absolute_url()).content.decode()


def test_an_insight_says_where_it_is_used(client, made):
    client.force_login(made.coordinator)
    page = client.get(first(made).get_absolute_url()).content.decode()
    used = Strand.objects.filter(lower=first(made).knot).values_list("upper", flat=True)
    assert len(used) == 2
    addresses = {
        Report.objects.get().passages.get(shows=first(made).knot).get_absolute_url(),
        made.advice[0].recommendation.get_absolute_url(),
    }
    assert all(f'href="{address}"' in page for address in addresses)


def test_an_insight_whose_card_was_taken_back_is_gone(client, made):
    withdraw(made.cards[0])
    client.force_login(made.coordinator)
    assert status(client, first(made).get_absolute_url()) == 404


def test_staff_write_an_insight_on_chosen_cards(client, made):
    client.force_login(made.facilitator)
    cards = list(Observation.objects.values_list("pk", flat=True))
    url = reverse("insights:new", args=[made.session.uuid])
    form = {"text": "Een stem aan de lijn maakt het lichter.", "status": "shared", "rests_on": cards}
    assert client.post(url, form).status_code == 302
    written = Insight.objects.get(source__isnull=False, rank=0)
    assert (written.text, written.status, written.written_by) == (form["text"], "shared", made.facilitator)
    assert set(written.knot.rests_on.values_list("lower", flat=True)) == set(cards)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"text": ""}, "Schrijf eerst een zin op."),
        ({"rests_on": []}, "Kies ten minste één kaart waar dit op rust."),
        ({"text": "Men vond: wij zien dat bellen helpt."}, "staat letterlijk in iemands inbreng"),
        ({"text": "Iemand had de brief die in de la bleef liggen."}, "staat letterlijk in iemands inbreng"),
        ({"text": "x" * 301}, "300"),
    ],
)
def test_what_cannot_be_saved_is_said_and_kept(client, made, changes, told):
    client.force_login(made.coordinator)
    form = {"text": "Bellen helpt.", "status": "provisional", "rests_on": [Observation.objects.first().pk], **changes}
    before = Insight.objects.count()
    response = client.post(reverse("insights:new", args=[made.session.uuid]), form)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert form["text"] in response.content.decode()
    assert Insight.objects.count() == before


def test_staff_rewrite_an_insight_and_change_what_it_rests_on(client, made):
    client.force_login(made.coordinator)
    other = made.cards[1].observation
    url = reverse("insights:edit", args=[first(made).pk])
    client.post(url, {"text": "Een gesprek opent deuren.", "status": "provisional", "rests_on": [other.pk]})
    assert list(first(made).knot.rests_on.values_list("lower", flat=True)) == [other.pk]
    Report.objects.get().publish(made.coordinator)
    client.logout()
    assert (
        '<h1 class="display">Een gesprek opent deuren.</h1>'
        in client.get(first(made).get_absolute_url()).content.decode()
    )


def test_writing_is_for_staff_of_the_network(client, made):
    urls = [reverse("insights:new", args=[made.session.uuid]), reverse("insights:edit", args=[first(made).pk])]
    for url in urls:
        assert status(client, url) == 302
    enter(client, made.people[0])
    for url in urls:
        assert status(client, url) == 403
    client.force_login(made.stranger)
    for url in urls:
        assert status(client, url) == 404
    client.force_login(made.facilitator)
    for url in urls:
        assert status(client, url) == 200


def test_the_landscape_of_an_evening_is_for_its_own_staff(client):
    made = held(people=10)
    answers = {f"a{n}": ["agree", "disagree" if n < 5 else "agree"] for n in range(10)}
    weighed(made, made.cards, answers)
    harvest(made)
    made.session.harvested_at = made.session.ended_at
    made.session.save()
    url = reverse("insights:landscape", args=[made.session.uuid])
    assert status(client, url) == 404
    enter(client, made.people[0])
    assert status(client, url) == 404
    client.force_login(made.stranger)
    assert status(client, url) == 404
    client.force_login(made.facilitator)
    page = client.get(url).content.decode()
    assert "Te weinig mensen om dit te laten zien. Vertel het elkaar." in page


def test_a_landscape_without_statements_says_what_will_come(client, made):
    client.force_login(made.facilitator)
    page = client.get(reverse("insights:landscape", args=[made.session.uuid])).content.decode()
    assert "Er zijn nog geen zinnen gewogen." in page


def going(made, *events):
    """An evening that goes on: these lines are its log, and nothing was harvested."""
    give = partial(gave, kind="card", level="room")
    cards = [("gave", give(str(voice.pk), 5), "seat") for voice in made.cards]
    voices = [str(voice.pk) for voice in made.cards]
    shown = [("showed", {"voices": voices}), ("promoted", {"voices": voices})]
    lines = log(("opened", {"tables": 2}), ("inserted", {"block": "stellingen", "after": 5}), *cards, *shown, *events)
    for line in lines:
        Event.objects.create(
            session=made.session, seq=line.seq, uuid=line.uuid, kind=line.kind, author=line.author,
            payload=line.payload, at=line.at,
        )  # fmt: skip


def answers_of(made):
    return [
        ("weighed", {"step": 6, "statement": str(voice.pk), "answer": "agree" if n % 2 else "disagree"}, f"author {n}")
        for n in range(12)
        for voice in made.cards
    ]


OPEN, CLOSED = ("step", {"n": 6, "minutes": 5}), ("closed", {"n": 6})
NOT_YET = "Het beeld komt als het wegen klaar is."


def test_while_the_weighing_is_open_nobody_sees_a_result(client):
    made = held(people=12, tables=6)
    going(made, OPEN, *answers_of(made))
    client.force_login(made.facilitator)
    answer = client.get(reverse("insights:landscape", args=[made.session.uuid]))
    page = answer.content.decode()
    assert (answer.status_code, NOT_YET in page) == (200, True)
    assert "<table" not in page
    assert not any(words in page for words in ("verdeeld", "de meesten", "legden 6 zinnen", "Wij zien dat"))


def test_once_the_weighing_has_closed_staff_see_it_and_not_when_it_opens_again(client):
    made = held(people=12, tables=6)
    going(made, OPEN, *answers_of(made), CLOSED)
    client.force_login(made.facilitator)
    url = reverse("insights:landscape", args=[made.session.uuid])
    page = client.get(url).content.decode()
    assert NOT_YET not in page
    assert page.count('<th scope="row">') == 6
    for line in log(OPEN):
        seq = Event.objects.filter(session=made.session).count() + 1
        Event.objects.create(
            session=made.session, seq=seq, uuid=uuid4(), kind=line.kind, author="console",
            payload=line.payload, at=line.at,
        )  # fmt: skip
    assert NOT_YET in client.get(url).content.decode()
