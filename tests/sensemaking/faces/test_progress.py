import io

import pytest

from sensemaking.faces import progress
from sensemaking.faces.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Clock:
    def __init__(self):
        self.now = 0.0

    def monotonic(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until the test moves it; nothing beats by itself."""
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    monkeypatch.setattr(progress, "EVERY_SECONDS", 1000)
    return clock


def told(stream, clock, steps, **options):
    """What is said when at each of `steps` (seconds, done or None of 10) somebody looks."""
    clock.now = 0.0
    with Progress(stream, "Bezig", **options) as tells:
        for clock.now, done in steps:
            if done is not None:
                tells(done, 10)
            tells.tell() if stream.isatty() or options.get("always") else None
    return stream.getvalue()


def test_the_first_two_seconds_are_quiet(clock):
    assert told(Terminal(), clock, [(0.5, 1), (1.9, 9)]) == ""


def test_after_that_one_line_rewrites_itself_and_goes(clock):
    said = told(Terminal(), clock, [(1, 1), (3, 4), (4, 8)])
    assert [part.strip() for part in said.split("\r")] == ["", "Bezig: 40%", "Bezig: 80%", "", ""]


def test_what_does_not_count_tells_seconds(clock):
    said = told(Terminal(), clock, [(1, None), (3, None)])
    assert said.startswith("\rBezig: 3 s")


def test_in_a_pipe_it_is_quiet_unless_asked(clock):
    assert told(io.StringIO(), clock, [(3, 5)]) == ""
    assert told(io.StringIO(), clock, [(3, 5), (4, 5), (5, 10)], always=True) == "Bezig: 50%\nBezig: 100%\n"
    assert told(io.StringIO(), clock, [(3, None), (9, None), (14, None)], always=True) == "Bezig: 3 s\nBezig: 14 s\n"


def test_seconds_told_before_counting_began_hold_no_tenth_back(clock):
    said = told(io.StringIO(), clock, [(9, None), (12, 5), (14, 10)], always=True)
    assert said == "Bezig: 9 s\nBezig: 50%\nBezig: 100%\n"


def test_it_beats_by_itself_while_something_else_computes(monkeypatch):
    monkeypatch.setattr(progress, "EVERY_SECONDS", 0.001)
    monkeypatch.setattr(progress, "QUIET_SECONDS", 0.0)
    stream = Terminal()
    with Progress(stream, "Bezig"):
        for _ in range(10_000):
            if stream.getvalue():
                break
            progress.time.sleep(0.001)
    assert stream.getvalue().startswith("\rBezig: 0 s")
