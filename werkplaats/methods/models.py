"""The recipe a session runs on, as it was that day."""

import uuid
from functools import lru_cache

from django.db import IntegrityError, models, transaction

from werkplaats.methods.recipe import Recipe, load_recipe, parse, recipe_source
from werkplaats.vault.inventory import Held, staff, system


@lru_cache(maxsize=64)
def _parsed(source: str, recipe_id: str) -> Recipe:
    return parse(source, f"{recipe_id}.yaml")


class RecipeVersion(models.Model):
    """Kept as text and never changed, so that a session can always be read back as it was held."""

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

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recipe_id", "version"], name="one_text_per_version")]

    @property
    def recipe(self) -> Recipe:
        """The recipe in this text, parsed once per process."""
        return _parsed(self.source, self.recipe_id)

    @classmethod
    def current(cls, recipe_id: str) -> "RecipeVersion":
        """The version equal to the shipped file; made when there is none. KeyError for an unknown recipe."""
        return cls.keep(load_recipe(recipe_id).id, recipe_source(recipe_id))

    @classmethod
    def keep(cls, recipe_id: str, source: str) -> "RecipeVersion":
        """The version with exactly this text, made when there is none. RecipeError when the text does not fit."""
        _parsed(source, recipe_id)
        try:
            with transaction.atomic():
                return cls._with(recipe_id, source) or cls.objects.create(
                    recipe_id=recipe_id, source=source, version=cls._next(recipe_id)
                )
        except IntegrityError:  # another process was first
            return cls.keep(recipe_id, source)

    @classmethod
    def _with(cls, recipe_id: str, source: str) -> "RecipeVersion | None":
        return cls.objects.filter(recipe_id=recipe_id, source=source).order_by("version").first()

    @classmethod
    def _next(cls, recipe_id: str) -> int:
        last = cls.objects.filter(recipe_id=recipe_id).aggregate(last=models.Max("version"))["last"]
        return (last or 0) + 1
