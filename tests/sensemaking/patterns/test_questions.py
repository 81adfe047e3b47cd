import pytest

from sensemaking.patterns import Option, Question, QuestionError

ONE, TWO, THREE, SAME = Option("a", "een"), Option("b", "twee"), Option("c", "drie"), Option("c", "een")


def test_a_question_is_called_by_its_text_unless_it_has_a_name():
    assert Question("q", "scale", "Hoe was het?", low="slecht", high="goed").name == "Hoe was het?"
    assert Question("q", "scale", "Hoe was het?", low="slecht", high="goed", name="hoe").name == "hoe"


@pytest.mark.parametrize(
    ("fields", "part", "says"),
    [
        ({"kind": "choice", "options": (ONE,)}, "options", "1 given, expected at least 2"),
        ({"kind": "choices", "options": ()}, "options", "0 given, expected at least 1"),
        ({"kind": "triad", "options": (ONE, TWO)}, "options", "2 given, expected at least 3"),
        ({"kind": "triad", "options": (ONE, TWO, THREE, Option("d", "vier"))}, "options", "4 corners given"),
        ({"kind": "choice", "options": (ONE, SAME)}, "options", "two options have the same words"),
        ({"kind": "choice", "options": (ONE, Option("a", "x"))}, "options", "two options have the same id"),
        ({"kind": "choice", "options": (ONE, Option("b", ""))}, "options", "an option has no words"),
        ({"kind": "scale", "options": (ONE,)}, "options", "a scale has two ends and no options"),
        ({"kind": "scale", "low": "slecht"}, "high", "is empty"),
        ({"kind": "stones", "options": (ONE,), "low": "a", "high": "b", "top": "c"}, "bottom", "is empty"),
        ({"kind": "slider"}, "kind", "'slider' is unknown, expected one of choice, choices, scale, triad, stones"),
        ({"kind": "choice", "text": ""}, "text", "is empty"),
        ({"kind": "choice", "id": ""}, "id", "is empty"),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(fields, part, says):
    with pytest.raises(QuestionError) as error:
        Question(**{"id": "q", "text": "Hoe?", **fields})
    assert error.value.part == part
    assert says in str(error.value)
