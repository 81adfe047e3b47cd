from uuid import uuid4

import pytest

from werkplaats.thread.describe import Described, describe
from werkplaats.thread.marks import marks
from werkplaats.thread.models import Strand
from werkplaats.thread.weave import down, knot, quotes, rests, up
from werkplaats.voices.models import Voice
from werkplaats.voices.withdraw import undo, withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def thread(world):
    """Two cards rest on three voices; an insight on both; a recommendation on it; a passage quotes one voice."""
    voices = [world.say(text=f"Een woord {turn}.") for turn in range(3)]
    one, two = knot("observation"), knot("observation")
    insight, recommendation, passage = knot("insight"), knot("recommendation"), knot("passage")
    rests(one, on_voices=voices[:2])
    rests(two, on_voices=[voices[1].pk, voices[2].pk])
    rests(insight, on_knots=[one, two])
    rests(recommendation, on_knots=[insight])
    rests(passage, on_knots=[recommendation])
    quotes(passage, voices[0], 0, 3)
    return voices, one, two, insight, recommendation, passage


def test_down_to_every_voice_nearest_first(thread, django_assert_num_queries):
    voices, one, two, insight, recommendation, passage = thread
    with django_assert_num_queries(1):
        steps = down([passage.pk])
    assert [step.depth for step in steps] == sorted(step.depth for step in steps)
    assert {step.voice for step in steps if step.voice} == {voice.pk for voice in voices}
    assert {step.lower for step in steps if step.lower} == {one.pk, two.pk, insight.pk, recommendation.pk}
    [quoted] = [step for step in steps if step.relation == "quotes"]
    assert (quoted.upper, quoted.voice, quoted.depth, quoted.start, quoted.end) == (passage.pk, voices[0].pk, 1, 0, 3)


def test_up_to_everything_that_rests_on_it(thread, django_assert_num_queries):
    voices, one, _two, insight, recommendation, passage = thread
    with django_assert_num_queries(1):
        steps = up([voices[0].pk])
    assert {step.upper for step in steps} == {one.pk, insight.pk, recommendation.pk, passage.pk}
    assert {step.depth for step in steps if step.upper == passage.pk} == {1, 4}


def test_nothing_asked_is_nothing_found(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert down([]) == up([]) == []
    assert down([uuid4()]) == []


def test_weaving_twice_is_weaving_once(thread):
    voices, one, *_rest = thread
    before = Strand.objects.count()
    rests(one, on_voices=[voices[0], voices[1]])
    rests(thread[3], on_knots=[one, thread[2]])
    quotes(thread[5], voices[0], 0, 3)
    assert Strand.objects.count() == before


def test_a_circle_in_the_thread_ends(world):
    one, two = knot("insight"), knot("insight")
    rests(one, on_knots=[two])
    rests(two, on_knots=[one])
    assert {step.lower for step in down([one.pk])} == {one.pk, two.pk}


@pytest.mark.parametrize(("rested", "marked"), [(4, False), (5, True)])
def test_a_mark_tells_nobody_who(world, rested, marked):
    voices = [world.say() for _turn in range(rested)]
    card, insight, other = knot("observation"), knot("insight"), knot("insight")
    rests(card, on_voices=voices)
    rests(insight, on_knots=[card])
    rests(other, on_voices=[world.say() for _turn in range(5)])
    assert marks([insight.pk, other.pk]) == set()
    withdraw(voices[0])
    assert marks([insight.pk, other.pk, uuid4()]) == ({insight.pk} if marked else set())
    undo(voices[0])
    assert marks([insight.pk]) == set()


@pytest.mark.parametrize("count", [1, 3])
def test_marks_cost_two_queries(world, count, django_assert_num_queries):
    knots = [knot("insight") for _turn in range(count)]
    for one in knots:
        rests(one, on_voices=[world.say() for _turn in range(2)])
    with django_assert_num_queries(2):
        marks([one.pk for one in knots])


def described_here(knots, viewer):
    return {one: Described(one, "insight", "Een inzicht", "/inzicht/", str(viewer.role)) for one in knots[:1]}


class Room:
    describe = "tests.thread.test_weave.described_here"


class Silent:
    describe = ""


def test_each_room_describes_its_own(world, settings):
    settings.WERKPLAATS_ROOMS = (Silent(), Room())
    one, two = uuid4(), uuid4()
    found = describe([one, two, one], world.viewer("visitor"))
    assert found == {one: Described(one, "insight", "Een inzicht", "/inzicht/", "visitor")}
    assert describe([], world.viewer("visitor")) == {}
    assert Voice.objects.count() == 0
