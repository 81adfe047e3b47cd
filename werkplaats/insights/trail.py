"""Waar rust dit op: from a knot down to cards and people's stories, as numbers and permitted words only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sensemaking.small import figure_may_leave
from werkplaats.thread.marks import marks
from werkplaats.thread.models import Knot
from werkplaats.thread.weave import Step, down
from werkplaats.voices.models import Level, Voice

STORY = "story"


@dataclass(frozen=True)
class Trail:
    """What one knot rests on. `insights`: knot ids. `cards`, `people`: how many; None is "fewer than five people".

    Cards that a table wrote together are counted as they are; a card of one person counts as that person.
    `stories`: ids of the standing stories under it, for whoever asks the door. `gone`: somebody took words back,
    and at least five voices rested here.
    """

    insights: tuple[UUID, ...] = ()
    cards: int | None = 0
    people: int | None = 0
    stories: tuple[UUID, ...] = ()
    gone: bool = False

    @property
    def rests(self) -> bool:
        return bool(self.insights) or self.cards != 0 or self.people != 0


def trails(knots: Iterable[UUID]) -> dict[UUID, Trail]:
    """{knot: Trail} for each of these knots, in a fixed number of queries."""
    roots = list(dict.fromkeys(knots))
    if not roots:
        return {}
    steps = down(roots)
    under = defaultdict(list)
    for step in steps:
        under[step.upper].append(step)
    lowers = {step.lower for step in steps if step.lower}
    kinds = dict(Knot.objects.filter(pk__in=lowers).values_list("pk", "kind"))
    standing = {
        voice.pk: voice
        for voice in Voice.objects.standing()
        .exclude(level=Level.ME)
        .filter(pk__in={step.voice for step in steps if step.voice})
        .only("pk", "kind", "giver_id", "together_id")
    }
    marked = marks(roots)
    return {root: _trail(root, under, kinds, standing, root in marked) for root in roots}


def _trail(root: UUID, under: dict[UUID, list[Step]], kinds: dict, standing: dict, gone: bool) -> Trail:
    reached, waiting = {root}, [root]
    insights, cards, stories = [], [], []
    while waiting:
        upper = waiting.pop()
        for step in under[upper]:
            if step.lower and step.lower not in reached:
                reached.add(step.lower)
                waiting.append(step.lower)
                if kinds.get(step.lower) == Knot.Kind.INSIGHT:
                    insights.append(step.lower)
            voice = standing.get(step.voice)
            if voice is None:
                continue
            if voice.kind == STORY:
                stories.append(voice)
            elif kinds.get(upper) == Knot.Kind.OBSERVATION:
                cards.append(voice)
    together = {card.pk for card in cards if card.together_id}
    alone = {card.giver_id for card in cards if not card.together_id}
    return Trail(
        insights=tuple(insights),
        cards=None if alone and not figure_may_leave(len(alone)) else len(together) + len(alone),
        people=_people({story.giver_id for story in stories}),
        stories=tuple(dict.fromkeys(story.pk for story in stories)),
        gone=gone,
    )


def _people(givers: set) -> int | None:
    return len(givers) if not givers or figure_may_leave(len(givers)) else None
