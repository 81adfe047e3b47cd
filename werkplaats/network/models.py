"""Who is already on this."""

import uuid

from django.db import models

from werkplaats.gatherings.models import Gathering
from werkplaats.vault.inventory import Held, system
from werkplaats.voices.models import Voice


class Initiative(models.Model):
    """A place or group that already works on the theme, as someone in the room named it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="initiatives")
    voice = models.OneToOneField(Voice, on_delete=models.CASCADE, related_name="initiative")
    source = models.UUIDField(unique=True)

    held = Held(
        retention="as long as the voice",
        export="as far as the giver agreed",
        fields={
            "id": system("row number"),
            "uuid": system("names this initiative in addresses"),
            "gathering": system("where it was named"),
            "voice": system("the words on the card"),
            "source": system("the event it came from: made once"),
        },
    )
