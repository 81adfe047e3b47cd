"""What comes after the close is kept as late, and changes no picture that was shown."""

import asyncio
from dataclasses import replace
from types import SimpleNamespace
from uuid import uuid4

import pytest

from werkplaats.live import hall
from werkplaats.live.hall import weighings_in_time
from werkplaats.live.hub import Hub
from werkplaats.live.lead import entries
from werkplaats.live.problem import Problem
from werkplaats.live.running import Running
from werkplaats.live.state import fold
from werkplaats.live.view import answers, room_view

from .logs import SEATS, VOICES, gave, log, plan

CLOSED = ("closed", {"n": 6})


def weighed(seat: int, answer: str):
    return "weighed", {"step": 6, "statement": VOICES[0], "answer": answer}, SEATS[seat]


def after(*events):
    return fold(log(("opened", {"tables": 1}), ("step", {"n": 6, "minutes": 5}), *events))


def test_the_landscape_is_fixed_at_the_close():
    given = [weighed(0, "agree"), weighed(1, "disagree"), weighed(1, "pass")]
    at_close = weighings_in_time(after(*given, CLOSED))
    assert at_close == [(SEATS[0], VOICES[0], "agree"), (SEATS[1], VOICES[0], "pass")]
    late = after(*given, CLOSED, weighed(0, "disagree"), weighed(2, "agree"))
    assert weighings_in_time(late) == at_close
    assert (late.late, answers(late, plan().recipe.step(6))) == (2, {SEATS[0], SEATS[1]})


def test_a_part_that_opens_again_takes_answers_again():
    again = after(weighed(0, "agree"), CLOSED, ("step", {"n": 6, "minutes": 5}), weighed(0, "disagree"), CLOSED)
    assert weighings_in_time(again) == [(SEATS[0], VOICES[0], "disagree")]


def test_a_dot_moved_after_the_close_stays_where_it_was():
    dots = [("placed", {"step": 4, "input": "triad", "row": "", "at": [1.0, 0.0, 0.0]}, SEATS[n]) for n in range(5)]
    moved = ("placed", {"step": 4, "input": "triad", "row": "", "at": [0.0, 1.0, 0.0]}, SEATS[0])
    state = fold(log(("opened", {"tables": 1}), ("step", {"n": 4, "minutes": 5}), *dots, ("closed", {"n": 4}), moved))
    assert room_view(state, plan())["results"]["dots"] == [[1.0, 0.0, 0.0]] * 5


def test_the_landscape_gets_numbers_for_authors_and_who_is_a_resident(monkeypatch):
    """What the rooms above see of an author is a number that means nothing; an unlinked one has no viewpoint."""
    asked = {}

    def landscape(statements, weighings, residents):
        asked.update(statements=statements, weighings=list(weighings), residents=residents)
        return {}

    monkeypatch.setattr(hall, "import_string", lambda _path: landscape)
    monkeypatch.setattr(hall.Viewpoint.objects, "residents", lambda room: {7: True, 8: False})
    seats = {
        SEATS[0]: SimpleNamespace(person=7),
        SEATS[1]: SimpleNamespace(person=9),
        SEATS[2]: SimpleNamespace(person=8),
    }
    given = [(SEATS[1], "s", "agree"), (SEATS[0], "s", "pass"), ("f" * 64, "s", "agree"), (SEATS[2], "s", "disagree")]
    assert hall._landscape(SimpleNamespace(room=1, seats=seats), ["s"], given) == {}
    assert asked["weighings"] == [("0", "s", "agree"), ("1", "s", "pass"), ("2", "s", "agree"), ("3", "s", "disagree")]
    assert asked["residents"] == {"1": True, "3": False}


def drawing(monkeypatch, events):
    """A hall whose landscape is the number of answers it was made of."""
    monkeypatch.setattr(hall, "_landscape", lambda running, statements, weighings: {"answers": len(weighings)})
    monkeypatch.setattr(hall, "in_thread", lambda call, *given: asyncio.sleep(0, call(*given)))
    state = after(
        ("gave", gave(VOICES[0], 5, "card", level="room"), SEATS[0]), ("promoted", {"voices": VOICES[:1]}), *events
    )
    return hall.Hall(Running(1, uuid4(), 1, plan().recipe, plan(), state, room=100, tables={}))


def then(closed, *events):
    """More lines in the log of this hall."""
    seq = closed.running.state.seq
    closed.running.take(replace(line, seq=seq + line.seq) for line in log(*events))


def test_a_landscape_is_drawn_once_and_only_when_the_weighing_has_closed(monkeypatch):
    assert drawing(monkeypatch, [weighed(0, "agree")]).due() is None
    closed = drawing(monkeypatch, [weighed(0, "agree"), CLOSED])
    asyncio.run(closed.due())
    assert closed.running.landscape == {"answers": 1}
    assert closed.due() is None


