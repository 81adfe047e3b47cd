"""Which landscape belongs to a session, and the words of its statements."""

from typing import Any

from werkplaats.live.harvest import evening_of
from werkplaats.live.models import Session
from werkplaats.people.viewer import Viewer
from werkplaats.voices.door import text, words_of

from .as_polis import as_polis
from .kept import kept_picture, picture
from .landscape import for_room
from .models import Import, Statement
from .polis import stored_votes
from .residents import residents_in


def is_import(session: Session) -> bool:
    return Import.objects.filter(session=session).exists()


def landscape_of(session: Session) -> dict[str, Any] | None:
    """The keys of `for_room`: from what was stored at harvest or import, before that from the log.

    None when there is no picture yet: statements are still being weighed, or an imported conversation, which may be
    so large that a page should not wait for it, is being drawn by the worker.
    """
    if is_import(session):
        return kept_picture(session)
    if session.harvested_at is None:
        evening = evening_of(session)
        if evening.statements and not evening.weighing_closed:
            return None
        return for_room((str(one) for one in evening.statements), evening.weighings, residents=residents_in(session))
    return kept_picture(session) or picture(session)


def polis_of(session: Session) -> dict[str, Any]:
    """An imported conversation as Polis would draw it; the keys of `for_room`."""
    names = {one.position: str(one.voice_id) for one in Statement.objects.filter(session=session)}
    return as_polis(stored_votes(session), names)


def texts_of(found: dict[str, Any], viewer: Viewer) -> dict[str, str]:
    """{statement id: its words} of those this viewer may read."""
    return {str(voice): text(words) for voice, words in words_of(found["order"], viewer).items()}
