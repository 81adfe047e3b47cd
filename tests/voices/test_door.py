from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests.voices.world import LEVELS
from werkplaats.people.models import Circle
from werkplaats.vault import audit
from werkplaats.vault.models import Reading
from werkplaats.voices import consent, door
from werkplaats.voices.give import Draft, give
from werkplaats.voices.models import Suspension, Voice
from werkplaats.voices.suspend import suspend
from werkplaats.voices.withdraw import finish, withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

# Who reads which level: me, teller, table, room, region, everyone. The voices answer a story of the teller.
ALL, ONLY_EVERYONE = "mltrge", "e"
MATRIX = {
    #                        during    after     later
    "giver":                (ALL,      ALL,      ALL),
    "teller":               ("ltrge",  "e",      "e"),
    "tablemate":            ("trge",   "e",      "e"),
    "roommate":             ("re",     "e",      "e"),
    "outsider":             ("e",      "e",      "e"),
    "visitor":              ("e",      "e",      "e"),
    "facilitator":          ("rge",    "rge",    "ge"),
    "coordinator":          ("rge",    "rge",    "ge"),
    "municipal present":    ("rge",    "ge",     "ge"),
    "municipal elsewhere":  ("ge",     "ge",     "ge"),
    "other network":        ("e",      "e",      "e"),
    "house at table":       ("tge",    "e",      "e"),
    "house in room":        ("re",     "e",      "e"),
}  # fmt: skip
LETTER = dict(zip(LEVELS, "mltrge", strict=True))


@pytest.mark.parametrize("when", ["during", "after", "later"])
@pytest.mark.parametrize("who", MATRIX)
def test_who_reads_what_and_when(world, who, when):
    story = world.say("everyone", giver="teller", kind="story")
    voices = {level: world.say(level, about=story.pk) for level in LEVELS}
    world.end(when)
    viewer = world.viewer(who)
    expected = {
        voices[level].pk for level in LEVELS if LETTER[level] in MATRIX[who][("during", "after", "later").index(when)]
    }
    assert set(door.words_of(voices.values(), viewer)) == expected
    answers = Voice.objects.exclude(pk=story.pk)
    assert set(door.visible(answers, viewer).values_list("pk", flat=True)) == expected
    for voice in voices.values():
        assert (door.words(voice, viewer) is not None) == (voice.pk in expected)


@pytest.mark.parametrize("level", LEVELS)
def test_nobody_reads_what_is_taken_back_and_only_its_giver_what_is_stilled(world, level):
    story = world.say("everyone", giver="teller", kind="story")
    stilled = world.say(level, about=story.pk)
    suspend(stilled, "giver")
    undoable, done = world.say(level, about=story.pk), world.say(level, about=story.pk)
    withdraw(undoable)
    finish(withdraw(done))
    for who in MATRIX:
        found = door.words_of([stilled, undoable, done], world.viewer(who))
        assert set(found) == ({stilled.pk} if who == "giver" else set())


@pytest.mark.parametrize("story_level", LEVELS)
def test_an_answer_never_reaches_further_than_its_story(world, story_level):
    story = world.say(story_level, giver="teller", kind="story")
    answers = [world.say(level, about=story.pk) for level in LEVELS]
    for answer, level in zip(answers, LEVELS, strict=True):  # past every check on the way in
        circle = world.room if level == "room" else world.table
        Voice.objects.filter(pk=answer.pk).update(level=level, circle=circle)
    for who in set(MATRIX) - {"giver"}:
        read = door.words_of([story, *answers], world.viewer(who))
        assert not read or story.pk in read


def test_staff_read_room_words_fourteen_days_at_most(world):
    voice = world.say("room")
    now = timezone.now()
    Circle.objects.filter(pk=world.room.pk).update(
        ends_at=now - timedelta(days=13), staff_until=now - timedelta(minutes=1)
    )
    assert door.words(voice, world.viewer("facilitator")) is None
    Circle.objects.filter(pk=world.room.pk).update(staff_until=now + timedelta(minutes=1))
    assert door.words(voice, world.viewer("facilitator")) == {"text": "Ik woon hier graag."}


def test_a_text_made_together_belongs_to_who_made_it(world):
    voice = world.say("me", together=world.table.pk, kind="recommendation")
    world.end("later")
    assert {who for who in MATRIX if door.words(voice, world.viewer(who))} == {"giver", "teller", "tablemate"}


@pytest.mark.parametrize("use", ["education", "research", "publish"])
def test_every_other_use_starts_at_no(world, use):
    voice = world.say("everyone")
    readers = {"education": {"coordinator", "facilitator", "municipal present", "municipal elsewhere"}}
    readers["research"] = readers["education"]
    readers["publish"] = set(MATRIX)
    assert {who for who in MATRIX if door.words(voice, world.viewer(who), use)} == set()
    consent.answer(voice, use, True, "thread")
    assert {who for who in MATRIX if door.words(voice, world.viewer(who), use)} == readers[use]
    consent.answer(voice, use, False, "thread")
    assert {who for who in MATRIX if door.words(voice, world.viewer(who), use)} == set()


