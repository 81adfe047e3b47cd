import numpy as np
import pytest
from scipy import stats

from sensemaking.patterns.association import associate, explained_at_most, orthonormal, shared, table_at_most


def test_q_is_the_statistic_of_each_kind_of_question():
    random = np.random.default_rng(0)
    a, x = random.integers(0, 3, 60), random.integers(0, 9, 60)
    options, ranks = (a[:, None] == np.arange(3)).astype(float), stats.rankdata(x)[:, None]
    found = associate(options, ranks, np.arange(60), 0)
    assert found.q == pytest.approx(stats.kruskal(*(x[a == option] for option in range(3))).statistic)
    assert found.ranks == (2, 1)
    y = stats.rankdata(random.integers(0, 5, 60))[:, None]
    assert associate(ranks, y, np.arange(60), 0).q == pytest.approx(59 * stats.spearmanr(ranks, y).statistic ** 2)


def test_columns_that_repeat_count_once():
    columns = np.random.default_rng(1).normal(size=(20, 2))
    wide = orthonormal(np.column_stack([columns, columns.sum(axis=1), np.ones(20)]))
    assert wide.shape == (20, 2)
    assert wide.T @ wide == pytest.approx(np.eye(2), abs=1e-9)
    assert wide.sum(axis=0) == pytest.approx([0, 0], abs=1e-9)


def test_one_side_constant_or_one_teller_is_no_association():
    random = np.random.default_rng(2)
    scores = random.normal(size=(10, 2))
    assert associate(scores, np.ones((10, 1)), np.arange(10), 0) is None
    assert associate(scores, random.normal(size=(10, 1)), np.zeros(10, dtype=int), 0) is None


def test_all_shared_is_one_and_nothing_shared_is_nought():
    for p, q in ((1, 1), (3, 1), (2, 4)):
        everything = min(p, q) * 99
        assert shared(everything, 1.0, p * q, explained_at_most(p, q, 100))[0] == pytest.approx(1.0)
        assert shared(p * q * 0.9, 1.0, p * q, explained_at_most(p, q, 100))[0] == 0.0
    assert table_at_most(2, 2, 100) == pytest.approx(99 * (2 - 4 / 99))


def test_the_interval_holds_what_is_shared_nine_times_in_ten():
    random = np.random.default_rng(3)
    inside = 0
    for _ in range(400):
        q = stats.ncx2.rvs(4, 12, random_state=random)
        _, low, high = shared(q, 1.0, 4, 100.0)
        inside += low <= 0.12 <= high
    assert 340 <= inside <= 380
    assert shared(0.1, 1.0, 4, 100.0)[1:] == (0.0, 0.0)


def test_the_seed_alone_decides_what_is_drawn():
    random = np.random.default_rng(4)
    left, right = random.normal(size=(25, 2)), random.normal(size=(25, 1))
    one, again, other = (associate(left, right, np.arange(25), seed).p for seed in (0, 0, 1))
    assert one == again
    assert one != other
