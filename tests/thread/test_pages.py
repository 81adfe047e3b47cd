import logging
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from tests.thread.conftest import CODE
from werkplaats.live.models import Event, Seat, Session, Table
from werkplaats.people.codes import hash_code
from werkplaats.people.models import Circle, Membership
from werkplaats.thread.describe import Described
from werkplaats.thread.models import Reached
from werkplaats.thread.weave import knot, rests
from werkplaats.vault import audit
from werkplaats.vault.models import VoiceKey
from werkplaats.voices import consent, door
from werkplaats.voices.models import Quotation, Suspension, Voice, Withdrawal
from werkplaats.voices.together import agree, object_to
from werkplaats.voices.withdraw import UNDO, withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def page(client, address, status=200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ("fiets linde emer wolk", 422, "Het woord ‘emer’ kennen we niet. Bedoel je ‘emmer’?"),
        ("", 422, "Typ de vier woorden van je kaart."),
        ("linde fiets emmer wolk", 404, "Deze vier woorden horen bij geen kaart."),
        ("<script>alert(1)</script>", 422, "kennen we niet"),
        ("x" * 5000, 422, "kennen we niet"),
    ],
)
def test_a_code_that_is_off_is_explained_and_kept(evening, typed, status, said):
    response = Client().post("/draad/in/", {"code": typed})
    html = response.content.decode()
    assert response.status_code == status
    assert said in html
    assert 'aria-invalid="true"' in html
    assert "<script>alert" not in html
    if len(typed) < 100 and "<" not in typed:
        assert f'value="{typed}"' in html


def test_capitals_and_commas_open_the_thread_too(evening):
    client = Client()
    assert client.post("/draad/in/", {"code": "Fiets, LINDE,emmer-wolk"}).url == "/draad/"
    assert "De draad van jouw woorden" in page(client, "/draad/")


def test_ten_misses_ask_for_patience(evening):
    client = Client()
    client.get("/draad/in/")
    for _turn in range(10):
        assert client.post("/draad/in/", {"code": "linde fiets emmer wolk"}).status_code == 404
    response = client.post("/draad/in/", {"code": CODE})
    assert response.status_code == 429
    assert "Wacht 5 minuten" in response.content.decode()
    assert Client().post("/draad/in/", {"code": CODE}).status_code == 302


def test_closing_forgets_the_code(giver):
    assert "Je draad is dicht" in giver.post("/draad/uit/").content.decode()
    assert giver.get("/draad/").url == "/draad/in/"


def test_pages_of_a_giver_are_kept_by_nobody(giver, evening):
    voice = evening.say()
    for address in ("/draad/", "/draad/in/", f"/draad/{voice.pk}/terugnemen/", f"/draad/{voice.pk}/gelezen/"):
        response = giver.get(address)
        assert response["Cache-Control"] == "no-store, private"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert 'content="noindex, nofollow"' in response.content.decode()


def test_nothing_yet_says_what_will_come(giver):
    assert "Hier komen jouw woorden te staan" in page(giver, "/draad/")


def test_all_my_words_with_who_reads_them_now(giver, evening):
    evening.say("me", kind="story", text="De brief lag in de la.")
    evening.say("room", text="Een kaart voor de zaal.")
    evening.say("everyone", giver="tablemate", text="Van een ander.")
    html = page(giver, "/draad/")
    assert "Wanneer lukt hulp vragen?" in html
    assert "De brief lag in de la." in html
    assert "Alleen jij kunt dit lezen." in html
    assert "De begeleider en de coördinator kunnen dit lezen tot" in html
    assert "Van een ander." not in html


@pytest.mark.parametrize("level", ["me", "table", "room"])
def test_words_stay_with_the_table_where_they_were_told(giver, evening, level):
    voice = evening.say(level, kind="story")
    session = Session.objects.get()
    seat = Seat.objects.get()
    gave = {"voice": str(voice.pk), "table": 3}
    Event.objects.create(
        session=session, seq=1, uuid=uuid4(), kind="gave", author=str(seat.uuid), payload=gave, at=timezone.now()
    )
    circle = Circle.objects.create(network=evening.network, kind=Circle.Kind.TABLE)
    Seat.objects.update(table=Table.objects.create(session=session, number=5, circle=circle))
    assert "Verteld aan tafel 3" in page(giver, "/draad/")
    giver.post(f"/draad/{voice.pk}/terugnemen/")
    assert "Tafel 3: weg van telefoons en scherm." in page(giver, f"/draad/bewijs/{voice.pk}/")


