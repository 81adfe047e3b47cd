"""`import sensemaking`: few names, all of them typed and told, and wrong input told by row and column."""

import inspect
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import sensemaking

REPOSITORY = Path(__file__).parents[2]
FUNCTIONS = [
    getattr(sensemaking, name) for name in sensemaking.__all__ if inspect.isfunction(getattr(sensemaking, name))
]


def test_every_public_name_is_there_told_once_and_in_order():
    assert sorted(set(sensemaking.__all__)) == sensemaking.__all__
    assert [name for name in sensemaking.__all__ if not hasattr(sensemaking, name)] == []


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_every_public_function_is_typed_and_told(function):
    signature = inspect.signature(function)
    assert function.__doc__
    assert signature.return_annotation is not signature.empty
    assert [one.name for one in signature.parameters.values() if one.annotation is one.empty] == []


def test_the_engine_takes_no_django_along_and_writes_and_reads_nothing():
    lines = (
        "import sys; before = set(sys.modules); import sensemaking, sensemaking.faces.cli; "
        "print(sorted(m for m in set(sys.modules) - before if m.split('.')[0] in ('django', 'werkplaats')))"
    )
    told = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, cwd=REPOSITORY, check=True)
    assert told.stdout == "[]\n"


def test_wrong_votes_are_told_by_row_and_column():
    with pytest.raises(sensemaking.VotesError, match=r"row 1 \(person 'b'\), column 0 \(statement 7\): 3 is no vote"):
        sensemaking.Votes([[1], [3]], ("a", "b"), (7,))


def test_wrong_answers_are_told_by_row_and_column():
    question = sensemaking.Question("q", "choice", "Wie?", (sensemaking.Option("a", "a"), sensemaking.Option("b", "b")))
    with pytest.raises(sensemaking.AnswersError, match="s2") as error:
        sensemaking.Answers(("s1", "s2"), ("t", "t"), (question,), {"q": np.array([0, 5])})
    assert "'q'" in str(error.value)
    assert "row 1" in str(error.value)


def test_wrong_piles_are_told_by_pile_and_card():
    with pytest.raises(sensemaking.PilesError, match="pile 1 holds card 'z'"):
        sensemaking.piles({"a": "de bus"}, kept=[["z"]])