def test_a_landscape_that_comes_too_late_does_not_replace_a_newer_one(monkeypatch):
    closed = drawing(monkeypatch, [weighed(0, "agree"), CLOSED])
    older = closed.due()
    then(closed, ("step", {"n": 6, "minutes": 5}), weighed(1, "agree"), CLOSED)
    newer = closed.due()
    asyncio.run(newer)
    asyncio.run(older)
    assert closed.running.landscape == {"answers": 2}


def test_what_changes_no_answer_is_not_looked_at_again(monkeypatch):
    closed = drawing(monkeypatch, [weighed(0, "agree"), CLOSED])
    asyncio.run(closed.due())
    monkeypatch.setattr(hall, "weighings_in_time", lambda state: pytest.fail("read again"))
    for event in (("step", {"n": 7, "minutes": 5}), ("voted", {"step": 7, "picks": []}), ("wall", {"shows": "step"})):
        then(closed, event)
        assert closed.due() is None


def test_a_late_answer_is_not_looked_at_and_an_answer_in_time_is(monkeypatch):
    closed = drawing(monkeypatch, [weighed(0, "agree"), CLOSED])
    asyncio.run(closed.due())
    then(closed, weighed(1, "agree"))
    assert closed.due() is None
    then(closed, ("step", {"n": 6, "minutes": 5}), weighed(1, "agree"), CLOSED)
    asyncio.run(closed.due())
    assert closed.running.landscape == {"answers": 2}


def test_a_landscape_that_failed_is_drawn_again_a_moment_later(monkeypatch):
    closed = drawing(monkeypatch, [weighed(0, "agree"), CLOSED])
    failures = [RuntimeError(), RuntimeError()]
    draw = hall._landscape
    monkeypatch.setattr(hall, "_landscape", lambda *given: draw(*given) if not failures else raised(failures.pop()))
    waited = []

    async def sleep(seconds, result=None):
        waited.append(seconds)
        await real(0)
        return result

    real = asyncio.sleep
    hub = Hub()
    hub.halls[closed.running.uuid] = closed

    async def evening():
        monkeypatch.setattr("werkplaats.live.hub.asyncio.sleep", sleep)
        hub.touch(closed)
        while closed.running.landscape is None:
            await real(0)

    asyncio.run(asyncio.wait_for(evening(), 5))
    assert closed.running.landscape == {"answers": 1}
    assert [seconds for seconds in waited if seconds >= 1] == [1, 2]


def raised(error):
    raise error


def test_the_wall_keeps_the_old_picture_while_a_voice_is_taken_back(monkeypatch):
    closed = drawing(monkeypatch, [weighed(0, "agree"), CLOSED])
    asyncio.run(closed.due())
    closed.audience("room")
    hub = Hub()
    fresh = drawing(monkeypatch, [weighed(0, "agree"), CLOSED]).running
    monkeypatch.setattr("werkplaats.live.hub.sessions.load", lambda uuid: fresh)
    monkeypatch.setattr("werkplaats.live.hub.in_thread", lambda call, *given: asyncio.sleep(0, call(*given)))
    monkeypatch.setattr(hub, "touch", lambda hall: None)
    asyncio.run(hub.reread(closed))
    assert (closed.running, closed.running.landscape) == (fresh, {"answers": 1})
    drawing_again = closed.due()
    assert drawing_again is not None
    drawing_again.close()


def test_no_picture_is_kept_when_nothing_is_left_to_draw(monkeypatch):
    closed = drawing(monkeypatch, [weighed(0, "agree"), CLOSED])
    asyncio.run(closed.due())
    hub = Hub()
    fresh = drawing(monkeypatch, [weighed(0, "agree"), CLOSED]).running
    fresh.state.statements.clear()
    monkeypatch.setattr("werkplaats.live.hub.sessions.load", lambda uuid: fresh)
    monkeypatch.setattr("werkplaats.live.hub.in_thread", lambda call, *given: asyncio.sleep(0, call(*given)))
    monkeypatch.setattr(hub, "touch", lambda hall: None)
    asyncio.run(hub.reread(closed))
    assert closed.running.landscape is None


def test_the_wall_shows_the_picture_only_when_it_is_drawn(monkeypatch):
    running = drawing(monkeypatch, [weighed(0, "agree"), CLOSED]).running
    command = {"uuid": str(uuid4()), "do": "wall", "shows": "landscape"}
    with pytest.raises(Problem) as refused:
        entries(command, running)
    assert "wordt nog getekend" in refused.value.title
    assert (refused.value.status, refused.value.retry_after) == (503, 1)
    running.landscape = {"too_few": True}
    assert [entry.payload for entry in entries(command, running)] == [{"shows": "landscape"}]
