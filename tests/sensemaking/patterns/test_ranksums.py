from itertools import combinations

import numpy as np
import pytest
from scipy import stats

from sensemaking.patterns.ranksums import chance_of_sum


@pytest.mark.parametrize("values", [[1, 2, 3, 4, 5, 6, 7], [1, 1, 2, 2, 2, 5, 9], [4, 4, 4, 4, 4, 4, 5]])
@pytest.mark.parametrize("many", [1, 3, 5])
def test_every_choice_of_stories_is_counted(values, many):
    ranks = stats.rankdata(values)
    here = float(ranks[:many].sum())
    middle = ranks.mean() * many
    sums = np.array([ranks[list(chosen)].sum() for chosen in combinations(range(7), many)])
    assert chance_of_sum(ranks, many, here) == pytest.approx(
        (np.abs(sums - middle) >= abs(here - middle) - 1e-9).mean()
    )
