import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.an_evening import harvested
from werkplaats.action.models import Recommendation
from werkplaats.insights.models import Insight
from werkplaats.insights.trail import Trail, trails
from werkplaats.voices.consent import set_level
from werkplaats.voices.withdraw import withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def trail_of(one):
    return trails([one.pk])[one.pk]


def test_a_recommendation_is_followed_to_insight_card_and_people():
    made = harvested(people=12, tables=2)
    found = trail_of(Recommendation.objects.get(table=1))
    assert found.insights == (Insight.objects.get(voice=made.cards[0]).pk,)
    assert (found.cards, found.people, found.gone) == (1, 6, False)
    assert set(found.stories) == {story.pk for story in made.stories[::2]}


def test_fewer_than_five_people_is_no_number():
    harvested(people=8, tables=2)
    found = trail_of(Recommendation.objects.get(table=1))
    assert found.people is None
    assert found.rests


def test_a_story_kept_to_oneself_or_taken_back_counts_no_more():
    made = harvested(people=14, tables=2)
    insight = Insight.objects.get(voice=made.cards[0])
    assert trail_of(insight).people == 7
    set_level(made.stories[0], "me")
    assert trail_of(insight).people == 6
    withdraw(made.stories[2])
    assert trail_of(insight).people == 5
    withdraw(made.stories[4])
    assert trail_of(insight).people is None


def test_the_mark_shows_only_where_five_voices_rested():
    made = harvested(people=14, tables=2)
    withdraw(made.stories[0])
    assert trail_of(Insight.objects.get(voice=made.cards[0])).gone
    small = harvested(people=6, tables=2)
    withdraw(small.stories[0])
    assert not trail_of(Insight.objects.get(voice=small.cards[0])).gone


def test_many_trails_cost_as_much_as_one():
    harvested(people=12, tables=3)
    knots = list(Recommendation.objects.values_list("pk", flat=True))
    for wanted in (knots[:1], knots):
        with CaptureQueriesContext(connection) as queries:
            trails(wanted)
        assert len(queries) == 5


def test_nothing_under_it():
    assert trails([]) == {}
    assert not Trail().rests
