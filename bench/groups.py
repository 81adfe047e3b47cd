"""The default method with its 200 shuffles and 200 retakes: time and memory, each case in a process of its own."""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from bench import conversations
from bench.table import show
from sensemaking import Votes, landscape
from tests.sensemaking.rooms import planted_room

MEETING = "a meeting"
PROMISED = {MEETING: (2.0, 0.5), "London": (1.2, 0.3), "Bowling Green": (180.0, 60.0)}
MEMORY = 500
RUNS = {MEETING: 5, "London": 5, "Brexit": 3, "biodiversity": 1, "vTaiwan": 1, "Bowling Green": 1}


def votes(name: str) -> Votes:
    return planted_room(0, people=60, statements=60) if name == MEETING else conversations.read(name).votes


def measure(name: str) -> dict[str, object]:
    """Best processor time and what the process took at most, with Python and all libraries."""
    given = votes(name)
    took = []
    for _ in range(RUNS[name]):
        start = time.process_time()
        found = landscape(given)
        took.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    groups = "x".join(str(len(group.people)) for group in found.groups) or "none"
    return {"size": "{} x {}".format(*given.matrix.shape), "seconds": min(took), "peak": peak, "groups": groups}


def main() -> None:
    rows = []
    for name in RUNS:
        print(f"default method: {name} ...", file=sys.stderr, flush=True)
        told = subprocess.run(
            [sys.executable, "-m", "bench.groups", name],
            cwd=Path(__file__).parents[1],
            capture_output=True,
            text=True,
            check=True,
        )
        figures = json.loads(told.stdout)
        promised, hoped = PROMISED.get(name, (0.0, 0.0))
        rows.append(
            [
                f"{name}, {figures['size']}",
                f"{figures['seconds']:.2f} s",
                f"{promised:g} / {hoped:g} s" if promised else "",
                f"{promised / figures['seconds']:.1f}" if promised else "",
                f"{figures['peak']:.0f} MB",
                f"{figures['peak'] / MEMORY:.2f}",
                figures["groups"],
            ]
        )
    show(
        "The default method: 200 shuffles, 200 retakes, one core",
        ["people x statements", "took", "promised / hoped", "promised / took", "most memory", f"of {MEMORY}", "groups"],
        rows,
        "Memory: the whole process, Python and all libraries with it.",
    )


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1])))
