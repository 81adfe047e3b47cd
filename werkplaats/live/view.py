"""What each audience may know of a session, as ids: the room, one table, the console. Pure; words are joined at the edge.

No view holds an author or a seat. While a step is open only the number of answers leaves the server.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from werkplaats.methods.guard import may_go
from werkplaats.methods.parts import Step
from werkplaats.methods.reading import reading_line
from werkplaats.methods.recipe import Recipe
from werkplaats.methods.texts import screen_text, texts

from .state import Piece, State

WIDE = ("room", "region", "everyone")
VOTERS = 3


@dataclass(frozen=True)
class Plan:
    """What does not change while a session runs, but for blocks that are put in."""

    id: str
    theme: str
    code: str
    url: str
    recipe: Recipe
    municipal: bool = False
    rehearsal: bool = False


def room_view(state: State, plan: Plan, landscape: dict | None = None) -> dict[str, Any]:
    """What every phone and the wall may know."""
    step = _step(state, plan)
    return {
        "session": {
            "id": plan.id,
            "theme": plan.theme,
            "code": plan.code,
            "municipal": plan.municipal,
            "rehearsal": plan.rehearsal,
            "tables": state.tables,
            "url": plan.url,
        },
        "state": state.name,
        "step": _shown_step(state, plan, step) if step else None,
        "phases": [{"n": step.n, "title": step.title, "phase": step.phase} for step in plan.recipe.steps],
        "answers": len(answers(state, step)) if step else 0,
        "asked": state.questions,
        "cards": {
            voice: {"step": piece.step, "kind": piece.input, "at": at}
            for voice, at in state.shown.items()
            if (piece := state.pieces.get(voice)) and on_wall(state, piece)
        },
        "statements": _statements(state),
        "results": _results(state, step) if step and state.closed(step.n) else None,
        "chosen": _chosen(state, plan),
        "shows": state.shows,
        "landscape": landscape if state.shows == "landscape" else None,
    }


def table_view(state: State, plan: Plan, number: int) -> dict[str, Any]:
    """What the phones at one table may know besides the room."""
    here = [piece for piece in state.pieces.values() if piece.table == number and piece.level not in ("me", "teller")]
    step = _step(state, plan)
    return {
        "number": number,
        "seats": sum(chair.table == number for chair in state.seats.values()),
        "stories": {
            piece.voice: {"name": piece.named or None, "about": piece.about or None}
            for piece in here
            if piece.input == "story"
        },
        "cards": {
            piece.voice: {"step": piece.step, "rests_on": list(piece.rests_on)}
            for piece in here
            if piece.input == "card" and piece.voice not in state.hidden
        },
        "recommendation": _recommendation(state, number, step),
        "commitments": {
            piece.voice: {"name": piece.named or None, "due": piece.due}
            for piece in here
            if piece.input == "commitment" and piece.level == "table"
        },
    }


def console_view(state: State, plan: Plan, landscape: dict | None = None) -> dict[str, Any]:
    """What the facilitator may know besides the room: no table words, nobody's name."""
    step = _step(state, plan)
    wide = [piece for piece in state.pieces.values() if for_room(piece) and not superseded(state, piece)]
    answered = answers(state, step) if step else set()
    talking = sum(chair.talks_only for chair in state.seats.values())
    return {
        "doors": state.doors_at is not None,
        "seats": {
            "phones": len(state.seats) - talking,
            "paper": sum(paper for paper, _ in state.counted.values()),
            "talking": talking + sum(talking for _, talking in state.counted.values()),
        },
        "tables": [_table(state, number, answered) for number in range(1, state.tables + 1)],
        "waiting": {
            piece.voice: _listed(piece)
            for piece in wide
            if piece.voice not in state.shown and piece.voice not in state.hidden
        },
        "shown": {piece.voice: _listed(piece) | {"hidden": False} for piece in wide if piece.voice in _on_wall(state)},
        "hidden": {piece.voice: _listed(piece) | {"hidden": True} for piece in wide if piece.voice in state.hidden},
        "statements": list(_statements(state)),
        "weighed": {
            "people": len({author for marks in state.weighed.values() for author in marks}),
            "answers": sum(len(marks) for marks in state.weighed.values()),
        },
        "votes_in": len(state.voted.get(state.step, {})),
        "late": state.late,
        "guard": guard(state, plan),
        "promotable": [
            piece.voice
            for piece in wide
            if piece.input == "card" and piece.voice in _on_wall(state) and piece.voice not in state.statements
        ],
        "candidates": _candidates(state, wide),
        "landscape": landscape,
    }


def _step(state: State, plan: Plan) -> Step | None:
    return plan.recipe.step(state.step) if state.step else None


def _shown_step(state: State, plan: Plan, step: Step) -> dict[str, Any]:
    left = state.paused_left
    return step.public() | {
        "index": step.n,
        "total": len(plan.recipe.steps),
        "ends_at": state.ends_at.isoformat() if state.ends_at and left is None else None,
        "left_s": round(left.total_seconds()) if left is not None else None,
        "open": state.open,
        "stage": "open" if state.open else "closed",
        "phones": state.phones and step.input.asks,
        "reading": reading_line(step.input),
    }


def answers(state: State, step: Step) -> set[str]:
    """Who answered this step in time: authors, or tables when a table answers together."""
    given = [piece for piece in state.pieces.values() if piece.step == step.n and not piece.late]
    if step.input.per_group:
        return {str(piece.table) for piece in given if piece.input == step.input.kind}
    authors = {piece.author for piece in given if piece.input == step.input.kind}
    for (number, _), marks in state.placed.items():
        if number == step.n:
            authors |= _in_time(marks)
    authors |= _in_time(state.voted.get(step.n, {}))
    return authors | {author for author, number in state.weigh_step.items() if number == step.n}


