"""Insights as a page may show them to one viewer: a permitted sentence, and what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from werkplaats.people.viewer import Viewer
from werkplaats.voices.door import Quoted, quoted_of, text, words_of
from werkplaats.voices.models import Quotation, Use, Voice

from .models import Insight
from .trail import Trail, trails

GRANTED = (Quotation.Answer.YES, Quotation.Answer.UNNAMED)


@dataclass(frozen=True)
class Shown:
    """`sentence` is a participant's when `spoken`, else of the staff; empty when this viewer may read neither.

    `gone`: the card was taken back and the staff wrote no sentence. `above`: titles and addresses of the insights
    it rests on. `quotes`: the sentences from the stories under it that were granted.
    """

    insight: Insight
    sentence: str
    spoken: bool
    gone: bool
    trail: Trail
    quotes: tuple[Quoted, ...]

    @property
    def title(self) -> str:
        if self.sentence:
            return self.sentence
        return (
            _("Inzicht %d van deze avond") % self.insight.rank if self.insight.rank else _("Een inzicht van deze avond")
        )


def permitted(voices: Iterable[UUID], viewer: Viewer) -> dict[UUID, dict]:
    """{voice: words} by circle, else by a yes to publication, else the granted ranges of it and nothing more."""
    wanted = set(voices)
    found: dict[UUID, dict] = {}
    for use in (Use.READ, Use.PUBLISH, Use.QUOTE):
        if left := wanted - found.keys():
            found |= words_of(left, viewer, use)
    return found


def granted_in(stories: Iterable[UUID], viewer: Viewer) -> dict[UUID, list[Quoted]]:
    """{story: granted sentences from it}."""
    wanted = set(stories)
    if not wanted:
        return {}
    asked = list(Quotation.objects.filter(voice__in=wanted, answer__in=GRANTED).order_by("answered_at"))
    shown = quoted_of(asked, viewer)
    found: dict[UUID, list[Quoted]] = {}
    for row in asked:
        if row.pk in shown:
            found.setdefault(row.voice_id, []).append(shown[row.pk])
    return found


def show(insights: Iterable[Insight], viewer: Viewer, under: dict[UUID, Trail] | None = None) -> list[Shown]:
    """The same insights, in the same order, in a fixed number of queries. `under`: their trails, if known."""
    listed = list(insights)
    voices = [one.voice_id for one in listed if one.voice_id]
    standing = set(Voice.objects.standing().filter(pk__in=voices).values_list("pk", flat=True))
    spoken = permitted(standing, viewer)
    under = under if under is not None else trails(one.pk for one in listed)
    quotes = granted_in((story for trail in under.values() for story in trail.stories), viewer)
    return [_shown(one, spoken, standing, under[one.pk], quotes) for one in listed]


def _shown(insight: Insight, spoken: dict, standing: set, trail: Trail, quotes: dict) -> Shown:
    words = spoken.get(insight.voice_id)
    own = text(words) if words and not insight.text else ""
    return Shown(
        insight=insight,
        sentence=insight.text or own,
        spoken=bool(own),
        gone=not insight.text and insight.voice_id not in standing,
        trail=trail,
        quotes=tuple(quote for story in trail.stories for quote in quotes.get(story, ())),
    )
