"""All words of one giver, per evening: who can read them now, where they went, what waits for an answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from werkplaats.live.models import Event, Seat, Table
from werkplaats.people.models import Account, Person
from werkplaats.people.viewer import Viewer
from werkplaats.voices.door import text, words_of
from werkplaats.voices.models import Level, Objection, Quotation, Voice, Withdrawal
from werkplaats.voices.reach import Reach, reach, says
from werkplaats.voices.suspend import LOST_CARD, STORY_WITHDRAWN
from werkplaats.voices.together import made_by

from .describe import Described, describe
from .marks import marks
from .names import KNOT, SHAPE, TAKEN_BACK, TOGETHER, VOICE
from .weave import Step, up

SHOWN = 3
ORDER = ("observation", "insight", "recommendation", "passage")


@dataclass(frozen=True)
class Question:
    """A sentence somebody wants to quote, or that was answered."""

    quotation: Quotation
    text: str


@dataclass(frozen=True)
class Place:
    """One place it reached: what to draw, what to call it, where to read on."""

    knot: str
    shape: str
    kind: str
    title: str
    url: str
    detail: str


@dataclass
class Piece:
    """One voice. `places` are the knots it reached that its giver may see, nearest first.

    `table` is the number of the table where it was given, wherever the giver sits now.
    """

    voice: Voice
    text: str
    reach: Reach
    reads: str
    places: list[Place] = field(default_factory=list)
    unseen: list[UUID] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    granted: list[Question] = field(default_factory=list)
    marked: bool = False
    seat: Seat | None = None
    table: int | None = None

    @property
    def withdrawal(self) -> Withdrawal | None:
        return getattr(self.voice, "withdrawal", None)

    @property
    def undo_until(self) -> datetime | None:
        row = self.withdrawal
        return row.final_at if row and not row.done_at and row.final_at > timezone.now() else None

    @property
    def objected(self) -> bool:
        """Whether the one who looks objected to it; that others did is nobody's to see."""
        return bool(getattr(self.voice, "my_objection", False))

    @property
    def title(self) -> str:
        names = TAKEN_BACK if self.withdrawal else TOGETHER if self.voice.together_id else VOICE
        return str(names.get(self.voice.kind, VOICE["card"]))

    @property
    def can_narrow(self) -> bool:
        return self.reach.level != Level.ME and not self.withdrawal and not self.voice.together_id

    @property
    def can_rewrite(self) -> bool:
        """An answer to a story that was taken back: its giver can tell it again, about themselves."""
        stilled = getattr(self.voice, "suspension", None)
        return bool(
            stilled and stilled.reason == STORY_WITHDRAWN and not self.withdrawal and not self.voice.together_id
        )

    @property
    def lost(self) -> bool:
        stilled = getattr(self.voice, "suspension", None)
        return bool(stilled and stilled.reason == LOST_CARD)

    @property
    def quoted_as(self) -> str:
        """Yes or unnamed, when a sentence of it may stand in the report."""
        return self.granted[0].quotation.answer if self.granted else ""


@dataclass
class Evening:
    """`seat` is None for words given outside an evening, and for the first names."""

    seat: Seat | None
    pieces: list[Piece]

    @property
    def names(self) -> bool:
        return all(piece.voice.kind == "name" for piece in self.pieces)

    @property
    def first(self) -> list[Piece]:
        """What stands open on the page: what asks something, then stories, then the rest as it was given."""
        return self._in_order()[:SHOWN]

    @property
    def folded(self) -> list[Piece]:
        return self._in_order()[SHOWN:]

    def _in_order(self) -> list[Piece]:
        return sorted(
            self.pieces,
            key=lambda piece: (
                not piece.questions,
                not piece.undo_until,
                bool(piece.withdrawal),
                piece.voice.together_id is not None,
                piece.voice.kind != "story",
            ),
        )


def mine(person: Person, viewer: Viewer) -> list[Evening]:
    """The evenings of this giver, newest first, each with its pieces in the order they were given; names last."""
    seats = list(Seat.objects.filter(person=person).select_related("session__gathering").order_by("-joined_at"))
    pieces = pieces_of(_own(person), viewer)
    _place(pieces, seats)
    evenings = {seat.pk: Evening(seat, []) for seat in seats}
    rest, names = Evening(None, []), Evening(None, [])
    for piece in pieces:
        of = names if piece.voice.kind == "name" else evenings.get(piece.seat.pk if piece.seat else 0, rest)
        of.pieces.append(piece)
    return [evening for evening in [*evenings.values(), rest, names] if evening.pieces]


