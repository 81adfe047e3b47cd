import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking.patterns.compositions import log_ratios
from sensemaking.patterns.triads import STEPS, describe, mean_region, near_centre, shares_of

THIRD = 1 / 3


def triples(least=0.02):
    parts = st.floats(least, 1, allow_nan=False)
    return st.tuples(parts, parts, parts).map(lambda each: np.array(each) / sum(each))


def view(dots, tellers=None, not_applicable=None):
    dots = np.array(dots, dtype=float).reshape(-1, 3)
    tellers = np.arange(len(dots)) if tellers is None else np.array(tellers)
    nots = np.zeros(len(dots), dtype=bool) if not_applicable is None else np.array(not_applicable)
    return describe(dots, tellers, nots)


@settings(deadline=None, max_examples=40)
@given(triples())
def test_there_and_back(shares):
    assert shares_of(log_ratios(shares[None]))[0] == pytest.approx(shares, abs=1e-12)


@settings(deadline=None, max_examples=40)
@given(st.lists(triples(0.05), min_size=1, max_size=12))
def test_the_centre_is_the_closed_geometric_mean(dots):
    mean = np.exp(np.log(np.array(dots)).mean(axis=0))
    assert view(dots).centre == pytest.approx(mean / mean.sum(), abs=1e-9)


@settings(deadline=None, max_examples=40)
@given(st.lists(triples(0.2), min_size=1, max_size=12), triples(0.3))
def test_stretching_the_parts_stretches_the_centre(dots, factor):
    """A log-ratio mean moves along when every dot is perturbed by the same factors; a plain mean would not."""
    moved = np.array(dots) * factor
    centre = np.array(view(dots).centre) * factor
    assert view(moved / moved.sum(axis=1, keepdims=True)).centre == pytest.approx(centre / centre.sum(), abs=1e-9)


@settings(deadline=None, max_examples=40)
@given(st.lists(triples(), min_size=1, max_size=12), st.permutations([0, 1, 2]))
def test_the_order_of_the_corners_does_not_matter(dots, corners):
    turned = np.array(dots)[:, corners]
    assert view(turned).centre == pytest.approx(np.array(view(dots).centre)[corners], abs=1e-9)


def test_a_plain_mean_is_another_point():
    dots = [[0.98, 0.01, 0.01], [0.1, 0.45, 0.45]]
    assert np.mean(dots, axis=0)[0] == pytest.approx(0.54)
    assert view(dots).centre[0] == pytest.approx(0.70, abs=0.01)


def test_a_dot_on_the_edge_counts_as_half_a_hundredth_and_the_other_ratio_stays():
    centre = view([[0, 0.6, 0.4]]).centre
    assert centre == pytest.approx((0.005, 0.6 * 0.995, 0.4 * 0.995))
    assert all(np.isfinite(view([[1, 0, 0], [0, 1, 0], [0, 0, 1]]).centre))


def test_not_applicable_is_not_the_middle_and_is_counted_apart():
    dots = [[0.8, 0.1, 0.1], [np.nan] * 3, [np.nan] * 3, [0.8, 0.1, 0.1]]
    found = view(dots, tellers=[1, 2, 3, 1], not_applicable=[False, True, False, False])
    assert (found.n, found.tellers, found.missing, found.not_applicable) == (2, 1, 1, 1)
    assert found.centre == pytest.approx((0.8, 0.1, 0.1))


def test_within_five_points_of_the_centre():
    dots = np.array([[THIRD] * 3, [0.38, 0.31, 0.31], [0.3833333, 0.3083333, 0.3083334], [0.39, 0.31, 0.30]])
    assert near_centre(dots).tolist() == [True, True, True, False]


def test_a_warning_when_the_answers_huddle_in_the_middle():
    away = [[0.6, 0.3, 0.1]]
    assert view([[THIRD] * 3] * 2 + away * 8).huddles
    assert view([[THIRD] * 3] * 2 + away * 8).huddled == pytest.approx(0.2)
    assert not view([[THIRD] * 3] * 2 + away * 9).huddles
    assert not view([[THIRD] * 3] * 9).huddles, "nine dots are too few to warn"