def test_a_first_name_is_a_line_of_its_own(giver, evening):
    evening.say("me", kind="name", text="Ria")
    html = page(giver, "/draad/")
    assert "Jouw voornaam" in html
    assert "Buiten een avond" not in html
    assert "stukje" not in html


def test_no_words_stand_in_a_title_or_address(giver, evening):
    voice = evening.say("room", text="kanarievogel")
    for address in ("/draad/", f"/draad/{voice.pk}/terugnemen/", f"/draad/{voice.pk}/minder-delen/"):
        html = page(giver, address)
        title = html[html.index("<title>") : html.index("</title>")]
        assert "kanarie" not in title
        assert "kanarie" in html
        assert not [part for part in html.split('"') if part.startswith("/") and "kanarie" in part]


def test_where_my_words_went(giver, evening, settings):
    voice = evening.say("room", text="Een kaart.")
    card, insight = knot("observation"), knot("insight")
    rests(card, on_voices=[voice])
    rests(insight, on_knots=[card])
    DESCRIBED[insight.pk] = Described(
        insight.pk, "insight", "Samen bellen helpt.", "/inzichten/x/", "Rust op 9 mensen."
    )
    settings.WERKPLAATS_ROOMS = (Room(),)
    html = page(giver, "/draad/")
    assert '<a class="utrecht-link" href="/inzichten/x/">Samen bellen helpt.</a>' in html
    assert "Rust op 9 mensen." in html
    assert "Wat veranderde er?" in html
    giver.post(f"/draad/{voice.pk}/terugnemen/", {"now": "1"})
    receipt = page(giver, f"/draad/bewijs/{voice.pk}/")
    assert '<a class="utrecht-link" href="/inzichten/x/">Samen bellen helpt.</a>' in receipt
    assert "Dit rust niet meer op jouw woorden." in receipt
    DESCRIBED.clear()
    card.delete()
    insight.delete()
    receipt = page(giver, f"/draad/bewijs/{voice.pk}/")
    assert '<a class="utrecht-link" href="/inzichten/x/">bekijk die plek</a>' in receipt


DESCRIBED: dict = {}


def described_here(knots, viewer):
    return {one: DESCRIBED[one] for one in knots if one in DESCRIBED}


class Room:
    describe = "tests.thread.test_pages.described_here"
    forget = ""


def test_taking_back_undoing_and_doing_it_at_once(giver, evening):
    voice = evening.say("everyone", text="kanarievogel")
    ask = page(giver, f"/draad/{voice.pk}/terugnemen/")
    assert "kanarievogel" in ask
    assert "Wat we niet kunnen terughalen" in ask
    assert Withdrawal.objects.count() == 0

    assert giver.post(f"/draad/{voice.pk}/terugnemen/").url == f"/draad/bewijs/{voice.pk}/"
    receipt = page(giver, f"/draad/bewijs/{voice.pk}/")
    assert "kanarie" not in receipt
    assert "kun je het nog terugzetten" in receipt
    assert door.words(voice, evening.viewer("visitor")) is None

    giver.post(f"/draad/{voice.pk}/terugzetten/")
    assert "kanarievogel" in page(giver, "/draad/")
    assert door.words(voice, evening.viewer("visitor")) == {"text": "kanarievogel"}
    assert giver.get(f"/draad/bewijs/{voice.pk}/").status_code == 404
    assert Reached.objects.count() == 0

    giver.post(f"/draad/{voice.pk}/terugnemen/")
    giver.post(f"/draad/{voice.pk}/nu/")
    assert VoiceKey.objects.count() == 0
    receipt = page(giver, f"/draad/bewijs/{voice.pk}/")
    assert "De sleutel van deze woorden is vernietigd." in receipt
    mine = page(giver, "/draad/")
    assert "Teruggenomen kaart" in mine
    assert "kanarie" not in mine + receipt
    said = giver.post(f"/draad/{voice.pk}/terugzetten/", follow=True).content.decode()
    assert "De tien minuten zijn voorbij" in said


def test_at_once_from_the_first_question(giver, evening):
    voice = evening.say()
    giver.post(f"/draad/{voice.pk}/terugnemen/", {"now": "1"})
    assert Withdrawal.objects.get().done_at is not None
    assert giver.get(f"/draad/{voice.pk}/terugnemen/").url == f"/draad/bewijs/{voice.pk}/"


def test_after_the_undo_time_the_page_says_so(giver, evening):
    voice = evening.say()
    row = withdraw(voice)
    Withdrawal.objects.update(final_at=row.at - UNDO)
    assert "We wissen de woorden op dit moment" in page(giver, "/draad/")


