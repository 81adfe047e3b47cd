"""An evening in real browsers, third part: the report, the thread, and words that are taken back."""

from .cast import CANARY, QUOTED, STORIES, THEME, TITLE
from .looking import look
from .people import Coordinator, Visitor
from .phone import Phone


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
