"""Each field of each room says why it is there; words of a participant stand in `voices` alone."""

import pytest
from django.db import models
from django.test.utils import isolate_apps

from werkplaats.config.reference import own_models
from werkplaats.vault.inventory import Held, Origin, participant, system


def undeclared(found):
    """'room.Model.field' of every field without a full declaration, and of every declaration without a field."""
    wrong = []
    for model in found:
        label = f"{model._meta.app_label}.{model.__name__}"
        fields = {field.name for field in model._meta.local_concrete_fields}
        held = getattr(model, "held", None)
        declared = set(held.fields) if held else set()
        wrong += [f"{label}.{name}" for name in sorted(fields ^ declared)]
        for name in sorted(fields & declared):
            told = held.of(name)
            if not (told.purpose and told.origin and told.retention and told.export):
                wrong.append(f"{label}.{name}")
    return wrong


def free_text_of_participants(found):
    """Fields outside `voices` in which a participant could write a sentence."""
    return [
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for model in found
        if model._meta.app_label != "voices"
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and model.held.of(field.name).origin in (Origin.PARTICIPANT, Origin.TOGETHER)
    ]


def test_every_field_is_declared():
    assert undeclared(own_models()) == []


def test_no_room_but_voices_keeps_words_of_participants():
    assert free_text_of_participants(own_models()) == []


@isolate_apps("werkplaats.people")
def test_a_forgotten_field_is_caught():
    class Diary(models.Model):
        note = models.TextField()
        held = Held(retention="a year", export="never", fields={"id": system("row number")})

        class Meta:
            app_label = "people"

    assert undeclared([Diary]) == ["people.Diary.note"]


@isolate_apps("werkplaats.people")
def test_a_declaration_without_retention_or_of_a_field_that_is_gone_is_caught():
    class Diary(models.Model):
        held = Held(retention="", export="never", fields={"id": system("row number"), "gone": system("was here")})

        class Meta:
            app_label = "people"

    assert undeclared([Diary]) == ["people.Diary.gone", "people.Diary.id"]


@isolate_apps("werkplaats.people")
def test_words_outside_voices_are_caught():
    class Diary(models.Model):
        note = models.TextField()
        held = Held(
            retention="a year",
            export="never",
            fields={"id": system("row number"), "note": participant("what someone wrote")},
        )

        class Meta:
            app_label = "people"

    assert free_text_of_participants([Diary]) == ["people.Diary.note"]


def test_of_refuses_a_field_that_is_not_declared():
    with pytest.raises(KeyError):
        Held(retention="a year", export="never").of("note")
