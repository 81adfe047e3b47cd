"""The five public conversations."""

from pathlib import Path

from sensemaking.faces.reading_polis import PolisExport, read_polis

DATA = Path(__file__).parents[1] / "tests" / "data" / "polis"
NAMES = {
    "London": "london.youth.policing",
    "Brexit": "brexit-consensus",
    "biodiversity": "scoop-hivemind.biodiversity",
    "vTaiwan": "vtaiwan.uberx",
    "Bowling Green": "american-assembly.bowling-green",
}


def read(name: str) -> PolisExport:
    return read_polis(DATA / NAMES[name])


def size(export: PolisExport) -> str:
    people, statements = export.votes.matrix.shape
    return f"{people} x {statements}"
