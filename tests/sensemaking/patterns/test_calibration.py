"""On answers that have nothing to do with each other at most 5 in 100 comparisons hold, within the error of so many
runs; planted differences are found. The full counts run in `make test-long`; a smaller set runs always."""

from functools import partial

import numpy as np
import pytest
from scipy import stats

from sensemaking.patterns import rearranging
from sensemaking.patterns.all_pairs import all_pairs
from sensemaking.patterns.compositions import choice_by_triad, triad_by_scale
from sensemaking.patterns.contingency import choice_by_choice, choices_by_choice
from sensemaking.patterns.correlation import scale_by_scale
from sensemaking.patterns.discoveries import adjusted
from sensemaking.patterns.interaction import choice_by_scale_by_choice
from sensemaking.patterns.ranks import choice_by_scale, choices_by_scale, options_by_scale
from tests.sensemaking.patterns import invented


def two_choices(random, tellers, shift):
    one = invented.leaning(random, tellers, 1.0)
    a = np.searchsorted([-0.7, 0, 0.7], one)
    return a, np.searchsorted([-0.7, 0, 0.7], invented.leaning(random, tellers, 0.8) + shift * one)


def choice_and_scale(random, tellers, shift):
    a = invented.choice(random, tellers, 4, 1.0)
    return a, np.round(5 * (invented.leaning(random, tellers, 0.8) + 1.5 * shift * (a == 0)))


def two_scales(random, tellers, shift):
    x = invented.leaning(random, tellers, 0.8)
    return np.round(3 * x), np.round(3 * (invented.leaning(random, tellers, 0.8) + shift * x))


def choice_and_triad(random, tellers, shift):
    a, logs = invented.choice(random, tellers, 3, 1.0), np.log(invented.triad(random, tellers))
    logs[:, 0] += 2 * shift * (a == 0)
    raised = np.exp(logs)
    return a, raised / raised.sum(axis=1, keepdims=True)


def triad_and_scale(random, tellers, shift):
    shares = invented.triad(random, tellers)
    return shares, np.round(4 * (invented.leaning(random, tellers, 0.8) + 3 * shift * shares[:, 0]))


def choices_and(other, random, tellers, shift):
    latent = np.column_stack([invented.leaning(random, tellers, 0.8) for _ in range(4)])
    y = invented.leaning(random, tellers, 0.8) + shift * latent[:, 2]
    return (latent > 0.2).astype(float), np.searchsorted([-0.5, 0.5], y) if other == "choice" else np.round(4 * y)


def three(random, tellers, shift):
    a, b = invented.choice(random, tellers, 3, 0.5), invented.choice(random, tellers, 2, 0.9)
    x = invented.leaning(random, tellers, 0.7) + 1.5 * (a == 1) + b + 2 * shift * (a == 1) * b
    return a, np.round(10 * x), b


KINDS = {
    "choice x choice": (two_choices, choice_by_choice),
    "choice x scale": (choice_and_scale, options_by_scale),
    "scale x scale": (two_scales, scale_by_scale),
    "choices x choice": (partial(choices_and, "choice"), choices_by_choice),
    "choices x scale": (partial(choices_and, "scale"), choices_by_scale),
    "choice x triad": (choice_and_triad, choice_by_triad),
    "triad x scale": (triad_and_scale, triad_by_scale),
    "choice x scale x choice": (three, choice_by_scale_by_choice),
}


@pytest.fixture
def fewer_draws(monkeypatch):
    """A thousand draws tell p <= 0.05 as well as twenty thousand do."""
    monkeypatch.setattr(rearranging, "DRAWN", 999)


def held(kind, people, several, runs, shift=0.0):
    """In how many of the runs the comparison holds."""
    answers, test = KINDS[kind]
    count = 0
    for seed in range(runs):
        random = np.random.default_rng([seed, people, several])
        tellers = invented.tellers_of(random, people) if several else invented.alone(people)
        count += test(*answers(random, tellers, shift), tellers=tellers, seed=seed).holds
    return count


def at_most(runs):
    """More than this many of the runs at 5% happens in 1 of 5000 sets of runs."""
    return int(stats.binom.isf(1 / 5000, runs, 0.05))


@pytest.mark.usefixtures("fewer_draws")
@pytest.mark.parametrize("several", [False, True], ids=["one story each", "1-5 stories each"])
@pytest.mark.parametrize("kind", KINDS)
def test_chance_is_seldom_called_a_pattern(kind, several):
    assert held(kind, 60, several, 30) <= at_most(30)


@pytest.mark.usefixtures("fewer_draws")
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_planted_is_found(kind):
    assert held(kind, 120, True, 6, shift=1.0) >= 5


@pytest.mark.long
@pytest.mark.parametrize("several", [False, True], ids=["one story each", "1-5 stories each"])
@pytest.mark.parametrize("people", [12, 25, 40, 60, 120, 300])
@pytest.mark.parametrize("kind", KINDS)
def test_chance_is_seldom_called_a_pattern_at_any_size(kind, people, several):
    count = held(kind, people, several, 1000)
    print(f"{kind}, {people} people, {'several' if several else 'one'} each: {count} of 1000 by chance")
    assert count <= at_most(1000)


@pytest.mark.long
@pytest.mark.parametrize("several", [False, True], ids=["one story each", "1-5 stories each"])
@pytest.mark.parametrize("people", [25, 60, 120, 300])
@pytest.mark.parametrize("kind", KINDS)
def test_power(kind, people, several):
    count = held(kind, people, several, 200, shift=0.5)
    print(f"{kind}, {people} people, {'several' if several else 'one'} each: {count} of 200 found")
    assert people < 300 or count >= 180


@pytest.mark.long
def test_pairs_after_the_omnibus_are_seldom_called_by_chance():
    count = 0
    for seed in range(1000):
        random = np.random.default_rng(seed)
        compared = choice_by_scale(random.integers(0, 8, 200), random.normal(size=200))
        count += any(found.holds for _, _, found in compared.pairs)
    print(f"pairs of 8 options: {count} of 1000 by chance")
    assert count <= at_most(1000)


def families_with_a_pattern(runs, people, several):
    """In how many invented conversations (5 choices, 4 scales, 36 pairs) anything is called a pattern at all."""
    count = 0
    for seed in range(runs):
        random = np.random.default_rng([seed, people, several])
        tellers = invented.tellers_of(random, people) if several else invented.alone(people)
        choices = np.column_stack([invented.choice(random, tellers, 2 + column, 0.6) for column in range(5)])
        scales = np.column_stack([invented.scale(random, tellers, 0.6) for _ in range(4)])
        found = all_pairs(choices, scales, tellers, seed=seed)
        every = [*found.choice_choice.values(), *found.choice_scale.values(), *found.scale_scale.values()]
        count += (adjusted([one.p for one in every]) <= 0.05).any()
    return int(count)


def test_a_conversation_by_chance_seldom_shows_anything():
    assert families_with_a_pattern(60, 80, False) <= at_most(60)


@pytest.mark.long
@pytest.mark.parametrize(
    ("people", "several", "runs"),
    [(25, False, 300), (80, False, 300), (300, False, 300), (40, True, 100), (150, True, 200)],
)
def test_conversations_by_chance_seldom_show_anything(people, several, runs):
    count = families_with_a_pattern(runs, people, several)
    print(
        f"36 pairs, {people} people, {'several' if several else 'one'} each: {count} of {runs} show anything by chance"
    )
    assert count <= at_most(runs)
