"""What a phone gives, checked against the step it belongs to and turned into entries of the log."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werkplaats.methods.parts import Step
from werkplaats.voices.give import Draft, check

from .log import Entry
from .problem import Problem
from .running import Running, Sitter
from .state import Piece
from .view import WIDE, on_wall

WITHIN = timedelta(days=28)
ANSWERS = ("agree", "disagree", "pass")
MOST_RESTS = 40
LARGEST = 1000
MOST_MOVES = 6


@dataclass(frozen=True)
class Giving:
    """Who gives, in which session, now."""

    running: Running
    sitter: Sitter
    now: datetime

    @property
    def table(self) -> int:
        return self.running.state.seats[self.sitter.seat].table


def understand(item: Mapping[str, Any], giving: Giving) -> list[Entry]:
    """The entries of one item, the item's own uuid first. Raises Problem with a Dutch sentence."""
    if not isinstance(item, Mapping):
        raise unreadable()
    uuid = uuid_of(item.get("uuid"), "uuid")
    kind = item.get("kind")
    make = MAKERS.get(kind) if isinstance(kind, str) else None
    if make is None:
        raise Problem(422, _("Deze soort inbreng kennen we niet."), "kind")
    if giving.sitter.talks_only and kind != "moved":
        raise Problem(409, _("Jij praat mee aan tafel. We bewaren jouw woorden niet."))
    if giving.sitter.seat not in giving.running.state.seats:
        raise Problem(409, _("We kennen jouw plaats nog niet. Probeer het zo nog eens."))
    return make(uuid, item, giving)


def unreadable() -> Problem:
    return Problem(400, _("We konden dit niet lezen. Probeer het nog eens."))


def uuid_of(given: Any, field: str) -> UUID:
    try:
        return UUID(given)
    except (TypeError, ValueError, AttributeError):
        raise Problem(422, _("We konden dit niet lezen. Probeer het nog eens."), field) from None


def _step_of(item: Mapping[str, Any], giving: Giving, kind: str) -> Step:
    """The step this answers. A closed step still takes answers (late); one that never opened does not."""
    number = item.get("step")
    if type(number) is not int or not 1 <= number <= len(giving.running.recipe.steps):
        raise Problem(422, _("Dit onderdeel kennen we niet."), "step")
    step = giving.running.recipe.step(number)
    if number not in giving.running.state.opened:
        raise Problem(409, _("Dit onderdeel is nog niet open."), "step")
    if step.input.kind != kind and not (kind == "reason" and step.input.kind == "vote"):
        raise Problem(422, _("Dit past niet bij dit onderdeel."), "input")
    return step


def _late(giving: Giving, step: Step) -> bool:
    return giving.running.state.closed(step.n) or giving.running.state.ended_at is not None


def _gave(uuid: UUID, item: Mapping[str, Any], giving: Giving) -> list[Entry]:
    kind = item.get("input")
    if kind not in ("story", "card", "recommendation", "commitment", "reflection"):
        raise Problem(422, _("Deze soort inbreng kennen we niet."), "input")
    step = _step_of(item, giving, kind)
    words = _words(kind, item.get("words"))
    level = _level(item.get("level"), step)
    rests_on = _rests_on(item.get("rests_on", []), giving, step, level)
    about = _about(item.get("about"), giving)
    due = _due(item.get("due"), giving) if kind == "commitment" else ""
    return [_entry(uuid, kind, words, level, giving, step, rests_on=rests_on, about=about, due=due)]


def _entry(
    uuid: UUID,
    kind: str,
    words: Mapping[str, Any],
    level: str,
    giving: Giving,
    step: Step,
    rests_on: list[str] | None = None,
    about: UUID | None = None,
    due: str = "",
) -> Entry:
    running, sitter, table = giving.running, giving.sitter, giving.table
    voice = uuid4()
    named = step.input.attribution == "named" and not step.input.per_group and sitter.name is not None
    circle = running.circle(level, table)
    draft = Draft(
        id=voice,
        kind=kind,
        words=words,
        giver=sitter.person,
        level=level,
        circle=circle,
        together=running.tables[table] if step.input.per_group and level != "me" else None,
        attribution=step.input.attribution,
        name=sitter.name if named else None,
        about=about,
        given_at=giving.now,
    )
    payload: dict[str, Any] = {"voice": str(voice), "step": step.n, "input": kind, "table": table, "level": level}
    payload |= {"rests_on": rests_on or []}
    payload |= {"about": str(about)} if about else {}
    payload |= {"due": due} if due else {}
    payload |= {"named": True} if named else {}
    payload |= {"per_group": True} if step.input.per_group else {}
    return Entry(uuid, "gave", payload, sitter.seat, (draft,), _late(giving, step))


