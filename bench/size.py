"""Cost against the number of people and of statements, written down and drawn in docs/statistics."""

import csv
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.picture import Cost, draw
from bench.table import ms, show
from sensemaking import Votes, landscape, polis
from tests.sensemaking.rooms import planted_room

FOLDER = Path(__file__).parents[1] / "docs" / "statistics"
DATA, PICTURE = FOLDER / "speed.csv", FOLDER / "speed.svg"
AT = 60
PEOPLE = (15, 30, 60, 120, 250, 500, 1000, 2000, 4000)
STATEMENTS = (10, 20, 40, 60, 120, 250, 500, 1000)
METHODS: dict[str, Callable[[Votes], object]] = {"polis": polis, "default": landscape}


def measure() -> Iterator[Cost]:
    sizes = [(people, AT) for people in PEOPLE] + [(AT, statements) for statements in STATEMENTS if statements != AT]
    for people, statements in sizes:
        room = planted_room(0, people=people, statements=statements)
        for name, method in METHODS.items():
            print(f"{name}: {people} x {statements} ...", file=sys.stderr, flush=True)
            yield Cost(name, people, statements, _best(method, room))


def _best(method: Callable[[Votes], object], room: Votes, longest: float = 2.0) -> float:
    """The least processor time of several runs, fewer when one takes long."""
    took: list[float] = []
    while len(took) < 2 or (len(took) < 30 and sum(took) < longest):
        start = time.process_time()
        method(room)
        took.append(time.process_time() - start)
    return min(took)


def write(costs: list[Cost]) -> None:
    with DATA.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(["method", "people", "statements", "seconds"])
        lines.writerows([one.method, one.people, one.statements, f"{one.seconds:.6f}"] for one in costs)


def read() -> list[Cost]:
    with DATA.open(encoding="utf-8", newline="") as file:
        return [
            Cost(row["method"], int(row["people"]), int(row["statements"]), float(row["seconds"]))
            for row in csv.DictReader(file)
        ]


def main() -> None:
    write(list(measure()))
    costs = read()
    PICTURE.write_text(draw(costs, AT), encoding="utf-8")
    rows = []
    for people, statements in sorted({(one.people, one.statements) for one in costs}):
        took = {one.method: one.seconds for one in costs if (one.people, one.statements) == (people, statements)}
        rows.append([f"{people} x {statements}", ms(took["polis"]), ms(took["default"])])
    show(
        "Cost against size, milliseconds",
        ["people x statements", "the method of Polis", "the default method"],
        rows,
        f"Written to {DATA.relative_to(FOLDER.parents[1])}, drawn in {PICTURE.relative_to(FOLDER.parents[1])}.",
    )
