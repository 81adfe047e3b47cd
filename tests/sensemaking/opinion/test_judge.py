import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sensemaking.opinion.judge import judged, opposed, shared
from sensemaking.opinion.posterior import all_more_than, smallest_interval
from sensemaking.opinion.typical import typical

IDS = ("a", "b", "c")
counts = arrays.arrays(int, st.tuples(st.integers(1, 4), st.just(3), st.just(3)), elements=st.integers(0, 25)).map(
    lambda table: table.astype(float)
)
MIRROR = {"bridge": "shared_no", "shared_no": "bridge", "divides": "divides", "unknown": "unknown"}


def views(groups, without=None):
    return judged(IDS, groups.sum(axis=0), groups, groups if without is None else without, enough=True)


@settings(max_examples=30, deadline=None)
@given(counts)
def test_agree_and_disagree_are_treated_alike(groups):
    for one, other in zip(views(groups), views(groups[..., [1, 0, 2]]), strict=True):
        assert other.verdict == MIRROR[one.verdict]
        assert other.disagree == pytest.approx(one.agree)
        assert (other.disagree_low, other.disagree_high) == pytest.approx((one.low, one.high))
        assert other.divides == pytest.approx(one.divides)
    said = typical(IDS, groups, groups)
    mirrored = typical(IDS, groups[..., [1, 0, 2]], groups[..., [1, 0, 2]])
    for here, there in zip(said, mirrored, strict=True):
        flipped = {(one.statement, {"agree": "disagree", "disagree": "agree"}[one.direction]) for one in there}
        assert {(one.statement, one.direction) for one in here} == flipped


@settings(max_examples=25, deadline=None)
@given(counts, st.randoms(use_true_random=False))
def test_which_number_a_group_has_does_not_matter(groups, random):
    order = list(range(len(groups)))
    random.shuffle(order)
    for one, other in zip(views(groups), views(groups[order]), strict=True):
        assert other.verdict == one.verdict
        assert (other.agree, other.low, other.divides) == pytest.approx((one.agree, one.low, one.divides))
    here, there = typical(IDS, groups, groups), typical(IDS, groups[order], groups[order])
    for position, group in enumerate(order):
        assert {(one.statement, one.direction) for one in there[position]} == {
            (one.statement, one.direction) for one in here[group]
        }


@settings(max_examples=30, deadline=None)
@given(counts)
def test_a_bridge_of_all_groups_is_one_of_every_pair_and_never_opposed(groups):
    for one in views(groups):
        if one.verdict == "bridge":
            for a in range(len(groups)):
                for b in set(range(len(groups))) - {a}:
                    assert shared(one, a, b).probability >= one.agree - 1e-9
                    assert opposed(one, a, b) is None


@settings(max_examples=30, deadline=None)
@given(counts)
def test_an_interval_holds_the_share_it_is_about(groups):
    """The weakest support lies between the ends, or at an edge that the prior draws inwards."""
    weighed = groups.sum(axis=-1)
    for j, one in enumerate(views(groups)):
        if (weighed[:, j] > 0).all() and len(groups) == 1:
            drawn = (groups[0, j, 0] + 1) / (weighed[0, j] + 2)
            assert one.low < drawn < one.high


@settings(max_examples=25, deadline=None)
@given(counts)
def test_nobody_below_five_is_judged(groups):
    few = groups.copy()
    few[0, 0] = [2, 1, 1]
    assert views(few)[0].verdict == "unknown"
    assert "a" not in {one.statement for one in typical(IDS, few, few)[0]}


def test_what_is_nine_times_in_ten_sure_is_so_nine_times_in_ten():
    """Shares drawn as the prior has them: intervals hold the truth in 90 of 100, and probabilities
    of a bridge between .6 and .95 come true as often as they say."""
    random = np.random.default_rng(0)
    truth = random.random((3, 4_000))
    weighed = random.integers(5, 30, truth.shape)
    agrees = random.binomial(weighed, truth)
    low, high = smallest_interval(agrees, weighed)
    weakest = truth.min(axis=0)
    assert ((weakest > low) & (weakest < high)).mean() == pytest.approx(0.9, abs=0.015)
    said = all_more_than(0.5, agrees, weighed)
    some = (said > 0.6) & (said < 0.95)
    assert some.sum() > 150
    assert (weakest > 0.5)[some].mean() == pytest.approx(said[some].mean(), abs=0.06)