def one(person: Person, viewer: Viewer, voice: UUID) -> Piece | None:
    """One voice of this giver; None when it is not theirs."""
    found = pieces_of(_own(person).filter(pk=voice), viewer)
    if not found:
        return None
    seats = Seat.objects.filter(person=person).select_related("session__gathering")
    _place(found, list(seats.order_by("-joined_at")))
    return found[0]


def pieces_of(voices: Iterable[Voice], viewer: Viewer) -> list[Piece]:
    rows = list(voices)
    words = words_of([voice.pk for voice in rows], viewer)
    steps = up([voice.pk for voice in rows])
    described = describe({step.upper for step in steps}, viewer)
    reached = {voice.pk: _reached(voice.pk, steps) for voice in rows}
    gone = [knot for voice in rows if hasattr(voice, "withdrawal") for knot in reached[voice.pk]]
    marked = marks(gone) if gone else set()
    logins = Account.objects.filter(network=viewer.network, is_active=True).count()
    return [_piece(voice, viewer, words, reached[voice.pk], described, marked, logins) for voice in rows]


def _piece(
    voice: Voice,
    viewer: Viewer,
    words: dict[UUID, dict],
    knots: Sequence[UUID],
    described: dict[UUID, Described],
    marked: set[UUID],
    logins: int,
) -> Piece:
    told = text(words[voice.pk]) if voice.pk in words else ""
    found = reach(voice)
    mine_to_answer = told and voice.giver_id == viewer.person
    asked = [Question(row, told[row.start : row.end]) for row in voice.quotations.all()] if mine_to_answer else []
    return Piece(
        voice=voice,
        text=told,
        reach=found,
        reads=says(found, voice, logins),
        places=_places([described[knot] for knot in knots if knot in described], told),
        unseen=[knot for knot in knots if knot not in described],
        questions=[question for question in asked if not question.quotation.answer],
        granted=[question for question in asked if question.quotation.answer in ("yes", "unnamed")],
        marked=any(knot in marked for knot in knots),
    )


def _places(found: Sequence[Described], told: str) -> list[Place]:
    """Each page once, from card to report; a card that is this voice itself is no place it went."""
    places: dict[tuple[str, str], Place] = {}
    for one in sorted(found, key=lambda one: ORDER.index(one.kind) if one.kind in ORDER else len(ORDER)):
        if one.title != told:
            kind = str(KNOT.get(one.kind, one.kind))
            place = Place(str(one.kind), SHAPE.get(one.kind, one.kind), kind, one.title, one.url, one.detail)
            places.setdefault((kind, one.title), place)
    return list(places.values())


def _own(person: Person):
    return (
        Voice.objects.filter(Q(giver=person) | Q(pk__in=made_by(person.pk)))
        .annotate(my_objection=Exists(Objection.objects.filter(voice=OuterRef("pk"), person=person)))
        .select_related("circle", "about__circle", "about__withdrawal", "about__suspension", "withdrawal", "suspension")
        .prefetch_related(Prefetch("quotations", Quotation.objects.order_by("asked_at")))
        .order_by("given_at", "pk")
    )


def _reached(voice: UUID, steps: Sequence[Step]) -> list[UUID]:
    """The knots above this voice, nearest first."""
    above: dict[UUID | None, list[UUID]] = {}
    for step in steps:
        above.setdefault(step.voice or step.lower, []).append(step.upper)
    found: list[UUID] = []
    waiting = [voice]
    while waiting:
        knots = [knot for lower in waiting for knot in above.get(lower, ()) if knot not in found]
        waiting = list(dict.fromkeys(knots))
        found.extend(waiting)
    return found


def _place(pieces: Iterable[Piece], seats: Sequence[Seat]) -> None:
    """Says of each piece in which evening and at which table it was given: its circle knows, else the log does."""
    tables: dict[int | None, Table] = {
        table.circle_id: table for table in Table.objects.filter(session__in=[seat.session_id for seat in seats])
    }
    gave = Event.objects.filter(kind="gave", author__in=[str(seat.uuid) for seat in seats])
    logged = dict(gave.values_list("payload__voice", "payload__table"))
    for piece in pieces:
        voice = piece.voice
        table = tables.get(voice.together_id) or tables.get(voice.circle_id)
        piece.seat = _seat(voice, table, seats)
        piece.table = table.number if table else logged.get(str(voice.pk))


def _seat(voice: Voice, table: Table | None, seats: Sequence[Seat]) -> Seat | None:
    """The evening a voice belongs to: by its circle, else the last one its giver had joined by then."""
    for seat in seats:
        if (table and table.session_id == seat.session_id) or (voice.circle_id == seat.session.room_id):
            return seat
    return next((seat for seat in seats if seat.joined_at <= voice.given_at), None)
