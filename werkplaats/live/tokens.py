"""Signed tokens: who may follow or give in one session, until when. Checked without the database."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing

SALT = "werkplaats.live"
AFTER_END = timedelta(hours=12)
AT_LEAST = timedelta(hours=24)
SEAT, LEAD, WALL = "seat", "lead", "wall"


@dataclass(frozen=True)
class Token:
    """`who` is the seat's uuid, or the id of the staff account that leads or opened the wall."""

    kind: str
    session: str
    who: str
    expires: int


def expires_at(gathering_ends_at: datetime, now: datetime) -> datetime:
    """Twelve hours after the evening, and never sooner than a day from now."""
    return max(gathering_ends_at + AFTER_END, now + AT_LEAST)


def make(kind: str, session: UUID, who: object, expires: datetime) -> str:
    return signing.dumps([kind, session.hex, str(who), int(expires.timestamp())], salt=SALT)


def read(text: str, kind: str, session: UUID, now: datetime) -> Token | None:
    """The token when it is genuine, of this kind and session, and not expired; else None."""
    try:
        token = Token(*signing.loads(text, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None
    if token.kind != kind or token.session != session.hex or token.expires < now.timestamp():
        return None
    return token


def cookie_name(kind: str, session: UUID) -> str:
    """On https the browser itself guards the cookie's host, and the session is in its name instead of its path."""
    return f"__Host-wp_{kind}_{session.hex[:12]}" if settings.HTTPS else f"wp_{kind}"


def _path(session: UUID) -> str:
    return "/" if settings.HTTPS else f"/live/{session}/"


def set_cookie(response, kind: str, session: UUID, text: str, expires: datetime) -> None:
    response.set_cookie(
        cookie_name(kind, session),
        text,
        expires=expires,
        path=_path(session),
        httponly=True,
        secure=settings.HTTPS,
        samesite="Strict",
    )


def drop_cookie(response, kind: str, session: UUID) -> None:
    name = cookie_name(kind, session)
    response.set_cookie(
        name, "", max_age=0, path=_path(session), httponly=True, secure=settings.HTTPS, samesite="Strict"
    )
