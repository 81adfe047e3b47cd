from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connections
from django.utils import timezone

from werkplaats.vault import sealing
from werkplaats.vault.models import VoiceKey
from werkplaats.voices import changes, door
from werkplaats.voices.consent import NotPossible
from werkplaats.voices.give import Draft, seal_all
from werkplaats.voices.models import Suspension, Voice, Withdrawal
from werkplaats.voices.suspend import OBJECTION, STORY_WITHDRAWN
from werkplaats.voices.together import agree, object_to
from werkplaats.voices.withdraw import UNDO, finish, narrow, sweep, undo, withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
forgotten: list = []


def forget_here(voices):
    forgotten.append((list(voices), VoiceKey.objects.filter(voice__in=voices).count()))


class Room:
    forget = "tests.voices.test_withdraw.forget_here"


def test_out_of_sight_at_once_and_back_within_ten_minutes(world):
    voice, now = world.say("everyone"), timezone.now()
    row = withdraw(voice, now)
    assert row.final_at - row.at == timedelta(minutes=10) == UNDO
    assert door.words(voice, world.viewer("giver")) is None
    undo(voice, now + UNDO - timedelta(seconds=1))
    assert door.words(voice, world.viewer("visitor")) == {"text": "Ik woon hier graag."}
    assert [change for _voice, change in changes.since(0)[1]] == ["withdrawn", "restored"]


def test_taking_back_twice_is_taking_back_once(world):
    voice, now = world.say(), timezone.now()
    assert withdraw(voice, now) == withdraw(voice, now + timedelta(minutes=5))
    assert Withdrawal.objects.get().final_at == now + UNDO


def test_after_ten_minutes_nothing_comes_back(world):
    voice, now = world.say(), timezone.now()
    withdraw(voice, now)
    with pytest.raises(NotPossible, match="De tien minuten zijn voorbij"):
        undo(voice, now + UNDO)


def test_undo_of_what_was_never_taken_back_does_nothing(world):
    undo(world.say())
    assert changes.since(0) == (0, [])


def test_what_was_said_about_it_is_stilled_and_returns_with_it(world):
    story = world.say("table", giver="teller", kind="story")
    answer, objected = world.say("table", about=story.pk), world.say("table", about=story.pk)
    object_to(objected, world.people["teller"])
    withdraw(story)
    reasons = dict(Suspension.objects.values_list("voice", "reason"))
    assert reasons == {answer.pk: STORY_WITHDRAWN, objected.pk: OBJECTION}
    assert door.words(answer, world.viewer("tablemate")) is None
    assert door.words(answer, world.viewer("giver")) is not None
    undo(story)
    assert dict(Suspension.objects.values_list("voice", "reason")) == {objected.pk: OBJECTION}
    assert door.words(answer, world.viewer("tablemate")) is not None


def test_an_objection_outlives_the_stilling_that_came_before_it(world):
    story = world.say("everyone", giver="teller", kind="story")
    answer = world.say("everyone", about=story.pk)
    withdraw(story)
    object_to(answer, world.people["teller"])
    undo(story)
    assert Suspension.objects.get().reason == OBJECTION
    assert agree(answer, world.people["teller"])
    assert door.words(answer, world.viewer("visitor"))


def test_finishing_tells_the_rooms_first_and_destroys_the_key_last(world, settings):
    forgotten.clear()
    settings.WERKPLAATS_ROOMS = (Room(),)
    voice = world.say()
    done = finish(withdraw(voice))
    assert forgotten == [([voice.pk], 1)]
    voice.refresh_from_db()
    assert (voice.sealed, VoiceKey.objects.count(), done.done_at is not None) == (None, 0, True)
    with pytest.raises(NotPossible):
        undo(voice)


def test_a_room_that_fails_keeps_the_words_out_of_sight_and_the_next_round_finishes(world, settings, monkeypatch):
    settings.WERKPLAATS_ROOMS = (Room(),)
    voice, now = world.say("everyone"), timezone.now()
    withdraw(voice, now)
    monkeypatch.setitem(globals(), "forget_here", lambda voices: 1 / 0)
    assert sweep(now + UNDO) == 0
    assert door.words(voice, world.viewer("visitor")) is None
    with pytest.raises(NotPossible):
        undo(voice, now + UNDO)
    monkeypatch.setitem(globals(), "forget_here", lambda voices: None)
    assert sweep(now + UNDO) == 1
    assert VoiceKey.objects.count() == 0


def forget_but_not_the_first(voices):
    if not forgotten:
        forgotten.append(voices)
        raise ValueError("Ik woon hier graag.")


