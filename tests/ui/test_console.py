"""The console: what waits is in view, a refusal asks for a reason, and everything goes by keyboard."""

import pytest

from tests.browsing import overflow, violations, watch
from tests.ui.a_room import TEXTS, WEIGHING, console, landscape, room
from tests.ui.conftest import frames

WITH_A_NAME = "Wij zien dat meneer Bakker altijd naar je luistert."
WAITING = (TEXTS[5], TEXTS[2], TEXTS[3], WITH_A_NAME)


def led(screen, room_view=None, console_view=None, width=1280, height=800, **options):
    views = {"room": room_view or room(cards=TEXTS[:2]), "console": console_view or console(WAITING, shown=2)}
    return screen("console", views, width, height, **options)


def posts(page):
    return [
        {key: value for key, value in post.items() if key != "uuid"}
        for post in page.evaluate("() => posts")
        if isinstance(post, dict)
    ]


def settled(page):
    """Cards that came in this moment are not yet in the batch."""
    page.get_by_role("button", name="Laat 3 kaarten zien").wait_for(timeout=4000)
    return page


def test_waiting_cards_are_in_view_on_a_small_laptop(screen):
    page = settled(led(screen))
    for text in WAITING:
        box = page.locator(".wcard", has_text=text).first.bounding_box()
        assert box["y"] + box["height"] <= 800
    assert page.get_by_role("button", name="Volgende").bounding_box()["y"] < 500


def test_what_may_name_somebody_is_not_in_the_batch(screen):
    page = settled(led(screen))
    card = page.locator(".wcard", has_text="Bakker")
    assert not card.get_by_role("checkbox").is_checked()
    assert "naam" in card.locator(".flag").text_content()
    page.get_by_role("button", name="Laat 3 kaarten zien").click()
    page.wait_for_function("() => posts.length > 0")
    assert posts(page) == [{"do": "show", "voices": ["w0", "w1", "w2"]}]


def test_a_card_nobody_can_have_read_is_not_in_the_batch(screen):
    page = settled(led(screen))
    new = {"waiting": {"w9": {"text": "Net binnen.", "step": 5, "kind": "card", "at": 9}}}
    page.evaluate("(frames) => send(frames)", frames({"console": new}, v=2, full=False))
    assert page.get_by_role("button", name="Laat 3 kaarten zien").is_visible()
    page.get_by_role("button", name="Laat 4 kaarten zien").wait_for(timeout=4000)


def test_a_story_somebody_shares_wider_is_not_pushed_onto_the_wall(screen):
    page = led(screen, console_view=console(waiting=WAITING[:1]))
    story = {"waiting": {"s1": {"text": "Mijn verhaal.", "step": 2, "kind": "story", "at": 9}}}
    page.evaluate("(frames) => send(frames)", frames({"console": story}, v=2, full=False))
    page.wait_for_timeout(2500)
    assert page.get_by_role("button", name="Laat 1 kaart zien").is_visible()
    assert not page.locator(".wcard", has_text="Mijn verhaal.").get_by_role("checkbox").is_checked()


def test_cards_of_an_earlier_part_are_folded(screen):
    view = room(8, cards=TEXTS[:2])
    view["cards"]["c1"]["step"] = 8
    page = led(screen, view, console(shown=2, following=9))
    assert page.get_by_role("heading", name="Op het grote scherm: 1 kaart").is_visible()
    assert not page.locator(".wcard", has_text=TEXTS[0]).is_visible()
    page.get_by_text("Eerder op het scherm: 1").click()
    assert page.locator(".wcard", has_text=TEXTS[0]).is_visible()


def test_a_tick_and_the_focus_survive_a_new_frame(screen):
    page = settled(led(screen))
    box = page.locator(".wcard", has_text=TEXTS[2]).get_by_role("checkbox")
    box.focus()
    page.keyboard.press("Space")
    new = {"waiting": {"w9": {"text": "Net binnen.", "step": 5, "kind": "card", "at": 9}}}
    page.evaluate("(frames) => send(frames)", frames({"console": new}, v=2, full=False))
    assert not page.locator(".wcard", has_text=TEXTS[2]).get_by_role("checkbox").is_checked()
    assert page.evaluate("() => document.activeElement.dataset.key") == "w1"