def test_an_unknown_use_is_refused(world):
    with pytest.raises(ValueError, match="unknown use"):
        door.words(world.say(), world.viewer("giver"), "sell")


def test_a_quotation_shows_the_granted_range_and_nothing_around_it(world):
    name = world.say("me", kind="name", text="Samira")
    voice = world.say("me", text="Mijn brief lag er nog. Toen belde ze.", name=name.pk)
    visitor = world.viewer("visitor")
    asked = consent.ask_quotation(voice, 23, 37, world.accounts["coordinator"])
    assert door.quoted(asked, visitor) is None
    for answer, shown in [
        ("yes", door.Quoted("Toen belde ze.", "Samira")),
        ("unnamed", door.Quoted("Toen belde ze.", "")),
        ("no", None),
    ]:
        consent.answer_quotation(asked, answer)
        assert door.quoted(asked, visitor) == shown
        assert door.words(voice, visitor, "quote") == (shown and {"text": "Toen belde ze."})
    consent.answer_quotation(asked, "yes")
    beside = consent.offer_quotation(voice, 0, 22, "unnamed")
    assert door.quoted_of([asked, beside], visitor) == {
        asked.pk: door.Quoted("Toen belde ze.", "Samira"),
        beside.pk: door.Quoted("Mijn brief lag er nog.", ""),
    }
    withdraw(voice)
    assert door.quoted(asked, visitor) is None


def test_a_name_is_said_at_the_table_only_and_not_when_unseen(world):
    name = world.say("me", kind="name", text="Samira")
    voices = {level: world.say(level, name=name.pk) for level in LEVELS}
    unseen = world.say("table", name=name.pk, attribution="unseen")
    everything = [*voices.values(), unseen]
    assert door.names_of(everything, world.viewer("tablemate")) == {voices["table"].pk: "Samira"}
    assert door.names_of(everything, world.viewer("house at table")) == {voices["table"].pk: "Samira"}
    assert door.names_of(everything, world.viewer("house in room")) == {}
    assert door.names_of(everything, world.viewer("coordinator")) == {}
    withdraw(name)
    assert door.names_of(everything, world.viewer("tablemate")) == {}


@pytest.mark.parametrize("count", [1, 3])
def test_many_voices_cost_two_queries(world, count, django_assert_num_queries):
    voices = [world.say("room").pk for _turn in range(count)]
    viewer = world.viewer("roommate")
    with django_assert_num_queries(1), django_assert_num_queries(1, using="keys"):
        assert len(door.words_of(voices, viewer)) == count


@pytest.mark.parametrize("count", [1, 3])
def test_many_quotations_cost_four_queries(world, count, django_assert_num_queries):
    name = world.say("me", kind="name", text="Samira")
    rows = [consent.offer_quotation(world.say("me", name=name.pk), 0, 3) for _turn in range(count)]
    with django_assert_num_queries(2), django_assert_num_queries(2, using="keys"):
        assert len(door.quoted_of(rows, world.viewer("visitor"))) == count


def test_one_reading_is_one_line_of_ids(world):
    voices = [world.say("room", text="Kanarievogel") for _turn in range(3)]
    door.words_of(voices, world.viewer("house in room"), shown_to="room")
    door.words_of([uuid4()], world.viewer("visitor"))
    audit.flush()
    [row] = Reading.objects.all()
    assert (row.role, row.use, row.shown_to, row.person, row.account) == ("house", "read", "room", None, None)
    assert sorted(row.voices) == sorted(str(voice.pk) for voice in voices)
    assert "anarie" not in repr(Reading.objects.values())


def test_who_reads_own_words_is_not_noted(world):
    voice = world.say("room")
    own = world.viewer("giver")
    assert door.words(voice, own)
    audit.flush()
    assert not Reading.objects.exists()
    other = world.say("room", giver="roommate")
    assert len(door.words_of([voice, other], own)) == 2
    audit.flush()
    assert door.names_of([voice], own) == {}
    assert [row.voices for row in Reading.objects.all()] == [[str(other.pk)]]


def test_the_reader_is_noted(world):
    voice = world.say("room")
    door.words(voice, world.viewer("facilitator"))
    door.words(voice, world.viewer("roommate"))
    audit.flush()
    rows = Reading.objects.order_by("id").values_list("role", "account", "person")
    facilitator, roommate = world.accounts["facilitator"].pk, world.people["roommate"].pk
    assert [*rows] == [("facilitator", facilitator, None), ("giver", None, roommate)]


def test_a_voice_without_a_giver_is_read_by_its_level_alone(world):
    voice = give(Draft(id=uuid4(), kind="card", words={"text": "Kaart"}, giver=None, level="everyone"))
    assert door.words(voice, world.viewer("visitor")) == {"text": "Kaart"}
    Voice.objects.filter(pk=voice.pk).update(level="me")
    assert {who for who in MATRIX if door.words(voice, world.viewer(who))} == set()


def test_stilling_counts_even_where_everyone_may_read(world):
    voice = world.say("everyone")
    Suspension.objects.create(voice=voice, reason="objection", at=timezone.now())
    assert {who for who in MATRIX if door.words(voice, world.viewer(who))} == {"giver"}
