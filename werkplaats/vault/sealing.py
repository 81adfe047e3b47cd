"""Sealing words: AES-GCM with a key per voice, wrapped with the master key.

The voice's id is associated data of both, so a ciphertext or key cannot be moved to another voice.
"""

import json
import logging
import os
import time
from collections.abc import Iterable, Mapping
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import connections, transaction

from .models import SessionKey, VoiceKey

NONCE = 12
WAITS = (0, 0.05, 0.2)
BUSY_MS = 20_000
log = logging.getLogger(__name__)


class WrongMasterKey(Exception):
    """The master key does not open the keys in the keys database."""


def _encrypt(key: bytes, text: bytes, bound_to: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, text, bound_to)


def _decrypt(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], bound_to)


def seal(words: Mapping[UUID, Mapping]) -> dict[UUID, bytes]:
    """{voice: JSON-ready words} -> {voice: ciphertext}. The keys are committed before this returns."""
    keys, sealed = [], {}
    for voice, content in words.items():
        key = AESGCM.generate_key(bit_length=256)
        sealed[voice] = _encrypt(key, json.dumps(content, ensure_ascii=False).encode(), voice.bytes)
        keys.append(VoiceKey(voice=voice, wrapped=_encrypt(settings.WERKPLAATS_MASTER_KEY, key, voice.bytes)))
    with transaction.atomic(using="keys", durable=True):
        VoiceKey.objects.bulk_create(keys)
    return sealed


def unseal(sealed: Mapping[UUID, bytes]) -> dict[UUID, dict]:
    """{voice: ciphertext} -> {voice: words}. A voice whose key is gone, or that was tampered with, is absent."""
    opened = {}
    for row in VoiceKey.objects.filter(voice__in=list(sealed)) if sealed else ():
        key = unwrap(row)
        try:
            opened[row.voice] = json.loads(_decrypt(key, bytes(sealed[row.voice]), row.voice.bytes))
        except InvalidTag:
            log.error("voice %s does not open with its own key", row.voice)
    return opened


def unwrap(row: VoiceKey) -> bytes:
    try:
        return _decrypt(settings.WERKPLAATS_MASTER_KEY, bytes(row.wrapped), row.voice.bytes)
    except InvalidTag as error:
        raise WrongMasterKey from error


def destroy_keys(voices: Iterable[UUID]) -> bool:
    """Deletes the keys and empties the write-ahead log, so that neither file holds them. False: the log was busy."""
    VoiceKey.objects.filter(voice__in=list(voices)).delete()
    return forget_deleted("keys")


def forget_deleted(alias: str) -> bool:
    """SQLite: truncates the write-ahead log; False when a reader held it or a transaction is open. Others: True."""
    connection = connections[alias]
    if connection.vendor != "sqlite":
        return True
    if connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 300")
        try:
            return any(_truncate(cursor, wait) for wait in WAITS)
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def _truncate(cursor, wait: float) -> bool:
    time.sleep(wait)
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    busy, *_pages = cursor.fetchone()
    return busy == 0


def session_key(session: UUID) -> bytes:
    """The key that hides authors of unlinked answers in this session; made at first use."""
    row = SessionKey.objects.filter(session=session).first()
    if row is None:
        key = AESGCM.generate_key(bit_length=256)
        wrapped = _encrypt(settings.WERKPLAATS_MASTER_KEY, key, session.bytes)
        row, _ = SessionKey.objects.get_or_create(session=session, defaults={"wrapped": wrapped})
    return _decrypt(settings.WERKPLAATS_MASTER_KEY, bytes(row.wrapped), session.bytes)


def destroy_session_key(session: UUID) -> None:
    SessionKey.objects.filter(session=session).delete()
    forget_deleted("keys")
