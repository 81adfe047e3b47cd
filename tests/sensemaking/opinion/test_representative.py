import numpy as np
import pytest

from sensemaking.opinion.cells import Counts
from sensemaking.opinion.representative import consensus, repness, representative

IDS = tuple(range(100, 120))


def table(agree, disagree, asked):
    """Counts per group (rows) and statement."""
    return Counts(np.array([agree, disagree], dtype=float), np.array(asked, dtype=float))


def printed(counts, allowed=None):
    statements = IDS[: counts.asked.shape[1]]
    allowed = np.ones(len(statements), dtype=bool) if allowed is None else np.array(allowed)
    lists = representative(repness(counts), statements, allowed)
    return [[(one.statement, one.direction) for one in ones] for ones in lists]


def test_the_figures_of_one_statement_by_hand():
    """8 of 10 agree here (1 disagrees, 1 passes), 3 of 12 elsewhere (6 disagree, 3 pass)."""
    found = repness(table([[8], [3]], [[1], [6]], [[10], [12]]))
    pooled = (8 + 3 + 2) / (10 + 12 + 2)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / 11 + 1 / 13))
    assert found.share[0, 0, 0] == pytest.approx(9 / 12)
    assert found.share_test[0, 0, 0] == pytest.approx(2 * np.sqrt(11) * (9 / 11 - 1 / 2))
    assert found.ratio[0, 0, 0] == pytest.approx((9 / 12) / (4 / 14))
    assert found.ratio_test[0, 0, 0] == pytest.approx((9 / 11 - 4 / 13) / spread)
    assert found.share[1, 0, 0] == pytest.approx(2 / 12)
    assert found.ratio_test[1, 0, 0] < 0 < found.ratio_test[1, 1, 0]


def test_where_everybody_agrees_everywhere_nothing_tells_groups_apart():
    assert repness(table([[5], [7]], [[0], [0]], [[5], [7]])).ratio_test[0].tolist() == [[0.0], [0.0]]


def test_agrees_come_before_disagrees_and_the_telling_ones_first():
    counts = table(
        [[1, 10, 9], [10, 1, 2]],
        [[9, 0, 1], [0, 9, 8]],
        [[10, 10, 10], [10, 10, 10]],
    )
    assert printed(counts)[0] == [(101, "agree"), (102, "agree"), (100, "disagree")]


def test_at_most_five():
    counts = table([[10] * 8, [0] * 8], [[0] * 8, [10] * 8], [[10] * 8, [10] * 8])
    assert [len(ones) for ones in printed(counts)] == [5, 5]


def test_the_best_agree_comes_first_even_when_it_tells_less_than_a_sixth():
    """Six disagrees tell more; the one agree takes a place of the five."""
    counts = table(
        [[0] * 6 + [13], [20] * 6 + [9]],
        [[20] * 6 + [7], [0] * 6 + [11]],
        [[20] * 7, [20] * 7],
    )
    here = printed(counts)[0]
    assert here[0] == (106, "agree")
    assert [direction for _, direction in here[1:]] == ["disagree"] * 4


def test_best_agree_goes_by_what_tells_apart_once_one_does():
    """100 is agreed with more, and hardly less elsewhere; 101 tells the group apart."""
    counts = table([[20, 17], [19, 2]], [[0, 0], [0, 18]], [[20, 20], [20, 20]])
    assert printed(counts)[0] == [(101, "agree")]


def test_best_agree_may_be_more_than_half_and_more_than_elsewhere_without_being_sure():
    """Two of three agree with 100; what stands out most is that they disagree with 101."""
    counts = table([[2, 0], [1, 0]], [[0, 2], [0, 0]], [[3, 3], [3, 3]])
    assert printed(counts)[0] == [(100, "agree")]


def test_best_agree_is_none_when_nothing_is_agreed_with():
    counts = table([[4, 0], [4, 10]], [[3, 10], [3, 0]], [[10, 10], [10, 10]])
    assert printed(counts)[0] == [(101, "disagree")]


def test_best_agree_is_never_what_the_group_did_not_see():
    """Nobody here saw 101 and everybody else rejects it: the ratio alone would be large."""
    counts = table([[5, 0], [5, 0]], [[0, 0], [5, 100]], [[5, 0], [10, 100]])
    assert printed(counts)[0] == [(100, "agree")]


def test_best_agree_goes_by_agreement_while_none_tells_apart():
    """All are agreed with more elsewhere: the most agreed with here is the best agree."""
    counts = table([[14, 18], [20, 20]], [[6, 2], [0, 0]], [[20, 20], [20, 20]])
    assert printed(counts)[0] == [(101, "disagree")]


def test_who_has_nothing_representative_still_gets_the_one_that_stands_out_most():
    counts = table([[2, 3], [2, 2]], [[3, 2], [3, 3]], [[10, 10], [10, 10]])
    assert printed(counts)[0] == [(101, "agree")]


def test_what_was_taken_out_is_in_no_list():
    counts = table([[10, 9], [0, 0]], [[0, 0], [10, 9]], [[10, 10], [10, 10]])
    assert printed(counts, allowed=[False, True]) == [[(101, "agree")], [(101, "disagree")]]
    assert printed(counts, allowed=[False, False]) == [[], []]


def test_consensus_by_hand():
    """Over half, sure at 90%, best first by share x test; equals keep the order of their ids."""
    agree = [60, 90, 90, 52, 10, 5]
    disagree = [30, 5, 5, 40, 80, 95]
    everyone = table([agree], [disagree], [[100] * 6])
    assert consensus(everyone, IDS[:6], np.ones(6, dtype=bool)) == ((101, 102, 100), (105, 104))
    assert consensus(everyone, IDS[:6], np.array([True, False, True, True, True, False])) == ((102, 100), (104,))


def test_consensus_has_five_places():
    everyone = table([[90] * 7], [[5] * 7], [[100] * 7])
    assert consensus(everyone, IDS[:7], np.ones(7, dtype=bool)) == ((100, 101, 102, 103, 104), ())
