import pytest

from tests.an_evening import give_at, harvest, held
from werkplaats.network.models import Initiative
from werkplaats.voices.withdraw import withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_a_card_about_who_is_on_it_becomes_an_initiative_once():
    made = held(people=3)
    table = made.session.tables.first()
    kept = give_at(made, made.people[0], 7, "De buurtkamer kookt elke week.", "room", table)
    gone = give_at(made, made.people[1], 7, "De fietsclub.", "room", table)
    withdraw(gone)
    harvest(made)
    harvest(made)
    assert list(Initiative.objects.values_list("gathering", "voice")) == [(made.gathering.pk, kept.pk)]
