import re

import pytest
from django.urls import reverse

from tests.an_evening import enter, harvest, harvested, held
from werkplaats.publishing.models import Passage, Report
from werkplaats.publishing.texts import WRITTEN
from werkplaats.voices.consent import offer_quotation

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def made(client):
    made = harvested(people=6)
    client.force_login(made.coordinator)
    return made


def report():
    return Report.objects.get()


def url(name, one=None):
    one = one or report()
    return reverse(f"publishing:{name}", args=[one.pk if isinstance(one, Passage) else one.uuid])


def standing():
    return list(report().passages.standing())


def save(client, *texts):
    """Saves the editor with these texts: pairs of a passage and what was typed."""
    return client.post(url("edit"), {f"text-{passage.pk}": text for passage, text in texts})


def as_shown(client):
    """What a browser would send of the editor as it stands, by name."""
    fields = {"title": report().title, "new": ""}
    fields |= {f"text-{one.pk}": one.text for one in standing() if one.kind in WRITTEN}
    page = client.get(url("edit")).content.decode()
    stamps = dict(re.findall(r'<input type="hidden" name="(was-[^"]+)" value="([^"]*)">', page))
    assert set(stamps) == {f"was-{name}" for name in fields}
    return fields | stamps


def addresses():
    first = Passage.objects.first()
    return [
        ("get", url("edit")), ("get", url("preview")), ("post", url("edit")), ("post", url("insert")),
        ("post", url("publish")), ("post", url("unpublish")),
        ("post", url("move", first)), ("post", url("remove", first)), ("post", url("restore", first)),
    ]  # fmt: skip


def test_only_the_coordinator_of_the_network_may(client, made):
    for account, expected in ((made.facilitator, 403), (made.municipal, 403), (made.stranger, 404)):
        client.force_login(account)
        assert {getattr(client, method)(address).status_code for method, address in addresses()} == {expected}
    client.logout()
    assert {getattr(client, method)(address).status_code for method, address in addresses()} == {302}
    enter(client, made.people[0])
    assert {getattr(client, method)(address).status_code for method, address in addresses()} <= {302, 403}
    assert report().status == "draft"
    assert not Passage.objects.filter(removal__isnull=False).exists()


def test_a_passage_moves_past_its_standing_neighbour_and_back(client, made):
    first, second, third = standing()[:3]
    client.post(url("remove", second))
    response = client.post(url("move", first), {"naar": "onder"})
    assert standing()[:2] == [third, first]
    assert response.url.endswith(f"?knop=onder-{first.pk}#p-{first.pk}")
    client.post(url("move", first), {"naar": "boven"})
    client.post(url("restore", second))
    assert standing()[:3] == [first, second, third]


def test_the_pressed_button_keeps_the_focus(client, made):
    second = standing()[1]
    page = client.post(url("move", second), {"naar": "onder"}, follow=True).content.decode()
    assert page.count(" autofocus") == 1


def test_at_the_end_a_passage_stays_and_it_is_said(client, made):
    before = standing()
    page = client.post(url("move", before[0]), {"naar": "boven"}, follow=True).content.decode()
    assert "Deze passage staat al bovenaan." in page
    assert standing() == before


def test_taken_out_can_be_put_back_where_it_was(client, made):
    before = standing()
    client.post(url("remove", before[3]))
    client.post(url("remove", before[3]))
    assert before[3] not in standing()
    assert "Zet terug" in client.get(url("edit")).content.decode()
    client.post(url("restore", before[3]))
    assert standing() == before


def test_staff_text_is_kept(client, made):
    passage = standing()[0]
    assert save(client, (passage, "  Wij pr\x00aatten.\r\nEn\x1b luisterden. ")).status_code == 302
    passage.refresh_from_db()
    assert passage.text == "Wij praatten.\nEn luisterden."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Je hebt nog niets opgeschreven."),
        ("x" * 4001, "Dit is te lang: 4001 tekens. Er passen er 4000."),
        (
            "Iemand zei: over de brief die in de la bleef.",
            "Zet het erin als citaat, of schrijf het in je eigen woorden.",
        ),
        ("Wij zien dat bellen helpt bij tafel 1.", "staat letterlijk in iemands inbreng"),
    ],
)
def test_what_cannot_be_saved_is_said_at_the_passage_and_kept_on_the_screen(client, made, text, told):
    passage = standing()[0]
    before = passage.text
    response = save(client, (passage, text))
    page = response.content.decode()
    assert response.status_code == 422
    assert told in page
    assert f">{text}</textarea>" in page
    passage.refresh_from_db()
    assert passage.text == before


