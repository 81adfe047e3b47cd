import numpy as np
import pytest
from scipy import stats

from sensemaking.patterns.margins import chance_of_table


@pytest.mark.parametrize("table", [[[3, 1], [1, 6]], [[0, 4], [5, 1]], [[7, 7], [7, 7]], [[10, 0], [0, 10]]])
def test_two_by_two_counts_every_table(table):
    p, exact = chance_of_table(np.array(table), 0)
    table = np.array(table)
    n, row, column = table.sum(), table[0].sum(), table[:, 0].sum()
    law = stats.hypergeom(n, row, column)
    counts = np.arange(n + 1)
    far = np.abs(counts - row * column / n) >= abs(table[0, 0] - row * column / n) - 1e-9
    assert exact
    assert p == pytest.approx(law.pmf(counts)[far].sum())


def test_a_larger_table_is_drawn_whatever_the_order_of_its_rows_and_columns():
    table = np.array([[4, 0, 1], [1, 3, 3], [0, 1, 6]])
    p, exact = chance_of_table(table, 3)
    assert not exact
    assert chance_of_table(table[::-1, [2, 0, 1]], 3)[0] == p
