from datetime import date

import pytest

from tests.an_evening import PARTS, give_at, harvest, harvested, held
from werkplaats.action.models import Commitment, Recommendation
from werkplaats.thread.models import Strand
from werkplaats.voices.consent import set_level
from werkplaats.voices.withdraw import withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def under(one):
    return set(Strand.objects.filter(upper=one.pk).values_list("lower", "voice"))


def test_a_recommendation_rests_on_the_insight_of_the_card_it_names():
    made = harvested(people=4)
    one = Recommendation.objects.get(voice=made.advice[0])
    assert under(one) == {(made.cards[0].insights.get().pk, None), (None, made.advice[0].pk)}


def test_on_the_card_itself_when_the_room_did_not_choose_it():
    made = held(people=4)
    made.evening.votes.clear()
    harvest(made)
    one = Recommendation.objects.get(voice=made.advice[0])
    assert under(one) == {(made.cards[0].observation.pk, None), (None, made.advice[0].pk)}


def test_on_a_story_when_it_names_one():
    made = held(people=4)
    table = made.session.tables.first()
    story = made.stories[0]
    voice = give_at(made, made.people[0], 8, {"parts": PARTS}, "room", table, [story.pk])
    harvest(made)
    assert under(Recommendation.objects.get(voice=voice)) == {(None, story.pk), (None, voice.pk)}


def test_one_per_table_the_last():
    made = held(people=4)
    voice = give_at(made, made.people[0], 8, {"parts": PARTS}, "room", made.session.tables.first())
    harvest(made)
    assert set(Recommendation.objects.values_list("table", "voice")) == {(1, voice.pk), (2, made.advice[1].pk)}


def test_what_was_taken_back_or_kept_to_oneself_is_not_made():
    made = held(people=4)
    withdraw(made.advice[0])
    set_level(made.advice[1], "me")
    withdraw(made.promises[0])
    harvest(made)
    assert not Recommendation.objects.exists()
    assert Commitment.objects.count() == 3


def test_a_commitment_keeps_its_day_and_its_giver_and_is_made_once():
    made = harvested(people=3)
    harvest(made)
    assert set(Commitment.objects.values_list("voice", "person", "due")) == {
        (voice.pk, person.pk, date(2026, 12, 19)) for voice, person in zip(made.promises, made.people, strict=True)
    }
    assert Recommendation.objects.count() == 2
