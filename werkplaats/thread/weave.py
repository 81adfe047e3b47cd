"""Weaving the thread: "this rests on that", and following it down to voices or up to what came of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from werkplaats.voices.models import Voice

from .models import Knot, Strand

DEEPEST = 12


@dataclass(frozen=True)
class Step:
    """One strand on the way. `depth` 1 is nearest to where the search began; `lower` or `voice` is None."""

    upper: UUID
    lower: UUID | None
    voice: UUID | None
    depth: int
    relation: str
    start: int | None
    end: int | None


def knot(kind: str) -> Knot:
    return Knot.objects.create(kind=kind)


def rests(upper: Knot, on_knots: Iterable[Knot] = (), on_voices: Iterable[Voice | UUID] = ()) -> None:
    """Notes what `upper` rests on. What was noted before is not noted twice."""
    strands = Strand.objects.filter(upper=upper, relation=Strand.Relation.RESTS)
    known = set(strands.values_list("lower_id", flat=True)) | set(strands.values_list("voice_id", flat=True))
    new = []
    for lower in {knot.uuid for knot in on_knots} - known:
        new.append(Strand(upper=upper, lower_id=lower))
    for voice in {voice.pk if isinstance(voice, Voice) else voice for voice in on_voices} - known:
        new.append(Strand(upper=upper, voice_id=voice))
    Strand.objects.bulk_create(new)


def quotes(upper: Knot, voice: Voice | UUID, start: int, end: int) -> Strand:
    """Notes that `upper` shows this range of a voice."""
    strand, _new = Strand.objects.get_or_create(
        upper=upper,
        voice_id=voice.pk if isinstance(voice, Voice) else voice,
        start=start,
        end=end,
        relation=Strand.Relation.QUOTES,
    )
    return strand


def down(knots: Iterable[UUID]) -> list[Step]:
    """Everything these knots rest on, nearest first: one query."""
    return _follow("strand.upper_id", "strand.upper_id = reach.lower_id", knots)


def up(voices: Iterable[UUID]) -> list[Step]:
    """Everything that rests on these voices, nearest first: one query."""
    return _follow("strand.voice_id", "strand.lower_id = reach.upper_id", voices)


def _follow(begins: str, goes_on: str, ids: Iterable[UUID]) -> list[Step]:
    wanted = [_value(one) for one in ids]
    if not wanted:
        return []
    marks = ", ".join(["%s"] * len(wanted))
    query = f"""
        WITH RECURSIVE reach(id, upper_id, lower_id, depth) AS (
            SELECT strand.id, strand.upper_id, strand.lower_id, 1
            FROM thread_strand AS strand WHERE {begins} IN ({marks})
            UNION
            SELECT strand.id, strand.upper_id, strand.lower_id, reach.depth + 1
            FROM thread_strand AS strand JOIN reach ON {goes_on}
            WHERE reach.depth < {DEEPEST}
        )
        SELECT strand.upper_id, strand.lower_id, strand.voice_id, MIN(reach.depth) AS depth,
               strand.relation, strand.start, strand."end"
        FROM reach JOIN thread_strand AS strand ON strand.id = reach.id
        GROUP BY strand.id, strand.upper_id, strand.lower_id, strand.voice_id, strand.relation, strand.start, strand."end"
        ORDER BY depth, strand.id
    """  # noqa: S608  (columns above are literals, ids are parameters)
    with connection.cursor() as cursor:
        cursor.execute(query, wanted)
        rows = cursor.fetchall()
    return [Step(_uuid(u), _uuid(low), _uuid(voice), *rest) for u, low, voice, *rest in rows]


def _value(one: UUID) -> Any:
    return Strand._meta.get_field("voice").get_db_prep_value(one, connection)


def _uuid(value: Any) -> Any:
    if value is None or isinstance(value, UUID):
        return value
    return UUID(str(value))
