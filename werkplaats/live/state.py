"""The state of one session: a pure fold over its log. Ids, numbers and choices; never words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any


@dataclass(frozen=True)
class Line:
    """One event as the fold sees it. `uuid` and voices are strings; `at` is aware."""

    seq: int
    uuid: str
    kind: str
    author: str
    payload: dict[str, Any]
    at: datetime
    forgotten: bool = False


@dataclass
class Chair:
    """Where one seat sits. `talks_only` gives no words; `moves` is how often it changed tables."""

    table: int
    talks_only: bool = False
    moves: int = 0


@dataclass
class Piece:
    """One voice given in this session. `level` is how wide it may be read now; `given` how wide it was given;
    `at` its place in the log."""

    voice: str
    step: int
    input: str
    table: int
    author: str
    level: str
    at: int
    uuid: str
    named: bool = False
    about: str = ""
    rests_on: tuple[str, ...] = ()
    due: str = ""
    per_group: bool = False
    late: bool = False
    given: str = ""


@dataclass
class Mark:
    """The last dot, answer or choice of one author; `late` when the step was closed already."""

    value: Any
    uuid: str
    late: bool = False


@dataclass
class Asked:
    """A sentence somebody wants to quote; `answer` is empty until the giver answers."""

    voice: str
    start: int
    end: int
    answer: str = ""


@dataclass
class State:
    """`weighed_at` is the last line that changed what the landscape is made of."""

    seq: int = 0
    tables: int = 0
    doors_at: datetime | None = None
    ended_at: datetime | None = None
    seats: dict[str, Chair] = field(default_factory=dict)
    counted: dict[int, tuple[int, int]] = field(default_factory=dict)
    step: int = 0
    open: bool = False
    opened: set[int] = field(default_factory=set)
    since: dict[int, datetime] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)
    ends_at: datetime | None = None
    paused_left: timedelta | None = None
    phones: bool = True
    inserted: list[tuple[str, int]] = field(default_factory=list)
    skipped: list[dict[str, Any]] = field(default_factory=list)
    pieces: dict[str, Piece] = field(default_factory=dict)
    recommendations: dict[tuple[int, int], str] = field(default_factory=dict)
    placed: dict[tuple[int, str], dict[str, Mark]] = field(default_factory=dict)
    weighed: dict[str, dict[str, Mark]] = field(default_factory=dict)
    weigh_step: dict[str, int] = field(default_factory=dict)
    weighed_at: int = 0
    voted: dict[int, dict[str, Mark]] = field(default_factory=dict)
    shown: dict[str, int] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    statements: list[str] = field(default_factory=list)
    shows: str = "step"
    asked: dict[str, Asked] = field(default_factory=dict)
    questions: int = 0
    late: int = 0
    seqs: dict[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """waiting, running, paused or ended."""
        if self.ended_at:
            return "ended"
        if not self.step:
            return "waiting"
        return "paused" if self.paused_left is not None else "running"

    def closed(self, step: int) -> bool:
        """Whether answers to this step come too late. A step that is opened again takes answers again."""
        return step in self.opened and not (self.open and step == self.step)

    def standing_in(self, input: str) -> list[Piece]:
        return [piece for piece in self.pieces.values() if piece.input == input]


def fold(lines: Iterable[Line], state: State | None = None) -> State:
    state = state or State()
    for line in lines:
        apply(state, line)
    return state


def apply(state: State, line: Line) -> State:
    """Adds one line; lines come in order and exactly once. A forgotten or unknown line only counts."""
    state.seq = line.seq
    state.seqs[line.uuid] = line.seq
    change = CHANGES.get(line.kind)
    if change and not line.forgotten:
        change(state, line, line.payload)
    return state


def _opened(state: State, line: Line, given: dict) -> None:
    state.doors_at = line.at
    state.tables = given["tables"]


def _tables(state: State, line: Line, given: dict) -> None:
    state.tables = given["count"]


def _seated(state: State, line: Line, given: dict) -> None:
    state.seats[given["seat"]] = Chair(given["table"], given.get("talks_only", False))


def _moved(state: State, line: Line, given: dict) -> None:
    if chair := state.seats.get(given["seat"]):
        chair.moves += chair.table != given["table"]
        chair.table = given["table"]
        chair.talks_only = given.get("talks_only", chair.talks_only)


def _counted(state: State, line: Line, given: dict) -> None:
    state.counted[given["table"]] = (given["paper"], given["talking"])


def _step(state: State, line: Line, given: dict) -> None:
    state.step = given["n"]
    state.open = True
    state.opened.add(given["n"])
    state.since.setdefault(given["n"], line.at)
    state.done.discard(given["n"])
    state.ends_at = line.at + timedelta(minutes=given["minutes"])
    state.paused_left = None
    state.shows = given.get("shows", "step")


def _closed(state: State, line: Line, given: dict) -> None:
    state.done.add(given["n"])
    if given["n"] == state.step:
        state.open = False


def _paused(state: State, line: Line, given: dict) -> None:
    if state.ends_at and state.paused_left is None:
        state.paused_left = max(state.ends_at - line.at, timedelta())


def _resumed(state: State, line: Line, given: dict) -> None:
    if state.paused_left is not None:
        state.ends_at = line.at + state.paused_left
        state.paused_left = None


def _extended(state: State, line: Line, given: dict) -> None:
    more = timedelta(minutes=given["minutes"])
    if state.paused_left is not None:
        state.paused_left += more
    elif state.ends_at:
        state.ends_at = max(state.ends_at, line.at) + more


def _phones(state: State, line: Line, given: dict) -> None:
    state.phones = given["on"]


def _skipped(state: State, line: Line, given: dict) -> None:
    state.skipped.append({"from": given["from"], "to": given["to"], "reason": given["reason"]})
    state.done.update(given.get("steps", ()))


def _inserted(state: State, line: Line, given: dict) -> None:
    state.inserted.append((given["block"], given["after"]))


def _gave(state: State, line: Line, given: dict) -> None:
    late = state.closed(given["step"]) or state.ended_at is not None
    state.late += late
    piece = Piece(
        voice=given["voice"],
        step=given["step"],
        input=given["input"],
        table=given["table"],
        author=line.author,
        level=given["level"],
        given=given["level"],
        at=line.seq,
        uuid=line.uuid,
        named=given.get("named", False),
        about=given.get("about", ""),
        rests_on=tuple(given.get("rests_on", ())),
        due=given.get("due", ""),
        per_group=given.get("per_group", False),
        late=late,
    )
    state.pieces[piece.voice] = piece
    if piece.input == "recommendation":
        state.recommendations[piece.step, piece.table] = piece.voice


def _placed(state: State, line: Line, given: dict) -> None:
    _mark(state, state.placed.setdefault((given["step"], given.get("row", "")), {}), line, given["step"], given["at"])


def _weighed(state: State, line: Line, given: dict) -> None:
    _mark(state, state.weighed.setdefault(given["statement"], {}), line, given["step"], given["answer"])
    if not state.closed(given["step"]):
        state.weigh_step[line.author] = given["step"]
        state.weighed_at = line.seq


def _voted(state: State, line: Line, given: dict) -> None:
    _mark(state, state.voted.setdefault(given["step"], {}), line, given["step"], tuple(given["picks"]))


def _mark(state: State, marks: dict[str, Mark], line: Line, step: int, value: Any) -> None:
    """The last answer counts; one that came after the close never takes the place of one that came before it."""
    late = state.closed(step) or state.ended_at is not None
    state.late += late
    before = marks.get(line.author)
    if not late or before is None or before.late:
        marks[line.author] = Mark(value, line.uuid, late)


def _showed(state: State, line: Line, given: dict) -> None:
    for voice in given["voices"]:
        state.hidden.discard(voice)
        state.shown.setdefault(voice, len(state.shown))


def _hid(state: State, line: Line, given: dict) -> None:
    state.hidden.add(given["voice"])


def _promoted(state: State, line: Line, given: dict) -> None:
    state.statements += [voice for voice in given["voices"] if voice not in state.statements]
    state.weighed_at = line.seq


def _wall(state: State, line: Line, given: dict) -> None:
    state.shows = given["shows"]


def _asked(state: State, line: Line, given: dict) -> None:
    state.asked[given["quotation"]] = Asked(given["voice"], given["start"], given["end"])
    state.questions += 1


def _consented(state: State, line: Line, given: dict) -> None:
    if (piece := state.pieces.get(given["voice"])) and given.get("level"):
        piece.level = given["level"]
    if "start" in given:
        state.asked[given["quotation"]] = Asked(given["voice"], given["start"], given["end"])
    if asked := state.asked.get(given.get("quotation", "")):
        asked.answer = given["answer"]


def _ended(state: State, line: Line, given: dict) -> None:
    state.ended_at = line.at
    state.open = False


CHANGES = {
    "opened": _opened,
    "tables": _tables,
    "seated": _seated,
    "moved": _moved,
    "counted": _counted,
    "step": _step,
    "closed": _closed,
    "paused": _paused,
    "resumed": _resumed,
    "extended": _extended,
    "phones": _phones,
    "skipped": _skipped,
    "inserted": _inserted,
    "gave": _gave,
    "placed": _placed,
    "weighed": _weighed,
    "voted": _voted,
    "showed": _showed,
    "hid": _hid,
    "promoted": _promoted,
    "wall": _wall,
    "asked": _asked,
    "consented": _consented,
    "ended": _ended,
}