def _words(kind: str, words: Any) -> dict[str, Any]:
    problems = check(kind, words) if isinstance(words, Mapping) else [_("Je hebt nog niets opgeschreven.")]
    if problems:
        raise Problem(422, problems[0], "words")
    return dict(words)


def _level(given: Any, step: Step) -> str:
    """The step's circle, or narrower when the giver wants that."""
    circle = step.input.circle
    if given in (None, circle):
        return circle
    if given == "me" or (given == "table" and circle in WIDE):
        return given
    raise Problem(422, _("Deze kring is wijder dan dit onderdeel vraagt."), "level")


def _rests_on(given: Any, giving: Giving, step: Step, level: str) -> list[str]:
    """The stories or cards this rests on, of those this table can see."""
    if not isinstance(given, list) or len(given) > MOST_RESTS or not all(isinstance(one, str) for one in given):
        raise Problem(422, _("We konden niet lezen waar dit op rust."), "rests_on")
    state = giving.running.state
    seen = [voice for voice in dict.fromkeys(given) if (piece := state.pieces.get(voice)) and _sees(giving, piece)]
    needed = step.input.min_supporting_stories or 0
    told = {piece.voice for piece in state.pieces.values() if piece.input == "story" and _at_table(giving, piece)}
    if needed <= len(told) and level != "me" and len(told & set(seen)) < needed:
        title = ngettext(
            "Kies minstens %(count)d verhaal waar deze kaart op rust.",
            "Kies minstens %(count)d verhalen waar deze kaart op rust.",
            needed,
        )
        raise Problem(422, title % {"count": needed}, "rests_on")
    return seen


def _sees(giving: Giving, piece: Piece) -> bool:
    return _at_table(giving, piece) or piece.author == giving.sitter.seat or on_wall(giving.running.state, piece)


def _at_table(giving: Giving, piece: Piece) -> bool:
    """Whether everyone at this table has it on their phones."""
    return piece.table == giving.table and piece.level in ("table", *WIDE)


def _about(given: Any, giving: Giving) -> UUID | None:
    if given is None:
        return None
    about = uuid_of(given, "about")
    piece = giving.running.state.pieces.get(str(about))
    if piece is None or not _sees(giving, piece):
        raise Problem(422, _("Dit verhaal is er niet meer."), "about")
    return about


def _due(given: Any, giving: Giving) -> str:
    today = localdate(giving.now)
    if given in (None, ""):
        return (today + WITHIN).isoformat()
    try:
        due = date.fromisoformat(given)
    except (TypeError, ValueError):
        raise Problem(422, _("Deze dag konden we niet lezen. Schrijf hem als 2026-12-19."), "due") from None
    if not today <= due <= today + WITHIN:
        raise Problem(422, _("Kies een dag binnen vier weken."), "due")
    return due.isoformat()


def _placed(uuid: UUID, item: Mapping[str, Any], giving: Giving) -> list[Entry]:
    kind = item.get("input")
    if kind not in ("triad", "scale"):
        raise Problem(422, _("Deze soort inbreng kennen we niet."), "input")
    step = _step_of(item, giving, kind)
    row = item.get("row") or ""
    if row not in ([one.id for one in step.input.rows] or [""]):
        raise Problem(422, _("Deze regel kennen we niet."), "row")
    at = _triad(item.get("at")) if kind == "triad" else _scale(item.get("at"))
    payload = {"step": step.n, "input": kind, "row": row, "at": at}
    return [_mark(uuid, "placed", payload, giving, step)]


def _triad(at: Any) -> list[float] | None:
    """Three shares that make one whole (of 1, or of 100); None is "past niet"."""
    if at is None:
        return None
    if isinstance(at, list) and len(at) == 3 and all(_is_number(share) and share >= 0 for share in at):
        total = sum(at)
        if abs(total - 1) <= 0.02 or abs(total - 100) <= 2:
            return [round(share / total, 3) for share in at]
    raise Problem(422, _("Zet de stip in de driehoek, of kies: past niet."), "at")


def _scale(at: Any) -> float:
    if _is_number(at) and 0 <= at <= 100:
        return round(at, 1)
    raise Problem(422, _("Zet de schuif tussen de twee woorden."), "at")


