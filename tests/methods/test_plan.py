"""The plan on paper: its times, what it says beside the text to read out."""

from datetime import time
from itertools import pairwise

import pytest

from werkplaats.methods.plan import doors_open, plan, read_begin
from werkplaats.methods.recipe import all_recipes, load_recipe

EVENING = load_recipe("delen-duiden-doen")


def test_times_on_the_clock():
    assert [(line.begins, line.ends) for line in plan(EVENING, time(19, 0))] == [
        ("19.00", "19.05"),
        ("19.05", "19.13"),
        ("19.13", "19.23"),
        ("19.23", "19.28"),
        ("19.28", "19.43"),
        ("19.43", "19.53"),
        ("19.53", "19.58"),
        ("19.58", "20.13"),
        ("20.13", "20.20"),
        ("20.20", "20.30"),
    ]


def test_minutes_from_the_start():
    assert [(line.begins, line.ends) for line in plan(EVENING)][:3] == [("0", "5"), ("5", "13"), ("13", "23")]


def test_past_midnight():
    assert plan(EVENING, time(23, 30))[-1].ends == "01.00"
    assert doors_open(EVENING, time(0, 10)) == "23.50"


def test_the_doors():
    assert doors_open(EVENING, time(19, 0)) == "18.40"
    assert doors_open(EVENING, None) == ""
    assert doors_open(load_recipe("een-twee-vier-allen"), time(19, 0)) == ""


@pytest.mark.parametrize(
    ("typed", "begin"),
    [
        ("19:00", time(19)),
        (" 19.30 ", time(19, 30)),
        ("7", time(7)),
        ("", None),
        ("25:00", None),
        ("straks", None),
        ("19:00:00", None),
    ],
)
def test_a_time_as_typed(typed, begin):
    assert read_begin(typed) == begin


def test_what_the_phones_ask():
    assert [(line.asks, line.ring) for line in plan(EVENING)] == [
        ("", ""),
        ("een verhaal (ieder op de eigen telefoon)", "table"),
        ("", ""),
        ("een stip in de driehoek (ieder op de eigen telefoon)", "unseen"),
        ("een kaart (één telefoon per tafel)", "room"),
        ("een keuze (ieder op de eigen telefoon)", "unseen"),
        ("een kaart (ieder op de eigen telefoon)", "room"),
        ("een aanbeveling (één telefoon per tafel)", "room"),
        ("een toezegging (ieder op de eigen telefoon)", "table"),
        ("een schuif (ieder op de eigen telefoon)", "unseen"),
    ]


def notes(recipe_id: str) -> dict[int, tuple[str, ...]]:
    return {line.step.n: line.notes for line in plan(load_recipe(recipe_id)) if line.notes}


def test_what_the_leader_must_know():
    assert notes("delen-duiden-doen") == {
        5: ("Elke kaart rust op minstens 2 verhalen.",),
        6: ("Ieder kiest er 3.",),
        10: ("Ieder kiest hier per stuk wat verder mag. Niets kiezen is ook goed.",),
    }
    assert notes("omgekeerd-keukentafelgesprek") == {
        3: ("Geluid alleen als de verteller dat wil.",),
        8: ("De tafel ziet alleen wat gekozen is.",),
        12: ("Er gaat niets verder voordat de steunpersoon morgen heeft gebeld.",),
    }
    assert notes("rationeel-relationeel")[3] == ("Steunpersoon leest elke kaart eerst. Ervaringsdeskundige kiest.",)
    assert notes("zeven-stappen-droom")[2] == (
        "Pen van de tafel schrijft voor de tafel: “Hier zijn wij trots op: ...”",
    )


def test_a_role_alone():
    line = plan(load_recipe("omgekeerd-keukentafelgesprek"))[7]
    assert line.asks == "een keuze (alleen: Verteller)"


def test_a_new_round_is_marked():
    assert [line.step.n for line in plan(load_recipe("rationeel-relationeel")) if line.new_round] == [7]


@pytest.mark.parametrize("recipe", all_recipes(), ids=lambda recipe: recipe.id)
def test_every_recipe_can_be_planned(recipe):
    lines = plan(recipe)
    assert int(lines[-1].ends) == recipe.duration_minutes
    assert all(before.ends == after.begins for before, after in pairwise(lines))