def test_the_guard_does_not_stop_the_theme(client, made):
    passage = standing()[0]
    assert save(client, (passage, made.gathering.theme)).status_code == 302


def test_a_recommendation_gets_a_heading_and_loses_it_again(client, made):
    passage = Passage.objects.filter(kind="recommendation").first()
    save(client, (passage, "Bel eerst"))
    assert '<h3 class="h2" id="h-' in client.get(url("preview")).content.decode()
    assert "Bel eerst" in client.get(url("preview")).content.decode()
    save(client, (passage, ""))
    assert "Bel eerst" not in client.get(url("preview")).content.decode()


def test_what_is_shown_by_reference_has_no_text_to_write(client, made):
    passage = Passage.objects.get(kind="numbers")
    save(client, (passage, "Duizend mensen"))
    passage.refresh_from_db()
    assert passage.text == ""


def test_the_title_is_kept_and_guarded(client, made):
    client.post(url("edit"), {"title": "Bellen"})
    assert report().title == "Bellen"
    assert client.post(url("edit"), {"title": ""}).status_code == 422
    assert client.post(url("edit"), {"title": "x" * 161}).status_code == 422
    assert report().title == "Bellen"


BUTTONS = ["edit", "publish", "unpublish", "insert", "move", "remove", "restore"]


@pytest.mark.parametrize("button", BUTTONS)
def test_every_button_first_saves_all_that_was_typed(client, made, button):
    first, last = (one for one in standing() if one.kind == "text" or one.kind == "unknown")
    typed = as_shown(client) | {"title": "Bellen", f"text-{first.pk}": "Een zin.", f"text-{last.pk}": "Nog een zin."}
    typed |= {"new": "Een eigen stuk.", "kind": "unknown"}
    passage = Passage.objects.get(kind="numbers")
    address = url(button, passage) if button in ("move", "remove", "restore") else url(button)
    assert client.post(address, typed).status_code == 302
    first.refresh_from_db()
    last.refresh_from_db()
    assert (report().title, first.text, last.text) == ("Bellen", "Een zin.", "Nog een zin.")
    assert [(one.kind, one.text) for one in standing()][-1] == ("unknown", "Een eigen stuk.")


@pytest.mark.parametrize("button", BUTTONS)
def test_when_one_text_cannot_be_saved_nothing_typed_is_lost_and_nothing_else_happens(client, made, button):
    first, last = (one for one in standing() if one.kind == "text" or one.kind == "unknown")
    copied = "Iemand zei: over de brief die in de la bleef."
    before = standing()
    typed = as_shown(client) | {f"text-{first.pk}": copied, f"text-{last.pk}": "Nog een zin.", "title": "x" * 161}
    passage = before[3]
    address = url(button, passage) if button in ("move", "remove", "restore") else url(button)
    response = client.post(address, typed | {"naar": "boven"})
    page = response.content.decode()
    assert response.status_code == 422
    assert f">{copied}</textarea>" in page
    assert ">Nog een zin.</textarea>" in page
    assert f'value="{"x" * 161}"' in page
    assert page.count('aria-invalid="true"') == 2
    assert report().status == "draft"
    assert standing() == before


def test_a_page_that_stood_open_does_not_put_an_older_text_back(client, made):
    first = standing()[0]
    stale = as_shown(client)
    save(client, (first, "Intussen geschreven."))
    assert client.post(url("edit"), stale).status_code == 302
    first.refresh_from_db()
    assert first.text == "Intussen geschreven."
    response = client.post(url("edit"), stale | {f"text-{first.pk}": "Van mij."})
    assert response.status_code == 422
    assert "Deze tekst is intussen veranderd." in response.content.decode()
    assert client.post(url("edit"), as_shown(client) | {f"text-{first.pk}": "Van mij."}).status_code == 302
    first.refresh_from_db()
    assert first.text == "Van mij."


