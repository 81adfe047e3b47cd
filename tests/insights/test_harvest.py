from uuid import uuid4

import pytest

from tests.an_evening import harvest, harvested, held, weighed
from werkplaats.insights.models import Choice, Insight, Observation, Placement, Statement, Weighing
from werkplaats.live.harvest import Vote
from werkplaats.thread.models import Strand
from werkplaats.voices.consent import set_level
from werkplaats.voices.withdraw import withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def voices_under(knot):
    return set(Strand.objects.filter(upper=knot, voice__isnull=False).values_list("voice", flat=True))


def vote(made, picks, author=None):
    step = made.evening.recipe.step(6)
    made.evening.votes.append(Vote(step, author or uuid4().hex, [voice.pk for voice in picks], uuid4()))


def test_an_observation_rests_on_its_card_and_the_stories_it_names():
    made = harvested(people=6, tables=2)
    card = Observation.objects.get(voice=made.cards[0])
    assert card.table == 1
    assert voices_under(card.knot) == {made.cards[0].pk, *(story.pk for story in made.stories[::2])}


def test_nothing_rests_on_a_story_kept_to_oneself_or_taken_back():
    made = held(people=6, tables=2)
    set_level(made.stories[0], "me")
    withdraw(made.stories[2])
    harvest(made)
    assert voices_under(Observation.objects.get(voice=made.cards[0]).knot) == {made.cards[0].pk, made.stories[4].pk}


def test_a_card_taken_back_becomes_nothing():
    made = held(people=4, tables=2)
    withdraw(made.cards[0])
    set_level(made.cards[1], "me")
    harvest(made)
    assert not Observation.objects.exists()
    assert not Insight.objects.exists()


def test_the_three_cards_picked_most_become_insights_in_that_order():
    made = held(people=8, tables=4)
    made.evening.votes.clear()
    third, first, fourth, second = made.cards
    for picks in ([first, second, third], [first, second, third], [first, second], [first], [fourth]):
        vote(made, picks)
    harvest(made)
    assert list(Insight.objects.values_list("voice", "rank")) == [(first.pk, 1), (second.pk, 2), (third.pk, 3)]
    assert set(Insight.objects.values_list("status", "text")) == {("provisional", "")}


def test_equal_picks_go_by_the_order_of_the_cards():
    made = held(people=8, tables=4)
    made.evening.votes.clear()
    vote(made, list(reversed(made.cards)))
    harvest(made)
    assert list(Insight.objects.values_list("voice", flat=True)) == [card.pk for card in made.cards[:3]]


def test_without_a_pick_there_is_no_insight():
    made = held(people=4)
    made.evening.votes.clear()
    harvest(made)
    assert Observation.objects.count() == 2
    assert not Insight.objects.exists()


def test_an_insight_rests_on_the_observation_of_its_card():
    made = harvested(people=4)
    insight = Insight.objects.get(voice=made.cards[0])
    below = Strand.objects.filter(upper=insight.knot).values_list("lower", "voice")
    assert list(below) == [(made.cards[0].observation.pk, None)]


def test_placements_choices_statements_and_weighings_are_kept_as_given():
    made = held(people=6, tables=2)
    weighed(made, made.cards, {"a": ["agree", "pass"], "b": ["disagree", "agree"]})
    harvest(made)
    assert Placement.objects.count() == 6
    assert set(Placement.objects.values_list("step", "kind", "row")) == {(4, "triad", "")}
    assert Choice.objects.count() == 3 * 1 + 3 * 2
    assert list(Statement.objects.values_list("voice", "position")) == [(made.cards[0].pk, 1), (made.cards[1].pk, 2)]
    answers = Weighing.objects.values_list("author", "statement__position", "answer")
    assert set(answers) == {("a", 1, "agree"), ("a", 2, "pass"), ("b", 1, "disagree"), ("b", 2, "agree")}


def test_harvest_twice_makes_nothing_twice():
    made = held(people=6, tables=2)
    weighed(made, made.cards, {"a": ["agree", "pass"], "b": ["disagree", "agree"]})
    models = (Placement, Choice, Statement, Weighing, Observation, Insight, Strand)
    harvest(made)
    before = [model.objects.count() for model in models]
    harvest(made)
    assert [model.objects.count() for model in models] == before
