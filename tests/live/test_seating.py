"""Changing tables: the log and the circles go together, and nobody goes round all tables."""

import pytest
from django.db import DatabaseError

from werkplaats.live import log, seating
from werkplaats.live.hub import hub
from werkplaats.live.models import Event, Seat
from werkplaats.people.models import Membership

SENTENCE = "Je bent vanavond al 6 keer van tafel gewisseld. Vraag de gespreksbegeleider om hulp."


def where(made, phone) -> tuple[int, int, int]:
    """The table by the database, by the circles and by the log."""
    seat = Seat.objects.select_related("table").get(uuid=phone.seat)
    [circle] = Membership.objects.filter(person=seat.person, circle__kind="table").values_list("circle", flat=True)
    logged = hub.halls[made.uuid].running.state.seats[phone.seat].table
    return seat.table.number, made.tables.get(circle=circle).number, logged


@pytest.mark.parametrize("breaks", ["log", "seat"])
def test_a_move_that_cannot_be_written_leaves_nothing_apart(evening, phones, monkeypatch, breaks):
    _url, made, _console = evening
    [phone] = phones(1)
    phone.give(kind="moved", table=1)

    def broken(*_given):
        raise DatabaseError

    with monkeypatch.context() as patched:
        patched.setattr(*((log, "_append") if breaks == "log" else (seating, "_belong")), broken)
        assert phone.send({"kind": "moved", "table": 2}).status_code == 503
        assert phone.join(made.code, 2, personal_code=phone.code).status_code == 500
    assert where(made, phone) == (1, 1, 1)
    phone.give(kind="moved", table=2)
    assert where(made, phone) == (2, 2, 2)


def test_nobody_goes_round_all_tables(evening, phones):
    _url, made, _console = evening
    phone, other = phones(2)
    for turn in range(6):
        phone.give(kind="moved", table=2 - turn % 2)
    assert phone.give(kind="moved", table=1)["status"] == "kept"
    for answer in (phone.send({"kind": "moved", "table": 2}), phone.join(made.code, 2, personal_code=phone.code)):
        assert (answer.status_code, answer.json()["title"], answer.json()["field"]) == (409, SENTENCE, "table")
    assert where(made, phone) == (1, 1, 1)
    assert phone.join(made.code, 1, personal_code=phone.code).status_code == 200
    other.give(kind="moved", table=1)
    assert Event.objects.filter(kind="moved", author=other.seat).count() == 1
