"""An evening in real browsers, first part: from the gathering to the cards of the tables on the wall.

The tests of these three files are the phases of one evening and stand in its order.
"""

from datetime import timedelta

from django.utils import timezone

from .cast import CARDS, STORIES, THEME
from .looking import look


def test_the_facilitator_prepares_a_gathering_and_prints_cards(evening):
    lead = evening.facilitator
    lead.sign_in("begeleider@voorbeeld.invalid", evening.code_in_mail)
    look(lead.page, "overzicht")
    lead.make_gathering(THEME, timezone.localtime() + timedelta(hours=1), "Buurthuis De Ketel")
    look(lead.page, "bijeenkomst-team")
    evening.cards = lead.print_cards(2)
    assert [len(code.split()) for code in evening.cards] == [4, 4]
    look(lead.page, "kaarten-geprint")


def test_a_session_with_two_tables_and_the_doors_open(evening):
    lead = evening.facilitator
    evening.session = lead.start_session(THEME, 2)
    look(lead.page, "regie-klaar", "console")
    lead.open_doors()
    evening.room_code = lead.page.locator(".room-code").inner_text().strip()
    evening.wall.open(evening.session)
    evening.wall.heading("Welkom")
    look(evening.wall.page, "scherm-welkom", "wall")


def test_people_join_by_card_and_by_room_code(evening):
    first, second = evening.cards
    evening.ria.page.goto(f"{evening.server.url}/mee/")
    look(evening.ria.page, "meedoen")
    evening.ria.join_with_card(first, 1, "Ria")
    evening.sjoerd.join_with_room_code(evening.room_code, 1)
    evening.fatma.join_with_card(second, 2, "Fatma")
    evening.ben.join_with_room_code(evening.room_code, 2)
    for phone in evening.phones:
        phone.heading("We beginnen zo")
    look(evening.ben.page, "telefoon-wachten")
    evening.crowd.sit(evening.room_code, [(1, 1), (1, 2), (2, 1), (2, 2)])
    evening.facilitator.reads("8 mensen: 8 telefoons")
    look(evening.facilitator.page, "regie-deur-open", "console")


def test_part_1_and_2_welcome_and_a_story(evening):
    lead = evening.facilitator
    lead.go_on("Welkom en afspraken")
    evening.ria.heading("Leg je telefoon weg")
    look(evening.ria.page, "telefoon-weg")
    lead.go_on("Jouw verhaal")
    evening.wall.heading("Jouw verhaal")
    look(evening.wall.page, "scherm-verhaal", "wall")
    evening.sjoerd.heading("Jouw verhaal")
    look(evening.sjoerd.page, "telefoon-verhaal")
    for name, story in STORIES.items():
        getattr(evening, name).tell(story)
    lead.received("8 antwoorden")
    look(evening.ria.page, "telefoon-verhaal-klaar")
    look(lead.page, "regie-verhaal", "console")


def test_part_3_and_4_pairs_and_a_dot_by_keyboard(evening):
    lead, ria = evening.facilitator, evening.ria
    lead.go_on("Luisteren in tweetallen")
    ria.heading("Leg je telefoon weg")
    lead.go_on("Zelf duiden")
    ria.heading("Zelf duiden")
    look(ria.page, "telefoon-driehoek")
    ria.page.locator("summary", has_text="Liever kiezen met woorden?").focus()
    for key in ("Enter", "Tab", "Space", "ArrowDown"):
        ria.page.keyboard.press(key)
    ria.page.get_by_role("button", name="Zet mijn stip hier").press("Enter")
    ria.arrived()
    for phone in (evening.sjoerd, evening.fatma):
        phone.heading("Zelf duiden")
        phone.page.locator(".triad svg").click(position={"x": 120, "y": 60})
        phone.press("Zet mijn stip hier")
        phone.arrived()
    evening.ben.press("Past niet")
    evening.ben.arrived()
    lead.received("8 antwoorden")
    assert evening.wall.page.locator(".cloud").count() == 0
    lead.close_part()
    evening.wall.page.locator(".cloud").nth(4).wait_for()
    look(evening.wall.page, "scherm-driehoek", "wall")
    look(lead.page, "regie-driehoek", "console")
    ria.page.locator(".triad svg").first.wait_for()
    look(ria.page, "telefoon-driehoek-uitkomst")


def test_part_5_cards_rest_on_stories_and_come_in_batches(evening):
    lead, wall = evening.facilitator, evening.wall
    lead.go_on("Wat zien we terugkomen?")
    look(evening.sjoerd.page, "telefoon-een-typt")
    for phone, table, named in ((evening.ria, 1, ("ria", "sjoerd")), (evening.ben, 2, ("fatma", "ben"))):
        phone.types()
        for text in CARDS[table]:
            phone.card_on_stories(text, [STORIES[name] for name in named])
        phone.outbox_is_empty()
    look(evening.ria.page, "telefoon-kaart")
    lead.received("2 tafels")
    lead.reads("Deze 4 kaarten wachten")
    look(lead.page, "regie-kaarten", "console")
    last = lead.waits_in_batch(CARDS[2][1])
    lead.page.get_by_role("button", name="Laat 4 kaarten zien").wait_for()
    last.uncheck()
    lead.page.get_by_role("button", name="Laat 3 kaarten zien").click()
    wall.page.locator(".wall-cards li").nth(2).wait_for()
    assert wall.cards() == sorted([*CARDS[1], CARDS[2][0]])
    look(wall.page, "scherm-kaarten", "wall")
    lead.reads("Deze kaart wacht")
    last.check()
    lead.page.get_by_role("button", name="Laat 1 kaart zien").click()
    wall.page.locator(".wall-cards li").nth(3).wait_for()


def test_one_card_is_taken_off_and_its_giver_is_told(evening):
    lead, wall = evening.facilitator, evening.wall
    lead.card(CARDS[1][1]).get_by_role("button", name="Van het scherm halen").click()
    wall.page.locator(".wall-cards li", has_text=CARDS[1][1]).wait_for(state="detached")
    lead.reads("Van het scherm gehaald: 1")
    evening.ria.reads("Je kaart staat niet meer op het grote scherm.")
    look(evening.ria.page, "telefoon-kaart-van-scherm")
