import numpy as np

from sensemaking.patterns import Answers
from sensemaking.patterns.varied import varied
from tests.sensemaking.stories import CLEAR, answers, chance, planted, reordered


def test_the_furthest_come_first():
    given = answers({"begrip": [50, 52, 0, 100, 51], "trouw": [50, 50, 0, 100, 49]})
    assert varied(given, 3) == ("s002", "s003", "s001") or varied(given, 2) == ("s002", "s003")
    assert set(varied(given, 2)) == {"s002", "s003"}


def test_of_one_teller_only_one_story():
    given = chance(0, n=30)
    few = Answers(given.stories, tuple(f"t{row % 3}" for row in range(30)), given.questions, given.columns)
    chosen = varied(few, 5)
    assert len(chosen) == 3
    assert len({few.tellers[few.stories.index(story)] for story in chosen}) == 3


def test_stories_that_are_the_same_are_not_read_twice():
    assert len(varied(answers({"begrip": [10.0] * 8}), 5)) <= 1
    assert len(varied(answers({"begrip": [10.0] * 4 + [90.0] * 4}), 5)) == 2


def test_a_story_with_few_answers_is_not_called_far_away():
    given = planted(n=30)
    columns = {key: column.copy() for key, column in given.columns.items()}
    for key, column in columns.items():
        column[:3] = np.nan if key in ("begrip", "trouw") else -1
    bare = Answers(given.stories, given.tellers, given.questions, columns)
    assert not set(varied(bare, 5)) & set(given.stories[:3])


def test_the_order_does_not_matter():
    given = chance(2, n=40)
    assert len(varied(given, 5)) == 5
    assert varied(reordered(given, 3), 5) == varied(given, 5)


def test_nobody():
    assert varied(Answers((), (), (CLEAR,), {"begrip": []}), 5) == ()
    assert varied(Answers((1,), (1,), (), {}), 5) == ()
