"""From a code to a seat on a phone."""

import pytest

from .browsing_hall import open_hall


@pytest.fixture(scope="module")
def room(server, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    yield open_hall(server, context.new_page())
    context.close()


@pytest.fixture
def phone(open_page):
    return open_page(320, 640)


def test_a_word_we_do_not_know_stays_and_gets_a_suggestion(room, phone):
    phone.goto(f"{room.url}/mee/")
    phone.get_by_label("Jouw code").fill("fiets linde emer wolk")
    phone.get_by_role("button", name="Verder").click()
    phone.locator(".error", has_text="emer").wait_for()
    assert "emmer" in phone.locator(".error").text_content()
    assert phone.get_by_label("Jouw code").input_value() == "fiets linde emer wolk"
    assert phone.get_by_label("Jouw code").get_attribute("aria-invalid") == "true"
    phone.get_by_role("button", name="Probeer opnieuw").wait_for()


def test_an_unknown_room_code_says_where_to_look(room, phone):
    phone.goto(f"{room.url}/mee/")
    phone.get_by_role("button", name="Geen kaart? Typ de code van de zaal").click()
    phone.get_by_label("De code van de zaal").fill("NIETES")
    phone.get_by_role("button", name="Verder").click()
    phone.locator(".error", has_text="grote scherm").wait_for()


def test_the_code_of_the_room_in_the_first_box_opens_the_door(room, phone):
    phone.goto(f"{room.url}/mee/")
    phone.get_by_label("Jouw code").fill(f" {room.code.lower()} ")
    phone.get_by_role("button", name="Verder").click()
    phone.get_by_role("button", name="Nee, ik heb geen code").wait_for()
    assert phone.locator(".rehearsal").text_content() == "Proefsessie"


def test_a_reload_at_the_table_asks_no_code_again(room, phone):
    phone.goto(f"{room.url}/mee/#zaal={room.code}")
    phone.get_by_role("button", name="Nee, ik heb geen code").click()
    phone.get_by_role("heading", name="Aan welke tafel zit je?").wait_for()
    phone.reload()
    phone.get_by_role("heading", name="Aan welke tafel zit je?").wait_for()
    assert phone.url == f"{room.url}/mee/"


def test_a_new_code_survives_a_reload_and_stands_with_my_words(room, phone):
    phone.goto(f"{room.url}/mee/#zaal={room.code}&tafel=1")
    phone.get_by_role("button", name="Nee, ik heb geen code").click()
    phone.get_by_role("button", name="Verder").click()
    phone.get_by_role("button", name="Ja", exact=True).click()
    phone.get_by_role("button", name="Verder").click()
    phone.get_by_role("button", name="Overslaan").click()
    words = phone.locator(".codewords li")
    words.first.wait_for()
    made = words.all_text_contents()
    phone.reload()
    words.first.wait_for()
    assert words.all_text_contents() == made
    assert phone.locator(".rehearsal").text_content() == "Proefsessie"
    assert phone.evaluate("sessionStorage.length") == 0
    phone.get_by_role("button", name="Ik heb ze opgeschreven").click()
    phone.wait_for_url("**/zaal/")
    phone.goto(f"{room.url}/mee/")
    phone.wait_for_url("**/zaal/")
    phone.get_by_role("button", name="Mijn woorden", exact=True).click()
    phone.get_by_role("button", name="Jouw code nog eens zien").click()
    words.first.wait_for()
    assert words.all_text_contents() == made


def test_no_code_stays_in_the_address(room, phone):
    phone.goto(f"{room.url}/mee/#zaal={room.code}&tafel=2")
    phone.get_by_role("button", name="Nee, ik heb geen code").wait_for()
    assert phone.url == f"{room.url}/mee/"
    phone.get_by_role("button", name="Nee, ik heb geen code").click()
    assert phone.get_by_label("2", exact=True).is_checked()


def test_the_new_code_opens_the_same_seat_on_another_phone(room, phone, open_page):
    phone.goto(f"{room.url}/mee/#zaal={room.code}&tafel=1")
    phone.get_by_role("button", name="Nee, ik heb geen code").click()
    phone.get_by_role("button", name="Verder").click()
    phone.get_by_role("button", name="Ja", exact=True).click()
    phone.get_by_label("bewoner").check()
    phone.get_by_role("button", name="Verder").click()
    phone.get_by_role("button", name="Weet ik niet").click()
    phone.locator(".codewords").wait_for()
    words = phone.locator(".codewords li").all_text_contents()
    assert len(words) == 4
    phone.get_by_role("button", name="Ik heb ze opgeschreven").click()
    phone.wait_for_url("**/zaal/")
    other = open_page(320, 640)
    other.goto(f"{room.url}/mee/#kaart={'-'.join(words)}")
    other.wait_for_url("**/zaal/")
    other.get_by_role("button", name="Tafel 1").wait_for()
    seats = [page.evaluate("JSON.parse(localStorage['werkplaats.seat']).seat") for page in (phone, other)]
    assert seats[0] == seats[1]
    phone.goto(f"{room.url}/mee/")
    phone.wait_for_url("**/zaal/")


def test_under_sixteen_joins_the_talk_and_keeps_nothing(room, phone):
    room.step(2)
    phone.goto(f"{room.url}/mee/#zaal={room.code}&tafel=1")
    phone.get_by_role("button", name="Nee, ik heb geen code").click()
    phone.get_by_role("button", name="Verder").click()
    phone.get_by_role("button", name="Nee", exact=True).click()
    phone.get_by_text("Dan kun je gewoon meepraten.").wait_for()
    phone.get_by_role("button", name="Verder").click()
    phone.get_by_role("button", name="Verder").click()
    phone.get_by_role("button", name="Overslaan").click()
    phone.get_by_role("button", name="Ik heb ze opgeschreven").click()
    phone.get_by_text("Jij praat mee aan tafel.").wait_for()
    assert phone.locator("textarea").count() == 0


def test_a_phone_without_a_seat_goes_to_the_door(room, phone):
    phone.goto(f"{room.url}/zaal/")
    phone.wait_for_url("**/mee/")


def test_scanning_another_table_moves_this_phone(room, phone):
    room.join(phone, 1)
    phone.goto(f"{room.url}/mee/#zaal={room.code}&tafel=2")
    phone.get_by_role("heading", level=1, name="Je doet al mee").wait_for()
    phone.get_by_role("button", name="Naar de zaal").click()
    phone.get_by_role("button", name="Tafel 2").wait_for()
    phone.wait_for_function("() => document.querySelector('wp-phone').outbox.items.length === 0")
    assert phone.evaluate("document.querySelector('wp-phone').stream.views.table.number") == 2
