"""Every page that stands in a fresh house, on a phone and on a desk: readable by all, and looked at."""

import re

import pytest

from tests.browsing import overflow, violations, watch

VISITOR = {
    "thuis": "/",
    "agenda": "/agenda/",
    "meedoen": "/mee/",
    "code": "/draad/in/",
    "kaart-kwijt": "/draad/kaart-kwijt/",
    "werkvormen": "/werkvormen/",
    "draaiboek": "/werkvormen/delen-duiden-doen/draaiboek/",
    "verslagen": "/verslagen/",
    "inloggen": "/accounts/login/code/",
    "beginnen": "/begin/",
    "bijeenkomst": "the first gathering",
}
STAFF = {
    "overzicht": "/overzicht/",
    "bijeenkomst-nieuw": "/bijeenkomsten/nieuw/",
    "bijeenkomst-aanpassen": "bewerken/",
    "kaarten": "kaarten/",
    "uitloggen": "/accounts/logout/",
}
SIZES = ((320, 640), (360, 740), (1280, 800))


@pytest.fixture(scope="module")
def signed_in(server, browser):
    """The cookies of the coordinator of the example network."""
    with browser.new_context() as context:
        page = context.new_page()
        complaints = watch(page)
        page.goto(server.link())
        page.wait_for_url("**/overzicht/")
        assert complaints == []
        return context.storage_state()


def first_gathering(page, server):
    page.goto(server.url + "/agenda/")
    return re.search(r"/bijeenkomsten/[0-9a-f-]{36}/", page.content())[0]


def look(page, url, name, picture):
    complaints = watch(page)
    answer = page.goto(url)
    assert answer.status == 200
    found = {"axe": violations(page), "overflow": overflow(page), "browser": complaints}
    if page.viewport_size["width"] != 320:
        picture(page, name)
    assert found == {"axe": [], "overflow": 0, "browser": []}
    assert page.locator("h1").count() == 1
    assert page.title().endswith(" - Werkplaats")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
@pytest.mark.parametrize("name", VISITOR)
def test_for_a_visitor(server, open_page, picture, name, size):
    page = open_page(*size)
    path = VISITOR[name] if VISITOR[name].startswith("/") else first_gathering(page, server)
    look(page, server.url + path, name, picture)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
@pytest.mark.parametrize("name", STAFF)
def test_for_staff(server, open_page, picture, signed_in, name, size):
    page = open_page(*size, storage_state=signed_in)
    path = STAFF[name] if STAFF[name].startswith("/") else first_gathering(page, server) + STAFF[name]
    look(page, server.url + path, name, picture)


@pytest.mark.parametrize("size", SIZES[1:], ids=lambda size: str(size[0]))
def test_a_page_that_is_not_there(server, open_page, picture, size):
    page = open_page(*size)
    assert page.goto(server.url + "/bestaat-niet/").status == 404
    picture(page, "niet-gevonden")
    assert (violations(page), overflow(page)) == ([], 0)


def test_a_link_that_was_used_says_so(server, open_page, picture):
    link = server.link()
    for status, page in ((200, open_page()), (410, open_page(360, 740))):
        with page.expect_navigation(url=re.compile("/(overzicht|begin)/$"), wait_until="load"):
            page.goto(link)
        page.wait_for_load_state()
        page.wait_for_timeout(500)
        assert ("al gebruikt" in page.content()) == (status == 410)
    assert violations(page) == []


def test_what_is_wrong_is_seen(open_page):
    page = open_page(320, 640)
    complaints = watch(page)
    page.set_content('<html lang="nl"><title>x</title><main><h1>x</h1><img src="data:,"><p>' + "x" * 400)
    page.evaluate("() => console.error('kapot')")
    assert [line.partition(":")[0] for line in violations(page)] == ["image-alt"]
    assert overflow(page) > 0
    assert complaints == ["kapot"]
