"""Stories told in a session. The words stand in `voices`; here is where and when they were told."""

import uuid

from django.db import models

from werkplaats.live.models import Session
from werkplaats.vault.inventory import Held, system
from werkplaats.voices.models import Voice


class Telling(models.Model):
    """One voice told at a table: a story, or what it answers to one. `kind` is what the step made of it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="tellings")
    voice = models.OneToOneField(Voice, on_delete=models.CASCADE, related_name="telling")
    kind = models.CharField(max_length=20)
    table = models.PositiveSmallIntegerField(null=True)
    source = models.UUIDField(unique=True)

    held = Held(
        retention="as long as the voice",
        export="to the giver",
        fields={
            "id": system("row number"),
            "uuid": system("names this telling in addresses"),
            "session": system("which evening"),
            "voice": system("the words"),
            "kind": system("story, response, strength or dream"),
            "table": system("at which table it was told"),
            "source": system("the event it came from: made once"),
        },
    )
