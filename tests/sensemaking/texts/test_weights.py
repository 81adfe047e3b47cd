import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sensemaking.texts.weights import counted, ngrams, terms, weighted


def test_ngrams_know_where_a_word_begins_and_ends():
    assert ngrams("zorg") == [" zo", "zor", "org", "rg ", " zor", "zorg", "org ", " zorg", "zorg "]
    assert ngrams("a") == [" a "]


def test_the_weights_by_hand():
    table, names = counted([["a", "a", "b"], ["b"]])
    assert names == ("a", "b")
    a, b = (1 + math.log(2)) * (1 + math.log(3 / 2)), 1.0
    length = math.hypot(a, b)
    assert np.allclose(weighted(table).toarray(), [[a / length, b / length], [0, 1]], rtol=1e-12)


def test_terms_stand_in_alphabetical_order():
    assert counted([["b"], ["c", "a"]])[1] == ("a", "b", "c")


def test_rarity_may_be_counted_among_the_first_rows_alone():
    table, _ = counted([["a", "b"], ["b"], ["a"]])
    a = 1 + math.log(3 / 2)
    assert np.allclose(weighted(table, among=2).toarray()[0], np.array([a, 1]) / math.hypot(a, 1), rtol=1e-12)


def test_parts_of_lemmas_are_those_of_the_texts():
    found = terms([["zorg", "zorg"], [], ["thuiszorg"]])
    direct, _ = counted([ngrams("zorg") * 2, [], ngrams("thuiszorg")])
    assert np.array_equal(found.ngrams.toarray(), direct.toarray())


def test_nothing_in_nothing_out():
    for documents in ([], [[]], [[], []]):
        assert weighted(terms(documents).ngrams).shape[0] == len(documents)


@given(st.lists(st.lists(st.sampled_from(["zorg", "brief", "bus", "buurt"]), max_size=6), min_size=1, max_size=6))
def test_every_row_has_length_one_unless_it_is_empty(documents):
    lengths = np.linalg.norm(weighted(terms(documents).ngrams).toarray(), axis=1)
    assert np.allclose(lengths, [1.0 if document else 0.0 for document in documents])
