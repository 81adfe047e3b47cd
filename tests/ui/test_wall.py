"""The wall: what fits, what is never there, and how it is read from the back of a hall."""

import pytest

from tests.browsing import overflow, violations, watch
from tests.ui.a_room import LONG, TEXTS, landscape, room
from tests.ui.conftest import frames

FITS = "() => { const list = document.querySelector('.wall-cards'); return [list.scrollHeight <= list.clientHeight + 1, list.children.length, parseFloat(getComputedStyle(list.querySelector('.voice')).fontSize)]; }"


def cards(n: int, text: str = "") -> list[str]:
    return [text or TEXTS[i % len(TEXTS)] for i in range(n)]


def wall(screen, view, width=1920, height=1080, **options):
    return screen("wall", {"room": view}, width, height, **options)


@pytest.mark.parametrize("n", [1, 2, 4, 7, 12, 20, 25, 30])
def test_every_card_fits_and_can_be_read(screen, n):
    page = wall(screen, room(cards=cards(n)))
    fits, shown, size = page.evaluate(FITS)
    assert fits
    assert shown == n
    assert size >= 25


def test_fewer_cards_lie_larger(screen):
    sizes = [wall(screen, room(cards=cards(n))).evaluate(FITS)[2] for n in (1, 4, 9, 25)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 2 * sizes[-1]


def test_very_many_and_very_long_cards_turn_the_page_instead_of_falling_off(screen):
    page = wall(screen, room(cards=cards(40, LONG)))
    fits, shown, size = page.evaluate(FITS)
    assert fits
    assert shown < 40
    assert size >= 25
    assert page.locator(".wall-page").text_content().startswith("Blad ")


def test_the_order_says_nothing_about_who_was_first_and_stays(screen):
    view = room(cards=[f"Kaart {i}." for i in range(12)])
    page = wall(screen, view)
    texts = page.locator(".wall-cards li").all_text_contents()
    assert texts != sorted(texts, key=lambda text: int(text.split()[1].strip(".")))
    kept = {id: card for id, card in view["cards"].items() if id != "c3"}
    page.evaluate("(frames) => send(frames)", frames({"room": view | {"cards": kept}}, v=2))
    assert page.locator(".wall-cards li").all_text_contents() == [text for text in texts if text != "Kaart 3."]


def test_a_card_taken_off_is_gone_at_once_and_a_new_one_is_laid_down(screen):
    view = room(cards=cards(3))
    page = wall(screen, view)
    change = {"cards": {"c0": None, "c9": {"text": "Nieuw.", "step": 5, "kind": "card", "at": 9}}}
    page.evaluate("(frames) => send(frames)", frames({"room": change}, v=2, full=False))
    assert sorted(page.locator(".wall-cards li").all_text_contents()) == sorted(["Nieuw.", *cards(3)[1:]])
    assert page.locator(".is-new").count() <= 1


def test_a_recommendation_says_who_does_what_and_names_its_other_parts(screen):
    parts = {"who": "De gemeente", "does_what": "test elk formulier", "by_when": "1 mei"}
    view = room(8)
    view["cards"] = {
        "r": {
            "text": "De gemeente\ntest elk formulier\n1 mei",
            "parts": parts,
            "step": 8,
            "kind": "recommendation",
            "at": 1,
        }
    }
    page = wall(screen, view)
    assert page.locator(".voice").text_content() == "De gemeente test elk formulier"
    assert page.locator("dl").text_content() == "voor wanneer1 mei"


def test_while_waiting_it_shows_how_to_join(screen):
    page = wall(screen, room(0))
    assert page.locator(".room-code").text_content() == "KETEL7"
    assert page.locator(".wall-join .qr").is_visible()
    assert page.locator(".wall-join .qr").bounding_box()["width"] > 500


def test_too_few_is_one_sentence_without_a_picture(screen):
    found = {"too_few": True, "sentences": ["Te weinig mensen om dit te laten zien. Vertel het elkaar."]}
    page = wall(screen, room(6, shows="landscape", landscape=found))
    assert page.locator("main").text_content() == found["sentences"][0]
    assert page.locator("main svg").count() == 0


def test_results_wait_for_the_close(screen):
    page = wall(screen, room(4, shows="results"))
    assert page.locator(".result").count() == 0
    assert "Zet een stip" in page.locator("main").text_content()


def test_the_choice_of_the_room_is_an_order_without_counts(screen):
    view = room(6, cards=cards(4), shows="results", results={"step": 6, "kind": "vote", "order": ["c2", "c0", "c1"]})
    page = wall(screen, view)
    assert page.locator(".order li").all_text_contents() == [TEXTS[2], TEXTS[0], TEXTS[1]]


def test_the_landscape_has_a_table_twin(screen):
    ids = [f"c{i}" for i in range(6)]
    statements = {one: {"text": text, "at": i} for i, (one, text) in enumerate(zip(ids, TEXTS, strict=True))}
    page = wall(screen, room(6, shows="landscape", statements=statements, landscape=landscape(ids)))
    assert page.locator("table tbody tr").count() == 6
    assert page.locator("table thead th").all_text_contents() == [
        "Zin",
        "rondjes",
        "vierkantjes",
        "driehoekjes",
        "Bewoners, van de 10",
    ]
    assert page.locator("svg.landscape g").count() == 25
    assert page.locator("figcaption b").text_content() == landscape(ids)["wall"][0]
    assert page.evaluate(
        "() => { const s = document.querySelector('.says'); return s.scrollHeight <= s.clientHeight + 1; }"
    )


def test_a_trial_says_so_all_evening(screen):
    view = room(cards=cards(2))
    view["session"]["rehearsal"] = True
    assert wall(screen, view).locator(".rehearsal").text_content() == "Proefsessie"


SCREENS = {
    "wachten": room(0),
    "onderdeel": room(4, shows="step"),
    "kaarten": room(cards=cards(9)),
    "driehoek": room(
        4,
        shows="results",
        results={"step": 4, "kind": "triad", "corners": ["mensen", "regels", "plek"], "dots": [[0.6, 0.2, 0.2]] * 6},
    ),
    "schuif": room(
        10,
        shows="results",
        results={"step": 10, "kind": "scale", "left": "nog niet", "right": "zeker", "dots": [10, 60, 62, 80, 90, 90]},
    ),
    "beeld": room(
        6,
        shows="landscape",
        statements={f"c{i}": {"text": text, "at": i} for i, text in enumerate(TEXTS[:6])},
        landscape=landscape([f"c{i}" for i in range(6)]),
    ),
    "klaar": room(10, state="ended"),
}


@pytest.mark.parametrize("size", [(1920, 1080), (360, 740)], ids=lambda size: str(size[0]))
@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_can_be_read_by_all(screen, picture, name, size):
    page = wall(screen, SCREENS[name], *size)
    complaints = watch(page)
    picture(page, f"scherm-{name}", full=size[0] < 1000)
    assert violations(page) == []
    assert overflow(page) == 0
    assert complaints == []


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_falls_off_the_wall(screen, name):
    page = wall(screen, SCREENS[name], 1280, 720)
    assert page.evaluate(
        "() => { const m = document.querySelector('main'); return m.scrollHeight <= m.clientHeight + 1; }"
    )
    assert page.evaluate("() => document.documentElement.scrollHeight <= innerHeight")


def test_with_less_motion_nothing_moves(screen):
    page = wall(screen, room(cards=cards(2)), reduced_motion="reduce")
    moving = page.evaluate(
        "() => [...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).animationName !== 'none').length"
    )
    assert moving == 0


def test_the_triangle_is_drawn_around_its_dots(screen):
    page = wall(screen, SCREENS["driehoek"])
    triangle = page.locator("path.triad-area").bounding_box()
    dots = [dot.bounding_box() for dot in page.locator("circle.cloud").all()]
    assert len(dots) == 6
    assert triangle["width"] > 300
    for dot in dots:
        assert triangle["x"] <= dot["x"] <= triangle["x"] + triangle["width"]
        assert triangle["y"] <= dot["y"] <= triangle["y"] + triangle["height"]
