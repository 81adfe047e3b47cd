"""Every input on a real phone: by keyboard, at 320 px, without a barrier axe can find."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .browsing_hall import open_hall

WIDTH = 320
STORY = "De brief lag drie weken in de la. Mijn buurvrouw belde met mij mee."


@pytest.fixture(scope="module")
def room(server, browser):
    """A hall with two phones at table 1; tests go through it in the order they stand."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    hall = open_hall(server, context.new_page())
    yield hall
    context.close()


@pytest.fixture(scope="module")
def phones(room, browser):
    contexts = [browser.new_context(viewport={"width": WIDTH, "height": 640}, locale="nl-NL") for _ in range(2)]
    pages = []
    for context in contexts:
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.problems = []
        page.on("pageerror", lambda error, page=page: page.problems.append(str(error)))
        page.on("console", lambda line, page=page: line.type == "error" and page.problems.append(line.text))
        pages.append(room.join(page, 1, "Ria" if not pages else ""))
    yield pages
    for context in contexts:
        context.close()


def sound(page):
    """No barrier, no sideways scrolling, one h1, one live region, nothing in the console."""
    page.wait_for_timeout(150)
    found = Axe().run(page)
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]
    assert page.locator("h1").count() == 1
    assert page.locator("[role=status], [aria-live]").count() == 1
    assert page.problems == []


def arrived(page, text="Aangekomen."):
    page.locator(".where", has_text=text).first.wait_for()


def heading(page, words):
    page.get_by_role("heading", level=1, name=words).wait_for()


def test_waiting_and_away(room, phones):
    phone, _ = phones
    heading(phone, "We beginnen zo")
    sound(phone)
    room.step(1)
    heading(phone, "Leg je telefoon weg")
    sound(phone)


def test_a_card_before_there_are_stories_has_nothing_to_tick(room, phones):
    phone, other = phones
    room.step(5)
    phone.get_by_role("button", name="Deze telefoon typt voor de tafel").click()
    phone.get_by_text("Stuur de kaart gewoon").wait_for()
    assert phone.locator("input[name=verhaal]").count() == 0
    sound(phone)
    other.get_by_role("button", name="Iemand anders typt").wait_for()


def test_a_story_goes_to_the_table(room, phones):
    phone, other = phones
    room.step(2)
    phone.get_by_label("Vertel over").fill(STORY)
    sound(phone)
    phone.get_by_role("button", name="Deel met mijn tafel").dblclick()
    arrived(phone)
    assert phone.get_by_label("Vertel over").is_hidden()
    sound(phone)
    other.get_by_label("Vertel over").fill("Bij het loket ging het mis.")
    other.get_by_role("button", name="Deel met mijn tafel").click()
    arrived(other)
    other.wait_for_timeout(900)
    other.get_by_text("Verhalen van jouw tafel (1)").click()
    other.locator(".voice", has_text=STORY).wait_for()
    sound(other)


def test_a_story_for_myself_stays_mine(room, phones):
    phone, other = phones
    phone.get_by_role("button", name="Nog een verhaal").click()
    phone.get_by_label("Vertel over").fill("Dit is alleen van mij.")
    phone.get_by_role("button", name="Houd het voor mezelf").click()
    phone.get_by_text("Alleen jij kunt dit lezen.").wait_for()
    other.wait_for_timeout(400)
    assert other.get_by_text("Dit is alleen van mij.").count() == 0


def test_a_dot_by_keyboard_alone(room, phones):
    phone, _ = phones
    room.step(4)
    heading(phone, "Zelf duiden")
    sound(phone)
    phone.locator("summary", has_text="Liever kiezen met woorden?").focus()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Space")
    phone.keyboard.press("ArrowDown")
    assert phone.locator(".note").first.text_content() == "Jouw stip: vooral regels en geld."
    sound(phone)
    phone.get_by_role("button", name="Zet mijn stip hier").press("Enter")
    arrived(phone)
    assert phone.evaluate("document.activeElement.tagName") == "H1"
    sound(phone)


