"""A foreign key points to its own room or a lower one, also when it is written as a string."""

import tomllib
from pathlib import Path

from django.db import models
from django.test.utils import isolate_apps

from werkplaats.config.reference import own_models

CONTRACTS = tomllib.loads(Path("pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
ROOMS = next(contract["layers"] for contract in CONTRACTS if contract["type"] == "layers")


def keys_up(found):
    """'room.Model.field -> room.Model' of every relation to a higher room."""
    return [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in found
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]
        if field.is_relation and field.related_model._meta.app_label in ROOMS
        if ROOMS.index(field.related_model._meta.app_label) < ROOMS.index(model._meta.app_label)
    ]


def generic_keys(found):
    """Models that point at anything at all: a key nobody can follow down."""
    return [model._meta.label for model in found if model._meta.private_fields]


def test_no_key_points_up():
    assert keys_up(own_models()) == []


def test_no_generic_keys():
    assert generic_keys(own_models()) == []


@isolate_apps("werkplaats.people", "werkplaats.live")
def test_a_key_up_is_caught_also_as_a_string():
    class Session(models.Model):
        class Meta:
            app_label = "live"

    class Diary(models.Model):
        session = models.ForeignKey("live.Session", models.CASCADE)
        sessions = models.ManyToManyField("live.Session", related_name="+")

        class Meta:
            app_label = "people"

    assert keys_up([Diary, Session]) == [
        "people.Diary.session -> live.Session",
        "people.Diary.sessions -> live.Session",
    ]
