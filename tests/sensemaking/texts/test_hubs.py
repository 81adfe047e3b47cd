import numpy as np
import pytest

from sensemaking.texts.hubs import hubs


def table(many, seed=1):
    likeness = np.random.default_rng(seed).random((many, many))
    return likeness + likeness.T


def test_a_hub_is_half_the_mean_of_its_ten_nearest_others():
    likeness = table(15)
    by_hand = [sorted(np.delete(row, place))[-10:] for place, row in enumerate(likeness)]
    assert np.allclose(hubs(lambda rows: likeness[rows], 15), np.mean(by_hand, axis=1) / 2, rtol=1e-12)


@pytest.mark.parametrize("block", [1, 7, 16])
def test_the_blocks_decide_nothing(block):
    likeness = table(15)
    assert np.array_equal(hubs(lambda rows: likeness[rows], 15, block), hubs(lambda rows: likeness[rows], 15))


def test_the_table_stays_as_it_is():
    likeness = table(4)
    before = likeness.copy()
    hubs(lambda rows: likeness[rows], 4)
    assert np.array_equal(likeness, before)


@pytest.mark.parametrize("many", [0, 1])
def test_without_others_nothing_is_a_hub(many):
    assert hubs(lambda rows: table(many)[rows], many).tolist() == [0.0] * many