def test_a_dot_by_tapping_and_past_niet(room, phones):
    _, other = phones
    other.locator(".triad svg").click(position={"x": 120, "y": 25})
    assert other.locator(".note").first.text_content() == "Jouw stip: vooral hoe mensen met elkaar omgaan."
    other.get_by_role("button", name="Past niet").click()
    other.get_by_text("Jij koos: past niet.").wait_for()
    arrived(other)
    room.lead("close")
    other.get_by_text("Te weinig mensen om dit te laten zien.").wait_for()
    sound(other)


def test_a_card_rests_on_stories(room, phones):
    phone, other = phones
    room.step(5)
    sound(phone)
    phone.get_by_label("Wij zien dat").fill("Wij zien dat samen bellen helpt.")
    phone.get_by_role("button", name="Stuur deze kaart").click()
    phone.locator(".error", has_text="Kies minstens 2 verhalen").wait_for()
    assert phone.get_by_label("Wij zien dat").input_value() == "Wij zien dat samen bellen helpt."
    sound(phone)
    ticks = phone.locator("input[name=verhaal]")
    assert ticks.count() == 2
    for tick in ticks.all():
        tick.check()
    phone.get_by_role("button", name="Stuur deze kaart").click()
    arrived(phone)
    other.get_by_role("button", name="Iemand anders typt").click()
    other.locator(".voice:visible", has_text="samen bellen helpt").first.wait_for()
    sound(other)


def test_a_card_of_201_signs_is_not_cut_off(room, phones):
    phone, _ = phones
    phone.get_by_label("Wij zien dat").fill("a" * 201)
    phone.get_by_text("1 teken te lang. Wat kan eruit?").wait_for()
    phone.get_by_role("button", name="Stuur deze kaart").click()
    phone.locator(".error", has_text="Deze kaart is te lang.").wait_for()
    assert len(phone.get_by_label("Wij zien dat").input_value()) == 201
    for text in ("Wij zien dat één vast gezicht rust geeft.", "Wij zien dat een brief dicht blijft."):
        phone.get_by_label("Wij zien dat").fill(text)
        for tick in phone.locator("input[name=verhaal]").all():
            tick.check()
        phone.get_by_role("button", name="Stuur deze kaart").click()
        phone.locator(".given", has_text=text).wait_for()
    phone.wait_for_function("() => document.querySelectorAll('.given').length === 3")
    phone.wait_for_function("() => !document.querySelector('.where--phone:not(.phone-line)')")


def test_weighing_goes_back_and_skips(room, phones):
    phone, _ = phones
    room.show(3)
    room.step(6)
    heading(phone, "Past deze zin bij wat jij meemaakt?")
    phone.get_by_text("Hier komen de zinnen.").wait_for()
    room.lead("promote", voices=room.listed("promotable", 3))
    phone.get_by_text("Zin 1 van 3.").wait_for()
    sound(phone)
    phone.get_by_role("button", name="Eens", exact=True).click()
    phone.get_by_role("button", name="Overslaan").click()
    phone.get_by_role("button", name="Vorige zin").click()
    phone.get_by_role("button", name="Vorige zin").click()
    assert phone.get_by_role("button", name="Eens", exact=True).get_attribute("aria-pressed") == "true"
    phone.get_by_role("button", name="Oneens", exact=True).click()
    phone.get_by_text("Zin 3 van 3.").wait_for()
    phone.get_by_role("button", name="Weet ik nog niet").click()
    phone.get_by_text("Dat waren alle zinnen.").wait_for()
    assert phone.locator(".given .mark + *, .given p.row").all_text_contents() == [
        "Oneens",
        "Overgeslagen",
        "Weet ik nog niet",
    ]
    sound(phone)


