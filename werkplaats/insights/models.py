"""What people placed, weighed and chose, and what was understood from it. Ids and references, no participant's words."""

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from werkplaats.live.models import Session
from werkplaats.people.models import Account, Network
from werkplaats.thread.models import Knot
from werkplaats.vault.inventory import Held, staff, system
from werkplaats.voices.models import Voice


class Statement(models.Model):
    """A sentence people held beside their own experience. `position` is its order, and its number in an import."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="statements")
    voice = models.OneToOneField(Voice, on_delete=models.CASCADE, related_name="statement")
    position = models.PositiveIntegerField()
    moderated_out = models.BooleanField(default=False)

    held = Held(
        retention="as long as the session",
        export="as a number, from five people up",
        fields={
            "id": system("row number"),
            "uuid": system("names this statement"),
            "session": system("which session"),
            "voice": system("the sentence"),
            "position": system("the order in which it was made"),
            "moderated_out": staff("taken out of the conversation by its moderator"),
        },
    )

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["session", "position"], name="statement_position_once")]


class Weighing(models.Model):
    """The last answer of one author to one statement."""

    class Answer(models.TextChoices):
        AGREE = "agree", _("eens")
        DISAGREE = "disagree", _("oneens")
        PASS = "pass", _("weet ik nog niet")

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="weighings")
    author = models.CharField(max_length=64)
    answer = models.CharField(max_length=10, choices=Answer.choices)

    held = Held(
        retention="as long as the session",
        export="as a number, from five people up",
        fields={
            "id": system("row number"),
            "statement": system("which statement"),
            "author": system("keeps an answer from counting twice; never shown", export="never"),
            "answer": system("agree, disagree or pass"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["statement", "author"], name="weighing_once")]


class Placement(models.Model):
    """The last dot of one author. `at`: three shares in a triad, 0-100 on a scale, null for "past niet"."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="placements")
    step = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10)
    row = models.CharField(max_length=20, blank=True)
    author = models.CharField(max_length=64, blank=True)
    at = models.JSONField(null=True)
    source = models.UUIDField(unique=True)

    held = Held(
        retention="as long as the session",
        export="as a picture, from five people up",
        fields={
            "id": system("row number"),
            "session": system("which session"),
            "step": system("in which part"),
            "kind": system("triad or scale"),
            "row": system("which row of a schema"),
            "author": system("keeps a dot from counting twice; never shown", export="never"),
            "at": system("where the dot lies"),
            "source": system("the event it came from, or for an unlinked dot a number of its own: made once"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "step", "row", "author"], name="placement_once")]


class Choice(models.Model):
    """One pick of one author in a vote about cards."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="choices")
    step = models.PositiveSmallIntegerField()
    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="choices")
    author = models.CharField(max_length=64)

    held = Held(
        retention="as long as the session",
        export="as an order",
        fields={
            "id": system("row number"),
            "session": system("which session"),
            "step": system("in which part"),
            "voice": system("the card that was picked"),
            "author": system("keeps a pick from counting twice; never shown", export="never"),
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "step", "voice", "author"], name="choice_once"),
        ]


class Observation(models.Model):
    """What a table saw coming back: a card, resting on the stories it names."""

    knot = models.OneToOneField(Knot, on_delete=models.CASCADE, primary_key=True, related_name="observation")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="observations")
    voice = models.OneToOneField(Voice, on_delete=models.CASCADE, related_name="observation")
    kind = models.CharField(max_length=20)
    table = models.PositiveSmallIntegerField(null=True)
    source = models.UUIDField(unique=True)

    held = Held(
        retention="as long as the voice",
        export="with what rests on it",
        fields={
            "knot": system("its place in the thread"),
            "session": system("which evening"),
            "voice": system("the sentence on the card"),
            "kind": system("what the part of the evening made of it"),
            "table": system("from which table"),
            "source": system("the event it came from: made once"),
        },
    )


class Insight(models.Model):
    """An understanding that rests on observations: a card the room chose, or a sentence of the staff, or both.

    `rank` is its order in the room's choice, from 1; 0 when it was written afterwards.
    """

    class Status(models.TextChoices):
        PROVISIONAL = "provisional", _("voorlopig")
        SHARED = "shared", _("gedeeld")
        ESTABLISHED = "established", _("vastgesteld")

    knot = models.OneToOneField(Knot, on_delete=models.CASCADE, primary_key=True, related_name="insight")
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="insights")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="insights")
    voice = models.ForeignKey(Voice, on_delete=models.SET_NULL, null=True, related_name="insights")
    text = models.CharField(max_length=300, blank=True)
    written_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PROVISIONAL)
    rank = models.PositiveSmallIntegerField(default=0)
    source = models.UUIDField(unique=True, default=uuid.uuid4)

    held = Held(
        retention="as long as the network exists",
        export="public, from the report on",
        fields={
            "knot": system("its place in the thread"),
            "network": system("whose insight"),
            "session": system("which evening"),
            "voice": system("the card whose sentence it is"),
            "text": staff("the sentence in the words of the staff, guarded against copying"),
            "written_by": system("who wrote that sentence"),
            "status": staff("voorlopig, gedeeld or vastgesteld"),
            "rank": system("its place in the room's choice"),
            "source": system("the card's event it came from: made once"),
        },
    )

    class Meta:
        ordering = ["rank", "knot__made_at"]

    def get_absolute_url(self) -> str:
        return reverse("insights:insight", args=[self.knot_id])


class Picture(models.Model):
    """The landscape of a session that is over, as its page shows it; drawn anew when `of` is no longer true."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="picture")
    of = models.CharField(max_length=64)
    found = models.JSONField()

    held = Held(
        retention="until a statement in it is taken back, or as long as the session",
        export="as a picture, from five people up",
        fields={
            "id": system("row number"),
            "session": system("which session"),
            "of": system("tells whether the answers changed since it was drawn"),
            "found": system(
                "what the page shows: a place for each person without a name, the size of each group, words, ids of statements"
            ),
        },
    )


class Import(models.Model):
    """A conversation that was held elsewhere and read in. Its session never ran here."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="imported")
    name = models.CharField(max_length=120)
    fingerprint = models.CharField(max_length=64)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="imports")
    at = models.DateTimeField(auto_now_add=True)

    held = Held(
        retention="as long as the session",
        export="public",
        fields={
            "id": system("row number"),
            "session": system("the closed session it became"),
            "name": staff("the folder it came from"),
            "fingerprint": system("refuses the same files a second time"),
            "network": system("into which network"),
            "at": system("when it was read in"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "fingerprint"], name="import_once")]
