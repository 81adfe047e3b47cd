import pytest

from werkplaats.voices import changes, consent, door
from werkplaats.voices.consent import NotPossible
from werkplaats.voices.models import Consent, Quotation
from werkplaats.voices.withdraw import withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_no_answer_is_no_and_the_last_one_counts(world):
    voice = world.say()
    assert not consent.may(voice, "quote")
    consent.answer(voice, "quote", True, "phone")
    assert consent.may(voice, "quote")
    assert not consent.may(voice, "research")
    consent.answer(voice, "quote", False, "thread")
    assert not consent.may(voice, "quote")
    assert [*Consent.objects.values_list("yes", "asked", "text_version")] == [
        (True, "phone", "1"),
        (False, "thread", "1"),
    ]


def test_reading_is_a_circle_not_a_use(world):
    with pytest.raises(NotPossible):
        consent.answer(world.say(), "read", True, "phone")


def test_widening_keeps_the_room_that_may_read_along(world):
    voice = consent.set_level(world.say("room"), "region")
    assert (voice.level, voice.circle_id) == ("region", world.room.pk)
    assert changes.since(0)[1] == []


def test_table_and_room_need_to_be_named(world):
    voice = world.say("room")
    with pytest.raises(NotPossible, match="is er niet meer"):
        consent.set_level(voice, "table")
    assert consent.set_level(voice, "table", world.table.pk).level == "table"
    with pytest.raises(NotPossible, match="kennen we niet"):
        consent.set_level(voice, "wereld")


def test_an_answer_stays_within_its_story(world):
    story = world.say("table", giver="teller", kind="story")
    answer = world.say("table", about=story.pk)
    with pytest.raises(NotPossible, match="niet verder reiken dan dat verhaal"):
        consent.set_level(answer, "room", world.room.pk)


def test_the_same_sentence_is_asked_once(world):
    voice = world.say(text="Een zin. En nog een.")
    first = consent.ask_quotation(voice, 0, 8, world.accounts["coordinator"])
    assert consent.ask_quotation(voice, 0, 8, None) == first
    assert (first.answer, first.answered_at) == ("", None)
    assert consent.offer_quotation(voice, 9, 20).answer == "yes"
    assert Quotation.objects.count() == 2


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, 21)])
def test_a_range_stands_in_the_text(world, start, end):
    with pytest.raises(NotPossible, match="niet in de tekst"):
        consent.ask_quotation(world.say(text="Een zin. En nog een."), start, end, None)


def test_a_name_or_what_is_taken_back_is_no_quotation(world):
    voice = world.say()
    withdraw(voice)
    with pytest.raises(NotPossible, match="er niet meer"):
        consent.offer_quotation(voice, 0, 2)
    with pytest.raises(NotPossible, match="geen citaat"):
        consent.offer_quotation(world.say(kind="name", text="Samira"), 0, 2)
    with pytest.raises(NotPossible, match="Kies ja"):
        consent.offer_quotation(world.say(), 0, 2, "maybe")


def test_a_changed_answer_counts_at_once(world):
    row = consent.offer_quotation(world.say(), 0, 2)
    assert changes.since(0)[1] == []
    consent.answer_quotation(row, "no")
    assert changes.since(0)[1] == [(row.voice_id, "narrowed")]


@pytest.mark.parametrize(("level", "kept"), [("me", set()), ("table", set()), ("region", {"education", "research"})])
def test_narrowing_ends_what_was_granted_beyond_it(world, level, kept):
    voice = world.say("everyone")
    asked = consent.offer_quotation(voice, 0, 3, "unnamed")
    for use in ("education", "research", "publish"):
        consent.answer(voice, use, True, "thread")
    consent.set_level(voice, level, world.table.pk)
    asked.refresh_from_db()
    assert (asked.answer, door.quoted(asked, world.viewer("visitor"))) == ("no", None)
    assert {use for use in ("education", "research", "publish") if consent.may(voice, use)} == kept


def test_a_yes_after_narrowing_counts(world):
    voice = world.say("everyone")
    asked = consent.offer_quotation(voice, 0, 3)
    consent.set_level(voice, "me")
    assert door.quoted(consent.answer_quotation(asked, "yes"), world.viewer("visitor")) is not None


def test_widening_ends_nothing(world):
    voice = world.say("table")
    asked = consent.offer_quotation(voice, 0, 3)
    consent.set_level(voice, "everyone")
    asked.refresh_from_db()
    assert asked.answer == "yes"
