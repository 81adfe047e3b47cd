from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from werkplaats.vault import sealing
from werkplaats.vault.models import SessionKey, VoiceKey
from werkplaats.vault.router import KeysApart

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
words = st.dictionaries(
    st.sampled_from(["text", "name"]), st.text(st.characters(exclude_categories=["Cs"])), min_size=1
)


@given(words)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
def test_what_is_sealed_opens_again(said):
    voice = uuid4()
    sealed = sealing.seal({voice: said})
    assert sealing.unseal(sealed) == {voice: said}


def test_a_seal_shows_nothing_and_never_repeats():
    one, other = uuid4(), uuid4()
    sealed = sealing.seal({one: {"text": "kanarievogel"}, other: {"text": "kanarievogel"}})
    assert b"kanarie" not in sealed[one] + sealed[other]
    assert sealed[one] != sealed[other]
    assert len({bytes(row.wrapped) for row in VoiceKey.objects.all()}) == 2


def test_a_key_of_another_voice_opens_nothing():
    one, other = uuid4(), uuid4()
    sealed = sealing.seal({one: {"text": "een"}, other: {"text": "twee"}})
    assert sealing.unseal({one: sealed[other]}) == {}
    keys = {row.voice: row.wrapped for row in VoiceKey.objects.all()}
    VoiceKey.objects.filter(voice=one).update(wrapped=keys[other])
    with pytest.raises(sealing.WrongMasterKey):
        sealing.unseal({one: sealed[one]})


def test_without_its_key_a_voice_is_gone():
    voice = uuid4()
    sealed = sealing.seal({voice: {"text": "een"}})
    sealing.destroy_keys([voice])
    assert sealing.unseal(sealed) == {}


def test_the_key_of_a_session_stays_the_same_until_it_is_destroyed():
    session = uuid4()
    key = sealing.session_key(session)
    assert (len(key), sealing.session_key(session)) == (32, key)
    sealing.destroy_session_key(session)
    assert SessionKey.objects.count() == 0
    assert sealing.session_key(session) != key


def test_keys_live_apart():
    router = KeysApart()
    assert router.db_for_read(VoiceKey) == router.db_for_write(SessionKey) == "keys"
    assert router.allow_migrate("default", "vault", "voicekey") is False
    assert router.allow_migrate("keys", "voices", "voice") is False
    assert router.allow_migrate("default", "vault", "reading") is True