def test_the_guard_asks_for_a_reason_and_sends_it(screen):
    page = led(screen)
    title = "Nog niet doen: onderdeel 6 is nog open. Wil je toch verder? Kies waarom."
    page.evaluate("(title) => { answers = {status: 409, body: {title}}; }", title)
    page.get_by_role("button", name="Volgende").click()
    dialog = page.get_by_role("dialog", name=title)
    dialog.wait_for()
    dialog.get_by_role("button", name="Toch verder").click()
    assert dialog.locator(".error").is_visible()
    assert violations(page) == []
    page.evaluate("() => { answers = {status: 200, body: {seq: 2}}; }")
    dialog.get_by_role("radio", name="De groep wil verder").check()
    dialog.get_by_role("button", name="Toch verder").click()
    dialog.wait_for(state="detached")
    assert posts(page) == [{"do": "step", "n": 6}, {"do": "step", "n": 6, "reason": "group_wants_on"}]


def test_escape_leaves_everything_as_it_was(screen):
    page = led(screen)
    page.evaluate("() => { answers = {status: 409, body: {title: 'Nog niet.'}}; }")
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("dialog", name="Nog niet.").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog", name="Nog niet.").wait_for(state="detached")
    assert posts(page) == [{"do": "step", "n": 6}]


def test_a_refusal_is_said_in_words(screen):
    page = led(screen)
    page.evaluate("() => { answers = {status: 409, body: {title: 'Er loopt nu geen onderdeel.'}}; }")
    page.get_by_role("button", name="2 minuten erbij").click()
    page.locator(".said--problem", has_text="Er loopt nu geen onderdeel.").wait_for()


def test_next_is_filled_only_when_the_time_is_up(screen):
    filled = "utrecht-button--primary-action"
    for minutes, expected in ((6, ["Laat 3 kaarten zien"]), (-1, ["Volgende: Samen kiezen wat telt"])):
        page = led(screen, room(minutes=minutes, cards=TEXTS[:2]))
        page.get_by_role("button", name="Laat 3 kaarten zien").wait_for(timeout=4000)
        assert page.locator(f".{filled}:visible").all_text_contents() == expected


def test_time_is_told_in_minutes(screen):
    for minutes, words in ((5.2, "nog 6 minuten"), (0.4, "nog 1 minuut"), (-2, "de tijd is om")):
        assert led(screen, room(minutes=minutes)).get_by_role("timer").text_content() == words


def test_closing_shows_the_result_and_a_landscape_stays_here_first(screen):
    page = led(screen, room(4), console(following=5))
    page.get_by_role("button", name="Sluit en laat zien").click()
    page.wait_for_function("() => posts.length > 1")
    assert posts(page) == [{"do": "close"}, {"do": "wall", "shows": "results"}]


def test_the_landscape_goes_to_the_wall_when_the_facilitator_says_so(screen):
    ids = [f"c{i}" for i in range(6)]
    statements = {one: {"text": text, "at": i} for i, (one, text) in enumerate(zip(ids, TEXTS, strict=True))}
    view = room(6, cards=TEXTS, recipe=WEIGHING, statements=statements)
    page = led(screen, view, console(shown=6, following=7, statements=ids, landscape=landscape(ids)))
    page.get_by_role("heading", name="Beeld van de zaal").wait_for()
    assert page.locator("svg.landscape g").count() == 25
    assert violations(page) == []
    page.get_by_role("button", name="Zet op het grote scherm").click()
    page.wait_for_function("() => posts.length > 0")
    assert posts(page) == [{"do": "wall", "shows": "landscape"}]


def test_closing_the_weighing_leaves_the_wall_as_it_is(screen):
    page = led(screen, room(6, recipe=WEIGHING), console(following=7))
    page.get_by_role("button", name="Sluit en laat zien").click()
    page.wait_for_function("() => posts.length > 0")
    page.wait_for_timeout(300)
    assert posts(page) == [{"do": "close"}]


