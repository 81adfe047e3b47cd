"""The landscape of a session that is over is drawn once, and again when what it was made of changed."""

import pytest
from django.utils import timezone

from tests.an_evening import harvest, held, weighed
from werkplaats.insights import kept
from werkplaats.insights.models import Picture, Statement
from werkplaats.insights.pages import landscape_of
from werkplaats.people.models import Viewpoint
from werkplaats.voices.models import Withdrawal
from werkplaats.voices.withdraw import finish, withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def made():
    made = held(people=8)
    answers = {str(n): ["agree" if n % 2 else "disagree"] * len(made.cards) for n in range(8)}
    weighed(made, made.cards, answers)
    harvest(made)
    made.session.harvested_at = timezone.now()
    return made


@pytest.fixture
def drawn(monkeypatch):
    """How often a landscape was drawn."""
    times = []

    def for_room(*given):
        times.append(given)
        return original(*given)

    original = kept.for_room
    monkeypatch.setattr(kept, "for_room", for_room)
    return times


def test_it_is_drawn_once(made, drawn):
    first = landscape_of(made.session)
    assert landscape_of(made.session) == first
    assert len(drawn) == 1
    assert first["order"]


def test_a_statement_taken_back_takes_the_picture_with_it(made, drawn):
    landscape_of(made.session)
    withdraw(made.cards[0])
    finish(Withdrawal.objects.get(voice=made.cards[0]))
    assert not Picture.objects.exists()
    assert str(made.cards[0].pk) not in str(landscape_of(made.session))
    assert len(drawn) == 2


def test_a_statement_moderated_out_or_a_viewpoint_draws_it_anew(made, drawn):
    landscape_of(made.session)
    Statement.objects.filter(voice=made.cards[0]).update(moderated_out=True)
    assert str(made.cards[0].pk) not in landscape_of(made.session)["order"]
    Viewpoint.objects.create(person=made.people[0], room_id=made.session.room_id, kind="resident")
    landscape_of(made.session)
    assert len(drawn) == 3
    assert Picture.objects.count() == 1


def test_another_way_of_drawing_draws_it_anew(made, drawn, monkeypatch):
    landscape_of(made.session)
    monkeypatch.setattr(kept, "DRAWN_BY", kept.DRAWN_BY + 1)
    landscape_of(made.session)
    assert len(drawn) == 2
