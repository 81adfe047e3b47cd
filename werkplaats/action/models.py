"""What was advised and promised. Words stand in `voices`."""

import uuid

from django.db import models
from django.urls import reverse

from werkplaats.live.models import Session
from werkplaats.people.models import Network, Person
from werkplaats.thread.models import Knot
from werkplaats.vault.inventory import Held, participant, system
from werkplaats.voices.models import Voice


class Recommendation(models.Model):
    """What a table advises, in parts: a together-text, resting on insights, cards and stories."""

    knot = models.OneToOneField(Knot, on_delete=models.CASCADE, primary_key=True, related_name="recommendation")
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="recommendations")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="recommendations")
    voice = models.OneToOneField(Voice, on_delete=models.CASCADE, related_name="recommendation")
    table = models.PositiveSmallIntegerField(null=True)
    source = models.UUIDField(unique=True)

    held = Held(
        retention="as long as the voice",
        export="public as far as the table agreed",
        fields={
            "knot": system("its place in the thread"),
            "network": system("whose recommendation"),
            "session": system("which evening"),
            "voice": system("the words, in parts"),
            "table": system("from which table"),
            "source": system("the event it came from: made once"),
        },
    )

    class Meta:
        ordering = ["table", "knot__made_at"]

    def get_absolute_url(self) -> str:
        return reverse("action:recommendation", args=[self.knot_id])


class Commitment(models.Model):
    """One small step someone will take within four weeks."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="commitments")
    voice = models.OneToOneField(Voice, on_delete=models.CASCADE, related_name="commitment")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="commitments")
    due = models.DateField(null=True)
    source = models.UUIDField(unique=True)

    held = Held(
        retention="as long as the voice",
        export="to the giver; to others as a number, from five people up",
        fields={
            "id": system("row number"),
            "uuid": system("names this commitment in addresses"),
            "session": system("which evening"),
            "voice": system("the words"),
            "person": system("who to remind, by code"),
            "due": participant("before when"),
            "source": system("the event it came from: made once"),
        },
    )
