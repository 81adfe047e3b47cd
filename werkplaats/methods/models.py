"""The recipe a session runs on, as it was that day."""

import uuid

from django.db import models

from werkplaats.vault.inventory import Held, staff, system


class RecipeVersion(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recipe_id = models.CharField(max_length=60)
    version = models.PositiveIntegerField(default=1)
    source = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)

    held = Held(
        retention="as long as a session refers to it",
        export="public",
        fields={
            "id": system("row number"),
            "uuid": system("names this version"),
            "recipe_id": system("which method"),
            "version": system("which version"),
            "source": staff("the recipe as text"),
            "made_at": system("when it was made"),
        },
    )
