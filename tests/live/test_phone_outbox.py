"""What a phone keeps when the hall's wifi does not."""

import pytest

from .browsing_hall import open_hall

GIVE = "**/live/*/give"
PIECES = """async () => {
  const { mine } = document.querySelector("wp-phone");
  await mine.load();
  return mine.data.pieces.map((piece) => piece.words.text);
}"""


@pytest.fixture(scope="module")
def room(server, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    yield open_hall(server, context.new_page())
    context.close()


@pytest.fixture
def phone(room, open_page):
    room.step(2)
    page = room.join(open_page(360, 720), 1)
    page.get_by_label("Vertel over").wait_for()
    return page


def answers(room, wanted=None):
    """How many answered in this step; waits a little for a wanted number, since frames come each 100 ms."""
    for _ in range(40):
        found = room.view("room")["answers"]
        if wanted in (None, found):
            break
        room.page.wait_for_timeout(50)
    return found


def test_a_reload_keeps_what_was_typed(phone):
    phone.get_by_label("Vertel over").press_sequentially("Half een zin")
    phone.reload()
    phone.get_by_label("Vertel over").wait_for()
    assert phone.get_by_label("Vertel over").input_value() == "Half een zin"


def test_without_wifi_it_waits_and_arrives_once(room, phone):
    before = answers(room)
    phone.route(GIVE, lambda route: route.abort())
    phone.get_by_label("Vertel over").fill("Dit gaat zonder wifi.")
    phone.get_by_role("button", name="Deel met mijn tafel").click()
    phone.locator(".given", has_text="Bewaard op je telefoon.").wait_for()
    phone.reload()
    phone.locator(".given", has_text="Bewaard op je telefoon.").wait_for()
    assert answers(room) == before
    phone.unroute(GIVE)
    phone.evaluate("dispatchEvent(new Event('online'))")
    phone.locator(".given", has_text="Aangekomen.").wait_for()
    assert answers(room, before + 1) == before + 1
    assert phone.evaluate(PIECES) == ["Dit gaat zonder wifi."]


def test_an_answer_that_got_lost_on_the_way_back_is_not_given_twice(room, phone):
    before = answers(room)
    lost = []

    def lose(route):
        if not lost:
            lost.append(route.fetch())
            return route.abort()
        return route.continue_()

    phone.route(GIVE, lose)
    phone.get_by_label("Vertel over").fill("Twee keer verstuurd.")
    phone.get_by_role("button", name="Deel met mijn tafel").click()
    phone.locator(".given", has_text="Aangekomen.").wait_for()
    assert len(lost) == 1
    assert answers(room, before + 1) == before + 1
    assert phone.evaluate(PIECES) == ["Twee keer verstuurd."]


def test_refused_words_come_back_to_the_input(phone):
    def refuse(route):
        item = route.request.post_data_json["items"][0]
        route.fulfill(
            json={"acks": [], "refused": [{"uuid": item["uuid"], "title": "Kort dit nog wat in."}], "time": ""}
        )

    phone.route(GIVE, refuse, times=1)
    phone.get_by_label("Vertel over").fill("Woorden die terugkomen.")
    phone.get_by_role("button", name="Deel met mijn tafel").click()
    phone.locator(".error", has_text="Kort dit nog wat in.").wait_for()
    assert phone.get_by_label("Vertel over").input_value() == "Woorden die terugkomen."
    phone.reload()
    phone.get_by_label("Vertel over").wait_for()
    assert phone.get_by_label("Vertel over").input_value() == "Woorden die terugkomen."


def test_a_busy_server_is_asked_again_later(room, phone):
    phone.route(
        GIVE,
        lambda route: route.fulfill(status=503, headers={"retry-after": "0"}, json={"title": "Even druk."}),
        times=2,
    )
    phone.get_by_label("Vertel over").fill("Drie keer kloppen.")
    phone.get_by_role("button", name="Deel met mijn tafel").click()
    phone.locator(".given", has_text="Aangekomen.").wait_for()


def test_nothing_moves_while_someone_types(room, phone):
    phone.get_by_label("Vertel over").press_sequentially("Ik ben nog")
    room.step(10)
    phone.locator(".note", has_text="De zaal is bij ‘Wat doe jij?’.").wait_for()
    assert phone.evaluate("document.activeElement.tagName") == "TEXTAREA"
    phone.keyboard.type(" bezig")
    assert phone.get_by_label("Vertel over").input_value() == "Ik ben nog bezig"
    phone.get_by_role("button", name="Ga mee met de zaal").click()
    phone.get_by_role("heading", level=1, name="Wat doe jij?").wait_for()
    phone.get_by_text("Je was nog aan het schrijven.").wait_for()
    phone.get_by_role("button", name="Maak het af").click()
    assert phone.get_by_label("Vertel over").input_value() == "Ik ben nog bezig"
    phone.get_by_role("button", name="Deel met mijn tafel").click()
    phone.get_by_text("Aangekomen, iets later dan de rest.").first.wait_for()
    phone.get_by_role("button", name="Terug naar de zaal").click()
    phone.get_by_role("heading", level=1, name="Wat doe jij?").wait_for()
    assert phone.get_by_text("Je was nog aan het schrijven.").count() == 0


def test_the_next_person_on_this_phone_finds_nothing_of_the_one_before(room, phone):
    room.step(2)
    phone.get_by_label("Vertel over").fill("Van wie hier eerst zat.")
    phone.goto(f"{room.url}/mee/#zaal={room.code}&tafel=2")
    phone.get_by_role("button", name="Iemand anders doet mee op deze telefoon").click()
    room.join_from_code_question(phone)
    phone.get_by_label("Vertel over").wait_for()
    assert phone.get_by_label("Vertel over").input_value() == ""
    assert phone.get_by_text("Van wie hier eerst zat.").count() == 0


def test_help_stays_open_while_the_room_goes_on(room, phone):
    phone.get_by_role("button", name="Hulp", exact=True).click()
    phone.get_by_role("heading", level=1, name="Hulp").wait_for()
    room.step(10)
    phone.locator(".note", has_text="De zaal is bij ‘Wat doe jij?’.").wait_for()
    phone.get_by_role("heading", level=1, name="Hulp").wait_for()
    phone.get_by_role("button", name="Terug").click()
    phone.get_by_role("heading", level=1, name="Wat doe jij?").wait_for()
