"""Words of someone without a card are stilled by what they remember; the coordinator reads nothing."""

import pytest
from django.test import Client

from werkplaats.live.models import Session
from werkplaats.vault import audit
from werkplaats.vault.models import Reading
from werkplaats.voices import door
from werkplaats.voices.models import Suspension

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
URL = "/draad/kaart-kwijt/stilzetten/"
TEXT = "De deurwaarder stond voor mijn deur in mei."


@pytest.fixture
def coordinator(evening) -> Client:
    client = Client()
    client.force_login(evening.accounts["coordinator"], backend="django.contrib.auth.backends.ModelBackend")
    return client


def ask(client, remembered="deur Deurwaarder, mei", table=3):
    fields = {"evening": Session.objects.get().pk, "table": table, "remembered": remembered}
    answer = client.post(URL, fields, follow=True)
    return answer.status_code, answer.content.decode()


def test_what_is_remembered_is_stilled_and_the_giver_shows_it_again(coordinator, giver, evening):
    voice = evening.say("everyone", text=TEXT)
    other = evening.say("everyone", text="De deurwaarder kwam in juni.")
    evening.say("everyone", giver="teller", text=TEXT, circle=None)
    status, page = ask(coordinator)
    assert (status, "Eén stuk staat nu stil." in page) == (200, True)
    assert "stond voor mijn deur" not in page
    assert list(Suspension.objects.values_list("voice", "reason")) == [(voice.pk, "lost_card")]
    assert door.words(voice, evening.viewer("visitor")) is None
    assert door.words(other, evening.viewer("visitor"))
    assert "Toon weer" in giver.get("/draad/").content.decode()
    giver.post(f"/draad/{voice.pk}/weer-tonen/")
    assert door.words(voice, evening.viewer("visitor"))


def test_each_search_is_in_the_audit(coordinator, evening):
    voice = evening.say("everyone", text=TEXT)
    assert "We vonden niets" in ask(coordinator, "tuin boom gras")[1]
    audit.flush()
    row = Reading.objects.get(use="lost_card")
    assert (row.role, row.account, row.voices) == ("coordinator", evening.accounts["coordinator"].pk, [str(voice.pk)])
    assert not Suspension.objects.exists()


def test_more_than_three_asks_for_more_words_and_stills_nothing(coordinator, evening):
    for _voice in range(4):
        evening.say("everyone", text=TEXT)
    status, page = ask(coordinator)
    assert (status, "Vraag om nog een paar woorden." in page) == (422, True)
    assert not Suspension.objects.exists()


@pytest.mark.parametrize(
    ("remembered", "table", "said"),
    [
        ("deur deur mei", 3, "minstens drie verschillende woorden"),
        ("deur in mei", 9, "Deze tafel was er die avond niet."),
    ],
)
def test_what_is_off_is_explained_and_kept(coordinator, evening, remembered, table, said):
    status, page = ask(coordinator, remembered, table)
    assert (status, said in page) == (422, True)
    assert f'value="{remembered}"' in page


@pytest.mark.parametrize("who", ["facilitator", "other network"])
def test_only_the_coordinator_of_the_network(evening, who):
    evening.say("everyone", text=TEXT)
    client = Client()
    client.force_login(evening.accounts[who], backend="django.contrib.auth.backends.ModelBackend")
    assert ask(client)[0] in (403, 422)
    assert not Suspension.objects.exists()
