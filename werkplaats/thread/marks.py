"""Where a page says "Hier heeft iemand inbreng teruggenomen". Computed, never stored; no date, no name."""

from collections.abc import Iterable
from uuid import UUID

from werkplaats.voices.models import Withdrawal

from .weave import Step, down

ENOUGH = 5


def marks(knots: Iterable[UUID]) -> set[UUID]:
    """The knots to mark: a voice under them was taken back, and at least five rested there, so it tells nobody who."""
    wanted = set(knots)
    steps = down(wanted)
    voices = {step.voice for step in steps if step.voice}
    withdrawn = set(Withdrawal.objects.filter(voice__in=voices).values_list("voice", flat=True)) if voices else set()
    if not withdrawn:
        return set()
    return {knot for knot in wanted if _marked(_voices_under(knot, steps), withdrawn)}


def _marked(voices: set[UUID], withdrawn: set[UUID]) -> bool:
    return len(voices) >= ENOUGH and bool(voices & withdrawn)


def _voices_under(knot: UUID, steps: Iterable[Step]) -> set[UUID]:
    below: dict[UUID, list[Step]] = {}
    for step in steps:
        below.setdefault(step.upper, []).append(step)
    seen, waiting, voices = set(), [knot], set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        for step in below.get(one, ()):
            if step.voice:
                voices.add(step.voice)
            if step.lower:
                waiting.append(step.lower)
    return voices
