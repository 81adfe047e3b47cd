import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werkplaats.people import codes
from werkplaats.people.models import Network, Person

typed = st.lists(st.sampled_from(codes.words()), min_size=4, max_size=4)


def test_the_list_holds_2048_plain_words():
    words = codes.words()
    assert len(words) == len(set(words)) == 2048
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)
    assert {"fiets", "linde", "emmer", "wolk"} <= set(words)


def test_one_slip_never_makes_another_word():
    seen: dict[str, str] = {}
    words = set(codes.words())
    for word in words:
        for place in range(len(word)):
            shorter = word[:place] + word[place + 1 :]
            assert shorter not in words, (word, shorter)
            swapped = word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :]
            assert swapped == word or swapped not in words, (word, swapped)
            hole = f"{word[:place]}*{word[place + 1 :]}"
            assert seen.setdefault(hole, word) == word, (word, seen[hole])


def test_no_word_hurts_or_names_someone():
    unwanted = "neger hoer kanker tyfus tering moord dood oorlog wapen bloed naakt seks drugs bier wijn god allah jood"
    unwanted += " moslim christen schuld daan iris roos jasmijn fatima robin tom"
    assert set(codes.words()) & set(unwanted.split()) == set()


def test_a_new_code_is_four_words_of_the_list():
    made = {codes.new_code() for _turn in range(50)}
    assert len(made) == 50
    assert all(len(code.split()) == 4 and not codes.check_words(code) for code in made)


@settings(deadline=None)
@given(typed, st.sampled_from([" ", "  ", "-", ", ", "\n", " · "]))
def test_capitals_and_signs_between_do_not_matter(four, between):
    assert codes.normalise(between.join(four).upper()) == " ".join(four)


@pytest.mark.parametrize(
    ("given_code", "meant"),
    [
        (" Fiets, LINDE  emmer-wolk ", "fiets linde emmer wolk"),
        ("fiéts lìnde emmer wolk.", "fiets linde emmer wolk"),
        ("ĳsbeer fiets linde wolk", "ijsbeer fiets linde wolk"),
        ("", ""),
    ],
)
def test_what_was_meant(given_code, meant):
    assert codes.normalise(given_code) == meant


@pytest.mark.parametrize(
    ("given_code", "problems"),
    [
        ("fiets linde emmer wolk", []),
        ("fiets linde emer wolk", ["Het woord ‘emer’ kennen we niet. Bedoel je ‘emmer’?"]),
        ("fiets lnide emmer wolk", ["Het woord ‘lnide’ kennen we niet. Bedoel je ‘linde’?"]),
        ("fiets linde emmer xqzvw", ["Het woord ‘xqzvw’ kennen we niet. Kijk nog eens op je kaart."]),
        ("fiets linde emmer", ["Een code heeft vier woorden. Wij zien er 3."]),
        (" , ", ["Typ de vier woorden van je kaart."]),
    ],
)
def test_what_is_off_is_said(given_code, problems):
    assert codes.check_words(given_code) == problems


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_answered(text):
    for problem in codes.check_words(text):
        assert problem.endswith((".", "?"))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("emmer", "emmer", 0), ("emer", "emmer", 1), ("emmre", "emmer", 1), ("wolken", "wolk", 2), ("", "ab", 2)],
)
def test_slips(one, other, count):
    assert codes.slips(one, other) == codes.slips(other, one) == count


@pytest.mark.django_db
def test_a_person_is_found_by_code_and_the_code_is_kept_nowhere():
    network = Network.objects.create(name="Vaartland")
    person, code = codes.person_with_code(network)
    assert codes.find(code.upper().replace(" ", "-")) == person
    assert codes.find("fiets linde emmer wolk") is None
    kept = bytes(Person.objects.get().code_hash)
    assert len(kept) == 32
    assert not any(word.encode() in kept for word in code.split())


def test_another_key_gives_another_hash(settings):
    before = codes.hash_code("fiets linde emmer wolk")
    settings.WERKPLAATS_CODES_KEY = b"x" * 32
    assert codes.hash_code("fiets linde emmer wolk") != before