def test_three_cards_and_a_reason(room, phones):
    phone, _ = phones
    room.step(7)
    heading(phone, "Samen kiezen wat telt")
    phone.locator("input[name=kaart]").nth(1).check()
    sound(phone)
    phone.get_by_role("button", name="Zeg waarom").click()
    phone.get_by_label("Waarom kies je deze kaart?").fill("Dat hoorde ik aan elke tafel.")
    sound(phone)
    phone.get_by_role("button", name="Dit kies ik").click()
    arrived(phone)
    phone.get_by_text("Dat hoorde ik aan elke tafel.").wait_for()
    sound(phone)


def test_a_recommendation_says_what_is_missing(room, phones):
    phone, other = phones
    room.step(9)
    phone.get_by_role("button", name="Deze telefoon typt voor de tafel").click()
    phone.get_by_label("Wie", exact=True).fill("de woonstichting")
    phone.get_by_label("Doet wat").fill("belt eerst")
    missing = "Mist nog: voor wie, voor wanneer, waaraan merken we het en rust op."
    assert phone.locator(".missing").text_content() == missing
    phone.locator("input[name=rust]").first.check()
    sound(phone)
    phone.get_by_role("button", name="Stuur onze aanbeveling").click()
    arrived(phone)
    other.get_by_role("button", name="Iemand anders typt").click()
    other.locator(".voice", has_text="de woonstichting belt eerst voor …").wait_for()
    other.get_by_text("Mist nog: voor wie, voor wanneer en waaraan merken we het.").wait_for()
    sound(other)


def test_a_step_within_four_weeks(room, phones):
    phone, _ = phones
    room.step(10)
    phone.get_by_label("Ik ga").fill("met mijn buurvrouw de brieven openmaken")
    phone.get_by_label("Een andere dag").check()
    phone.get_by_role("button", name="Dit is mijn stap").click()
    phone.locator(".error", has_text="Kies een dag binnen vier weken.").wait_for()
    sound(phone)
    phone.get_by_label("Over een week").check()
    phone.get_by_role("button", name="Dit is mijn stap").click()
    phone.locator(".given", has_text="Ik ga met mijn buurvrouw de brieven openmaken").wait_for()
    arrived(phone)
    sound(phone)


def test_a_slide_by_keyboard(room, phones):
    phone, _ = phones
    room.step(11)
    slide = phone.get_by_role("slider")
    assert slide.get_attribute("aria-valuetext") == "nog niet gekozen"
    phone.get_by_role("button", name="Zet mijn schuif hier").click()
    phone.locator(".error", has_text="Tik eerst op de lijn.").wait_for()
    slide.focus()
    phone.keyboard.press("End")
    assert slide.get_attribute("aria-valuetext") == "helemaal bij ‘zeker’"
    sound(phone)
    phone.get_by_role("button", name="Zet mijn schuif hier").press("Enter")
    arrived(phone)
    sound(phone)


