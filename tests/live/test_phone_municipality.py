"""Where people come from, asked at the door from the list of the network."""

import pytest

from .browsing_hall import open_hall


@pytest.fixture(scope="module")
def room(server, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    yield open_hall(server, context.new_page())
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_municipality_is_asked_when_the_network_has_a_list(room, open_page, picture, width):
    phone = open_page(width, 640)
    sent = []
    phone.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    phone.goto(f"{room.url}/mee/#zaal={room.code}&tafel=1")
    phone.get_by_role("button", name="Nee, ik heb geen code").click()
    phone.get_by_role("button", name="Verder").click()
    phone.get_by_role("button", name="Ja", exact=True).click()
    phone.get_by_role("button", name="Verder").click()
    where = phone.get_by_label("In welke gemeente woon je?")
    assert where.locator("option").all_text_contents() == [
        "Kies, of sla over",
        "Zuiderlage",
        "Oudhaven",
        "Ergens anders",
    ]
    picture(phone, "meedoen-gemeente")
    where.select_option("Oudhaven")
    phone.get_by_role("button", name="Weet ik niet").click()
    phone.locator(".codewords").wait_for()
    given = sent[-1].post_data_json
    assert (given["municipality"], given["first_time"]) == ("Oudhaven", "unknown")