def test_sharing_less(giver, evening):
    voice = evening.say("everyone")
    html = page(giver, f"/draad/{voice.pk}/minder-delen/")
    assert 'value="me"' in html
    assert 'value="region"' in html
    assert 'value="table"' not in html  # the evening is over
    response = giver.post(f"/draad/{voice.pk}/minder-delen/", {"level": "everyone"})
    assert response.status_code == 422
    assert "Kies wie het nog mag lezen." in response.content.decode()
    giver.post(f"/draad/{voice.pk}/minder-delen/", {"level": "region"})
    assert door.words(voice, evening.viewer("visitor")) is None
    giver.post(f"/draad/{voice.pk}/minder-delen/", {"level": "me"})
    assert Voice.objects.get(pk=voice.pk).level == "me"
    assert "Minder delen" not in page(giver, "/draad/")


def test_sharing_less_takes_the_sentence_out_of_the_report_and_says_so(giver, evening):
    voice = evening.say("everyone", kind="story")
    address = f"/draad/{voice.pk}/minder-delen/"
    assert "Ook de zin in het verslag" not in page(giver, address)
    asked = consent.offer_quotation(voice, 0, 3)
    assert "Ook de zin in het verslag verdwijnt dan." in page(giver, address)
    after = giver.post(address, {"level": "me"}, follow=True).content.decode()
    assert "De zin in het verslag is ook weg." in after
    asked.refresh_from_db()
    assert door.quoted(asked, evening.viewer("visitor")) is None


def test_while_the_evening_lasts_the_table_and_the_room_can_be_chosen(giver, evening):
    evening.end("during")
    voice = evening.say("everyone")
    html = page(giver, f"/draad/{voice.pk}/minder-delen/")
    assert [level for level in ("me", "table", "room", "region") if f'value="{level}"' in html] == [
        "me",
        "table",
        "room",
        "region",
    ]
    giver.post(f"/draad/{voice.pk}/minder-delen/", {"level": "table"})
    assert door.words(voice, evening.viewer("tablemate"))
    assert door.words(voice, evening.viewer("roommate")) is None


def test_a_quotation_is_asked_and_answered(giver, evening):
    voice = evening.say("me", text="De brief lag er. Ik durfde niet.")
    row = consent.ask_quotation(voice, 0, 16, evening.accounts["coordinator"])
    html = page(giver, "/draad/")
    assert "We willen deze zin graag in het verslag zetten. Mag dat?" in html
    assert "‘De brief lag er.’" in html
    giver.post(f"/draad/citaat/{row.pk}/", {"answer": "unnamed"})
    assert Quotation.objects.get().answer == "unnamed"
    html = page(giver, "/draad/")
    assert "Eén zin mag in het verslag. Zonder je naam. Daar zei jij ja op." in html
    giver.post(f"/draad/citaat/{row.pk}/", {"answer": "no"})
    assert door.quoted(Quotation.objects.get(), evening.viewer("visitor")) is None
    said = giver.post(f"/draad/citaat/{row.pk}/", {"answer": "misschien"}, follow=True).content.decode()
    assert "Kies ja, ja zonder naam, of nee." in said


def test_one_of_the_table_is_enough_to_take_a_shared_text_offline(giver, evening):
    voice = evening.say(
        "everyone", giver="tablemate", kind="recommendation", text="Bel eerst.", together=evening.table.pk
    )
    assert "Aanbeveling van jouw tafel" in page(giver, "/draad/")
    assert "De anderen zien niet wie dat was." in page(giver, f"/draad/{voice.pk}/bezwaar/")
    giver.post(f"/draad/{voice.pk}/bezwaar/")
    assert Suspension.objects.get().reason == "objection"
    assert door.words(voice, evening.viewer("visitor")) is None
    assert "Iemand van jullie tafel staat hier niet achter." in page(giver, "/draad/")
    giver.post(f"/draad/{voice.pk}/bezwaar/", {"agreed": "1"})
    assert door.words(voice, evening.viewer("visitor"))
    for verb in ("terugnemen", "minder-delen"):
        assert giver.get(f"/draad/{voice.pk}/{verb}/").status_code == 404


def test_only_who_objected_ends_an_objection(giver, evening):
    voice = evening.say("everyone", giver="tablemate", kind="recommendation", together=evening.table.pk)
    object_to(voice, evening.people["teller"])
    html = page(giver, "/draad/")
    assert "Ik sta er weer achter" not in html
    assert "Ik sta hier niet achter" in html
    giver.post(f"/draad/{voice.pk}/bezwaar/", {"agreed": "1"})
    assert door.words(voice, evening.viewer("visitor")) is None
    giver.post(f"/draad/{voice.pk}/bezwaar/")
    assert "Ik sta er weer achter" in page(giver, "/draad/")
    assert not agree(voice, evening.people["teller"])
    assert door.words(voice, evening.viewer("visitor")) is None
    giver.post(f"/draad/{voice.pk}/bezwaar/", {"agreed": "1"})
    assert door.words(voice, evening.viewer("visitor"))


