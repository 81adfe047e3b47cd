"""Which statements a phone puts to its person next: what fewest people weighed first, never one's own.

While the step is open nothing of what was answered leaves the server, not even as an order. So the engine is given
every answer as a pass: it sees how often a statement was weighed, not how.
"""

from sensemaking.opinion.routing import order
from sensemaking.opinion.votes import PASS, Id, Votes

from .running import Running, Sitter
from .state import State
from .view import on_wall


def to_ask(running: Running, sitter: Sitter) -> list[str]:
    """Ids of the statements that may still be asked of this person, the one to ask first in front; empty when no
    statements are weighed now.

    Equal ones lie in another order for each person. A card that a table made together is of the table, one that was
    given unlinked of nobody: these may be asked of whoever typed them.
    """
    state = running.state
    step = running.recipe.step(state.step) if state.open else None
    if step is None or step.input.kind != "weigh":
        return []
    person = running.author(sitter, step.n, step.input.attribution)
    own: dict[Id, list[Id]] = {
        voice: [person]
        for voice, piece in list(state.pieces.items())
        if piece.author == sitter.seat and not piece.per_group
    }
    asked = order(how_often(state), person, authors=own, seed=running.uuid.int % 2**32)
    return [str(statement) for statement in asked]


def how_often(state: State) -> Votes:
    """Who weighed which standing statement, each answer a pass. The event loop may write while this reads."""
    standing = [one for one in list(state.statements) if (piece := state.pieces.get(one)) and on_wall(state, piece)]
    known = set(standing)
    return Votes.of(
        (
            (author, statement, PASS)
            for statement, marks in list(state.weighed.items())
            if statement in known
            for author in list(marks)
        ),
        statements=standing,
    )
