"""Charts: every dot is there, none lies on another, and the table says what the picture says."""

from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.a_room import TEXTS, landscape
from werkplaats.ui import charts

IDS = [f"c{i}" for i in range(6)]
WORDS = dict(zip(IDS, TEXTS, strict=True))
places = st.lists(st.tuples(st.floats(200, 600), st.floats(200, 500)), max_size=12)
shares = st.lists(st.floats(0.01, 1), min_size=3, max_size=3)


def render(tag: str, **context) -> str:
    return Template("{% load charts %}" + tag).render(Context(context))


@given(places)
def test_spreading_keeps_every_dot_inside_and_is_the_same_each_time(dots):
    spread = charts.spread(dots, 44)
    assert spread == charts.spread(dots, 44)
    assert len(spread) == len(dots)
    assert all(50 <= x <= charts.WIDTH - 50 and 50 <= y <= charts.HEIGHT - 50 for x, y in spread)


@given(st.integers(2, 10))
def test_dots_on_one_place_come_apart(n):
    spread = charts.spread([(400.0, 300.0)] * n, 44, rounds=60)
    nearest = min(((x - u) ** 2 + (y - v) ** 2) ** 0.5 for i, (x, y) in enumerate(spread) for u, v in spread[:i])
    assert nearest > 30


@given(st.lists(shares, max_size=10))
def test_a_dot_of_a_triad_lies_in_the_triangle(dots):
    for dot in charts.triad(("a", "b", "c"), dots)["dots"]:
        assert 6 <= dot["x"] <= 294
        assert 6 <= dot["y"] <= 256


def test_the_table_twin_of_the_landscape_holds_every_sentence_and_view():
    html = render("{% landscape_chart found texts %}", found=landscape(IDS), texts=WORDS)
    table = html[html.index("<table") :]
    for text in TEXTS:
        assert table.count(text) == 1
    assert table.count("<td>") == 4 * len(IDS)
    assert table.count("<td>3 tot 6</td>") == 4
    assert html.count('class="dots-') == 25
    assert "style=" not in html


def test_each_sentence_stands_in_one_list_with_the_few_and_what_belongs_to_one_denkrichting_beside_them():
    html = render("{% landscape_chart found texts %}", found=landscape(IDS), texts=WORDS)
    said = html[html.index('<div class="says">') : html.index("<table")]
    assert [said.count(text) for text in TEXTS] == [1, 2, 4, 1, 1, 1]
    assert "Vooral de rondjes zijn het hiermee eens:" in said
    assert "Vooral de vierkantjes zijn het hiermee oneens:" in said
    few = said[said.index("Ook dit leeft hier") : said.index("Dit weten we nog niet")]
    assert [text in few for text in TEXTS] == [False, True, True, True, False, False]


def test_the_page_says_how_sure_it_is_and_which_part_are_residents():
    html = render("{% landscape_chart found texts %}", found=landscape(IDS), texts=WORDS)
    assert "Hoe zeker is dit?" in html
    assert "Het beeld is stevig" in html
    assert html.count("bewoners: 3 tot 6 van de 10") == 8


def test_a_sentence_that_was_taken_back_leaves_picture_and_table():
    kept = {one: text for one, text in WORDS.items() if one != "c0"}
    html = render("{% landscape_chart found texts %}", found=landscape(IDS), texts=kept)
    assert TEXTS[0] not in html
    assert html.count("<td>") == 4 * len(kept)


def test_too_few_people_is_one_sentence_and_no_picture():
    found = landscape(IDS) | {
        "too_few": True,
        "sentences": ["Te weinig mensen om dit te laten zien. Vertel het elkaar."],
    }
    html = render("{% landscape_chart found texts %}", found=found, texts=WORDS)
    assert "Te weinig mensen om dit te laten zien. Vertel het elkaar." in html
    assert "<svg" not in html
    assert "<table" not in html


def test_words_in_a_chart_are_text():
    html = render("{% bars_chart title rows %}", title="<b>", rows=[("<script>", 3)])
    assert "<script>" not in html
    assert "<b>" not in html


def test_a_scale_says_where_most_stand():
    assert charts.scale("nog niet", "zeker", [80, 90, 70])["sentence"] == "De meesten staan dichter bij ‘zeker’."
    assert charts.scale("nog niet", "zeker", [10, 20, 90])["sentence"] == "De meesten staan dichter bij ‘nog niet’."
    assert charts.scale("nog niet", "zeker", [50, 45, 55])["sentence"] == "De meesten staan rond het midden."
