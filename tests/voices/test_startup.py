from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from werkplaats.vault import sealing
from werkplaats.vault.models import VoiceKey
from werkplaats.vault.startup import CannotOpen
from werkplaats.voices.models import Voice
from werkplaats.voices.startup import settle
from werkplaats.voices.withdraw import UNDO, withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_another_master_key_is_refused_with_what_to_do(world, settings):
    world.say()
    settings.WERKPLAATS_MASTER_KEY = b"x" * 32
    with pytest.raises(CannotOpen, match="Zet de sleutelmap terug"):
        settle()


def test_an_empty_house_opens_with_any_key(db, settings):
    settings.WERKPLAATS_MASTER_KEY = b"x" * 32
    assert settle() == (0, 0)


def test_keys_of_a_crash_go_and_those_just_being_used_stay(world):
    voice, now = world.say(), timezone.now()
    crashed, underway = uuid4(), uuid4()
    sealing.seal({crashed: {"text": "x"}, underway: {"text": "x"}})
    VoiceKey.objects.filter(voice=crashed).update(made_at=now - timedelta(minutes=11))
    assert settle(now) == (0, 1)
    assert set(VoiceKey.objects.values_list("voice", flat=True)) == {voice.pk, underway}


def test_a_withdrawal_cut_off_halfway_is_finished(world):
    now = timezone.now()
    overdue, blanked = world.say(), world.say()
    withdraw(overdue, now - UNDO)
    Voice.objects.filter(pk=blanked.pk).update(sealed=None)
    assert settle(now) == (1, 1)
    assert VoiceKey.objects.count() == 0
