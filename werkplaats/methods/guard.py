"""The guard on an evening: sharing closes before interpreting opens, nothing is done before it is understood.

It holds per round. Passing it asks for a reason, and the reason is kept by who asks this.
"""

from collections.abc import Set
from dataclasses import dataclass

from werkplaats.methods.codes import GUARDED, LAST, PHASES, dutch
from werkplaats.methods.parts import Step
from werkplaats.methods.recipe import Recipe


@dataclass(frozen=True)
class Refusal:
    """Why a step may not open now. `missing` are the steps to do first.

    kind: unknown (no such step; no reason helps), too_early (steps before it are open),
    reopens (a later phase of this round already began).
    """

    kind: str
    to: int
    message: str
    missing: tuple[int, ...] = ()

    @property
    def may_skip(self) -> bool:
        """Whether a reason opens the step anyway."""
        return self.kind != "unknown"


def may_go(recipe: Recipe, done: Set[int], to: int) -> Refusal | None:
    """None when step `to` may open. `done` are the steps that were closed, or skipped with a reason."""
    if not 1 <= to <= len(recipe.steps):
        return Refusal("unknown", to, f"Onderdeel {to} is er niet. Er zijn {len(recipe.steps)} onderdelen.")
    step = recipe.step(to)
    missing = tuple(other.n for other in recipe.steps if other.n not in done and _comes_first(other, step))
    if missing:
        return Refusal("too_early", to, _too_early(recipe, step, missing), missing)
    if any(other.n in done and _comes_first(step, other) for other in recipe.steps if other.n != to):
        return Refusal("reopens", to, _reopens(step))
    return None


def _comes_first(first: Step, then: Step) -> bool:
    """Whether `first` must be closed before `then` may open."""
    if first.phase not in GUARDED:
        return False
    if then.phase in LAST:
        return True
    if then.phase not in GUARDED:
        return False
    if first.round != then.round:
        return first.round < then.round
    return GUARDED.index(first.phase) < GUARDED.index(then.phase)


def _too_early(recipe: Recipe, step: Step, missing: tuple[int, ...]) -> str:
    word = dutch(PHASES, step.phase)
    if len(missing) == 1:
        still_open = f"onderdeel {missing[0]} '{recipe.step(missing[0]).title}' is nog open"
    else:
        numbers = ", ".join(str(n) for n in missing[:-1])
        still_open = f"de onderdelen {numbers} en {missing[-1]} zijn nog open"
    return f"Nog niet {word}: {still_open}. Wil je toch verder? Kies waarom."


def _reopens(step: Step) -> str:
    word = dutch(PHASES, step.phase)
    return f"Het {word} is al dicht. Wil je toch terug? Kies waarom."
