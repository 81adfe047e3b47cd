import numpy as np
import pytest
from scipy import stats
from scipy.stats.contingency import crosstab

from sensemaking.patterns.contingency import cells, choice_by_choice, choices_by_choice, choices_by_choices
from sensemaking.patterns.found import AnswersError
from tests.sensemaking.patterns import invented


def two_choices(seed, stories=200, options=(4, 5)):
    random = np.random.default_rng(seed)
    return [random.integers(-1, count, stories) for count in options]


@pytest.mark.parametrize("seed", range(5))
def test_chi_square_is_scipys_without_correction(seed):
    a, b = two_choices(seed, 400)
    kept = (a >= 0) & (b >= 0)
    expected = stats.chi2_contingency(crosstab(a[kept], b[kept]).count, correction=False)
    found = choice_by_choice(a, b)
    assert found.statistic == pytest.approx(expected.statistic, abs=1e-9)
    assert found.p == pytest.approx(expected.pvalue, abs=1e-9)
    assert (found.n, found.missing, found.exact) == (kept.sum(), 400 - kept.sum(), False)


def test_v_is_bergsmas():
    a, b = two_choices(1, 400)
    b = np.where(a == 1, 2, b)
    kept = (a >= 0) & (b >= 0)
    table = crosstab(a[kept], b[kept]).count
    n, (rows, columns) = table.sum(), table.shape
    phi = stats.chi2_contingency(table, correction=False).statistic / n
    phi = max(0, phi - (rows - 1) * (columns - 1) / (n - 1))
    rows, columns = rows - (rows - 1) ** 2 / (n - 1), columns - (columns - 1) ** 2 / (n - 1)
    found = choice_by_choice(a, b)
    assert found.effect == pytest.approx(np.sqrt(phi / min(rows - 1, columns - 1)))
    assert 0 < found.low < found.effect < found.high < 1


def test_two_by_two_below_thirty_is_counted_out():
    a = np.array([0] * 12 + [1] * 10)
    b = np.array([0] * 9 + [1] * 3 + [0] * 2 + [1] * 8)
    found = choice_by_choice(a, b)
    assert found.exact
    assert found.p == pytest.approx(stats.fisher_exact([[9, 3], [2, 8]]).pvalue)


def test_a_thin_table_is_drawn_from_its_margins():
    table = np.array([[3, 1, 0], [0, 4, 1], [1, 1, 5]])
    a, b = (np.repeat(np.indices(table.shape)[axis].ravel(), table.ravel()) for axis in (0, 1))
    found = choice_by_choice(a, b)
    random = np.random.default_rng(5)
    drawn = [crosstab(a, random.permutation(b)).count for _ in range(4000)]
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    figures = np.array([((one - expected) ** 2 / expected).sum() for one in [*drawn, table]])
    assert found.test == "chi-square, rearranged"
    assert found.p == pytest.approx((figures >= figures[-1] - 1e-9).mean(), abs=0.005)


def test_cells_stand_out_only_after_the_whole_table():
    random = np.random.default_rng(0)
    a, b = random.integers(0, 4, 200), random.integers(0, 4, 200)
    assert not choice_by_choice(a, b).holds
    assert cells(a, b) == ()


def test_cells_carry_haberman_residuals():
    random = np.random.default_rng(1)
    a, b = random.integers(0, 3, 300), random.integers(0, 3, 300)
    b[(a == 1) & (random.random(300) < 0.6)] = 2
    table = crosstab(a, b).count
    row, column, n = table.sum(axis=1) / 300, table.sum(axis=0) / 300, 300
    expected = np.outer(row, column) * n
    residual = (table - expected) / np.sqrt(expected * np.outer(1 - row, 1 - column))
    found = cells(a, b)
    assert [cell.residual for cell in found] == pytest.approx(residual.ravel().tolist())
    assert [cell.observed for cell in found] == table.ravel().tolist()
    loudest = max(found, key=lambda cell: cell.residual)
    assert (loudest.row, loudest.column, loudest.stands_out) == (1, 2, True)


def test_all_options_of_a_multiple_choice_are_asked_at_once():
    random = np.random.default_rng(2)
    chosen = (random.random((150, 4)) < 0.4).astype(float)
    other = random.integers(0, 3, 150)
    chosen[:9] = np.nan
    assert not choices_by_choice(chosen, other).holds
    assert choices_by_choice(chosen, other).missing == 9
    assert choices_by_choice(chosen, np.where(chosen[:, 2] == 1, 0, other)).holds
    assert choices_by_choices(chosen, np.column_stack([chosen[:, 2], random.random(150) < 0.5])).holds


def test_one_option_of_a_multiple_choice_is_a_yes_or_no():
    a, b = two_choices(3, 300, (2, 3))
    a, b = np.maximum(a, 0), np.maximum(b, 0)
    assert choices_by_choice(a[:, None], b).statistic == pytest.approx(choice_by_choice(a, b).statistic)


def test_empty_and_constant_answers_are_nothing_to_compare():
    for a, b in (([], []), ([1], [0]), ([0] * 20, [0, 1] * 10), ([-1] * 5, [0, 1, 0, 1, 1])):
        found = choice_by_choice(a, b)
        assert not found.comparable
        assert not found.holds
        assert (found.p, found.low, found.high) == (1.0, 0.0, 1.0)
        assert np.isfinite([found.statistic, found.effect]).all()
    assert not choices_by_choice(np.ones((30, 3)), np.arange(30) % 2).comparable


@pytest.mark.parametrize("wrong", [[0.5, 1, 1], [-2, 0, 1], [np.nan, 0, 1], [[0], [1], [2]], [0, 1]])
def test_what_is_no_choice_is_refused(wrong):
    with pytest.raises(AnswersError):
        choice_by_choice(wrong, [0, 1, 1])


def test_a_teller_of_many_stories_weighs_less_than_as_many_tellers():
    tellers = np.repeat(np.arange(60), 5)
    a = np.repeat(np.random.default_rng(4).integers(0, 2, 60), 5)
    b = np.where(np.arange(300) % 10 < 6, a, 1 - a)
    by_story, by_teller = choice_by_choice(a, b), choice_by_choice(a, b, tellers)
    assert by_teller.tellers == 60
    assert by_story.n == by_teller.n == 300
    assert by_story.effect > by_teller.effect - 1e-9
    assert invented.alone(300).tolist() == list(range(300))
