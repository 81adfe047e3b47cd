"""What may not matter to a comparison: the order of stories, the names of options, how a scale is stretched, and
stories that do not answer."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking.patterns.compositions import choice_by_triad
from sensemaking.patterns.contingency import cells, choice_by_choice
from sensemaking.patterns.correlation import scale_by_scale
from sensemaking.patterns.interaction import choice_by_scale_by_choice
from sensemaking.patterns.ranks import choice_by_scale

CHOICE = st.integers(-1, 3)
SCALE = st.one_of(st.just(float("nan")), st.integers(0, 10).map(float))
STORIES = st.lists(st.tuples(CHOICE, CHOICE, SCALE, SCALE, st.integers(0, 30)), max_size=50)


def columns(stories):
    a, b, x, y, who = zip(*stories, strict=True) if stories else ([], [], [], [], [])
    return np.array(a, dtype=int), np.array(b, dtype=int), np.array(x), np.array(y), np.array(who, dtype=int)


def triads(x, y):
    part = np.stack([x + 1, y + 1, np.full(len(x), 4.0)], axis=1).reshape(-1, 3)
    return part / part.sum(axis=1, keepdims=True)


def everything(stories):
    a, b, x, y, who = columns(stories)
    found = {}
    for name, tellers in (("each their own", None), ("tellers", who)):
        found[name, "choices"] = choice_by_choice(a, b, tellers)
        found[name, "cells"] = cells(a, b, tellers)
        found[name, "choice and scale"] = choice_by_scale(a, x, tellers)
        found[name, "scales"] = scale_by_scale(x, y, tellers)
        found[name, "three"] = choice_by_scale_by_choice(a, x, b, tellers)
        found[name, "triad"] = choice_by_triad(a, triads(x, y), tellers)
    return found


@given(STORIES, st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_the_order_of_stories_changes_no_bit(stories, random):
    moved = list(stories)
    random.shuffle(moved)
    assert everything(moved) == everything(stories)


@given(STORIES, st.lists(st.tuples(st.just(-1), CHOICE, st.just(float("nan")), SCALE, st.integers(0, 30)), max_size=8))
@settings(max_examples=25, deadline=None)
def test_stories_without_an_answer_change_nothing_but_how_many_are_missing(stories, silent):
    a, b, x, y, who = columns(stories)
    more = columns([*stories, *silent])
    for tellers, with_silent in ((None, None), (who, more[4])):
        for found, again in (
            (choice_by_choice(a, b, tellers), choice_by_choice(more[0], more[1], with_silent)),
            (choice_by_scale(a, x, tellers).omnibus, choice_by_scale(more[0], more[2], with_silent).omnibus),
            (scale_by_scale(x, y, tellers), scale_by_scale(more[2], more[3], with_silent)),
        ):
            assert again == replace(found, missing=found.missing + len(silent))


@given(st.integers(0, 1000), st.permutations(range(4)), st.booleans())
@settings(max_examples=25, deadline=None)
def test_other_names_for_the_options_change_nothing(seed, names, several):
    a, b, x, _, who = drawn(seed)
    renamed, tellers = np.array(names)[a], who if several else None
    pairs = (
        (choice_by_choice(a, b, tellers), choice_by_choice(renamed, b, tellers)),
        (choice_by_scale(a, x, tellers).omnibus, choice_by_scale(renamed, x, tellers).omnibus),
        (choice_by_scale_by_choice(a, x, b, tellers), choice_by_scale_by_choice(renamed, x, b, tellers)),
    )
    for one, other in pairs:
        assert figures(one) == pytest.approx(figures(other), abs=1e-7)


@given(st.integers(0, 1000), st.booleans())
@settings(max_examples=25, deadline=None)
def test_a_scale_stretched_in_any_rising_way_changes_nothing(seed, several):
    a, _, x, y, who = drawn(seed)
    tellers = who if several else None
    assert choice_by_scale(a, x, tellers) == choice_by_scale(a, np.exp(x) - 5, tellers)
    assert scale_by_scale(x, y, tellers) == scale_by_scale(x**3, y, tellers)


@given(st.integers(0, 1000))
@settings(max_examples=25, deadline=None)
def test_the_other_way_round_only_the_sign_changes(seed):
    a, b, x, y, _ = drawn(seed)
    assert scale_by_scale(x, y).p == pytest.approx(scale_by_scale(x, -y).p)
    assert scale_by_scale(x, y).effect == pytest.approx(-scale_by_scale(x, -y).effect)
    assert figures(choice_by_choice(a, b)) == pytest.approx(figures(choice_by_choice(b, a)))
    for one, other in zip(choice_by_scale(a, x).pairs, choice_by_scale(a, -x).pairs, strict=True):
        assert (one[2].effect, one[2].p) == pytest.approx((-other[2].effect, other[2].p))


@given(STORIES)
@settings(max_examples=15, deadline=None)
def test_every_figure_is_a_number_in_its_range(stories):
    found = everything(stories)
    for one in found.values():
        for each in [one] if hasattr(one, "p") else [one.omnibus] if hasattr(one, "omnibus") else []:
            assert np.isfinite([each.statistic, each.p, each.effect, each.low, each.high]).all()
            assert 0 <= each.p <= 1
            assert -1 <= each.low <= each.high <= 1
            assert each.n + each.missing == len(stories)
            assert each.tellers <= each.n


def drawn(seed, stories=300):
    random = np.random.default_rng(seed)
    a, b = random.integers(0, 4, stories), random.integers(0, 3, stories)
    x = np.round(random.normal(size=stories) * 3 + 0.3 * a)
    return a, b, x, np.round(random.normal(size=stories) * 3 + 0.1 * x), np.arange(stories) // 2


def figures(found):
    return [found.statistic, found.p, found.effect, found.low, found.high]
