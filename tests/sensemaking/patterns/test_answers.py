import numpy as np
import pytest

from sensemaking.patterns import Answers, AnswersError
from tests.sensemaking.stories import CLEAR, EVERY, HELP, NEED, STONES, TOPICS, answers, chance, reordered

NAN = np.nan


def test_what_counts_as_answered():
    given = answers(
        {
            "hulp": [0, -1, 2],
            "over": [[0, 0], [1, 0], [NAN, NAN]],
            "begrip": [0, NAN, 100],
            "nodig": [[NAN] * 3, [0, 0, 1], [0.2, 0.3, 0.5]],
            "plek": [[[0, 1], [NAN, NAN]], [[NAN, NAN], [NAN, NAN]], [[0.5, 0.5], [1, 1]]],
        }
    )
    assert {one: given.answered(one).tolist() for one in given.columns} == {
        "hulp": [True, False, True],
        "over": [True, True, False],
        "begrip": [True, False, True],
        "nodig": [False, True, True],
        "plek": [True, False, True],
    }


@pytest.mark.parametrize(
    ("question", "column", "says"),
    [
        (HELP, [0, 3], "row 1 (story 's001'), column 'hulp': is no answer, expected a whole number from -1 to 2"),
        (HELP, [0.5, 0], "row 0 (story 's000'), column 'hulp'"),
        (HELP, [NAN, 0], "row 0 (story 's000'), column 'hulp'"),
        (TOPICS, [[0, 1], [2, 0]], "row 1 (story 's001'), column 'over': is no answer, expected 0 or 1"),
        (TOPICS, [[0, NAN], [0, 0]], "row 0 (story 's000'), column 'over'"),
        (CLEAR, [101, 0], "row 0 (story 's000'), column 'begrip': is no answer, expected 0 to 100, or NaN"),
        (CLEAR, [0, -1], "row 1 (story 's001'), column 'begrip'"),
        (NEED, [[0.5, 0.5, 0], [0.5, 0.5, 0.1]], "row 1 (story 's001'), column 'nodig': is no answer, expected three"),
        (NEED, [[0.5, 0.5, 0], [1.5, -0.5, 0]], "row 1 (story 's001'), column 'nodig'"),
        (NEED, [[0.5, 0.5, NAN], [1, 0, 0]], "row 0 (story 's000'), column 'nodig'"),
        (STONES, [[[0, 0], [0, 2]], [[0, 0], [0, 0]]], "row 0 (story 's000'), column 'plek'"),
        (STONES, [[[0, 0], [0, 0]], [[0, NAN], [0, 0]]], "row 1 (story 's001'), column 'plek'"),
        (CLEAR, [[1], [2]], "column 'begrip' has shape (2, 1), expected (2,) for scale"),
        (CLEAR, ["veel", "weinig"], "column 'begrip' holds something else than numbers"),
    ],
)
def test_an_error_names_row_and_column(question, column, says):
    with pytest.raises(AnswersError) as error:
        answers({question.id: column})
    assert says in str(error.value)
    assert "veel" not in str(error.value)


def test_other_parts_that_do_not_fit():
    with pytest.raises(AnswersError, match="1 tellers given for 2 stories"):
        Answers((1, 2), (1,), (), {})
    with pytest.raises(AnswersError, match="row 2: story 1 is already row 0"):
        Answers((1, 2, 1), (1, 2, 3), (), {})
    with pytest.raises(AnswersError, match="row 1: story '1' is already row 0"):
        Answers((1, "1"), (1, 2), (), {})
    with pytest.raises(AnswersError, match="column 'begrip' is missing"):
        Answers((1,), (1,), (CLEAR,), {})
    with pytest.raises(AnswersError, match="column 'x' is no question"):
        Answers((1,), (1,), (CLEAR,), {"begrip": [1], "x": [1]})
    with pytest.raises(AnswersError, match=r"row 0 \(story 's000'\), column 'begrip': is answered and not applicable"):
        answers({"begrip": [1]}, not_applicable={"begrip": [True]})
    with pytest.raises(AnswersError, match="column 1: question 'begrip' is already column 0"):
        Answers((1,), (1,), (CLEAR, CLEAR), {"begrip": [1]})


def test_sorted_depends_on_the_ids_alone():
    given = chance(3, n=12)
    first, second = given.sorted(), reordered(given, 5).sorted()
    assert (first.stories, first.tellers, first.questions) == (second.stories, second.tellers, second.questions)
    assert [question.id for question in first.questions] == sorted(question.id for question in EVERY)
    for question in EVERY:
        assert np.array_equal(first.columns[question.id], second.columns[question.id], equal_nan=True)
    assert np.array_equal(first.teller_codes(), second.teller_codes())


def test_what_was_given_is_copied_and_cannot_change():
    column = np.array([1.0, 2.0])
    given = answers({"begrip": column})
    column[0] = 50
    assert given.columns["begrip"].tolist() == [1, 2]
    with pytest.raises(ValueError, match="read-only"):
        given.columns["begrip"][0] = 3
