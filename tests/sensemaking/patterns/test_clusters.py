import numpy as np
import pytest

from sensemaking.patterns import clusters
from sensemaking.patterns.association import orthonormal
from sensemaking.patterns.contingency import choice_by_choice
from sensemaking.patterns.correlation import scale_by_scale
from sensemaking.patterns.ranks import mann_whitney, options_by_scale


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


def test_telling_the_same_story_three_times_proves_no_more():
    random = np.random.default_rng(3)
    a, b = random.integers(0, 3, 400), random.integers(0, 3, 400)
    x, y = random.normal(size=400) + 0.2 * (a == 1), random.normal(size=400)
    y += 0.12 * x
    b[(a == 1) & (random.random(400) < 0.12)] = 0
    tellers = np.repeat(np.arange(400), 3)
    a3, b3, x3, y3 = (np.repeat(column, 3) for column in (a, b, x, y))
    whose = tellers[a3 == 1], tellers[a3 != 1]
    for once, thrice, naive in (
        (choice_by_choice(a, b), choice_by_choice(a3, b3, tellers), choice_by_choice(a3, b3)),
        (options_by_scale(a, x), options_by_scale(a3, x3, tellers), options_by_scale(a3, x3)),
        (scale_by_scale(x, y), scale_by_scale(x3, y3, tellers), scale_by_scale(x3, y3)),
        (
            mann_whitney(x[a == 1], x[a != 1]),
            mann_whitney(x3[a3 == 1], x3[a3 != 1], whose),
            mann_whitney(x3[a3 == 1], x3[a3 != 1]),
        ),
    ):
        assert once.p == pytest.approx(thrice.p, rel=0.25)
        assert naive.p < once.p / 5
        assert (once.effect, once.low, once.high) == pytest.approx((thrice.effect, thrice.low, thrice.high), abs=0.02)
        assert (thrice.tellers, thrice.n) == (400, 1200)
