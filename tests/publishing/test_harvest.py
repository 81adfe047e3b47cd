from datetime import timedelta

import pytest
from django.utils import timezone

from tests.an_evening import counted, harvest, harvested, held, said
from werkplaats.gatherings.models import Gathering, Tally
from werkplaats.people.models import Viewpoint
from werkplaats.publishing.models import Passage, Report
from werkplaats.thread.models import Strand
from werkplaats.voices.consent import offer_quotation, set_level
from werkplaats.voices.withdraw import withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def kinds():
    return list(Passage.objects.values_list("kind", flat=True))


def figures():
    return Passage.objects.get(kind="numbers").figures


def test_the_draft_holds_the_harvest_in_order():
    made = held(people=10)
    offer_quotation(made.stories[0], 0, 9)
    harvest(made)
    assert kinds() == [
        "text", "numbers", "heading", "insight", "insight", "heading", "recommendation", "recommendation",
        "heading", "commitments", "heading", "quotation", "unknown",
    ]  # fmt: skip
    assert Report.objects.get().title == made.gathering.theme
    assert Report.objects.get().status == "draft"


def test_an_evening_that_brought_nothing_has_no_empty_headings():
    made = held(people=6)
    for listed in (made.evening.given, made.evening.votes, made.evening.placements):
        listed.clear()
    harvest(made)
    assert kinds() == ["text", "numbers", "unknown"]


def test_drafted_once():
    made = harvested(people=4)
    before = kinds()
    harvest(made)
    assert kinds() == before


def test_staff_text_names_the_gathering_and_no_words_of_a_participant():
    made = harvested(people=4)
    texts = " ".join(Passage.objects.values_list("text", flat=True))
    assert "Buurthuis De Ketel" in texts
    assert "Delen, duiden, doen" in texts
    assert not any(word in texts for word in ("brief", "bellen", "Woonstichting", "buur bellen"))
    assert made.gathering.theme in texts


def test_the_next_gathering_is_named():
    made = held(people=4)
    start = timezone.now() + timedelta(days=20)
    Gathering.objects.create(
        network=made.network, theme="Wie belt er eerst?", starts_at=start, ends_at=start, place="De Brug"
    )
    harvest(made)
    assert "in De Brug: Wie belt er eerst?" in Passage.objects.filter(kind="text").last().text


def test_people_are_counted_by_phone_and_by_hand_the_last_count_of_a_table():
    made = held(people=10)
    counted(made, 1, 9, 9)
    counted(made, 1, 4, 1)
    counted(made, 2, 1, 0)
    harvest(made)
    assert figures()["people"] == {"low": 10, "high": 16}
    assert figures()["tables"] == 2


def test_viewpoints_and_first_timers_from_five_people_up():
    made = held(people=12)
    for place, person in enumerate(made.people):
        kind = "resident" if place < 8 else "policy"
        Viewpoint.objects.create(person=person, room=made.session.room, kind=kind)
    Tally.objects.create(gathering=made.gathering, question="first_time", answer="no", count=7)
    Tally.objects.create(gathering=made.gathering, question="first_time", answer="yes", count=5)
    Tally.objects.create(gathering=made.gathering, question="municipality", answer="no", count=3)
    harvest(made)
    assert figures()["viewpoints"] == {"resident": 8}
    assert figures()["first_timers"] == {"low": 7, "high": 7}


def test_only_granted_quotations_of_standing_voices_are_in():
    made = held(people=6)
    granted = offer_quotation(made.stories[0], 0, 9, "unnamed")
    offer_quotation(made.stories[1], 0, 9, "no")
    offer_quotation(made.stories[2], 0, 9)
    withdraw(made.stories[2])
    elsewhere = said(made.people[0], "card", "Van een andere avond.", "everyone", None)
    offer_quotation(elsewhere, 0, 5)
    harvest(made)
    assert list(Passage.objects.filter(kind="quotation").values_list("quotation", flat=True)) == [granted.pk]


def test_every_passage_hangs_in_the_thread():
    made = held(people=6)
    quotation = offer_quotation(made.stories[0], 3, 9)
    harvest(made)
    for passage in Passage.objects.filter(kind__in=("insight", "recommendation")):
        assert list(passage.knot.rests_on.values_list("lower", flat=True)) == [passage.shows_id]
    quoted = Strand.objects.get(relation="quotes")
    assert (quoted.voice_id, quoted.start, quoted.end) == (quotation.voice_id, 3, 9)
    promises = Passage.objects.get(kind="commitments").knot.rests_on.values_list("voice", flat=True)
    assert set(promises) == {voice.pk for voice in made.promises}
    assert Passage.objects.get(kind="commitments").figures == {"people": 6}


def test_a_promise_kept_to_oneself_is_counted_and_not_rested_on():
    made = held(people=6)
    set_level(made.promises[0], "me")
    harvest(made)
    passage = Passage.objects.get(kind="commitments")
    assert passage.figures == {"people": 6}
    assert set(passage.knot.rests_on.values_list("voice", flat=True)) == {voice.pk for voice in made.promises[1:]}
