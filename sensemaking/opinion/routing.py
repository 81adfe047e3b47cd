"""Which statement to ask on a phone next: fair to new statements first, then what tells most."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from zlib import crc32

import numpy as np

from sensemaking.opinion.votes import AGREE, PASS, Array, Id, Votes
from sensemaking.small import FEWEST

DOUBT = 2.0


def next_statement(
    votes: Votes, person: Id, *, authors: Mapping[Id, Collection[Id]] | None = None, seed: int = 0
) -> Id | None:
    """The first of `order`; None when nothing is left to ask this person."""
    waiting = order(votes, person, authors=authors, seed=seed)
    return waiting[0] if waiting else None


def order(
    votes: Votes, person: Id, *, authors: Mapping[Id, Collection[Id]] | None = None, seed: int = 0
) -> tuple[Id, ...]:
    """Every statement that may still be asked of this person, the one to ask first in front.

    Never one the person answered (a pass is an answer), one the person wrote (`authors`: per
    statement who wrote it) or a moderated one. `person` need not be in `votes`. First come
    statements that fewer than five people weighed, the least weighed in front. Then the one whose
    answer tells most: p (1 - p) / (n + 3)^2, what one answer more is expected to take off the
    variance of its share of agrees; n people weighed it, p is the chance that this person agrees,
    by the answers of the people who answered alike. Equal ones are mixed by `seed` and person.
    """
    votes = votes.sorted()
    wrote = {statement for statement, people in (authors or {}).items() if person in people}
    row = votes.people.index(person) if person in votes.people else None
    given = np.full(len(votes.statements), np.nan) if row is None else votes.matrix[row]
    others = votes.matrix if row is None else np.delete(votes.matrix, row, axis=0)
    weighed = votes.seen.sum(axis=0)
    agrees = chance_of_agreeing(others, given)
    tells = agrees * (1 - agrees) / (weighed + 3.0) ** 2
    mixed = np.random.default_rng([seed, crc32(str(person).encode())]).permutation(len(votes.statements))
    ranked = sorted(
        (j for j, statement in enumerate(votes.statements) if _may_be_asked(votes, given, statement, j, wrote)),
        key=lambda j: (min(int(weighed[j]), FEWEST), -round(float(tells[j]), 12), mixed[j]),
    )
    return tuple(votes.statements[j] for j in ranked)


def chance_of_agreeing(others: Array, given: Array) -> Array:
    """Per statement the chance that someone who gave these answers agrees with it, 0-1.

    `others`: people x statements; `given`: statements; NaN = not seen. A weighted share of
    agrees: each of the others weighs as much as they answered alike (the mean product of the
    answers both gave, drawn to 0 as by two more), the whole room (with one agree and one other
    answer more) weighs as two.
    """
    seen, answered = ~np.isnan(others), ~np.isnan(given)
    values, own = np.where(seen, others, PASS), np.where(answered, given, PASS)
    alike = np.maximum(0.0, (values @ own) / (seen @ answered.astype(float) + DOUBT))
    agree = others == AGREE
    room = (agree.sum(axis=0) + 1) / (seen.sum(axis=0) + 2)
    return np.asarray((alike @ agree + DOUBT * room) / (alike @ seen + DOUBT))


def _may_be_asked(votes: Votes, given: Array, statement: Id, column: int, wrote: set[Id]) -> bool:
    return bool(np.isnan(given[column])) and statement not in wrote and statement not in votes.moderated_out
