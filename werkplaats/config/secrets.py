"""Secrets live outside the data folder and are made at the first start.

A backup of the data folder alone opens no voice: the master key is not in it.
"""

import hashlib
import os
import secrets
from pathlib import Path

from .options import data_dir, option

NAMES = ("secret", "master", "codes")


def key_dir() -> Path:
    if given := option("WERKPLAATS_KEY_DIR"):
        return Path(given)
    place = hashlib.sha256(str(data_dir()).encode()).hexdigest()[:12]
    return Path.home() / ".config" / "werkplaats" / place


def read_or_make(name: str) -> bytes:
    """32 random bytes kept in `<key dir>/<name>.key`, readable by the owner only."""
    path = key_dir() / f"{name}.key"
    try:
        return path.read_bytes()
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = secrets.token_bytes(32)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return key
