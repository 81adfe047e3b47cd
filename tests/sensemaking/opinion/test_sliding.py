import numpy as np
import pytest

from sensemaking.opinion.plane import column_means
from sensemaking.opinion.sliding import _gram, _heights, _loadings, _rooms, sliding
from tests.sensemaking.opinion.invented import on_a_scale, planted


def test_rooms_on_a_scale_keep_the_shares_and_the_gaps():
    matrix = on_a_scale(0, 200, 10, missing=0.3)
    seen = ~np.isnan(matrix)
    rooms = _rooms(np.full((10, 1), 0.5), seen, _heights(matrix), 50, np.random.default_rng(0))
    assert (rooms[:, ~seen] == 0).all()
    spread = (rooms**2).sum(axis=(0, 1)) / seen.sum(axis=0) / 50
    assert spread == pytest.approx(np.nanvar(matrix, axis=0), abs=0.05)


def test_the_scales_pull_as_strongly_as_in_the_real_room():
    matrix = on_a_scale(1, 60, 20)
    seen = ~np.isnan(matrix)
    centred = np.where(seen, matrix - column_means(matrix), 0.0)
    random = np.random.default_rng(0)
    loadings = _loadings(centred, seen, _heights(matrix), 1, 100, random)
    rooms = _rooms(loadings, seen, _heights(matrix), 100, random)
    largest = np.linalg.eigvalsh(_gram(rooms))[:, -1].mean()
    assert largest == pytest.approx(np.linalg.eigvalsh(centred.T @ centred)[-1], rel=0.1)


def test_clumps_are_seen_and_a_scale_is_not_taken_for_them():
    scales = [sliding(on_a_scale(seed), 2, 40, 100, np.random.default_rng(0)) for seed in range(6)]
    clumps = [sliding(planted(seed)[0], 2, 40, 100, np.random.default_rng(0)) for seed in range(6)]
    assert sum(one <= 0.05 for one in scales) <= 1
    assert sum(one <= 0.05 for one in clumps) >= 5


def test_without_rooms_nothing_is_sure():
    assert sliding(on_a_scale(0), 2, 0, 10, np.random.default_rng(0)) == 1
