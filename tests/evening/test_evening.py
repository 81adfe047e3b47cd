"""One evening in real browsers, from the gathering to words that are taken back.

The tests are the phases of that evening and stand in its order; they share one Werkplaats of their own.
"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.running import Running

from .crowd import Crowd
from .looking import look
from .people import Coordinator, Facilitator, Phone, Visitor, Wall

THEME = "Wanneer vraag je hulp?"
TITLE = "Hulp vragen begint met een kop koffie"
CANARY = "zilverkwikstaart"
STORIES = {
    "ria": f"De brief lag drie weken in de la. Toen belde de {CANARY} met mij mee.",
    "sjoerd": "Bij het loket begreep ik de vraag niet. Iemand zuchtte.",
    "fatma": "Mijn buurman stond er ineens met soep. Ik hoefde niets te vragen.",
    "ben": "De bus stopt niet meer bij ons. Dan ga je niet voor een klein vraagje.",
}
CARDS = {
    1: [f"Wij zien dat samen bellen helpt, zoals de {CANARY} doet.", "Wij zien dat een brief dicht blijft."],
    2: ["Wij zien dat je bij de buren niets hoeft uit te leggen.", "Wij zien dat ver weg ook te laat is."],
}
INITIATIVE = "In het buurthuis helpt elke dinsdag iemand met post."
TAKEN = "Bij de kerk staat een bank met koffie."
REASON = f"Omdat de {CANARY} dat ook zei."
STEP = f"met de {CANARY} de post openmaken"
QUOTED = f"Toen belde de {CANARY} met mij mee."


class Evening:
    """Everybody of this evening and what they learned on the way."""

    def __init__(self, server: Running, browser):
        self.server, self.browser = server, browser
        self.contexts: list = []
        self.everyone: list = []
        self.facilitator = self.newcomer(Facilitator, 1280, 800)
        self.wall = self.newcomer(Wall, 1920, 1080, self.facilitator.page.context)
        self.ria, self.sjoerd, self.fatma, self.ben = (self.newcomer(Phone, 360, 740) for _ in range(4))
        self.crowd = Crowd(server.url)
        self.session = self.room_code = self.report = ""
        self.cards: list[str] = []

    def newcomer(self, kind, width: int, height: int, context=None):
        if context is None:
            context = self.browser.new_context(locale="nl-NL")
            self.contexts.append(context)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.set_default_timeout(15_000)
        made = kind(page, self.server.url)
        self.everyone.append(made)
        return made

    @property
    def phones(self) -> list[Phone]:
        return [self.ria, self.sjoerd, self.fatma, self.ben]

    def code_in_mail(self) -> str:
        codes = re.findall(
            r"^\s*([A-Z0-9]{3,4}-[A-Z0-9]{3,4}|[A-Z0-9]{6})\s*$", self.server.log.read_text(), re.MULTILINE
        )
        return codes[-1]


@pytest.fixture(scope="module")
def evening(assets, browser, tmp_path_factory):
    server = Running(tmp_path_factory.mktemp("avond")).start()
    held = Evening(server, browser)
    yield held
    held.crowd.leave()
    for context in held.contexts:
        context.close()
    server.stop()


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
        phone.press("Ga mee met de zaal")
    for phone in evening.phones:
        phone.heading("Dank je wel")
    look(evening.ria.page, "telefoon-einde")


def test_the_coordinator_edits_and_publishes_the_report(evening):
    desk = evening.coordinator = evening.newcomer(Coordinator, 1280, 800)
    desk.sign_in_with(evening.server.link())
    desk.open_draft(THEME)
    look(desk.page, "verslag-bewerken")
    desk.retitle(TITLE)
    desk.write_passage("We aten eerst soep met elkaar.")
    desk.reads("We aten eerst soep met elkaar.")
    assert desk.copies(STORIES["ria"]) == 422
    evening.report = desk.publish()
    desk.heading(TITLE)


def test_a_visitor_reads_and_finds_the_source_in_two_clicks_and_back(evening):
    visitor = evening.visitor = evening.newcomer(Visitor, 360, 740)
    visitor.page.goto(f"{evening.server.url}/verslagen/")
    visitor.follow(TITLE)
    visitor.page.wait_for_url(evening.report)
    visitor.reads("Voorlopig")
    look(visitor.page, "verslag")
    quote = visitor.page.locator(".quote", has_text=QUOTED)
    quote.first.wait_for()
    for name in ("Ria", "Sjoerd", "Fatma"):
        assert name not in visitor.page.locator("body").inner_text()
    visitor.two_clicks_and_back("Bekijk dit inzicht", evening.report)
    visitor.two_clicks_and_back("Bekijk deze aanbeveling", evening.report)
    quote.get_by_role("link", name="Waar komt dit vandaan?").click()
    visitor.heading("Waar komt dit vandaan?")
    look(visitor.page, "passage-citaat")
    visitor.follow("Terug naar het verslag")
    visitor.page.wait_for_url(evening.report + "#p-*")


def test_the_giver_sees_where_words_went_and_takes_one_back(evening):
    ria = evening.ria = evening.newcomer(Phone, 360, 740)
    ria.open_thread(evening.cards[0])
    look(ria.page, "draad")
    story = ria.piece(STORIES["ria"])
    story.get_by_text("Verteld aan tafel 1").wait_for()
    story.get_by_role("link", name=f"Verslag: {TITLE}").first.wait_for()
    story.get_by_role("link", name="Terugnemen").click()
    look(ria.page, "draad-terugnemen")
    ria.press("Nu meteen wissen, zonder bedenktijd")
    ria.heading("Ontvangstbewijs")
    ria.reads("De sleutel van deze woorden is vernietigd.")
    look(ria.page, "draad-bewijs")


def test_the_words_are_gone_everywhere(evening):
    for one in (evening.visitor, evening.coordinator, evening.facilitator):
        one.page.goto(evening.report)
        assert QUOTED not in one.page.locator("body").inner_text()
        for address in one.links_inside():
            one.page.goto(address)
            assert QUOTED not in one.page.locator("body").inner_text(), address
    evening.visitor.page.goto(evening.report)
    look(evening.visitor.page, "verslag-na-terugnemen")


def test_nobody_met_an_error(evening):
    assert [problem for one in evening.everyone for problem in one.problems] == []


def test_the_canary_stands_nowhere_in_data_logs_or_addresses(evening):
    evening.server.stop()
    files = [path for path in evening.server.home.rglob("*") if path.is_file()]
    assert len(files) > 4
    assert [path.name for path in files if CANARY.encode() in path.read_bytes()] == []
    assert [address for one in evening.everyone for address in one.visited if CANARY in address] == []
