"""The thread: knots and the strands between them and the voices they rest on."""

import uuid

from django.db import models

from werkplaats.vault.inventory import Held, system
from werkplaats.voices.models import Voice


class Knot(models.Model):
    """A place in the thread. The object it stands for points here; the room of its kind describes it."""

    class Kind(models.TextChoices):
        OBSERVATION = "observation"
        INSIGHT = "insight"
        RECOMMENDATION = "recommendation"
        PASSAGE = "passage"

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    made_at = models.DateTimeField(auto_now_add=True)

    held = Held(
        retention="as long as the object it stands for",
        export="with that object",
        fields={
            "uuid": system("names this knot"),
            "kind": system("which room describes it"),
            "made_at": system("order in the thread"),
        },
    )


class Strand(models.Model):
    """`upper` rests on a lower knot or on a voice (with a range when it quotes).

    PROV: `rests` is wasDerivedFrom, `quotes` is wasQuotedFrom.
    """

    class Relation(models.TextChoices):
        RESTS = "rests"
        QUOTES = "quotes"

    upper = models.ForeignKey(Knot, on_delete=models.CASCADE, related_name="rests_on")
    lower = models.ForeignKey(Knot, on_delete=models.CASCADE, null=True, related_name="carries")
    voice = models.ForeignKey(Voice, on_delete=models.PROTECT, null=True, related_name="strands")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    relation = models.CharField(max_length=10, choices=Relation.choices, default=Relation.RESTS)

    held = Held(
        retention="as long as the upper knot",
        export="with the upper knot",
        fields={
            "id": system("row number"),
            "upper": system("what rests"),
            "lower": system("the knot it rests on"),
            "voice": system("the voice it rests on"),
            "start": system("first character quoted"),
            "end": system("character after the last"),
            "relation": system("rests on, or quotes"),
        },
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lower__isnull=True, voice__isnull=False)
                | models.Q(lower__isnull=False, voice__isnull=True),
                name="strand_to_one",
            ),
            models.UniqueConstraint(fields=["upper", "lower"], name="strand_once_per_knot"),
        ]


class Reached(models.Model):
    """A place a voice had reached when it was taken back: for its giver's receipt, without words."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="reached")
    kind = models.CharField(max_length=20, choices=Knot.Kind.choices)
    url = models.CharField(max_length=200, blank=True)

    held = Held(
        retention="as long as the withdrawal",
        export="to the giver",
        fields={
            "id": system("row number"),
            "voice": system("which voice was taken back"),
            "kind": system("what kind of place it was"),
            "url": system("where its giver can look; empty when it was not public"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["voice", "kind", "url"], name="reached_once")]