def test_who_comes_to_the_table_later_made_nothing_of_it_and_who_left_still_did(giver, evening):
    voice = evening.say("everyone", giver="tablemate", kind="recommendation", together=evening.table.pk)
    newcomer = evening.people["roommate"]
    Membership.objects.create(circle=evening.table, person=newcomer)
    Membership.objects.filter(circle=evening.table, person=evening.people["giver"]).delete()
    assert giver.get(f"/draad/{voice.pk}/bezwaar/").status_code == 200
    evening.people["giver"].code_hash = b"-"
    evening.people["giver"].save()
    newcomer.code_hash = hash_code(CODE)
    newcomer.save()
    other = Client()
    other.post("/draad/in/", {"code": CODE})
    assert other.post(f"/draad/{voice.pk}/bezwaar/").status_code == 404
    assert door.words(voice, evening.viewer("visitor"))


def test_who_read_this_by_role_and_never_by_person(giver, evening):
    voice = evening.say("room")
    evening.end("during")
    door.words_of([voice.pk], evening.viewer("house in room"), shown_to="room")
    for _turn in range(2):
        door.words(voice, evening.viewer("facilitator"))
    door.words(voice, evening.viewer("giver"))
    audit.flush()
    html = page(giver, f"/draad/{voice.pk}/gelezen/")
    assert "Getoond in de zaal" in html
    assert "Een gespreksbegeleider las dit" in html
    assert "2 keer" in html
    assert "Iemand met een eigen code" not in html
    assert "example.nl" not in html
    assert "Nog niemand, behalve jij." in page(giver, f"/draad/{evening.say().pk}/gelezen/")


VERBS = ["terugnemen", "terugzetten", "nu", "minder-delen", "gelezen", "bezwaar"]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_words_of_another_are_not_mine_to_touch(giver, evening, verb, method):
    other = evening.say("everyone", giver="tablemate")
    row = consent.ask_quotation(other, 0, 3, None)
    withdrawn = Withdrawal.objects.count()
    assert getattr(giver, method)(f"/draad/{other.pk}/{verb}/").status_code in (404, 405)
    assert getattr(giver, method)(f"/draad/{uuid4()}/{verb}/").status_code in (404, 405)
    assert giver.get(f"/draad/bewijs/{other.pk}/").status_code == 404
    assert giver.post(f"/draad/citaat/{row.pk}/", {"answer": "yes"}).status_code == 404
    assert Withdrawal.objects.count() == withdrawn
    assert Quotation.objects.get().answer == ""


@pytest.mark.parametrize("verb", VERBS)
def test_without_a_code_one_is_sent_to_the_door(evening, verb):
    voice = evening.say("everyone")
    for client in (Client(), staff(evening)):
        for method in ("get", "post"):
            response = getattr(client, method)(f"/draad/{voice.pk}/{verb}/")
            assert response.status_code in (302, 403, 405)
            assert response.status_code != 302 or response.url == "/draad/in/"
    assert Withdrawal.objects.count() == 0


def staff(evening) -> Client:
    client = Client()
    client.force_login(evening.accounts["coordinator"], backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("count", [1, 3])
def test_the_thread_costs_the_same_queries_for_more_words(giver, evening, settings, count, django_assert_num_queries):
    settings.WERKPLAATS_ROOMS = (Room(),)
    for _turn in range(count):
        voice = evening.say("room")
        consent.offer_quotation(voice, 0, 2)
        card = knot("observation")
        rests(card, on_voices=[voice])
        DESCRIBED[card.pk] = Described(card.pk, "observation", "x", "")
    giver.get("/draad/")
    with django_assert_num_queries(12), django_assert_num_queries(1, using="keys"):
        giver.get("/draad/")


def test_log_lines_hold_no_words_and_no_code(giver, evening, caplog):
    caplog.set_level(logging.DEBUG)
    voice = evening.say(text="kanarievogel")
    Client().post("/draad/in/", {"code": "fiets linde emer kanarievogel"})
    for address in ("/draad/", f"/draad/{voice.pk}/terugnemen/", f"/draad/bewijs/{voice.pk}/"):
        giver.get(address)
    logged = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("django.db"))
    assert "kanarie" not in logged
    assert "emer" not in logged
