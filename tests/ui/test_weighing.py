"""Statements on a phone: the order of the server, never one's own, and going on without a connection."""

import pytest

DESK = """async (given) => {
  const weigh = (await import("/static/live/phone/inputs/weigh.js")).default;
  const said = {};
  window.desk = {
    step: {n: 6, title: "Eens of oneens?", input: {kind: "weigh", circle: "room", attribution: "unseen"}, reading: ["Niemand ziet wat jij kiest."]},
    room: {statements: Object.fromEntries(given.statements.map((id, at) => [id, {at, text: `Zin ${id}`}]))},
    mine: {data: {ask: given.ask}, pieces: () => given.own, weighed: () => ({...said}), items: () => []},
    asks: () => (window.asked = (window.asked || 0) + 1),
    give: ({statement, answer}) => (said[statement] = answer),
    mix: (id) => id.charCodeAt(0), waiting: () => false, keep: () => {}, say: () => {},
  };
  document.body.replaceChildren(window.element = weigh(window.desk));
}"""


@pytest.fixture
def weighing(house):
    def weighing(statements, ask=(), own=()):
        page = house(360, 640)
        page.evaluate(DESK, {"statements": list(statements), "ask": list(ask), "own": list(own)})
        return page

    return weighing


def answered(page, times):
    seen = []
    for _ in range(times):
        seen.append(page.locator("#zin").text_content())
        page.get_by_role("button", name="Eens", exact=True).click()
    return seen


def test_the_order_of_the_server_holds(weighing):
    page = weighing("abcd", ask="dbac")
    assert page.evaluate("asked") == 1
    assert answered(page, 4) == ["Zin d", "Zin b", "Zin a", "Zin c"]
    assert "Dat waren alle zinnen." in page.locator("body").text_content()


def test_a_new_order_holds_from_the_next_sentence_on(weighing):
    page = weighing("abcd", ask="abcd")
    assert answered(page, 1) == ["Zin a"]
    page.evaluate("() => { desk.mine.data.ask = ['d', 'c']; element.update(); }")
    assert answered(page, 3) == ["Zin b", "Zin d", "Zin c"]


def test_without_an_order_everybody_has_one_of_their_own(weighing):
    assert answered(weighing("cab"), 3) == ["Zin a", "Zin b", "Zin c"]


def test_ones_own_card_is_not_asked_and_that_is_said(weighing):
    page = weighing("abc", own=[{"voice": "b", "together": False}, {"voice": "c", "together": True}])
    assert "Zin 1 van 2." in page.locator("body").text_content()
    assert answered(page, 2) == ["Zin a", "Zin c"]
    assert "Jouw eigen zin leggen we aan anderen voor." in page.locator("body").text_content()


def test_a_new_sentence_comes_first(weighing):
    page = weighing("abc", ask="cba")
    page.evaluate("() => { desk.room.statements.d = {at: 3, text: 'Zin d'}; element.update(); }")
    assert answered(page, 4) == ["Zin c", "Zin d", "Zin b", "Zin a"]


def test_a_sentence_taken_off_makes_place_for_the_next(weighing):
    page = weighing("abc", ask="bca")
    page.evaluate("() => { delete desk.room.statements.b; element.update(); }")
    assert answered(page, 2) == ["Zin c", "Zin a"]
