"""An evening in real browsers, second part: from weighing the cards to what may be done with the words."""

import re

from .cast import CANARY, CARDS, INITIATIVE, QUOTED, REASON, STEP, STORIES, TAKEN
from .looking import look
from .phone import Phone


def test_cards_become_statements_and_are_weighed(evening):
    lead = evening.facilitator
    lead.press("Maak van 3 kaarten stellingen")
    lead.press("Stellingen toevoegen")
    lead.go_on("Eens of oneens?")
    for phone, answers in zip(evening.phones, ("Eens", "Eens", "Oneens", "Weet ik nog niet"), strict=True):
        phone.reads("Zin 1 van 3.")
        if phone is evening.ria:
            look(phone.page, "telefoon-stelling")
        for turn in (1, 2, 3):
            phone.reads(f"Zin {turn} van 3.")
            phone.press(answers, exact=True)
        phone.reads("Dat waren alle zinnen.")
    lead.reads("8 mensen wogen mee, samen 24 antwoorden op 3 stellingen.")


def test_the_landscape_first_on_the_console_then_on_the_wall(evening):
    lead, wall = evening.facilitator, evening.wall
    lead.close_part()
    lead.page.get_by_role("heading", name="Beeld van de zaal").wait_for()
    assert wall.page.get_by_role("heading", name="Beeld van de zaal").count() == 0
    look(lead.page, "regie-beeld", "console")
    lead.press("Zet op het grote scherm")
    wall.heading("Beeld van de zaal")
    look(wall.page, "scherm-beeld", "wall")


def test_part_6_choosing_with_a_reason(evening):
    lead = evening.facilitator
    lead.go_on("Samen kiezen wat telt")
    for phone in evening.phones:
        phone.heading("Samen kiezen wat telt")
        phone.page.locator(".choice", has_text=CARDS[1][0]).get_by_role("checkbox").check()
    evening.ria.press("Zeg waarom")
    evening.ria.page.get_by_label("Waarom kies je deze kaart?").fill(REASON)
    look(evening.ria.page, "telefoon-keuze")
    for phone in evening.phones:
        phone.press("Dit kies ik")
        phone.arrived()
    lead.received("8 antwoorden")
    lead.close_part()
    evening.wall.page.locator(".order li").first.wait_for()
    assert not re.search(r"\d", evening.wall.page.locator(".order").inner_text())
    look(evening.wall.page, "scherm-keuze", "wall")
    look(lead.page, "regie-keuze", "console")


def test_part_7_what_is_done_already_and_a_card_taken_back_is_off_the_wall(evening):
    lead, wall = evening.facilitator, evening.wall
    lead.go_on("Wie is hier al mee bezig?")
    for phone, text in ((evening.fatma, INITIATIVE), (evening.sjoerd, TAKEN)):
        phone.page.get_by_label("Hier wordt al aan gewerkt").fill(text)
        if phone is evening.fatma:
            look(phone.page, "telefoon-initiatief")
        phone.press("Stuur deze kaart")
        phone.arrived()
    for text in (INITIATIVE, TAKEN):
        lead.waits_in_batch(text)
    look(lead.page, "regie-initiatief", "console")
    lead.show_on_wall()
    wall.page.locator(".wall-cards li", has_text=TAKEN).wait_for()
    giver = evening.newcomer(Phone, 360, 740)
    giver.open_thread(evening.sjoerd.code)
    giver.take_back_now(TAKEN)
    wall.page.locator(".wall-cards li", has_text=TAKEN).wait_for(state="detached", timeout=2_000)
    wall.page.locator(".wall-cards li", has_text=INITIATIVE).wait_for()


def test_part_8_a_recommendation_says_what_it_misses(evening):
    lead = evening.facilitator
    lead.go_on("Een scherpe aanbeveling")
    for phone, who in ((evening.ria, f"de {CANARY}"), (evening.ben, "de gemeente")):
        phone.types()
        for label, words in (("Wie", who), ("Doet wat", "belt eerst"), ("Voor wie", "mensen met een brief")):
            phone.page.get_by_label(label, exact=True).fill(words)
        phone.page.get_by_label("Voor wanneer").fill("1 maart")
        phone.page.locator(".choice", has_text=CARDS[1][0]).get_by_role("checkbox").check()
        assert phone.page.locator(".missing").text_content() == "Mist nog: waaraan merken we het."
        phone.press("Stuur onze aanbeveling")
        phone.arrived()
    look(evening.ben.page, "telefoon-aanbeveling")
    evening.sjoerd.press("Iemand anders typt")
    evening.sjoerd.reads(f"De {CANARY} belt eerst")
    look(evening.sjoerd.page, "telefoon-aanbeveling-tafel")
    lead.received("2 tafels")


def test_part_9_a_step_of_your_own(evening):
    lead, ria = evening.facilitator, evening.ria
    lead.go_on("Wat doe jij?")
    ria.page.get_by_label("Ik ga").fill(STEP)
    ria.page.get_by_label("Over twee weken").check()
    look(ria.page, "telefoon-stap")
    ria.press("Dit is mijn stap")
    ria.arrived()
    lead.received("5 antwoorden")


def test_part_10_the_scale_and_what_may_be_done_with_my_words(evening):
    lead, ria = evening.facilitator, evening.ria
    lead.card(CARDS[2][0]).get_by_role("button", name="Vraag voor verslag").click()
    lead.page.locator("dialog").get_by_role("button", name="Vraag het").click()
    lead.reads("Gevraagd voor het verslag.")
    lead.go_on("Afronden")
    look(ria.page, "telefoon-schuif")
    for phone in evening.phones:
        phone.page.locator("input[type=range]").focus()
        for _press in range(3):
            phone.page.keyboard.press("ArrowRight")
        phone.press("Zet mijn schuif hier")
        phone.arrived()
    lead.received("8 antwoorden")
    ria.asked_what_may_be_done()
    ria.to_piece(STORIES["ria"])
    ria.offer(QUOTED)
    look(ria.page, "telefoon-toestemming")
    ria.to_piece("belt eerst")
    ria.page.get_by_label("iedereen", exact=True).check()
    ria.reads("Jij koos: iedereen.")
    evening.ben.asked_what_may_be_done()
    evening.ben.to_piece(CARDS[2][0])
    look(evening.ben.page, "telefoon-gevraagd")
    evening.ben.says_yes()
    for phone in (ria, evening.ben):
        phone.outbox_is_empty()
    lead.close_part()
    evening.wall.page.locator(".cloud").nth(4).wait_for()
    look(evening.wall.page, "scherm-schuif", "wall")
    look(lead.page, "regie-afronden", "console")


def test_the_end(evening):
    evening.facilitator.end()
    look(evening.facilitator.page, "regie-einde", "console")
    evening.wall.heading("Dank je wel")
    look(evening.wall.page, "scherm-einde", "wall")
    for phone in (evening.ria, evening.ben):
        phone.press("Naar het einde")
    for phone in evening.phones:
        phone.heading("Dank je wel")
    look(evening.ria.page, "telefoon-einde")
