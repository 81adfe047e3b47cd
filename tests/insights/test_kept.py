"""The landscape of a session that is over is drawn once, and again when what it was made of changed."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.an_evening import harvest, held, weighed
from werkplaats.config.management.commands.worker import DUE
from werkplaats.insights import kept
from werkplaats.insights.models import Import, Picture, Statement
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


def test_the_worker_draws_it_after_the_harvest_and_once(made, drawn):
    kept.draw_due(timezone.now())
    assert not drawn, "the harvest has not ended"
    made.session.save()
    assert kept.draw_due in DUE
    kept.draw_due(timezone.now())
    kept.draw_due(timezone.now())
    assert landscape_of(made.session)["order"]
    assert len(drawn) == 1


def test_drawn_in_an_older_way_it_is_shown_and_the_worker_draws_it_anew(made, drawn, monkeypatch):
    made.session.save()
    first = landscape_of(made.session)
    monkeypatch.setattr(kept, "DRAWN_BY", kept.DRAWN_BY + 1)
    assert landscape_of(made.session) == first
    assert len(drawn) == 1
    kept.draw_due(timezone.now())
    kept.draw_due(timezone.now())
    assert landscape_of(made.session) == first
    assert len(drawn) == 2


def test_a_page_for_everyone_never_waits_for_a_drawing(made, drawn, client):
    made.session.save()
    Import.objects.create(session=made.session, name="elders", fingerprint="f", network=made.network)
    url = reverse("insights:landscape", args=[made.session.uuid])
    assert "Het beeld wordt getekend." in client.get(url).content.decode()
    assert not drawn
    kept.draw_due(timezone.now())
    assert landscape_of(made.session)["order"]
    Statement.objects.filter(voice=made.cards[0]).update(moderated_out=True)
    assert "Het beeld wordt getekend." in client.get(url).content.decode()
    assert len(drawn) == 1
    kept.draw_due(timezone.now())
    assert str(made.cards[0].pk) not in landscape_of(made.session)["order"]


def test_one_that_cannot_be_drawn_does_not_keep_the_others_waiting(made, monkeypatch):
    made.session.save()
    other = held(people=8)
    weighed(other, other.cards, {str(n): ["agree"] * len(other.cards) for n in range(8)})
    harvest(other)
    other.session.harvested_at = timezone.now()
    other.session.save()
    draw = kept.picture
    monkeypatch.setattr(kept, "picture", lambda session: draw(session) if session.pk == made.session.pk else 1 / 0)
    kept.draw_due(timezone.now())
    assert list(Picture.objects.values_list("session", flat=True)) == [made.session.pk]