def test_three_statements_make_a_round_possible(screen):
    page = led(screen, room(cards=TEXTS[:4]), console(shown=4, statements=["c0", "c1", "c2"], promotable=["c3"]))
    page.get_by_role("button", name="Stellingen toevoegen").click()
    page.get_by_role("button", name="Maak stelling").click()
    page.wait_for_function("() => posts.length > 1")
    assert posts(page) == [
        {"do": "insert", "block": "stellingen", "after": 5},
        {"do": "promote", "voices": ["c3"]},
    ]


def test_a_quotation_is_asked_for_a_part_or_the_whole(screen):
    page = led(screen)
    page.get_by_role("button", name="Vraag voor verslag").first.click()
    page.get_by_role("button", name="Vraag het").click()
    page.wait_for_function("() => posts.length > 0")
    assert posts(page) == [{"do": "ask", "voice": "c0", "start": 0, "end": len(TEXTS[0])}]


def test_paper_and_talking_are_counted_per_table(screen):
    page = led(screen)
    page.get_by_role("button", name="Papier en meepraten tellen").click()
    page.get_by_label("Tafel 3: op papier").fill("2")
    page.get_by_role("button", name="Bewaar").click()
    page.wait_for_function("() => posts.length > 0")
    assert posts(page) == [{"do": "count", "table": 3, "paper": 2, "talking": 1}]


def test_who_talks_with_a_phone_is_not_counted_twice(screen):
    tables = [{"number": 1, "phones": 4, "paper": 0, "talking": 2, "talking_by_phone": 1, "answers": 0}]
    page = led(screen, console_view=console(tables=tables))
    page.get_by_role("button", name="Papier en meepraten tellen").click()
    page.get_by_label("Tafel 1: op papier").fill("3")
    page.get_by_role("button", name="Bewaar").click()
    page.wait_for_function("() => posts.length > 0")
    assert posts(page) == [{"do": "count", "table": 1, "paper": 3, "talking": 1}]


def test_the_end_asks_first(screen):
    page = led(screen, room(10), console(following=None))
    page.get_by_role("button", name="Sluit de avond").first.click()
    page.get_by_role("dialog", name="De avond sluiten?").get_by_role("button", name="Nee, terug").click()
    assert posts(page) == []
    page.get_by_role("button", name="Sluit de avond").first.click()
    page.get_by_role("dialog", name="De avond sluiten?").get_by_role("button", name="Sluit de avond").click()
    page.wait_for_function("() => posts.length > 0")
    assert posts(page) == [{"do": "end"}]


def test_help_is_one_press_away(screen):
    page = led(screen)
    page.get_by_role("button", name="Is iemand in gevaar?").click()
    dialog = page.get_by_role("dialog", name="Is iemand in gevaar?")
    assert "112" in dialog.text_content()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert not dialog.is_visible()


def test_everything_is_reached_by_keyboard(screen):
    page = settled(led(screen))
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("() => (document.activeElement.textContent || '').trim().slice(0, 40)"))
    wanted = {"Pauze", "2 minuten erbij", "Telefoons uit", "Vorige", "Laat 3 kaarten zien", "Is iemand in gevaar?"}
    assert wanted <= reached


def test_there_is_one_polite_place(screen):
    page = led(screen)
    assert page.locator("[role=status], [aria-live]").count() == 1
    assert page.locator("[aria-live=assertive], [role=alert]").count() == 0


SCREENS = {
    "dicht": (room(0), console(doors=False, following=1, seats={"phones": 0, "paper": 0, "talking": 0})),
    "deur-open": (room(0), console(following=1)),
    "kaarten": (room(cards=TEXTS[:2]), console(WAITING, shown=2)),
    "pauze": (room(4, state="paused"), console(following=5)),
    "klaar": (room(10, state="ended"), console(shown=2, following=None)),
}


@pytest.mark.parametrize("size", [(1280, 800), (320, 640)], ids=lambda size: str(size[0]))
@pytest.mark.parametrize("name", SCREENS)
def test_every_state_can_be_read_by_all(screen, picture, name, size):
    page = led(screen, *SCREENS[name], *size)
    complaints = watch(page)
    picture(page, f"regie-{name}")
    assert violations(page) == []
    assert overflow(page) == 0
    assert complaints == []
    assert page.locator("h1").count() == 1


def test_letters_twice_as_large_still_fit(screen):
    page = led(screen)
    page.add_style_tag(content="html { font-size: 200%; }")
    assert overflow(page) == 0
