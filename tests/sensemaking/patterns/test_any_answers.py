"""Odd rooms: constant answers, answers on the edge, nobody answered, three tellers told it all."""

import math
import warnings

import numpy as np
import pytest

from sensemaking.patterns import patterns
from tests.sensemaking.stories import EVERY, answers


def column(question, random, n):
    options, odd = len(question.options), random.integers(3)
    if question.kind == "choice":
        return [random.integers(0, options, n), np.zeros(n, dtype=int), (random.random(n) < 0.9).astype(int)][odd]
    if question.kind == "choices":
        return (random.random((n, options)) < random.choice([0, 0.1, 0.5, 1])).astype(float)
    if question.kind == "scale":
        return [random.uniform(0, 100, n), np.full(n, 50.0), random.choice([0.0, 50.0, 100.0], n)][odd]
    if question.kind == "triad":
        return [random.dirichlet([0.05] * 3, n), random.dirichlet([50] * 3, n), np.tile([1.0, 0, 0], (n, 1))][odd]
    return [random.random((n, options, 2)), np.round(random.random((n, options, 2))), np.full((n, options, 2), 0.5)][
        odd
    ]


def odd_room(seed):
    random = np.random.default_rng(seed)
    n = int(random.choice([20, 25, 31, 40, 85]))
    columns = {}
    for question in EVERY:
        given, skipped = column(question, random, n), random.random(n) < random.choice([0, 0.1, 0.5, 0.95, 1])
        if question.kind == "choice":
            columns[question.id] = np.where(skipped, -1, given)
        else:
            given[skipped] = np.nan
            columns[question.id] = given
    return answers(columns, tellers=random.integers(0, int(random.choice([3, 19, 25, 1000])), n).tolist())


@pytest.mark.parametrize("part", range(4))
def test_every_room_gives_figures_that_can_be(part):
    """No warning, no figure that is no number, an effect within its interval, every story in one place."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for seed in range(part, 40, 4):
            given = odd_room(seed)
            family = None if seed % 2 else (("hulp", "begrip", "gevoel"), ("nodig", "plek"), ("over", "plek"))
            for one in patterns(given, family=family).results:
                found = one.found
                figures = (found.statistic, found.p, found.effect, found.low, found.high)
                assert all(math.isfinite(figure) for figure in figures), (seed, one.parts)
                assert 0 <= found.p <= 1
                assert found.low - 1e-9 <= found.effect <= found.high + 1e-9, (seed, one.parts)
                assert len({*one.with_it, *one.against, *one.beside}) == found.n
                assert len(one.with_it) + len(one.against) + len(one.beside) == found.n
                assert not {"{", "}", "nan"} & set(one.sentence_nl.split())