def test_consent_per_piece(room, phones):
    phone, _ = phones
    phone.get_by_role("button", name="Verder: wat mag er met jouw woorden?").click()
    heading(phone, "Wat mag er met jouw woorden?")
    sound(phone)
    phone.get_by_label("de regio").check()
    phone.get_by_text("Jij koos: de regio.").wait_for()
    phone.get_by_text("Een zin voor het verslag?").click()
    phone.evaluate("document.querySelector('wp-phone').refresh()")
    phone.wait_for_function("() => !document.querySelector('wp-phone').outbox.items.length")
    phone.wait_for_timeout(1000)
    phone.get_by_role("button", name="De brief lag drie weken in de la.").click()
    phone.get_by_role("button", name="Ja, zonder naam").click()
    phone.get_by_text("Jij zei: Ja, zonder naam.").wait_for()
    sound(phone)
    phone.get_by_text("Onderwijs of onderzoek?").click()
    phone.get_by_label("Dit mag in onderzoek.").check()
    sound(phone)
    phone.get_by_role("button", name="Kies dit voor al mijn woorden").click()
    for _piece in range(20):
        if phone.get_by_role("button", name="Klaar", exact=True).count():
            break
        phone.get_by_role("button", name="Volgende").click()
    phone.get_by_role("button", name="Klaar", exact=True).click()
    heading(phone, "Dank je wel")
    sound(phone)
    phone.wait_for_function("() => document.querySelector('wp-phone').outbox.items.length === 0")
    mine = phone.evaluate(
        "async () => { const phone = document.querySelector('wp-phone'); await phone.mine.load(); return phone.mine.data.pieces; }"
    )
    levels = {piece["words"].get("text", piece["kind"]): piece["level"] for piece in mine}
    assert levels[STORY] == "region"
    assert {piece["words"]["text"]: piece["uses"] for piece in mine if piece["uses"]} == {STORY: {"research": True}}
    assert [one["answer"] for piece in mine for one in piece["asked"]] == ["unnamed"]
    assert [piece["asked"][0]["end"] for piece in mine if piece["asked"]] == [len("De brief lag drie weken in de la.")]


def test_table_help_and_my_words(room, phones):
    phone, _ = phones
    phone.get_by_role("button", name="Mijn woorden", exact=True).click()
    heading(phone, "Mijn woorden")
    phone.locator(".voice:visible", has_text="samen bellen helpt").first.wait_for()
    sound(phone)
    phone.get_by_role("button", name="Hulp", exact=True).click()
    phone.get_by_text("Is iemand in gevaar? Stop en bel 112.").wait_for()
    sound(phone)
    phone.get_by_role("button", name="Tafel 1").click()
    phone.get_by_label("2", exact=True).check()
    phone.get_by_role("button", name="Hier zit ik").click()
    phone.get_by_role("button", name="Tafel 2").wait_for()
    sound(phone)


def test_a_question_comes_by_itself_and_goes_when_answered(room, phones):
    phone, _ = phones
    assert phone.locator(".foot-news").count() == 0
    [card] = room.listed("shown", 3)[:1]
    room.lead("ask", voice=card, start=0, end=8)
    phone.get_by_role("button", name="Er is een vraag voor jou").click(timeout=5000)
    heading(phone, "Wat mag er met jouw woorden?")
    phone.get_by_role("heading", name="We willen deze zin graag in het verslag zetten.").wait_for()
    sound(phone)
    phone.locator(".asked").first.get_by_role("button", name="Nee", exact=True).click()
    phone.locator(".foot-news").wait_for(state="detached")
    phone.get_by_role("button", name="Terug", exact=True).click()


def test_the_end_and_wiping_this_phone(room, phones):
    phone, other = phones
    room.lead("step", n=2, reason="other")
    other.get_by_role("button", name="Nog een verhaal").click()
    other.get_by_label("Vertel over").fill("Ik was nog bezig.")
    room.lead("end")
    heading(phone, "Dank je wel")
    other.get_by_role("paragraph").filter(has_text="De avond is klaar. Maak gerust af. Versturen kan nog.").wait_for()
    other.evaluate("document.activeElement.blur()")
    other.wait_for_timeout(300)
    other.evaluate("document.querySelector('wp-phone').draw()")
    assert other.get_by_label("Vertel over").input_value() == "Ik was nog bezig."
    other.get_by_role("button", name="Deel met mijn tafel").click()
    heading(other, "Dank je wel")
    sound(phone)
    phone.get_by_role("button", name="Wis deze avond van deze telefoon").click()
    sound(phone)
    phone.get_by_role("button", name="Ja, wis deze avond").click()
    phone.wait_for_url("**/mee/")
    assert [one["name"] for one in phone.context.cookies() if one["name"].startswith("wp_seat")] == []
    assert phone.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
    assert phone.evaluate("indexedDB.databases().then((all) => all.length)") == 0
