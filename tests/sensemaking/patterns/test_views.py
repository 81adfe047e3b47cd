import numpy as np

from sensemaking.patterns import patterns
from sensemaking.patterns.views import Bar, view
from tests.sensemaking.stories import CLEAR, HELP, NEED, STONES, TOPICS, answers, chance

NAN = np.nan


def test_bars_show_from_five_up_and_give_no_small_one_away():
    found = view(HELP, answers({"hulp": [0] * 9 + [1] * 3 + [2] * 8 + [-1] * 2}))
    assert (found.n, found.missing) == (20, 2)
    assert found.bars[1] == Bar("een buur", None)
    hidden = sum(bar.count is None for bar in found.bars)
    assert hidden >= 2


def test_bars_of_several_choices_count_stories_per_option():
    chosen = np.array([[1, 1]] * 6 + [[1, 0]] * 7 + [[0, 0]] * 5, dtype=float)
    assert view(TOPICS, answers({"over": chosen})).bars == (Bar("geld", 13), Bar("zorg", 6))
    almost_all = np.array([[1, 1]] * 14 + [[0, 0]] * 2, dtype=float)
    assert view(TOPICS, answers({"over": almost_all})).bars == (Bar("geld", None), Bar("zorg", None))


def test_a_scale():
    found = view(CLEAR, answers({"begrip": [0, 50, 100, NAN]}, not_applicable={"begrip": [False] * 3 + [True]}))
    assert (found.n, found.missing, found.not_applicable) == (3, 0, 1)
    assert found.quartiles == (25, 50, 75)
    assert found.dots == (("s000", (0.0,)), ("s001", (50.0,)), ("s002", (100.0,)))
    assert view(CLEAR, answers({"begrip": [NAN]})).quartiles is None


def test_a_triad_and_stones():
    given = chance(0, n=30)
    triad = view(NEED, given)
    assert triad.triad.n == triad.n == len(triad.dots)
    stones = view(STONES, given)
    assert [stone.stone for stone in stones.stones] == ["wij", "zij"]
    assert (len(stones.pairs), len(stones.dots[0][1])) == (1, 4)


def test_every_question_in_the_order_it_was_asked():
    given = chance(0, n=30)
    assert [one.question for one in patterns(given, family=()).questions] == list(given.questions)
