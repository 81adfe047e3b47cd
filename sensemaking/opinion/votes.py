"""What people answered to statements: the one input of the engine."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Id = Hashable
Array = NDArray[np.float64]

AGREE, DISAGREE, PASS = 1, -1, 0


class VotesError(ValueError):
    """The votes are not usable; the message names the row and the column."""


def in_order(ids: Iterable[Id]) -> list[int]:
    """Positions that put ids in their own order: whole numbers first, then everything else as text."""
    listed = list(ids)
    numbers = [one for one in listed if isinstance(one, int | np.integer)]
    if len(numbers) == len(listed):
        return sorted(range(len(numbers)), key=lambda position: int(numbers[position]))

    def key(position: int) -> tuple[int, int, str, str]:
        one = listed[position]
        if isinstance(one, int | np.integer):
            return (0, int(one), "", "")
        return (1, 0, str(one), type(one).__name__)

    return sorted(range(len(listed)), key=key)


@dataclass(frozen=True, eq=False)
class Votes:
    """Votes of people (rows) on statements (columns).

    `matrix`: float, people x statements; 1 agree, -1 disagree, 0 pass ("weet ik nog niet"),
    NaN not seen. `people`, `statements`: unique ids, one per row and per column.
    `moderated_out`: ids of statements that were taken out of the conversation.
    Raises VotesError, naming row and column, when the parts do not fit.
    """

    matrix: Array
    people: tuple[Id, ...]
    statements: tuple[Id, ...]
    moderated_out: frozenset[Id] = frozenset()

    def __post_init__(self) -> None:
        try:
            matrix = np.array(self.matrix, dtype=np.float64)
        except (TypeError, ValueError) as error:
            raise VotesError(f"the matrix is not a table of numbers: {error}") from error
        people, statements = tuple(self.people), tuple(self.statements)
        if matrix.shape != (len(people), len(statements)):
            raise VotesError(
                f"the matrix has shape {matrix.shape}, expected {len(people)} people x {len(statements)} statements"
            )
        _refuse_twice("row", "person", people)
        _refuse_twice("column", "statement", statements)
        bad = ~(np.isnan(matrix) | np.isin(matrix, (AGREE, DISAGREE, PASS)))
        if bad.any():
            row, column = (int(i) for i in np.argwhere(bad)[0])
            raise VotesError(
                f"row {row} (person {people[row]!r}), column {column} (statement "
                f"{statements[column]!r}): {matrix[row, column]:g} is no vote, expected 1, 0, -1 or NaN"
            )
        unknown = frozenset(self.moderated_out) - set(statements)
        if unknown:
            first = min(unknown, key=str)
            raise VotesError(f"moderated_out names statement {first!r}, which is not a column")
        matrix.flags.writeable = False
        object.__setattr__(self, "matrix", matrix)
        object.__setattr__(self, "people", people)
        object.__setattr__(self, "statements", statements)
        object.__setattr__(self, "moderated_out", frozenset(self.moderated_out))

    @classmethod
    def of(
        cls,
        casts: Iterable[tuple[Id, Id, int]],
        *,
        people: Sequence[Id] = (),
        statements: Sequence[Id] = (),
        moderated_out: Collection[Id] = (),
    ) -> Votes:
        """Votes from single casts (person, statement, 1/0/-1) in time order: the last one wins.

        People and statements named beforehand keep their place, also without votes;
        others are added in order of appearance.
        """
        rows = {person: i for i, person in enumerate(people)}
        columns = {statement: j for j, statement in enumerate(statements)}
        last: dict[tuple[int, int], float] = {}
        for person, statement, vote in casts:
            at = (rows.setdefault(person, len(rows)), columns.setdefault(statement, len(columns)))
            last[at] = float(vote)
        matrix = np.full((len(rows), len(columns)), np.nan)
        for at, value in last.items():
            matrix[at] = value
        return cls(matrix, tuple(rows), tuple(columns), frozenset(moderated_out))

    def sorted(self) -> Votes:
        """The same votes with rows and columns in the order of their ids."""
        rows, columns = in_order(self.people), in_order(self.statements)
        if rows == list(range(len(rows))) and columns == list(range(len(columns))):
            return self
        return Votes(
            self.matrix[np.ix_(rows, columns)],
            tuple(self.people[i] for i in rows),
            tuple(self.statements[j] for j in columns),
            self.moderated_out,
        )

    @property
    def seen(self) -> NDArray[np.bool_]:
        """People x statements: True where there is a vote, a pass included."""
        return ~np.isnan(self.matrix)


def _refuse_twice(axis: str, kind: str, ids: tuple[Id, ...]) -> None:
    first: dict[Id, int] = {}
    for position, one in enumerate(ids):
        if one in first:
            raise VotesError(f"{axis} {position}: {kind} {one!r} is already {axis} {first[one]}")
        first[one] = position
