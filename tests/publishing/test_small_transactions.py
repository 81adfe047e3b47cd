"""A big evening holds up nobody: no transaction of the harvest or a removal writes more than a hundred rows."""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.db.transaction import Atomic

from tests.an_evening import counted, harvest, held, weighed
from werkplaats.action.models import Commitment, Recommendation
from werkplaats.insights.models import Choice, Insight, Observation, Placement, Statement, Weighing
from werkplaats.publishing.models import Passage, Report
from werkplaats.publishing.removal import remove_session
from werkplaats.stories.models import Telling
from werkplaats.thread.models import Knot, Strand
from werkplaats.voices.consent import offer_quotation
from werkplaats.voices.models import Voice

MADE = (
    Telling, Statement, Weighing, Placement, Choice, Observation, Insight, Recommendation, Commitment, Report, Passage,
    Knot, Strand,
)  # fmt: skip


@contextmanager
def rows_per_transaction(monkeypatch):
    """A list of how many rows each transaction changed, or each statement that stood alone."""
    found: list[int] = []
    enter, leave, begun = Atomic.__enter__, Atomic.__exit__, []

    def entering(self):
        outermost = self.using in (None, "default") and not connection.in_atomic_block
        enter(self)
        if outermost:
            begun.append((self, connection.connection.total_changes))

    def leaving(self, *error):
        leave(self, *error)
        if begun and begun[-1][0] is self and not connection.in_atomic_block:
            found.append(connection.connection.total_changes - begun.pop()[1])

    def alone(execute, sql, params, many, context):
        if connection.in_atomic_block:
            return execute(sql, params, many, context)
        before = connection.connection.total_changes
        try:
            return execute(sql, params, many, context)
        finally:
            found.append(connection.connection.total_changes - before)

    with monkeypatch.context() as patched, connection.execute_wrapper(alone):
        patched.setattr(Atomic, "__enter__", entering)
        patched.setattr(Atomic, "__exit__", leaving)
        yield found


def a_big_evening():
    made = held(people=100, tables=20, rehearsal=True)
    weighed(made, made.cards, {str(person.uuid): ["agree"] * len(made.cards) for person in made.people})
    for story in made.stories[:40]:
        offer_quotation(story, 0, 9)
    return made


@pytest.mark.sqlite
@pytest.mark.django_db(databases=["default", "keys"], transaction=True)
def test_a_hundred_people_are_harvested_and_removed_a_hundred_rows_at_a_time(monkeypatch):
    made = a_big_evening()
    with rows_per_transaction(monkeypatch) as found:
        harvest(made)
    assert Weighing.objects.count() == 2000
    assert sum(found) > 2500
    assert max(found) <= 100
    with rows_per_transaction(monkeypatch) as found:
        remove_session(made.session)
    assert not Voice.objects.exists()
    assert max(found) <= 100


class Crash(Exception):
    pass


@contextmanager
def crash_at(write: int):
    """The given write ends the program."""
    seen = [0]

    def counting(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            seen[0] += 1
            if seen[0] == write:
                raise Crash
        return execute(sql, params, many, context)

    with connection.execute_wrapper(counting):
        yield


def stands():
    strands = Strand.objects.values_list("upper__kind", "lower__kind", "voice", "relation")
    passages = Passage.objects.values_list("position", "kind", "text")
    counts = {model.__name__: model.objects.count() for model in MADE}
    return counts, sorted(map(str, strands)), list(passages)


@pytest.mark.django_db(databases=["default", "keys"], transaction=True)
def test_a_crash_at_any_moment_and_a_second_run_give_the_same():
    made = held(people=6)
    weighed(made, made.cards, {str(person.uuid): ["agree", "pass"] for person in made.people})
    counted(made, 1, 2, 0)
    offer_quotation(made.stories[0], 0, 9)
    harvest(made)
    whole = stands()
    write, crashed = 1, True
    while crashed:
        Knot.objects.all().delete()
        for model in (Telling, Statement, Placement, Choice, Commitment, Report):
            model.objects.all().delete()
        crashed = False
        try:
            with crash_at(write):
                harvest(made)
        except Crash:
            crashed = True
        for _again in range(2):
            harvest(made)
        assert stands() == whole, write
        write += 3
    assert write > 50  # every third write
