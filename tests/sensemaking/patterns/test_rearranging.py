import numpy as np
import pytest

from sensemaking.patterns import rearranging
from sensemaking.patterns.association import associate


def test_every_arrangement_is_a_different_order():
    labels = np.array([0, 0, 1, 1, 1, 2])
    orders = rearranging._every(labels)
    assert len(orders) == rearranging._ways(labels) == 60
    assert len(np.unique(labels[orders], axis=0)) == 60
    assert (np.sort(orders, axis=1) == np.arange(6)).all()


def test_tellers_keep_their_stories_together():
    sizes = np.array([1, 1, 2, 2, 2, 3])
    tellers = np.repeat(np.arange(6), sizes)
    orders = rearranging._orders(sizes, 200, np.random.default_rng(0))
    assert (np.sort(orders, axis=1) == np.arange(11)).all()
    for moved in tellers[orders]:
        for teller in range(6):
            assert len(set(moved[tellers == teller])) == 1
    assert len(np.unique(tellers[orders], axis=0)) == 12


@pytest.mark.parametrize("size", [2, 3, 6])
def test_stories_of_a_teller_come_in_every_order_as_often(size):
    orders = rearranging._orders(np.array([size, size]), 6000, np.random.default_rng(1))
    places = np.array([np.bincount(orders[:, place], minlength=2 * size) for place in range(2 * size)])
    assert np.abs(places / 6000 - 1 / (2 * size)).max() < 0.03
    assert len(np.unique(orders[:, :size] % size, axis=0)) == np.prod(np.arange(1, size + 1))


def test_drawing_stops_at_the_hundredth_that_reaches_it():
    hits = np.zeros(1000, dtype=bool)
    hits[::4] = True
    assert rearranging.tally([hits]) == pytest.approx(100 / 397)
    assert rearranging.tally([hits[:200], hits[200:]]) == pytest.approx(100 / 397)
    assert rearranging.tally([np.zeros(99, dtype=bool)]) == pytest.approx(1 / 100)


def test_drawn_p_is_uniform_by_chance():
    random = np.random.default_rng(1)
    found = [
        associate(random.normal(size=(14, 2)), random.normal(size=(14, 1)), np.arange(14), 0).p for _ in range(300)
    ]
    for level in (0.05, 0.2, 0.5):
        share = np.mean(np.array(found) <= level)
        assert abs(share - level) <= 3 * np.sqrt(level * (1 - level) / 300) + 0.005