def test_one_that_fails_holds_up_no_other_and_its_words_stay_out_of_the_log(world, settings, monkeypatch, caplog):
    settings.WERKPLAATS_ROOMS = (Room(),)
    forgotten.clear()
    monkeypatch.setitem(globals(), "forget_here", forget_but_not_the_first)
    voices, now = [world.say() for _one in range(3)], timezone.now()
    rows = [withdraw(voice, now) for voice in voices]
    assert sweep(now + UNDO) == 2
    assert [*VoiceKey.objects.values_list("voice", flat=True)] == [voices[0].pk]
    assert f"withdrawal {rows[0].pk} is not finished: ValueError" in caplog.text
    assert "graag" not in caplog.text
    assert sweep(now + UNDO) == 1


def test_the_sweep_finishes_what_is_due_and_only_that(world):
    now = timezone.now()
    due, waiting = world.say(), world.say()
    withdraw(due, now - UNDO)
    withdraw(waiting, now)
    assert sweep(now) == 1
    assert sweep(now) == 0
    assert [*VoiceKey.objects.values_list("voice", flat=True)] == [waiting.pk]


def test_narrowing_is_smaller_only(world):
    voice = world.say("room")
    with pytest.raises(NotPossible, match="niet kleiner"):
        narrow(voice, "region")
    with pytest.raises(NotPossible, match="niet kleiner"):
        narrow(voice, "room")
    with pytest.raises(NotPossible, match="niet kleiner"):
        narrow(voice, "nonsense")
    narrow(voice, "me")
    assert door.words(voice, world.viewer("roommate")) is None
    assert changes.since(0)[1] == [(voice.pk, "narrowed")]


def test_narrowing_a_story_narrows_its_answers(world):
    story = world.say("table", giver="teller", kind="story")
    answer = world.say("table", about=story.pk)
    narrow(story, "me")
    assert door.words(answer, world.viewer("tablemate")) is None
    assert set(changes.since(0)[1]) == {(story.pk, "narrowed"), (answer.pk, "narrowed")}


def files() -> dict[str, bytes]:
    found = {}
    for alias in ("default", "keys"):
        path = Path(connections[alias].settings_dict["NAME"])
        for end in ("", "-wal"):
            file = Path(f"{path}{end}")
            found[file.name] = file.read_bytes() if file.exists() else b""
    return found


@pytest.mark.sqlite
@pytest.mark.django_db(databases=["default", "keys"], transaction=True)
def test_neither_words_nor_key_are_left_in_the_files(world):
    canary = "kanarievogel-zingt-7731"
    voice, kept = world.say("room", text=f"Over de {canary}."), world.say("room", text="Dit blijft.")
    wrapped = bytes(VoiceKey.objects.get(voice=voice.pk).wrapped)
    sealed = bytes(Voice.objects.get(pk=voice.pk).sealed)
    door.words(voice, world.viewer("giver"))
    before = files()
    assert any(wrapped in raw for raw in before.values())
    assert any(sealed in raw for raw in before.values())
    finish(withdraw(voice))
    after = files()
    for name, raw in [*before.items(), *after.items()]:
        assert canary.encode() not in raw, name
        assert canary.encode("utf-16-le") not in raw, name
    for name, raw in after.items():
        assert wrapped not in raw, name
        assert wrapped[12:] not in raw, name
        assert sealed not in raw, name
        assert not (name.endswith("-wal") and raw), name
    assert door.words(kept, world.viewer("giver")) == {"text": "Dit blijft."}


@pytest.mark.django_db(databases=["default", "keys"], transaction=True)
def test_keys_are_on_disk_before_the_voice(world):
    draft = Draft(id=world.say().pk, kind="card", words={"text": "x"}, giver=None)
    VoiceKey.objects.all().delete()
    [voice] = seal_all([draft])
    assert voice._state.adding
    other = connections["keys"].copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM vault_voicekey")
        assert cursor.fetchone() == (1,)
    other.close()


@pytest.mark.sqlite
@pytest.mark.django_db(databases=["default", "keys"], transaction=True)
def test_a_reader_that_holds_the_log_is_waited_out_by_a_later_sweep(world):
    voice = world.say()
    wrapped = bytes(VoiceKey.objects.get(voice=voice.pk).wrapped)
    reader = connections["keys"].copy()
    with reader.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        cursor.execute("SELECT count(*) FROM vault_voicekey")
        cursor.fetchone()
        assert finish(withdraw(voice)).done_at is None
        assert sweep() == 0
        assert wrapped in files()["keys.sqlite3-wal"] + files()["keys.sqlite3"]
        cursor.execute("COMMIT")
    reader.close()
    assert sweep() == 1
    assert Withdrawal.objects.get().done_at is not None
    assert wrapped not in files()["keys.sqlite3-wal"] + files()["keys.sqlite3"]
    assert sealing.unseal({voice.pk: bytes(40)}) == {}


def test_a_clock_that_jumps_back_brings_nothing_back(world):
    voice, now = world.say(), timezone.now()
    withdraw(voice, now)
    sweep(now + UNDO)
    with pytest.raises(NotPossible, match="De woorden zijn gewist"):
        undo(voice, now)
