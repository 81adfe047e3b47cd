"""Keys (in the keys database) and the audit of readings (in the data)."""

from django.db import models
from django.utils import timezone

from .inventory import Held, system


class VoiceKey(models.Model):
    """The key of one voice, wrapped with the master key. Destroying this row makes the voice unreadable."""

    voice = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    held = Held(
        retention="until the voice is withdrawn",
        export="never",
        fields={
            "voice": system("which voice it opens"),
            "wrapped": system("opens the words of one voice"),
            "made_at": system("tells a key just made from one left by a crash"),
        },
    )


class SessionKey(models.Model):
    """Turns a person and a step into an author nobody can trace; destroyed when the session closes."""

    session = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()

    held = Held(
        retention="until the session closes",
        export="never",
        fields={
            "session": system("which session it belongs to"),
            "wrapped": system("keeps an unlinked answer from being given twice"),
        },
    )


class Reading(models.Model):
    """One act of reading words: by which kind of person, for what, which voices. Never words or addresses."""

    at = models.DateTimeField(db_index=True)
    role = models.CharField(max_length=20)
    account = models.BigIntegerField(null=True)
    person = models.BigIntegerField(null=True)
    use = models.CharField(max_length=20)
    shown_to = models.CharField(max_length=20, blank=True)
    voices = models.JSONField()

    held = Held(
        retention="a year",
        export="to the giver, by role",
        fields={
            "id": system("row number"),
            "at": system("when it was read"),
            "role": system("shown to the giver: who read it"),
            "account": system("finds misuse by a staff account"),
            "person": system("finds misuse by a code", export="never"),
            "use": system("what it was read for"),
            "shown_to": system("the circle of a broadcast"),
            "voices": system("which voices, ids only"),
        },
    )
