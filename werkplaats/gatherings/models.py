"""Gatherings: something with a theme, a place and a date that people come to."""

import uuid
from datetime import timedelta

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werkplaats.methods.models import RecipeVersion
from werkplaats.people.models import Network
from werkplaats.vault.inventory import Held, staff, system


class GatheringQuerySet(models.QuerySet):
    def listed(self):
        return self.filter(published=True).select_related("network")

    def coming(self):
        return self.filter(ends_at__gte=timezone.now())

    def past(self):
        return self.filter(ends_at__lt=timezone.now()).order_by("-starts_at")

    def of_viewer(self, viewer):
        """What a staff account leads: the gatherings of its own network."""
        return self.filter(network=viewer.network)


class Gathering(models.Model):
    class Kind(models.TextChoices):
        KNOWLEDGE_CAFE = "knowledge_cafe", _("kenniscafé")
        WORKING_GROUP = "working_group", _("werkgroep")
        FOCUS_GROUP = "focus_group", _("focusgroep")
        EXCHANGE = "exchange", _("uitwisseling")
        VISIT = "visit", _("bezoek")
        WORKSHOP = "workshop", _("workshop")
        MASTERCLASS = "masterclass", _("masterclass")
        NEIGHBOURHOOD = "neighbourhood", _("wijkbijeenkomst")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="gatherings")
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.KNOWLEDGE_CAFE)
    theme = models.CharField(max_length=120)
    summary = models.TextField(blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)
    route = models.TextField(blank=True)
    access = models.TextField(blank=True)
    contact_name = models.CharField(max_length=80, blank=True)
    contact_phone = models.CharField(max_length=20, blank=True)
    practical = models.CharField(max_length=200, blank=True)
    municipal = models.BooleanField(default=False)
    recipe = models.ForeignKey(RecipeVersion, on_delete=models.PROTECT, null=True, related_name="gatherings")
    published = models.BooleanField(default=True)

    objects = GatheringQuerySet.as_manager()

    held = Held(
        retention="as long as the network exists",
        export="public",
        fields={
            "id": system("row number"),
            "uuid": system("names this gathering in addresses"),
            "network": system("whose gathering"),
            "kind": staff("counts per kind follow from it"),
            "theme": staff("what the evening is about"),
            "summary": staff("the invitation"),
            "starts_at": staff("when it starts"),
            "ends_at": staff("when it ends"),
            "place": staff("where"),
            "address": staff("where"),
            "route": staff("how to get there"),
            "access": staff("who can get in, and how"),
            "contact_name": staff("who to call"),
            "contact_phone": staff("who to call"),
            "practical": staff("whether one signs up, and what it costs"),
            "municipal": staff("people of the municipality will be there: said at the door"),
            "recipe": staff("the method, and what to expect"),
            "published": staff("on the agenda or not"),
        },
    )

    class Meta:
        ordering = ["starts_at"]

    def __str__(self) -> str:
        return self.theme

    def get_absolute_url(self) -> str:
        return reverse("gatherings:gathering", args=[self.uuid])

    @property
    def over(self) -> bool:
        return self.ends_at < timezone.now()

    @property
    def doors_at(self):
        """When people can walk in: the recipe's `walk_in_minutes` before the start."""
        minutes = self.recipe.recipe.walk_in_minutes if self.recipe else 0
        return self.starts_at - timedelta(minutes=minutes or 0)


class Tally(models.Model):
    """Answers at the door that belong to nobody: a question, an answer, a number."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="tallies")
    question = models.CharField(max_length=20)
    answer = models.CharField(max_length=40)
    count = models.PositiveIntegerField(default=0)

    held = Held(
        retention="as long as the gathering",
        export="as a range",
        fields={
            "id": system("row number"),
            "gathering": system("which gathering"),
            "question": system("first_time or municipality"),
            "answer": system("which answer, of a closed list"),
            "count": system("how many people"),
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "question", "answer"], name="tally_once"),
        ]