def test_a_real_triad_had_36_percent_in_the_middle_and_dots_by_chance_do_not():
    random = np.random.default_rng(0)
    scattered = random.dirichlet(np.ones(3), 64)
    found = view([[0.34, 0.33, 0.33]] * 36 + scattered.tolist())
    assert found.huddles
    by_chance = describe(random.dirichlet(np.ones(3), 20_000), np.arange(20_000), np.zeros(20_000, dtype=bool))
    assert by_chance.huddled == pytest.approx(0.015, abs=0.003)
    assert not by_chance.huddles


def test_nobody_answered():
    found = view([[np.nan] * 3])
    assert (found.n, found.centre, found.region, found.huddled, found.huddles) == (0, None, (), None, False)


def test_a_region_needs_five_tellers_and_some_spread():
    dots = np.random.default_rng(1).dirichlet(np.ones(3), 8)
    assert view(dots[:4]).region == ()
    assert view(dots, tellers=[0, 1, 2, 3] * 2).region == ()
    assert view([[0.5, 0.3, 0.2]] * 8).region == ()
    region = np.array(view(dots).region)
    assert region.shape == (STEPS, 3)
    assert region.sum(axis=1) == pytest.approx(1)
    assert (region > 0).all()


def test_the_region_does_not_depend_on_the_order_of_the_stories_or_the_names_of_the_tellers():
    dots = np.random.default_rng(2).dirichlet(np.ones(3), 20)
    tellers = np.arange(20) // 2
    order = np.random.default_rng(3).permutation(20)
    here, there = view(dots, tellers).region, view(dots[order], (99 - tellers)[order]).region
    assert spread(here) == pytest.approx(spread(there), rel=1e-6)


def test_stories_of_one_teller_make_the_region_wider_not_narrower():
    """Ten stories told ten times over are no hundred: as independent stories the region would be a tenth."""
    dots = np.random.default_rng(4).dirichlet(np.ones(3), 10)
    tenfold = np.repeat(dots, 10, axis=0)
    once = spread(view(dots).region)
    assert spread(view(tenfold, np.repeat(np.arange(10), 10)).region) == pytest.approx(once, rel=1e-6)
    assert spread(view(tenfold).region) < 0.2 * once


def covered(tellers, runs, seed):
    """In how many of the runs the ellipse round the mean holds the true place (0, 0)."""
    random, held = np.random.default_rng(seed), 0
    for _ in range(runs):
        sizes = random.integers(1, 4, tellers)
        whose = np.repeat(np.arange(tellers), sizes)
        places = random.normal(0, 0.6, (tellers, 2))[whose] + random.normal(0, 0.6, (len(whose), 2))
        held += inside(mean_region(places, whose))
    return held


def test_the_region_holds_the_true_place_in_about_nine_of_ten():
    assert 86 * 3 <= covered(30, 300, seed=5) <= 95 * 3


@pytest.mark.long
@pytest.mark.parametrize(("tellers", "least"), [(6, 0.83), (10, 0.85), (20, 0.86), (40, 0.87), (80, 0.87)])
def test_the_region_holds_the_true_place_in_nine_of_ten_rooms_of_every_size(tellers, least):
    assert least <= covered(tellers, 2000, seed=6) / 2000 <= 0.93


def spread(region):
    """The area of the region in log-ratio coordinates (shoelace)."""
    x, y = log_ratios(np.array(region)).T
    return abs(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))) / 2


def inside(ring):
    """Is (0, 0) within this convex ring of points?"""
    following = np.roll(ring, -1, axis=0)
    turns = ring[:, 0] * following[:, 1] - ring[:, 1] * following[:, 0]
    return bool((turns > 0).all() or (turns < 0).all())