def test_saving_goes_on_to_the_preview_or_to_an_insight(client, made):
    insight = Passage.objects.filter(kind="insight").first()
    for asked, where in (
        ("preview", url("preview")),
        ("new", reverse("insights:new", args=[report().session.uuid])),
        (f"insight:{insight.shows_id}", reverse("insights:edit", args=[insight.shows_id])),
        ("elsewhere", url("edit")),
    ):
        assert client.post(url("edit"), as_shown(client) | {"next": asked}).url == where


def test_the_end_of_an_evening_leads_to_its_report(client, made):
    address = reverse("publishing:of_session", args=[made.session.uuid])
    assert client.get(address).url == url("edit")
    client.force_login(made.facilitator)
    assert client.get(address).url == report().get_absolute_url()
    client.force_login(made.stranger)
    assert client.get(address).status_code == 404
    client.logout()
    assert client.get(address).status_code == 302


def test_new_staff_text_comes_last(client, made):
    client.post(url("insert"), {"own": "own", "kind": "heading", "new": "Tot slot"})
    assert [(one.kind, one.text) for one in standing()][-1] == ("heading", "Tot slot")
    copied = {"own": "own", "kind": "unknown", "new": "Over de brief die in de la bleef."}
    response = client.post(url("insert"), copied)
    assert response.status_code == 422
    assert "Over de brief die in de la bleef.</textarea>" in response.content.decode()
    assert client.post(url("insert"), {"own": "own", "kind": "text", "new": " "}).status_code == 422


def test_a_quotation_granted_later_can_be_put_in_once(client):
    made = held(people=6)
    harvest(made)
    client.force_login(made.coordinator)
    quotation = offer_quotation(made.stories[0], 0, 9)
    refused = offer_quotation(made.stories[1], 0, 9, "no")
    assert f"quotation:{quotation.pk}" in client.get(url("edit")).content.decode()
    client.post(url("insert"), {"wat": f"quotation:{quotation.pk}"})
    client.post(url("insert"), {"wat": f"quotation:{refused.pk}"})
    assert list(Passage.objects.filter(kind="quotation").values_list("quotation", flat=True)) == [quotation.pk]
    assert f"quotation:{quotation.pk}" not in client.get(url("edit")).content.decode()


def test_an_insight_taken_out_can_be_put_in_again_below(client, made):
    passage = Passage.objects.filter(kind="insight").first()
    client.post(url("remove", passage))
    client.post(url("insert"), {"wat": f"insight:{passage.shows_id}"})
    assert standing()[-1].shows_id == passage.shows_id


@pytest.mark.parametrize("chosen", ["", "insight:", "insight:x", "quotation:1", "numbers:1", "iets"])
def test_nonsense_adds_nothing_and_is_said(client, made, chosen):
    before = Passage.objects.count()
    page = client.post(url("insert"), {"wat": chosen}, follow=True).content.decode()
    assert "Kies eerst wat je wilt toevoegen." in page
    assert Passage.objects.count() == before


def test_publish_and_take_off_again(client, made):
    address = report().get_absolute_url()
    client.post(url("publish"))
    client.post(url("publish"))
    assert report().publications.count() == 1
    client.logout()
    assert client.get(address).status_code == 200
    client.force_login(made.coordinator)
    client.post(url("unpublish"))
    client.logout()
    assert client.get(address).status_code == 404
    client.force_login(made.coordinator)
    client.post(url("publish"))
    assert report().status == "provisional"
    assert report().publications.count() == 2


def test_the_preview_leaves_out_what_a_visitor_may_not_read_and_says_how_much(client, made):
    page = client.get(url("preview")).content.decode()
    assert "Zo zien bezoekers het." in page
    assert "Wij zien dat" not in page
    left_out = [one.pk for one in standing() if one.kind in ("insight", "recommendation")]
    assert [pk for pk in left_out if f'id="p-{pk}"' in page] == []
    assert "Van 4 inzichten en aanbevelingen bleven de woorden in de zaal." in page


def test_the_editor_says_what_stays_out_of_the_report(client, made):
    page = client.get(url("edit")).content.decode()
    assert "4 passages staan niet in het verslag" in page
    assert page.count("Staat niet in het verslag: de woorden bleven in de zaal.") == 4
    assert page.count('name="next" value="insight:') == Passage.objects.filter(kind="insight").count()
