"""What the facilitator does: each command checked against the state and turned into entries of the log."""

import random
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from werkplaats.methods.guard import may_go
from werkplaats.methods.nodes import RecipeError

from .doors import reason_of
from .give import uuid_of
from .log import Entry
from .problem import Problem
from .running import Running
from .view import for_room, on_wall

SHOWS = ("step", "cards", "results", "landscape")
CHOOSING = ("vote", "weigh")
SKIPPING = ("too_little_time", "group_wants_on", "done_before", "other")
MOST_MINUTES = 60
MOST_CARDS = 200
MOST_PEOPLE = 200


def entries(command: Mapping[str, Any], running: Running) -> list[Entry]:
    """The entries of one command, its own uuid on the last. Raises Problem with a Dutch sentence."""
    uuid = uuid_of(command.get("uuid"), "uuid")
    do = command.get("do")
    make = COMMANDS.get(do) if isinstance(do, str) else None
    if make is None:
        raise Problem(422, _("Deze opdracht kennen we niet."), "do")
    if running.state.ended_at and do not in AFTERWARDS:
        raise Problem(409, _("De avond is afgelopen."))
    return make(uuid, command, running)


def _one(uuid: UUID, kind: str, payload: dict[str, Any] | None = None) -> list[Entry]:
    return [Entry(uuid, kind, payload or {}, "console")]


def _number(command: Mapping[str, Any], key: str, least: int, most: int) -> int:
    value = command.get(key)
    if type(value) is not int or not least <= value <= most:
        title = _("Kies een getal van %(least)d tot en met %(most)d.") % {"least": least, "most": most}
        raise Problem(422, title, key)
    return value


def _step(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    """Closes what is open and opens step n. The guard asks for a reason when something would be passed over."""
    state, recipe = running.state, running.recipe
    n = _number(command, "n", 1, len(recipe.steps))
    if n == state.step and state.open:
        raise Problem(409, _("Dit onderdeel is al open."), "n")
    made = []
    done = set(state.done)
    if state.step:
        done.add(state.step)
        if n != state.step and state.step not in state.done:
            made.append(Entry(uuid5(uuid, "closed"), "closed", {"n": state.step}, "console"))
    if n != state.step and (refusal := may_go(recipe, done, n)):
        reason = command.get("reason")
        if not refusal.may_skip or not reason:
            raise Problem(409, refusal.message, "reason")
        if reason not in SKIPPING:
            raise Problem(422, _("Kies een van de redenen."), "reason")
        skipped = {"from": state.step, "to": n, "reason": reason, "steps": list(refusal.missing)}
        made.append(Entry(uuid5(uuid, "skipped"), "skipped", skipped, "console"))
    step = recipe.step(n)
    opened: dict[str, Any] = {"n": n, "minutes": step.minutes}
    if step.input.kind in CHOOSING:
        opened["shows"] = "cards"
    return [*made, Entry(uuid, "step", opened, "console")]


def _close(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    if not running.state.open:
        raise Problem(409, _("Er is geen onderdeel open."))
    return _one(uuid, "closed", {"n": running.state.step})


def _pause(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    if running.state.name != "running":
        raise Problem(409, _("Er loopt nu geen onderdeel."))
    return _one(uuid, "paused")


def _resume(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    if running.state.name != "paused":
        raise Problem(409, _("Het is nu geen pauze."))
    return _one(uuid, "resumed")


def _extend(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    if not running.state.step:
        raise Problem(409, _("Er loopt nu geen onderdeel."))
    return _one(uuid, "extended", {"minutes": _number(command, "minutes", 1, MOST_MINUTES)})


def _phones(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    if type(command.get("on")) is not bool:
        raise Problem(422, _("Kies: telefoons aan of uit."), "on")
    return _one(uuid, "phones", {"on": command["on"]})


def _voices(command: Mapping[str, Any]) -> list[str]:
    voices = command.get("voices")
    if not isinstance(voices, list) or not voices or len(voices) > MOST_CARDS:
        raise Problem(422, _("Kies een of meer kaarten."), "voices")
    return [str(uuid_of(voice, "voices")) for voice in voices]


def _show(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    """A batch of cards goes to the wall, shuffled: the order tells nobody who was first."""
    pieces = running.state.pieces
    voices = [voice for voice in _voices(command) if voice in pieces and for_room(pieces[voice])]
    if not voices:
        raise Problem(409, _("Deze kaarten zijn er niet meer."), "voices")
    random.SystemRandom().shuffle(voices)
    return _one(uuid, "showed", {"voices": voices})


def _hide(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    voice = str(uuid_of(command.get("voice"), "voice"))
    if voice not in running.state.pieces:
        raise Problem(409, _("Deze kaart is er niet meer."), "voice")
    return _one(uuid, "hid", {"voice": voice})


def _promote(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    state = running.state
    voices = [
        voice
        for voice in dict.fromkeys(_voices(command))
        if (piece := state.pieces.get(voice)) and piece.input == "card" and on_wall(state, piece)
    ]
    if not voices:
        raise Problem(409, _("Alleen kaarten op het grote scherm kunnen een stelling worden."), "voices")
    return _one(uuid, "promoted", {"voices": voices})


def _insert(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    """Puts a building block in, not before what has been."""
    after = _number(command, "after", running.state.step, len(running.recipe.steps))
    block = command.get("block")
    try:
        running.recipe.with_block(str(block), after)
    except (RecipeError, KeyError) as error:
        raise Problem(409, reason_of(error), "block") from None
    return _one(uuid, "inserted", {"block": block, "after": after})


def _wall(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    if command.get("shows") not in SHOWS:
        raise Problem(422, _("Kies wat het grote scherm laat zien."), "shows")
    if command["shows"] == "landscape" and not running.weighing_closed:
        raise Problem(409, _("Het beeld van de zaal komt als het wegen dicht is."), "shows")
    if command["shows"] == "landscape" and running.landscape is None:
        title = _("Het beeld van de zaal wordt nog getekend. Probeer het zo nog eens.")
        raise Problem(503, title, "shows", retry_after=1)
    return _one(uuid, "wall", {"shows": command["shows"]})


def _count(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    counted = {key: _number(command, key, 0, MOST_PEOPLE) for key in ("paper", "talking")}
    return _one(uuid, "counted", {"table": _number(command, "table", 1, running.state.tables), **counted})


def _end(uuid: UUID, command: Mapping[str, Any], running: Running) -> list[Entry]:
    state = running.state
    closing = [Entry(uuid5(uuid, "closed"), "closed", {"n": state.step}, "console")] if state.open else []
    return closing + _one(uuid, "ended")


COMMANDS: dict[str, Callable[[UUID, Mapping[str, Any], Running], list[Entry]]] = {
    "step": _step,
    "close": _close,
    "pause": _pause,
    "resume": _resume,
    "extend": _extend,
    "phones": _phones,
    "show": _show,
    "hide": _hide,
    "promote": _promote,
    "insert": _insert,
    "wall": _wall,
    "count": _count,
    "end": _end,
}
AFTERWARDS = ("hide", "wall", "show")
