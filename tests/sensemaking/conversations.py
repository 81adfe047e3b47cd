"""The five public conversations, read once."""

import json
from functools import cache
from pathlib import Path

from sensemaking import polis
from sensemaking.faces.reading_polis import read_polis

DATA = Path(__file__).parents[1] / "data" / "polis"
LONDON = "london.youth.policing"
BREXIT = "brexit-consensus"
BIODIVERSITY = "scoop-hivemind.biodiversity"
VTAIWAN = "vtaiwan.uberx"
BOWLING_GREEN = "american-assembly.bowling-green"
ALL = (LONDON, BREXIT, BIODIVERSITY, VTAIWAN, BOWLING_GREEN)


@cache
def conversation(name):
    return read_polis(DATA / name)


@cache
def as_polis(name):
    """What `polis` finds in it."""
    export = conversation(name)
    return polis(export.votes, meta=export.meta)


@cache
def golden(name):
    """What red-dwarf 0.4.0 found in it."""
    return json.loads((DATA / "golden" / f"{name}.json").read_text(encoding="utf-8"))
