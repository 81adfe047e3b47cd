"""Giving words: checked, cleaned, sealed. Keys are on disk before a voice that needs them is written."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from werkplaats.vault import sealing

from .models import Level, Voice
from .together import note_makers

TEXT_LIMIT = {
    "story": 4000,
    "card": 200,
    "reason": 200,
    "recommendation": 1500,
    "commitment": 300,
    "name": 40,
    "reflection": 4000,
}
PARTS = ("who", "does_what", "for_whom", "by_when", "noticed_by")
RANK = {level: rank for rank, level in enumerate(Level.values)}


@dataclass(frozen=True)
class Draft:
    """Words about to be given. `words` is {"text": str} or {"parts": {part: str}}; `circle`, `together`, `giver`
    are row numbers, `name` and `about` voice ids."""

    id: UUID
    kind: str
    words: Mapping
    giver: int | None
    level: str = Level.ME
    circle: int | None = None
    together: int | None = None
    attribution: str = "named"
    name: UUID | None = None
    about: UUID | None = None
    given_at: datetime = field(default_factory=timezone.now)


def check(kind: str, words: Mapping) -> list[str]:
    """What is off about these words, in Dutch; empty when they can be given."""
    if kind not in TEXT_LIMIT:
        return [_("Deze soort inbreng kennen we niet.")]
    if not _shaped(kind, words):
        return [_("We konden dit niet lezen. Typ het nog eens.")]
    length = sum(len(piece) for piece in _pieces(clean(words)))
    if length == 0:
        return [_("Je hebt nog niets opgeschreven.")]
    if length > TEXT_LIMIT[kind]:
        return [
            _("Dit is te lang: %(length)d tekens. Er passen er %(limit)d.")
            % {"length": length, "limit": TEXT_LIMIT[kind]}
        ]
    return []


def clean(words: Mapping) -> dict:
    """The same words without control characters, invisible direction marks and spaces at the ends."""
    if "parts" in words:
        parts = {part: _clean(text) for part, text in words["parts"].items()}
        return {"parts": {part: text for part, text in parts.items() if text}}
    key = "name" if "name" in words else "text"
    return {key: _clean(words[key])}


def text(words: Mapping) -> str:
    """The plain text of a voice; parts stand each on a line. Ranges count characters of this text."""
    return "\n".join(_pieces(words))


def seal_all(drafts: Sequence[Draft]) -> list[Voice]:
    """Unsaved voices. Their keys are committed when this returns; save the voices in your own transaction."""
    cleaned = {draft.id: clean(draft.words) for draft in drafts}
    roots = _roots(drafts)
    sealed = sealing.seal(cleaned)
    return [_voice(draft, sealed[draft.id], roots) for draft in drafts]


def give(draft: Draft) -> Voice:
    [voice] = seal_all([draft])
    with transaction.atomic():
        voice.save(force_insert=True)
        note_makers([voice])
    return voice


def fits(level: str, circle: int | None, story: Voice) -> bool:
    """Whether an answer at this level stays within the circle of the story it answers."""
    if level in (Level.ME, Level.TELLER):
        return True
    if RANK[level] > RANK[story.level]:
        return False
    return level != story.level or circle == story.circle_id or level in (Level.REGION, Level.EVERYONE)


def _voice(draft: Draft, sealed: bytes, roots: Mapping[UUID, Voice]) -> Voice:
    story = roots.get(draft.about) if draft.about else None
    level, circle = draft.level, draft.circle
    if story and not fits(level, circle, story):
        level, circle = story.level, story.circle_id
    return Voice(
        id=draft.id,
        giver_id=draft.giver,
        kind=draft.kind,
        sealed=sealed,
        level=level,
        circle_id=circle,
        together_id=draft.together,
        attribution=draft.attribution,
        name_id=draft.name,
        about_id=story.id if story else draft.about,
        given_at=draft.given_at,
    )


def _roots(drafts: Sequence[Draft]) -> dict[UUID, Voice]:
    """{voice that is answered: the story it belongs to}: an answer to an answer is about the same story."""
    wanted = {draft.about for draft in drafts if draft.about}
    if not wanted:
        return {}
    answered = Voice.objects.filter(id__in=wanted).select_related("about")
    return {voice.id: voice.about or voice for voice in answered}


def _shaped(kind: str, words: object) -> bool:
    if not isinstance(words, Mapping) or len(words) != 1:
        return False
    if "parts" in words:
        parts = words["parts"]
        return kind == "recommendation" and isinstance(parts, Mapping) and _all_text(parts)
    return isinstance(words.get("text", words.get("name") if kind == "name" else None), str)


def _all_text(parts: Mapping) -> bool:
    return all(part in PARTS and isinstance(piece, str) for part, piece in parts.items())


def _pieces(words: Mapping) -> list[str]:
    if "parts" in words:
        parts = words["parts"]
        return [parts[part] for part in PARTS if parts.get(part)]
    return [words["text"] if "text" in words else words.get("name", "")]


DIRECTION = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF}


def _clean(given: str) -> str:
    lines = given.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in lines if sign == "\n" or _stays(sign))
    return unicodedata.normalize("NFC", kept).strip()


def _stays(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs") and ord(sign) not in DIRECTION