def _is_number(value: Any) -> bool:
    """Whether this is a number we can reckon with; an integer may be too large for that."""
    return type(value) in (int, float) and abs(value) <= LARGEST


def _mark(uuid: UUID, kind: str, payload: dict[str, Any], giving: Giving, step: Step) -> Entry:
    """An unlinked answer bears the moment its part opened, and none is kept once the evening has ended."""
    running = giving.running
    author = running.author(giving.sitter, step.n, step.input.attribution)
    if step.input.attribution != "unlinked":
        return Entry(uuid, kind, payload, author, (), _late(giving, step))
    if not author or running.state.ended_at:
        raise Problem(409, _("De avond is afgelopen. Dit antwoord telt niet meer mee."))
    return Entry(uuid, kind, payload, author, (), _late(giving, step), at=running.state.since[step.n])


def _weighed(uuid: UUID, item: Mapping[str, Any], giving: Giving) -> list[Entry]:
    step = _step_of(item, giving, "weigh")
    statement = str(uuid_of(item.get("statement"), "statement"))
    if statement not in giving.running.state.statements:
        raise Problem(422, _("Deze zin staat er niet meer."), "statement")
    if item.get("answer") not in ANSWERS:
        raise Problem(422, _("Kies: eens, oneens of weet ik nog niet."), "answer")
    payload = {"step": step.n, "statement": statement, "answer": item["answer"]}
    return [_mark(uuid, "weighed", payload, giving, step)]


def _voted(uuid: UUID, item: Mapping[str, Any], giving: Giving) -> list[Entry]:
    step = _step_of(item, giving, "vote")
    picks = item.get("picks")
    if not isinstance(picks, list) or not all(isinstance(pick, str) for pick in picks) or len(picks) > MOST_RESTS:
        raise Problem(422, _("We konden jouw keuze niet lezen."), "picks")
    state = giving.running.state
    chosen = [pick for pick in dict.fromkeys(picks) if (piece := state.pieces.get(pick)) and on_wall(state, piece)]
    if not chosen:
        raise Problem(422, _("Deze kaarten staan er niet meer. Kies opnieuw."), "picks")
    most = step.input.votes_per_person
    if most and len(chosen) > most:
        raise Problem(422, _("Kies er hoogstens %(most)d.") % {"most": most}, "picks")
    if step.input.exclude_own and any(state.pieces[pick].author == giving.sitter.seat for pick in chosen):
        raise Problem(422, _("Kies een kaart van iemand anders."), "picks")
    entries = [_mark(uuid, "voted", {"step": step.n, "picks": chosen}, giving, step)]
    if (reason := item.get("reason")) is not None:
        entries.append(_reason(uuid, reason, giving, step))
    return entries


def _reason(uuid: UUID, reason: Any, giving: Giving, step: Step) -> Entry:
    """A reason is words about a card: a voice of its own beside the choice."""
    if not isinstance(reason, Mapping):
        raise Problem(422, _("We konden jouw reden niet lezen."), "reason")
    about = _about(reason.get("for"), giving)
    words = _words("reason", {"text": reason.get("text")})
    return _entry(uuid5(uuid, "reason"), "reason", words, _level(None, step), giving, step, about=about)


def moved_enough() -> Problem:
    """Words of a table are for who sits there: nobody goes round to read them all."""
    title = _("Je bent vanavond al %(most)d keer van tafel gewisseld. Vraag de gespreksbegeleider om hulp.")
    return Problem(409, title % {"most": MOST_MOVES}, "table")


def _moved(uuid: UUID, item: Mapping[str, Any], giving: Giving) -> list[Entry]:
    table = item.get("table")
    if type(table) is not int or not 1 <= table <= giving.running.state.tables:
        raise Problem(422, _("Deze tafel is er niet. Kijk op het bordje."), "table")
    chair = giving.running.state.seats[giving.sitter.seat]
    if table != chair.table and chair.moves >= MOST_MOVES:
        raise moved_enough()
    return [Entry(uuid, "moved", {"seat": giving.sitter.seat, "table": table}, giving.sitter.seat)]


MAKERS: dict[str, Callable[[UUID, Mapping[str, Any], Giving], list[Entry]]] = {
    "gave": _gave,
    "placed": _placed,
    "weighed": _weighed,
    "voted": _voted,
    "moved": _moved,
}
