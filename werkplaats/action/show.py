"""Recommendations as a page may show them to one viewer: permitted parts, what is missing, what they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from werkplaats.insights.models import Insight
from werkplaats.insights.show import Shown as ShownInsight
from werkplaats.insights.show import granted_in, permitted
from werkplaats.insights.show import show as show_insights
from werkplaats.insights.trail import Trail, trails
from werkplaats.people.viewer import Viewer
from werkplaats.voices.door import Quoted, text
from werkplaats.voices.models import Voice

from .models import Recommendation
from .parts import given_parts, missing_parts


@dataclass(frozen=True)
class Shown:
    """`parts`: [(Dutch name, text)]; `text`: the permitted words when they have no parts; both empty when this
    viewer may read none. `missing`: Dutch names of empty parts, known only with the words. `gone`: taken back."""

    recommendation: Recommendation
    parts: list[tuple[str, str]]
    text: str
    missing: list[str]
    gone: bool
    trail: Trail
    insights: list[ShownInsight]
    quotes: tuple[Quoted, ...]

    @property
    def spoken(self) -> bool:
        """Whether words of a card under it may be read."""
        return any(insight.spoken for insight in self.insights)

    @property
    def readable(self) -> bool:
        return bool(self.parts or self.text)


def show(recommendations: Iterable[Recommendation], viewer: Viewer) -> list[Shown]:
    """The same recommendations, in the same order, in a fixed number of queries."""
    listed = list(recommendations)
    voices = [one.voice_id for one in listed]
    standing = set(Voice.objects.standing().filter(pk__in=voices).values_list("pk", flat=True))
    words = permitted(standing, viewer)
    under = trails(one.pk for one in listed)
    insights = _insights(under, viewer)
    quotes = granted_in((story for trail in under.values() for story in trail.stories), viewer)
    return [_shown(one, words, standing, under[one.pk], insights, quotes) for one in listed]


def _insights(under: dict[UUID, Trail], viewer: Viewer) -> dict[UUID, ShownInsight]:
    """The insights under these, by name only: their own trails are not followed again."""
    found = list(Insight.objects.filter(pk__in={knot for trail in under.values() for knot in trail.insights}))
    named = show_insights(found, viewer, {one.pk: Trail() for one in found})
    return {shown.insight.pk: shown for shown in named if not shown.gone}


def _shown(one: Recommendation, words: dict, standing: set, trail: Trail, insights: dict, quotes: dict) -> Shown:
    given = words.get(one.voice_id) or {}
    parts = given_parts(given)
    return Shown(
        recommendation=one,
        parts=parts,
        text="" if parts or not given else text(given),
        missing=missing_parts(given, trail.rests) if "parts" in given else [],
        gone=one.voice_id not in standing,
        trail=trail,
        insights=[insights[knot] for knot in trail.insights if knot in insights],
        quotes=tuple(quote for story in trail.stories for quote in quotes.get(story, ())),
    )
