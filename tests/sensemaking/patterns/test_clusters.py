import numpy as np
import pytest

from sensemaking.patterns import clusters
from sensemaking.patterns.association import orthonormal


def test_the_order_depends_on_the_answers_alone():
    random = np.random.default_rng(0)
    left, right = random.integers(0, 3, (40, 1)).astype(float), random.integers(0, 4, (40, 1)).astype(float)
    tellers = random.integers(0, 12, 40)
    order = clusters.canonical(left, right, tellers)
    moved = random.permutation(40)
    again = clusters.canonical(left[moved], right[moved], 100 - tellers[moved])
    assert (left[order] == left[moved][again]).all()
    assert (right[order] == right[moved][again]).all()
    sizes = clusters.sizes(tellers[order])
    assert (np.diff(sizes) >= 0).all()
    assert sizes.sum() == 40
    assert len(sizes) == len(np.unique(tellers))


def test_one_story_each_leaves_the_scale_at_about_one():
    random = np.random.default_rng(1)
    a, b = orthonormal(random.normal(size=(3000, 2))), orthonormal(random.normal(size=(3000, 3)))
    scale, df = clusters.spread(a, b, np.ones(3000, dtype=int))
    assert (scale, df) == pytest.approx((1, 6), rel=0.1)


def test_every_story_told_five_times_makes_the_scale_five():
    random = np.random.default_rng(2)
    one, other = random.normal(size=(600, 2)), random.normal(size=(600, 1))
    sizes = np.full(600, 5)
    a, b = orthonormal(np.repeat(one, 5, axis=0)), orthonormal(np.repeat(other, 5, axis=0))
    scale, df = clusters.spread(a, b, sizes)
    assert (scale, df) == pytest.approx((5, 2), rel=0.15)
