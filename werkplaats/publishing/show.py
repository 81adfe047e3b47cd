"""A report as one reader may see it: its passages in order, each with what it shows and rests on."""

from dataclasses import dataclass, field
from uuid import UUID

from werkplaats.action.models import Commitment, Recommendation
from werkplaats.action.show import Shown as ShownRecommendation
from werkplaats.action.show import show as show_recommendations
from werkplaats.insights.models import Insight
from werkplaats.insights.show import Shown as ShownInsight
from werkplaats.insights.show import permitted
from werkplaats.insights.show import show as show_insights
from werkplaats.people.models import Viewpoint
from werkplaats.people.viewer import VISITOR, Role, Viewer
from werkplaats.voices.door import Quoted, quoted_of, text

from .models import Passage, Report


@dataclass(frozen=True)
class Block:
    """One passage. Exactly the part of its kind is filled; `gone` when what it showed was taken back or refused."""

    passage: Passage
    insight: ShownInsight | None = None
    recommendation: ShownRecommendation | None = None
    quotation: Quoted | None = None
    promises: list[str] = field(default_factory=list)
    figures: dict = field(default_factory=dict)
    gone: bool = False

    @property
    def up_id(self) -> str:
        return f"boven-{self.passage.pk}"

    @property
    def down_id(self) -> str:
        return f"onder-{self.passage.pk}"

    @property
    def wordless(self) -> bool:
        """Whether a visitor would find no words here."""
        if self.insight:
            return not self.insight.sentence
        return self.recommendation is not None and not self.recommendation.readable

    @property
    def left_out(self) -> bool:
        """Whether it stays out of the report: no words may be read, and the staff wrote none of their own."""
        return self.wordless and not self.gone and not self.passage.text


def reader_of(viewer: Viewer) -> Viewer:
    """Whose eyes a report is read with: a giver's own, else a visitor's. Staff see what everyone will see."""
    return viewer if viewer.role is Role.GIVER else VISITOR


def blocks(report: Report, viewer: Viewer) -> list[Block]:
    """The standing passages of this report, in a fixed number of queries."""
    passages = list(report.passages.standing().select_related("quotation"))
    return blocks_of(passages, report, viewer)


def blocks_of(passages: list[Passage], report: Report, viewer: Viewer) -> list[Block]:
    insights = _insights(passages, viewer)
    recommendations = _recommendations(passages, viewer)
    quotations = quoted_of([one.quotation for one in passages if one.quotation], viewer)
    promises = _promises(report, viewer) if any(one.kind == Passage.Kind.COMMITMENTS for one in passages) else []
    shown = []
    for one in passages:
        insight = recommendation = quotation = None
        if one.shows_id and one.kind == Passage.Kind.INSIGHT:
            insight = insights.get(one.shows_id)
        elif one.shows_id and one.kind == Passage.Kind.RECOMMENDATION:
            recommendation = recommendations.get(one.shows_id)
        elif one.quotation_id:
            quotation = quotations.get(one.quotation_id)
        shown.append(
            Block(
                passage=one,
                insight=insight,
                recommendation=recommendation,
                quotation=quotation,
                promises=promises if one.kind == Passage.Kind.COMMITMENTS else [],
                figures=_figures(one),
                gone=_gone(one, insight or recommendation, quotation),
            )
        )
    return shown


def _gone(passage: Passage, shown, quotation: Quoted | None) -> bool:
    if passage.kind == Passage.Kind.QUOTATION:
        return quotation is None
    if passage.kind in (Passage.Kind.INSIGHT, Passage.Kind.RECOMMENDATION):
        return shown is None or shown.gone
    return False


def _insights(passages: list[Passage], viewer: Viewer) -> dict[UUID, ShownInsight]:
    wanted = [one.shows_id for one in passages if one.kind == Passage.Kind.INSIGHT]
    found = Insight.objects.filter(pk__in=wanted)
    return {shown.insight.pk: shown for shown in show_insights(found, viewer)}


def _recommendations(passages: list[Passage], viewer: Viewer) -> dict[UUID, ShownRecommendation]:
    wanted = [one.shows_id for one in passages if one.kind == Passage.Kind.RECOMMENDATION]
    found = Recommendation.objects.filter(pk__in=wanted)
    return {shown.recommendation.pk: shown for shown in show_recommendations(found, viewer)}


def _promises(report: Report, viewer: Viewer) -> list[str]:
    voices = Commitment.objects.filter(session=report.session_id).values_list("voice", flat=True)
    return sorted(text(words) for words in permitted(voices, viewer).values())


def _figures(passage: Passage) -> dict:
    if passage.kind != Passage.Kind.NUMBERS:
        return passage.figures
    names = dict(Viewpoint.Kind.choices)
    rows = [(str(names[kind]).capitalize(), count) for kind, count in passage.figures.get("viewpoints", {}).items()]
    return passage.figures | {"viewpoints": sorted(rows, key=lambda row: -row[1])}