def _in_time(marks: dict) -> set[str]:
    return {author for author, mark in marks.items() if not mark.late}


def for_room(piece: Piece) -> bool:
    """Whether this was given to the room. What was told at a table and may be read wider later, is not."""
    return piece.level == "room" or (piece.level in WIDE and piece.given in WIDE)


def on_wall(state: State, piece: Piece) -> bool:
    """Whether the room may see this piece now: shown, not hidden, still that wide."""
    return (
        piece.voice in state.shown
        and piece.voice not in state.hidden
        and for_room(piece)
        and not superseded(state, piece)
    )


def _on_wall(state: State) -> set[str]:
    return {piece.voice for piece in state.pieces.values() if on_wall(state, piece)}


def superseded(state: State, piece: Piece) -> bool:
    """A table has one recommendation per step: the last."""
    return (
        piece.input == "recommendation"
        and piece.per_group
        and state.recommendations.get((piece.step, piece.table)) != piece.voice
    )


def _statements(state: State) -> dict[str, dict]:
    on = _on_wall(state)
    return {voice: {"at": at} for at, voice in enumerate(state.statements) if voice in on}


def _results(state: State, step: Step) -> dict[str, Any] | None:
    kind = step.input.kind
    if kind == "vote":
        return _order(state, step)
    if kind not in ("triad", "scale"):
        return None
    in_time = {
        row: sorted(mark.value for mark in marks.values() if not mark.late and mark.value is not None)
        for (number, row), marks in state.placed.items()
        if number == step.n
    }
    dots = {row: values for row, values in in_time.items() if len(values) >= texts().min_people}
    if not dots:
        return _too_few(step)
    if kind == "triad":
        return {"step": step.n, "kind": kind, "corners": list(step.input.corners), "dots": dots[""]}
    ends = {"step": step.n, "kind": kind, "left": step.input.left or None, "right": step.input.right or None}
    return ends | ({"dots": dots[""]} if "" in dots else {"rows": dots})


def _order(state: State, step: Step) -> dict[str, Any]:
    marks = [mark for mark in state.voted.get(step.n, {}).values() if not mark.late]
    if len(marks) < VOTERS:
        return _too_few(step)
    picked = Counter(pick for mark in marks for pick in mark.value)
    on = _on_wall(state)
    order = sorted((voice for voice in picked if voice in on), key=lambda voice: (-picked[voice], state.shown[voice]))
    return {"step": step.n, "kind": "vote", "order": order}


def _chosen(state: State, plan: Plan) -> list[str]:
    """What the last vote that is over chose, surest first; empty when too few voted."""
    votes = [step for step in plan.recipe.steps if step.input.kind == "vote" and step.n in state.done]
    return _order(state, votes[-1]).get("order", []) if votes else []


def _too_few(step: Step) -> dict[str, Any]:
    return {"step": step.n, "kind": step.input.kind, "too_few": True, "text": screen_text("too_few").text}


def _recommendation(state: State, number: int, step: Step | None) -> dict[str, Any] | None:
    steps = [n for n, table in state.recommendations if table == number and (not step or n <= step.n)]
    if not steps:
        return None
    piece = state.pieces[state.recommendations[max(steps), number]]
    if piece.level not in ("table", *WIDE):
        return None
    return {"id": piece.voice, "rests_on": list(piece.rests_on), "step": piece.step}


def _table(state: State, number: int, answered: set[str]) -> dict[str, int | None]:
    chairs = {seat: chair for seat, chair in state.seats.items() if chair.table == number}
    talking = sum(chair.talks_only for chair in chairs.values())
    paper, counted_talking = state.counted.get(number, (0, 0))
    return {
        "number": number,
        "phones": len(chairs) - talking,
        "paper": paper,
        "talking": talking + counted_talking,
        "talking_by_phone": talking or None,
        "answers": len(answered & chairs.keys()) + (str(number) in answered),
    }


def _listed(piece: Piece) -> dict[str, Any]:
    return {"step": piece.step, "kind": piece.input, "at": piece.at, "flag": "late" if piece.late else None}


def _candidates(state: State, wide: Iterable[Piece]) -> list[dict[str, Any]]:
    asked = [
        {"quotation": quotation, "voice": one.voice, "start": one.start, "end": one.end, "answer": one.answer or None}
        for quotation, one in state.asked.items()
        if (piece := state.pieces.get(one.voice)) and for_room(piece) and piece.voice not in state.hidden
    ]
    known = {one["voice"] for one in asked}
    fresh = [
        {"voice": piece.voice}
        for piece in wide
        if piece.voice not in known and piece.voice in _on_wall(state) and piece.input in ("card", "story", "reason")
    ]
    return asked + fresh


def guard(state: State, plan: Plan) -> dict[str, Any]:
    """Which step comes next, and what the guard says of every step: {"next": n, "refused": {"8": {...}}}.

    The step that is open now counts as closed: going on closes it.
    """
    done = state.done | ({state.step} if state.step else set())
    total = len(plan.recipe.steps)
    refused = {}
    for step in plan.recipe.steps:
        if step.n != state.step and (no := may_go(plan.recipe, done, step.n)):
            refused[str(step.n)] = {"title": no.message, "missing": list(no.missing), "may_skip": no.may_skip}
    return {"next": state.step + 1 if state.step < total else None, "refused": refused}
