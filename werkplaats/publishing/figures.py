"""Numbers of people that may leave the room: none from one to four, and none to be found by subtraction."""

from collections.abc import Mapping

from sensemaking.small import FEWEST


def people(phones: int, without: int) -> dict[str, int] | None:
    """How many people there were: {"low", "high"}, both five or more, or None when there were too few.

    `phones`: people who joined by phone. `without`: counted by hand, on paper or talking along. Someone who was
    counted by hand may have joined later on, so the truth lies between `phones` and the sum; one figure is given
    when the difference would show fewer than five people.
    """
    high = phones + without
    if high < FEWEST:
        return None
    low = phones if phones >= FEWEST and without >= FEWEST else high
    return {"low": low, "high": high}


def counted(count: int) -> int | None:
    """A number of people, or None when it is one to four. Nobody is nobody: 0 stays 0."""
    return count if count == 0 or count >= FEWEST else None


def first_timers(yes: int, no: int, total: int) -> dict[str, int] | None:
    """How many were here for the first time since September: {"low", "high"}, the unknowns between them.

    `yes`: been here before; `no`: not yet; `total`: everyone who was there. None as soon as one of the three
    parts (yes, no, unknown) is one to four people, for each part can be found from the others.
    """
    unknown = max(0, total - yes - no)
    if no < FEWEST or counted(yes) is None or counted(unknown) is None:
        return None
    return {"low": no, "high": no + unknown}


def viewpoints(counts: Mapping[str, int]) -> dict[str, int]:
    """{viewpoint: people} from five people up. People may choose several or none, so no total gives the rest."""
    return {kind: count for kind, count in counts.items() if count >= FEWEST}
