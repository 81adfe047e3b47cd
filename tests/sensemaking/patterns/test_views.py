import numpy as np

from sensemaking.patterns import Answers, patterns
from sensemaking.patterns.subjects import subjects
from sensemaking.patterns.views import Bar, side_by_side, view
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
    values = [0, 25, 50, 75, 100, NAN]
    found = view(CLEAR, answers({"begrip": values}, not_applicable={"begrip": [False] * 5 + [True]}))
    assert (found.n, found.missing, found.not_applicable) == (5, 0, 1)
    assert found.quartiles == (25, 50, 75)
    assert found.dots[1] == ("s001", (25.0,))
    assert view(CLEAR, answers({"begrip": [NAN]})).quartiles is None


def test_below_five_tellers_nothing_is_drawn():
    given = chance(0, n=4, missing=0)
    for question in given.questions:
        found = view(question, given)
        assert (found.n, found.tellers) == (4, 4)
        assert (found.quartiles, found.dots, found.pairs) == (None, (), ())
        assert found.triad is None or (found.triad.n, found.triad.centre, found.triad.huddled) == (4, None, None)
        assert {bar.count for bar in found.bars} <= {None}
        assert {stone.median for stone in found.stones} <= {None}
    twice = Answers(range(8), [0, 0, 1, 1, 2, 2, 3, 3], (CLEAR,), {"begrip": np.arange(8.0)})
    assert view(CLEAR, twice).quartiles is None


def test_a_stone_that_few_laid_is_not_drawn_among_the_others():
    places = np.full((9, 2, 2), 0.5)
    places[4:, 1] = NAN
    found = view(STONES, answers({"plek": places}))
    assert (found.stones[0].median, found.stones[1].median, found.stones[1].n) == ((0.5, 0.5), None, 4)
    assert found.pairs == ()
    assert all(np.isnan(dots[2:]).all() for _, dots in found.dots)


def test_side_by_side_by_answer():
    given = answers(
        {
            "begrip": [0, 50, 100],
            "nodig": [[0.6, 0.2, 0.2], [0.1, 0.8, 0.1], [0.5, 0.3, 0.2]],
            "over": [[1, 1], [0, 1], [0, 0]],
        }
    )
    member = {subject.key: subject for subject in subjects(given)}
    laid = {
        key: [(one.words, one.stories) for one in side_by_side(member[key], member["begrip"], given.stories)]
        for key in member
    }
    assert laid == {
        "begrip": [("vaag", ("s000",)), ("", ("s001",)), ("helder", ("s002",))],
        "nodig": [("tijd", ("s000", "s002")), ("uitleg", ("s001",))],
        "over": [("geld", ("s000",)), ("zorg", ("s000", "s001"))],
    }
    assert side_by_side(member["begrip"], member["over"], given.stories)[0].question == "Waarover ging het?"


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
