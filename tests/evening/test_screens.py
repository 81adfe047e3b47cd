"""Every screen that stands after an evening, looked at on the example: its report, what that rests on, and a thread."""

import re

import pytest

from tests.browsing import watch
from werkplaats.people.codes import EXAMPLE_CARD

from .looking import look

TITLE = "Eerst bellen, dan pas een brief"


@pytest.fixture
def visitor(server, open_page):
    page = open_page(1280, 800)
    page.goto(f"{server.url}/verslagen/")
    return page


@pytest.fixture
def report(visitor) -> str:
    """The address of the example's report, open in the visitor's browser."""
    visitor.get_by_role("link", name=TITLE).click()
    visitor.get_by_role("heading", level=1, name=TITLE).wait_for()
    return visitor.url


def test_the_report_and_what_it_rests_on(server, visitor, report):
    complaints = watch(visitor)
    look(visitor, "voorbeeld-verslag")
    assert visitor.get_by_text("Voorbeeld").count() > 0
    places = visitor.locator("main a").evaluate_all("(links) => links.map((one) => one.getAttribute('href'))")
    for kind in ("inzichten", "aanbevelingen", "passage"):
        found = next(place for place in places if place and f"/{kind}/" in place)
        visitor.goto(server.url + found)
        look(visitor, f"voorbeeld-{kind}")
    assert complaints == []


def test_the_thread_of_the_example_card(server, open_page):
    giver = open_page(360, 740)
    complaints = watch(giver)
    giver.goto(f"{server.url}/draad/in/#{EXAMPLE_CARD.replace(' ', '-')}")
    giver.wait_for_url("**/draad/")
    assert giver.locator("article").count() > 2
    look(giver, "voorbeeld-draad")
    for name, word in (("minder-delen", "Minder delen"), ("terugnemen", "Terugnemen"), ("gelezen", "Wie las dit?")):
        giver.goto(f"{server.url}/draad/")
        giver.get_by_role("link", name=word).first.click()
        giver.wait_for_url(re.compile(f"/{name}/"))
        look(giver, f"voorbeeld-draad-{name}")
    giver.goto(f"{server.url}/draad/")
    giver.locator("details.folded").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    look(giver, "voorbeeld-draad-open")
    giver.get_by_role("link", name="Ik sta hier niet achter").first.click()
    look(giver, "voorbeeld-draad-bezwaar")
    assert complaints == []


def test_what_the_coordinator_does_with_a_report(server, open_page):
    desk = open_page(1280, 800)
    complaints = watch(desk)
    desk.goto(server.link())
    desk.wait_for_url("**/overzicht/")
    desk.get_by_text(EXAMPLE_CARD).wait_for()
    look(desk, "voorbeeld-overzicht")
    desk.get_by_role("link", name="Beeld van de zaal").last.click()
    desk.get_by_role("heading", level=1).wait_for()
    look(desk, "voorbeeld-beeld")
    desk.goto(f"{server.url}/overzicht/")
    desk.get_by_role("link", name="Verslag", exact=True).last.click()
    desk.wait_for_url("**/bewerken/")
    look(desk, "voorbeeld-bewerken")
    address = desk.url
    for name, word, leads in (
        ("bewerken-voorbeeld", "Bekijk als bezoeker", "**/voorbeeld/"),
        ("bewerken-inzicht", "Schrijf dit inzicht in eigen woorden", "**/inzichten/*/bewerken/"),
        ("inzicht-nieuw", "Schrijf een nieuw inzicht", "**/inzichten/nieuw/*/"),
    ):
        desk.goto(address)
        desk.get_by_role("button", name=word).first.click()
        desk.wait_for_url(leads)
        look(desk, f"voorbeeld-{name}")
    assert complaints == []
