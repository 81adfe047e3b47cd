import pytest

from tests.an_evening import harvest, harvested, held
from werkplaats.stories.models import Telling
from werkplaats.voices.withdraw import withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_every_story_becomes_a_telling_at_its_table():
    made = harvested(people=4, tables=2)
    found = Telling.objects.values_list("voice", "table", "kind")
    expected = {(story.pk, 1 + place % 2, "story") for place, story in enumerate(made.stories)}
    assert set(found) == expected


def test_harvest_twice_makes_nothing_twice():
    made = harvested(people=4)
    harvest(made)
    assert Telling.objects.count() == 4


def test_a_story_taken_back_before_the_harvest_is_not_there():
    made = held(people=4)
    withdraw(made.stories[0])
    harvest(made)
    assert set(Telling.objects.values_list("voice", flat=True)) == {story.pk for story in made.stories[1:]}
