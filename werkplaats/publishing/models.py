"""The report of an evening: ordered passages of staff text, or references to what they show."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werkplaats.gatherings.models import Gathering
from werkplaats.live.models import Session
from werkplaats.people.models import Account, Network
from werkplaats.thread.models import Knot
from werkplaats.vault.inventory import Held, staff, system
from werkplaats.voices.models import Quotation

PROVISIONAL = timedelta(days=14)


class ReportQuerySet(models.QuerySet):
    def public(self):
        """Published, and not a rehearsal: what everyone finds in the list."""
        return self.filter(Exists(Publication.objects.filter(report=OuterRef("pk"), ended_at=None))).filter(
            session__rehearsal=False
        )

    def of_viewer(self, viewer):
        """Every report of a staff account's own network."""
        return self.filter(network=viewer.network) if viewer.is_staff else self.none()


class Report(models.Model):
    """What an evening brought. Without a standing publication it is a draft, for staff only."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="reports")
    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="reports")
    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="report")
    title = models.CharField(max_length=160)
    made_at = models.DateTimeField(auto_now_add=True)
    drafted_at = models.DateTimeField(null=True)

    objects = ReportQuerySet.as_manager()

    held = Held(
        retention="as long as the network exists",
        export="public while published",
        fields={
            "id": system("row number"),
            "uuid": system("names this report in addresses"),
            "network": system("whose report"),
            "gathering": system("of which gathering"),
            "session": system("of which session: one report each"),
            "title": staff("the heading"),
            "made_at": system("when the draft was begun"),
            "drafted_at": system("when the draft was whole: it is made once"),
        },
    )

    class Meta:
        ordering = ["-gathering__starts_at", "-made_at"]

    def get_absolute_url(self) -> str:
        return reverse("publishing:report", args=[self.uuid])

    @property
    def publication(self) -> "Publication | None":
        """The publication that stands now."""
        return next((one for one in self.publications.all() if one.ended_at is None), None)

    @property
    def public(self) -> bool:
        return self.publication is not None

    def of(self, viewer) -> bool:
        """Whether this viewer is staff of the network that made it."""
        return viewer.is_staff and viewer.network == self.network_id

    @property
    def status(self) -> str:
        """draft, provisional or final."""
        if self.publication is None:
            return "draft"
        return "provisional" if timezone.now() < self.publication.provisional_until else "final"

    def publish(self, account: Account, now: datetime | None = None) -> "Publication":
        """Makes it public, provisional for fourteen days. A report that is public already stays as it is."""
        if self.publication:
            return self.publication
        now = now or timezone.now()
        return self.publications.create(by=account, at=now, provisional_until=now + PROVISIONAL)

    def unpublish(self, account: Account, now: datetime | None = None) -> None:
        """Takes it off the public pages; the draft stays."""
        self.publications.filter(ended_at=None).update(ended_at=now or timezone.now(), ended_by=account)


class Publication(models.Model):
    """One stretch in which a report is public."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="publications")
    by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    provisional_until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")

    held = Held(
        retention="as long as the report",
        export="public",
        fields={
            "id": system("row number"),
            "report": system("which report"),
            "by": system("who published it", export="never"),
            "at": system("when"),
            "provisional_until": system("until when it may still change"),
            "ended_at": system("when it was taken off"),
            "ended_by": system("who took it off", export="never"),
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report"], condition=Q(ended_at=None), name="publication_one_standing"),
        ]


class PassageQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(removal__isnull=True)


class Passage(models.Model):
    """One piece of a report. `text` is staff text; `shows` is the knot it shows; `quotation` a granted range of a voice.

    `figures` holds what may leave the room, made once at harvest by the rule of five.
    """

    class Kind(models.TextChoices):
        HEADING = "heading", _("kop")
        TEXT = "text", _("tekst")
        NUMBERS = "numbers", _("aantallen")
        INSIGHT = "insight", _("inzicht")
        RECOMMENDATION = "recommendation", _("aanbeveling")
        COMMITMENTS = "commitments", _("toezeggingen")
        QUOTATION = "quotation", _("citaat")
        UNKNOWN = "unknown", _("wat we niet weten")

    knot = models.OneToOneField(Knot, on_delete=models.CASCADE, primary_key=True, related_name="passage")
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="passages")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    text = models.TextField(blank=True)
    shows = models.ForeignKey(Knot, on_delete=models.CASCADE, null=True, related_name="shown_in")
    quotation = models.ForeignKey(Quotation, on_delete=models.CASCADE, null=True, related_name="passages")
    figures = models.JSONField(default=dict)

    objects = PassageQuerySet.as_manager()

    held = Held(
        retention="as long as the report",
        export="with the report",
        fields={
            "knot": system("its place in the thread"),
            "report": system("which report"),
            "position": staff("its place in the report"),
            "kind": system("what kind of passage"),
            "text": staff("staff text, guarded against copying words of a voice"),
            "shows": system("the insight or recommendation it shows"),
            "quotation": system("the granted range of a voice it shows"),
            "figures": system("numbers of people, none below five"),
        },
    )

    class Meta:
        ordering = ["position"]

    def get_absolute_url(self) -> str:
        return reverse("publishing:passage", args=[self.knot_id])

    @property
    def session(self) -> Session:
        return self.report.session


class Removal(models.Model):
    """A passage taken out of its report. It can be put back."""

    passage = models.OneToOneField(Passage, on_delete=models.CASCADE, related_name="removal")
    by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    held = Held(
        retention="as long as the report",
        export="never",
        fields={
            "id": system("row number"),
            "passage": system("which passage"),
            "by": system("who took it out"),
            "at": system("when"),
        },
    )
