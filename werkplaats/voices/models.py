"""Words given under consent. Everything a participant said or wrote stands here, sealed, and nowhere else."""

import uuid

from django.db import models

from werkplaats.people.models import Account, Circle, Network, Person
from werkplaats.vault.inventory import Held, participant, staff, system


class Level(models.TextChoices):
    """How wide a voice may be read, narrow to wide. Table and room end with the evening."""

    ME = "me"
    TELLER = "teller"
    TABLE = "table"
    ROOM = "room"
    REGION = "region"
    EVERYONE = "everyone"


class Attribution(models.TextChoices):
    NAMED = "named"
    UNSEEN = "unseen"
    UNLINKED = "unlinked"


class Use(models.TextChoices):
    """What words may be used for. Reading in the room follows from the level; every other use starts at no."""

    READ = "read"
    QUOTE = "quote"
    EDUCATION = "education"
    RESEARCH = "research"
    PUBLISH = "publish"


class VoiceQuerySet(models.QuerySet):
    def standing(self):
        """Voices that are not taken back and not suspended."""
        return self.filter(withdrawal__isnull=True, suspension__isnull=True)

    def of(self, person: Person):
        return self.filter(giver=person)

    def of_network(self, network: Network):
        """What was given in this network, first names left out."""
        here = (
            models.Q(giver__network=network) | models.Q(circle__network=network) | models.Q(together__network=network)
        )
        return self.filter(here).exclude(kind="name")


class Voice(models.Model):
    """Anything a person gave. `sealed` holds JSON: {"text": ...} or {"parts": {...}}.

    `circle` is the table or room circle the level refers to. A together-text has `together` (the circle that
    made it) and the giver who typed it. `about` ties an answer to the story it answers.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    giver = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="voices")
    kind = models.CharField(max_length=20)
    sealed = models.BinaryField(null=True)
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.ME)
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, null=True, related_name="voices")
    together = models.ForeignKey(Circle, on_delete=models.PROTECT, null=True, related_name="texts")
    attribution = models.CharField(max_length=10, choices=Attribution.choices, default=Attribution.NAMED)
    name = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="named")
    about = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="answers")
    given_at = models.DateTimeField()

    objects = VoiceQuerySet.as_manager()

    held = Held(
        retention="until the giver takes it back",
        export="to the giver; to others as consented",
        fields={
            "id": system("names this voice everywhere else"),
            "giver": system("keeps the giver's say over it", export="to the giver"),
            "kind": system("story, card, reason, recommendation, commitment, name"),
            "sealed": participant("the words, unreadable without their key"),
            "level": participant("how wide it may be read"),
            "circle": system("which table or room that is"),
            "together": system("the circle that made it together"),
            "attribution": system("named, unseen or unlinked"),
            "name": system("the first name that may stand beside it"),
            "about": system("the story it answers"),
            "given_at": system("when it was given"),
        },
    )


class Consent(models.Model):
    """A yes or a no for one use of one voice. The last row counts; without a row the answer is no."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="consents")
    use = models.CharField(max_length=10, choices=Use.choices)
    yes = models.BooleanField()
    asked = models.CharField(max_length=20)
    text_version = models.CharField(max_length=12)
    at = models.DateTimeField()

    held = Held(
        retention="as long as the use lasts",
        export="to the giver",
        fields={
            "id": system("row number"),
            "voice": system("which voice"),
            "use": system("which use"),
            "yes": participant("the answer"),
            "asked": system("where it was asked: phone, thread, paper"),
            "text_version": system("which sentence was agreed to"),
            "at": system("when"),
        },
    )


class Quotation(models.Model):
    """A range of a voice somebody wants to show elsewhere, and the giver's answer. No answer is no."""

    class Answer(models.TextChoices):
        YES = "yes"
        UNNAMED = "unnamed"
        NO = "no"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="quotations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    asked_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(null=True)

    held = Held(
        retention="as long as the voice",
        export="to the giver",
        fields={
            "id": system("names this quotation"),
            "voice": system("which voice"),
            "start": system("first character"),
            "end": system("character after the last"),
            "asked_by": staff("who asked; empty when the giver offered it"),
            "asked_at": system("when it was asked"),
            "answer": participant("yes, yes without name, or no"),
            "answered_at": system("when it was answered"),
        },
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="quotation_range"),
        ]


class Suspension(models.Model):
    """A voice that is stilled for now; the giver decides later."""

    voice = models.OneToOneField(Voice, on_delete=models.CASCADE, related_name="suspension")
    reason = models.CharField(max_length=20)
    at = models.DateTimeField()

    held = Held(
        retention="until lifted or withdrawn",
        export="to the giver",
        fields={
            "id": system("row number"),
            "voice": system("which voice"),
            "reason": system("giver, story_withdrawn, objection or lost_card"),
            "at": system("when"),
        },
    )


class Maker(models.Model):
    """Someone who sat in the circle when it made this text. Who comes to that table later made nothing of it."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="makers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="made")

    held = Held(
        retention="as long as the voice",
        export="to the giver",
        fields={
            "id": system("row number"),
            "voice": system("which text"),
            "person": system("whose text it is too, by code"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["voice", "person"], name="maker_once")]


class Objection(models.Model):
    """One of its makers does not stand behind a text made together. Only who objected can end it."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="objections")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="objections")
    at = models.DateTimeField()

    held = Held(
        retention="until who objected ends it",
        export="to the giver",
        fields={
            "id": system("row number"),
            "voice": system("which text"),
            "person": system("who objected, by code; shown to nobody else"),
            "at": system("when"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["voice", "person"], name="objection_once")]


class Withdrawal(models.Model):
    """The giver takes a voice back: gone from every page at once, its key destroyed after the undo time."""

    voice = models.OneToOneField(Voice, on_delete=models.CASCADE, related_name="withdrawal")
    at = models.DateTimeField()
    final_at = models.DateTimeField(db_index=True)
    done_at = models.DateTimeField(null=True)

    held = Held(
        retention="kept: the ledger a restore applies first",
        export="to the giver",
        fields={
            "id": system("row number"),
            "voice": system("which voice"),
            "at": system("when it was taken back"),
            "final_at": system("until when it can be undone"),
            "done_at": system("when the key was destroyed"),
        },
    )


class HandOver(models.Model):
    """A text of the staff in which words of a voice stood when it was taken back: its coordinator looks at it."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="handed_over")
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="handed_over")
    model = models.CharField(max_length=60)
    key = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")

    held = Held(
        retention="as long as the withdrawal",
        export="never",
        fields={
            "id": system("row number"),
            "voice": system("which voice was taken back"),
            "network": system("whose coordinator is asked"),
            "model": system("what kind of object holds the text"),
            "key": system("which object that is"),
            "at": system("when it was found"),
            "settled_at": system("when a coordinator had looked at it"),
            "settled_by": system("who looked"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["voice", "model", "key"], name="handed_over_once")]


class VoiceChange(models.Model):
    """One line per narrowing, withdrawal or return; every process tails it and drops what it may no longer show."""

    voice = models.UUIDField()
    change = models.CharField(max_length=10)
    at = models.DateTimeField(auto_now_add=True)

    held = Held(
        retention="a month",
        export="never",
        fields={
            "id": system("order of changes"),
            "voice": system("which voice"),
            "change": system("narrowed, withdrawn, restored or gone"),
            "at": system("when"),
        },
    )
