"""The giver's screens in a real browser: opened from the QR's address, by keyboard, without a barrier axe can find."""

import pytest
from django.conf import settings
from django.test import Client

from tests.browsing import violations
from tests.thread.conftest import CODE
from werkplaats.voices import consent
from werkplaats.voices.models import Voice, Withdrawal
from werkplaats.voices.suspend import LOST_CARD, suspend
from werkplaats.voices.withdraw import finish, withdraw

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "keys"])
HASH = "#kaart=" + CODE.replace(" ", "-")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_screen_of_the_thread(evening, live_server, open_page, picture, width):
    name = evening.say("me", kind="name", text="Samira")
    story = evening.say("me", kind="story", text="De brief lag drie weken in de la. " * 15, name=name.pk)
    card = evening.say("room", text="Samen bellen helpt.")
    consent.ask_quotation(story, 0, 33, None)
    finish(withdraw(evening.say("room")))
    withdraw(evening.say("room"))
    page = open_page(width, 780)
    page.goto(live_server.url + "/draad/in/")
    page.get_by_label("Jouw code").fill("fiets linde emer wolk")
    page.keyboard.press("Enter")
    page.get_by_text("Bedoel je ‘emmer’?").wait_for()
    assert page.evaluate("document.activeElement.id") == "code"
    look(page, picture, "draad-code")
    page.goto(live_server.url + "/draad/kaart-kwijt/" + HASH)
    look(page, picture, "draad-kaart-kwijt")
    page.goto(live_server.url + "/draad/in/" + HASH)
    page.wait_for_url("**/draad/")
    assert "fiets" not in page.content()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    look(page, picture, "draad")
    for verb, voice in (("terugnemen", story), ("minder-delen", card), ("gelezen", card)):
        page.goto(f"{live_server.url}/draad/{voice.pk}/{verb}/")
        look(page, picture, f"draad-{verb}")
    page.goto(f"{live_server.url}/draad/bewijs/{Withdrawal.objects.earliest('at').voice_id}/")
    look(page, picture, "draad-bewijs")


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_stilled_on_a_screen(evening, live_server, open_page, picture, width):
    told = evening.say("everyone", giver="teller", kind="story")
    answer = evening.say("everyone", about=told.pk, text="Toen dacht ik aan mijn zus.")
    withdraw(told)
    suspend(evening.say("everyone", text="De deurwaarder stond voor de deur."), LOST_CARD)
    quoted = evening.say("everyone", text="Samen bellen helpt.")
    consent.offer_quotation(quoted, 0, 12)
    page = open_page(width, 780)
    page.goto(live_server.url + "/draad/in/" + HASH)
    page.wait_for_url("**/draad/")
    look(page, picture, "draad-stil")
    page.goto(f"{live_server.url}/draad/{quoted.pk}/minder-delen/")
    look(page, picture, "draad-minder-delen-citaat")
    page.goto(f"{live_server.url}/draad/{answer.pk}/herschrijven/")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_text("Je hebt nog niets opgeschreven.").wait_for()
    look(page, picture, "draad-herschrijven")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_lost_card_on_a_screen(evening, live_server, open_page, picture, width):
    client = Client()
    client.force_login(evening.accounts["coordinator"], backend="django.contrib.auth.backends.ModelBackend")
    page = open_page(width, 780)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
    page.goto(live_server.url + "/draad/kaart-kwijt/stilzetten/")
    page.get_by_role("button", name="Zet stil").click()
    page.locator(".utrecht-form-field-error-message").first.wait_for()
    look(page, picture, "kaart-kwijt-stilzetten")


def look(page, picture, name):
    picture(page, name)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_one_sentence_taken_back_by_keyboard_alone(evening, live_server, open_page):
    evening.say("everyone", text="kanarievogel")
    page = open_page(360, 780)
    page.goto(live_server.url + "/draad/in/" + HASH)
    page.wait_for_url("**/draad/")
    until(page, "Terugnemen")
    page.wait_for_url("**/terugnemen/")
    until(page, "Ja, neem terug")
    page.wait_for_url("**/bewijs/**")
    assert "kanarie" not in page.content()
    until(page, "Nu meteen wissen")
    page.get_by_text("De sleutel van deze woorden is vernietigd.").wait_for()
    assert Voice.objects.get().sealed is None
    until(page, "Sluit af", forward=False)
    page.get_by_text("Deze browser weet je code niet meer.").wait_for()


def until(page, name, forward=True):
    """Walks by Tab to what has this name, and presses Enter."""
    page.evaluate("document.activeElement.blur()")
    for _turn in range(40):
        page.keyboard.press("Tab" if forward else "Shift+Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"not reached by keyboard: {name}")
