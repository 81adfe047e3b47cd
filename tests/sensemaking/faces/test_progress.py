import io

from sensemaking.faces import progress
from sensemaking.faces.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def run(stream, monkeypatch, seconds, **options):
    clock = iter(seconds)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    tells = Progress(stream, "Bezig", **options)
    for done in range(1, len(seconds)):
        tells(done, len(seconds) - 1)
    tells.close()
    return stream.getvalue()


def test_the_first_two_seconds_are_quiet(monkeypatch):
    assert run(Terminal(), monkeypatch, [0, 0.5, 1.0, 1.9]) == ""


def test_after_that_one_line_rewrites_itself_and_goes(monkeypatch):
    said = run(Terminal(), monkeypatch, [0, 1, 3, 4, 5])
    assert said.startswith("\rBezig:  50%\rBezig:  75%\rBezig: 100%\r ")
    assert said.endswith("\r")


def test_in_a_pipe_it_is_quiet_unless_asked(monkeypatch):
    assert run(io.StringIO(), monkeypatch, [0, 3, 4]) == ""
    assert run(io.StringIO(), monkeypatch, [0, 3, 4], always=True) == "Bezig: 50%\nBezig: 100%\n"
