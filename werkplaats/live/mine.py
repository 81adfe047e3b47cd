"""What one person gave this evening, with the words: for the phone of that person alone."""

from typing import Any
from uuid import UUID

from werkplaats.people.viewer import Role, Viewer
from werkplaats.voices import door
from werkplaats.voices.models import Consent, Quotation, Voice

from .asking import to_ask
from .running import Running, Sitter
from .state import State


def mine(running: Running, sitter: Sitter) -> dict[str, Any]:
    """Needs the database, so it runs in a thread: it reads copies, the event loop may write to the state.

    Words the giver took back are absent.
    """
    state = running.state
    own = [piece for piece in list(state.pieces.values()) if piece.author == sitter.seat]
    wanted = [UUID(piece.voice) for piece in own] + ([sitter.name] if sitter.name else [])
    viewer = Viewer(role=Role.GIVER, person=sitter.person, network=running.network)
    words = door.words_of(wanted, viewer) if wanted else {}
    levels = dict(Voice.objects.filter(pk__in=wanted).values_list("pk", "level"))
    asked: dict[UUID, list[dict[str, Any]]] = {}
    for one in Quotation.objects.filter(voice__in=wanted).order_by("asked_at"):
        found = {"quotation": str(one.pk), "start": one.start, "end": one.end, "answer": one.answer or None}
        asked.setdefault(one.voice_id, []).append(found)
    uses: dict[UUID, dict[str, bool]] = {}
    for voice_id, use, yes in (
        Consent.objects.filter(voice__in=wanted).order_by("pk").values_list("voice", "use", "yes")
    ):
        uses.setdefault(voice_id, {})[use] = yes
    return {
        "pieces": [
            {
                "voice": piece.voice,
                "uuid": piece.uuid,
                "kind": piece.input,
                "step": piece.step,
                "words": words[voice],
                "level": levels[voice],
                "table": piece.table,
                "together": piece.per_group,
                "due": piece.due or None,
                "rests_on": list(piece.rests_on),
                "hidden": piece.voice in state.hidden,
                "late": piece.late,
                "asked": asked.get(voice, []),
                "uses": uses.get(voice, {}),
            }
            for piece in own
            if (voice := UUID(piece.voice)) in words
        ],
        "answers": _answers(running, sitter, state),
        "ask": to_ask(running, sitter),
        "table": state.seats[sitter.seat].table if sitter.seat in state.seats else None,
        "name": door.text(words[sitter.name]) if sitter.name in words else "",
        "talks_only": sitter.talks_only,
    }


def _answers(running: Running, sitter: Sitter, state: State) -> dict[str, Any]:
    """{"4": {"at": ...} or {"rows": {row: {"at": ...}}} or {"picks": [...]}, "weighed": {statement: answer}}."""
    found: dict[str, Any] = {"weighed": {}}
    for (step, row), marks in list(state.placed.items()):
        if mark := marks.get(_author(running, sitter, step)):
            if row:
                found.setdefault(str(step), {"rows": {}})["rows"][row] = {"at": mark.value}
            else:
                found[str(step)] = {"at": mark.value}
    for step, marks in list(state.voted.items()):
        if mark := marks.get(_author(running, sitter, step)):
            found[str(step)] = {"picks": list(mark.value)}
    for statement, marks in list(state.weighed.items()):
        if mark := marks.get(sitter.seat):
            found["weighed"][statement] = mark.value
    return found


def _author(running: Running, sitter: Sitter, step: int) -> str:
    return running.author(sitter, step, running.recipe.step(step).input.attribution)
