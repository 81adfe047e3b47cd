"""One table session: its tables, who joined, and the log that is its truth."""

import uuid

from django.db import models

from werkplaats.gatherings.models import Gathering
from werkplaats.methods.models import RecipeVersion
from werkplaats.people.models import Circle, Person
from werkplaats.vault.inventory import Held, participant, staff, system
from werkplaats.voices.models import Voice


class Session(models.Model):
    """`code` is the short code of the room, on the door and the wall. `rehearsal` sessions hold invented words."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="sessions")
    recipe = models.ForeignKey(RecipeVersion, on_delete=models.PROTECT, related_name="sessions")
    code = models.CharField(max_length=8, unique=True)
    room = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")
    rehearsal = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    harvested_at = models.DateTimeField(null=True)

    held = Held(
        retention="as long as the gathering",
        export="as a number",
        fields={
            "id": system("row number"),
            "uuid": system("names this session in addresses"),
            "gathering": system("which gathering"),
            "recipe": system("the recipe as it was that evening"),
            "code": system("lets people join by typing", export="never"),
            "room": system("the circle of who was there"),
            "rehearsal": system("keeps a trial out of every count"),
            "opened_at": system("when the doors opened"),
            "ended_at": system("when it closed"),
            "harvested_at": system("when the harvest was made"),
        },
    )


class Table(models.Model):
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="tables")
    number = models.PositiveSmallIntegerField()
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")

    held = Held(
        retention="as long as the session",
        export="as a number",
        fields={
            "id": system("row number"),
            "session": system("which session"),
            "number": system("the number on the sign"),
            "circle": system("the circle of who sat there"),
        },
    )

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["session", "number"], name="table_once")]


class Seat(models.Model):
    """One person in one session. The first name, if given, is a voice."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="seats")
    table = models.ForeignKey(Table, on_delete=models.PROTECT, related_name="seats")
    name = models.ForeignKey(Voice, on_delete=models.SET_NULL, null=True, related_name="+")
    joined_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    held = Held(
        retention="as long as the session",
        export="to the giver",
        fields={
            "id": system("row number"),
            "uuid": system("names this seat in tokens and events"),
            "session": system("which session"),
            "person": system("who, by code"),
            "table": participant("at which table"),
            "name": system("the first name, as a voice"),
            "joined_at": system("when"),
            "revoked_at": staff("when its token was ended"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "person"], name="seat_once")]


class Event(models.Model):
    """One line of the log: gap-free per session, acknowledged after the commit, ids only.

    `author` is a seat uuid, an HMAC of person and step for unlinked answers, "console", or "house".
    `forgotten` leaves the number and uuid; payload and author are gone.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="events")
    seq = models.PositiveIntegerField()
    uuid = models.UUIDField()
    kind = models.CharField(max_length=20)
    author = models.CharField(max_length=64, blank=True)
    payload = models.JSONField(default=dict)
    at = models.DateTimeField()
    forgotten = models.BooleanField(default=False)

    held = Held(
        retention="as long as the session",
        export="never",
        fields={
            "id": system("row number"),
            "session": system("which session"),
            "seq": system("order of the log"),
            "uuid": system("made on the phone: keeps an answer from counting twice"),
            "kind": system("what happened"),
            "author": system("which seat, hidden where the answer is unlinked"),
            "payload": system("ids, numbers and choices; never words of a participant"),
            "at": system("when it was written"),
            "forgotten": system("a tombstone"),
        },
    )

    class Meta:
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(fields=["session", "seq"], name="event_gap_free"),
            models.UniqueConstraint(fields=["session", "uuid"], name="event_once"),
        ]
