"""Rooms as chance makes them, and how often they look as divided as the real one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.votes import Array


def shuffled_rooms(
    centred: Array, seen: NDArray[np.bool_], rooms: int, at_once: int, random: np.random.Generator
) -> Iterator[Array]:
    """`rooms` shuffles of `centred` (people x statements, 0 where not seen) in stacks of at most
    `at_once`.

    The answers to each statement move among those who saw it: every total and every gap stays,
    only what hangs together is lost.
    """
    statement, person = np.nonzero(seen.T)
    values = centred[person, statement]
    for start in range(0, rooms, at_once):
        runs = min(at_once, rooms - start)
        order = np.argsort(random.random((runs, len(values))) + statement, axis=1)
        room = np.zeros((runs, *centred.shape))
        room[:, person, statement] = values[order]
        yield room


def chance_of(between: Array) -> float:
    """How often a room stands out as much as the real one, the real one included.

    `between`: rooms x numbers of groups, how divided each room is; row 0 is the real room, -1
    where no division was found. Per number of groups a room's figure is its distance from the mean
    of all rooms in standard deviations; a room's own figure is its largest (maxT: Westfall and
    Young 1993; counting the real room: Phipson and Smyth 2010). 1 when row 0 has no division.
    """
    lowest = np.where(between > -1, between, np.inf).min(axis=0)
    usable = np.isfinite(lowest)
    if not (between[0] > -1).any():
        return 1.0
    filled = np.maximum(between, np.where(usable, lowest, -1.0))[:, usable]
    spread = filled.std(axis=0)
    standing = ((filled - filled.mean(axis=0)) / np.where(spread > 0, spread, 1.0)).max(axis=1)
    return float((standing >= standing[0] - 1e-9).mean())
