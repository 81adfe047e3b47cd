"""The list of methods and the plan that prints."""

import pytest
from django.urls import reverse

from werkplaats.methods.models import RecipeVersion
from werkplaats.methods.recipe import all_recipes

PLAN = "/werkvormen/delen-duiden-doen/draaiboek/"


def test_the_list_shows_all_eight_without_a_query(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = client.get(reverse("methods:list")).content.decode()
    for recipe in all_recipes():
        assert f'href="{reverse("methods:plan", args=[recipe.id])}"' in page
    assert page.count('<li class="sheet">') == 8


@pytest.mark.parametrize("recipe", all_recipes(), ids=lambda recipe: recipe.id)
def test_every_plan_opens(client, db, recipe):
    answer = client.get(reverse("methods:plan", args=[recipe.id]))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count('class="plan-step"') == len(recipe.steps)
    assert "style=" not in page


def test_times_from_a_beginning(client, db):
    page = client.get(PLAN, {"begin": "19:00"}).content.decode()
    assert "De deur gaat om 18.40 uur open." in page
    assert "20.20" in page


def test_a_beginning_that_is_no_time_says_how_to_write_it(client, db):
    answer = client.get(PLAN, {"begin": "straks"})
    assert answer.status_code == 422
    assert "Schrijf de tijd zo: 19.00." in answer.content.decode()


def test_another_way(client, db):
    page = client.get(PLAN, {"variant": "eerst_vertellen"}).content.decode()
    assert "De luisteraar schrijft" in page
    assert '<option value="eerst_vertellen" selected>' in page


def test_an_older_version_prints_as_it_was(client, db):
    now = RecipeVersion.current("delen-duiden-doen")
    RecipeVersion.keep("delen-duiden-doen", now.source.replace("Welkom en afspraken", "Hallo allemaal"))
    assert "Hallo allemaal" in client.get(PLAN, {"versie": "2"}).content.decode()
    assert "Hallo allemaal" not in client.get(PLAN).content.decode()


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/werkvormen/nergens/draaiboek/", {}),
        ("/werkvormen/texts/draaiboek/", {}),
        (PLAN, {"versie": "9"}),
        (PLAN, {"versie": "een"}),
        (PLAN, {"versie": "²"}),
        (PLAN, {"variant": "nergens"}),
    ],
)
def test_what_is_not_there_is_not_found(client, db, path, query):
    assert client.get(path, query).status_code == 404
