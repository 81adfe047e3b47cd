"""An answer whose story was taken back can be told again by its giver."""

import pytest
from django.utils import timezone

from werkplaats.voices import door
from werkplaats.voices.models import Voice
from werkplaats.voices.suspend import BY_GIVER, suspend
from werkplaats.voices.withdraw import UNDO, sweep, withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def stilled(evening) -> Voice:
    story = evening.say("everyone", giver="teller", kind="story")
    answer = evening.say("everyone", about=story.pk, text="Toen jij dat zei, dacht ik aan mijn zus.")
    withdraw(story)
    return answer


def test_it_is_told_again_about_oneself(giver, evening, stilled):
    address = f"/draad/{stilled.pk}/herschrijven/"
    assert address in giver.get("/draad/").content.decode()
    assert "dacht ik aan mijn zus" in giver.get(address).content.decode()
    done = giver.post(address, {"text": "Ik mis mijn zus."}, follow=True).content.decode()
    assert "Je oude antwoord is teruggenomen." in done
    assert "Ik mis mijn zus." in done
    new = Voice.objects.get(giver=stilled.giver, withdrawal__isnull=True)
    assert (new.about, new.level, new.kind, new.together) == (None, "me", stilled.kind, None)
    assert door.words(new, evening.viewer("visitor")) is None
    assert door.words(stilled, evening.viewer("giver")) is None
    assert giver.post(address, {"text": "Nog eens."}).status_code == 404
    sweep(timezone.now() + UNDO)
    stilled.refresh_from_db()
    assert stilled.sealed is None


@pytest.mark.parametrize(("typed", "said"), [("  ", "Je hebt nog niets opgeschreven."), ("x" * 201, "Dit is te lang")])
def test_what_does_not_fit_is_explained_and_kept(giver, stilled, typed, said):
    answer = giver.post(f"/draad/{stilled.pk}/herschrijven/", {"text": typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert f">{typed}</textarea>" in page
    assert Voice.objects.filter(giver=stilled.giver).count() == 1


def test_only_for_an_answer_that_is_stilled_and_ones_own(giver, evening, stilled):
    standing = evening.say("table")
    paused = evening.say("table")
    suspend(paused, BY_GIVER)
    others = evening.say("everyone", giver="tablemate", about=stilled.about_id)
    for voice in (standing, paused, others):
        assert giver.get(f"/draad/{voice.pk}/herschrijven/").status_code == 404
        assert giver.post(f"/draad/{voice.pk}/herschrijven/", {"text": "Ik."}).status_code == 404
