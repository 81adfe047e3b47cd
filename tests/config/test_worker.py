"""One failing job holds up no other."""

import os
import sys

from werkplaats.config.management.commands import worker


def test_each_job_runs_also_after_one_that_fails(monkeypatch, caplog):
    ran = []

    def failing(now):
        raise ValueError("niet in de log")

    monkeypatch.setattr(worker, "DUE", (failing, ran.append))
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker.connections, "close_all", lambda: None)
    worker.do_what_is_due()
    assert len(ran) == 1
    assert "failing" in caplog.text


def test_waits_while_the_pipe_is_open_and_stops_when_it_closes(monkeypatch):
    reading, writing = os.pipe()
    with os.fdopen(reading) as pipe:
        monkeypatch.setattr(sys, "stdin", pipe)
        assert not worker.parent_is_gone(0.01)
        os.close(writing)
        assert worker.parent_is_gone(0.01)
