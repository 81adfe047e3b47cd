"""What comes after the close is kept as late, and changes no picture that was shown."""

from werkplaats.live.hall import weighings_in_time
from werkplaats.live.state import fold
from werkplaats.live.view import answers, room_view

from .logs import SEATS, VOICES, log, plan

CLOSED = ("closed", {"n": 6})


def weighed(seat: int, answer: str):
    return "weighed", {"step": 6, "statement": VOICES[0], "answer": answer}, SEATS[seat]


def after(*events):
    return fold(log(("opened", {"tables": 1}), ("step", {"n": 6, "minutes": 5}), *events))


def test_the_landscape_is_fixed_at_the_close():
    given = [weighed(0, "agree"), weighed(1, "disagree"), weighed(1, "pass")]
    at_close = weighings_in_time(after(*given, CLOSED))
    assert at_close == [("0", VOICES[0], "agree"), ("1", VOICES[0], "pass")]
    late = after(*given, CLOSED, weighed(0, "disagree"), weighed(2, "agree"))
    assert weighings_in_time(late) == at_close
    assert (late.late, answers(late, plan().recipe.step(6))) == (2, {SEATS[0], SEATS[1]})


def test_a_part_that_opens_again_takes_answers_again():
    again = after(weighed(0, "agree"), CLOSED, ("step", {"n": 6, "minutes": 5}), weighed(0, "disagree"), CLOSED)
    assert weighings_in_time(again) == [("0", VOICES[0], "disagree")]


def test_a_dot_moved_after_the_close_stays_where_it_was():
    dots = [("placed", {"step": 4, "input": "triad", "row": "", "at": [1.0, 0.0, 0.0]}, SEATS[n]) for n in range(5)]
    moved = ("placed", {"step": 4, "input": "triad", "row": "", "at": [0.0, 1.0, 0.0]}, SEATS[0])
    state = fold(log(("opened", {"tables": 1}), ("step", {"n": 4, "minutes": 5}), *dots, ("closed", {"n": 4}), moved))
    assert room_view(state, plan())["results"]["dots"] == [[1.0, 0.0, 0.0]] * 5
