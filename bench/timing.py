"""How long things take beside each other, on a machine that others may be using too."""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Took:
    """Processor seconds of each run: waiting for others who use the machine is left out."""

    seconds: tuple[float, ...]

    @property
    def best(self) -> float:
        return min(self.seconds)

    @property
    def median(self) -> float:
        return median(self.seconds)


def in_turns(
    things: Mapping[str, Callable[[], object]], seconds: float, least: int = 5, most: int = 60, in_a_row: int = 3
) -> dict[str, Took]:
    """Times of `things`, each `in_a_row` times and then the next, until `seconds` are over.

    The first call of each is not counted. Nothing is collected while the clock runs.
    """
    for thing in things.values():
        thing()
    took: dict[str, list[float]] = {name: [] for name in things}
    over = time.monotonic() + seconds
    rounds = 0
    while rounds < least or (rounds < most and time.monotonic() < over):
        for name, thing in things.items():
            gc.collect()
            gc.disable()
            try:
                for _ in range(in_a_row):
                    start = time.process_time()
                    thing()
                    took[name].append(time.process_time() - start)
            finally:
                gc.enable()
        rounds += 1
    return {name: Took(tuple(times)) for name, times in took.items()}
