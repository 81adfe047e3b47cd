"""The snapshot a session runs on: the same text is the same version, a changed text a new one."""

import pytest

from werkplaats.methods.models import RecipeVersion
from werkplaats.methods.nodes import RecipeError
from werkplaats.methods.recipe import load_recipe, recipe_source

pytestmark = pytest.mark.django_db


def test_the_current_version_is_made_once():
    first = RecipeVersion.current("delen-duiden-doen")
    assert RecipeVersion.current("delen-duiden-doen") == first
    assert (first.version, first.source) == (1, recipe_source("delen-duiden-doen"))
    assert first.recipe == load_recipe("delen-duiden-doen")


def test_a_changed_text_is_a_new_version_and_leaves_the_old_one():
    old = RecipeVersion.current("delen-duiden-doen")
    changed = old.source.replace("Welkom en afspraken", "Welkom")
    new = RecipeVersion.keep("delen-duiden-doen", changed)
    assert (new.version, new.recipe.step(1).title) == (2, "Welkom")
    assert RecipeVersion.objects.get(pk=old.pk).recipe.step(1).title == "Welkom en afspraken"
    assert RecipeVersion.current("delen-duiden-doen") == old
    assert RecipeVersion.keep("delen-duiden-doen", changed) == new


def test_methods_count_their_versions_apart():
    RecipeVersion.current("delen-duiden-doen")
    assert RecipeVersion.current("een-twee-vier-allen").version == 1


def test_a_text_that_does_not_fit_is_not_kept():
    with pytest.raises(RecipeError):
        RecipeVersion.keep("delen-duiden-doen", "id: delen-duiden-doen")
    assert RecipeVersion.objects.count() == 0


def test_an_unknown_recipe():
    with pytest.raises(KeyError):
        RecipeVersion.current("nergens")


def test_finding_the_current_version_costs_one_query(django_assert_num_queries):
    RecipeVersion.current("delen-duiden-doen")
    with django_assert_num_queries(3):  # savepoint, find, release
        RecipeVersion.current("delen-duiden-doen").recipe.step(1)
