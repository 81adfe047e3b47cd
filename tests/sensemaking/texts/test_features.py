import numpy as np
import pytest

from sensemaking.texts.features import features
from sensemaking.texts.weights import weighted


def test_the_product_of_two_rows_is_the_weighted_mean_of_two_cosines():
    found = features([["brief", "deurwaarder"], ["post", "schuld"], ["bus", "brief"]])
    ngrams, groups = weighted(found.counts @ found.ngrams), weighted(found.counts @ found.groups)
    rows = found.rows(found.counts, 0.3)
    expected = 0.7 * (ngrams @ ngrams.T).toarray() + 0.3 * (groups @ groups.T).toarray()
    assert np.allclose((rows @ rows.T).toarray(), expected, rtol=1e-12)


def test_words_for_the_same_thing_are_alike_and_the_same_word_is_more_alike():
    found = features([["deurwaarder"], ["schuld"], ["bus"], ["deurwaarder", "xyz"]])
    rows = found.rows(found.counts, 0.5)
    alike = (rows @ rows.T).toarray()[0]
    assert alike[2] < alike[1] < alike[3] < alike[0] == pytest.approx(1)


def test_parts_are_the_columns_of_the_rows():
    found = features([["deurwaarder", "xyz"], []])
    rows = found.rows(found.counts, 0.5)
    assert found.parts.shape == (2, rows.shape[1])
    assert np.array_equal((found.counts @ found.parts > 0).toarray(), (rows > 0).toarray())


def test_rarity_may_be_counted_among_the_first_rows_alone():
    found = features([["brief"], ["brief"], ["bus"]])
    few = features([["brief"], ["brief"]])
    assert np.array_equal(found.rows(found.counts, 0.5, among=2)[:2].data, few.rows(few.counts, 0.5).data)
