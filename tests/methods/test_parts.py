"""What a phone gets of a step, and the lines under an input."""

import json

import pytest

from werkplaats.methods.parts import Input
from werkplaats.methods.reading import reading_line
from werkplaats.methods.recipe import all_recipes, load_recipe
from werkplaats.methods.texts import screen_text, texts

TABLE = "Jouw tafel kan dit lezen, alleen vanavond. Daarna alleen jij."
ROOM = "De zaal kan dit vanavond lezen. De begeleider en de coördinator nog twee weken. Daarna alleen jij."
UNSEEN_CHOICE = "Niemand ziet wat jij kiest. Met je code kun je het terugnemen."
UNSEEN_WORDS = "Niemand ziet van wie dit komt. Met je code kun je het terugnemen."
UNLINKED = "Dit is van niemand, we tellen alleen. Terugnemen kan daarna niet."


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        (Input("none"), []),
        (Input("story", circle="table"), [TABLE]),
        (Input("card", circle="room"), [ROOM]),
        (Input("card", circle="table", attribution="unseen"), [TABLE, UNSEEN_WORDS]),
        (Input("triad", circle="room", attribution="unseen"), [UNSEEN_CHOICE]),
        (Input("scale", circle="room", attribution="unlinked"), [UNLINKED]),
        (Input("vote", circle="table", attribution="named"), [TABLE]),
        (Input("reflection", circle="me"), ["Alleen jij kunt dit lezen."]),
        (
            Input("card", circle="teller"),
            ["Alleen de verteller en de steunpersoon lezen dit, alleen vanavond. Daarna alleen jij."],
        ),
    ],
)
def test_the_lines_under_an_input(given, lines):
    assert reading_line(given) == lines


def test_every_shipped_input_that_asks_says_who_reads_it():
    for recipe in all_recipes():
        for step in recipe.steps:
            assert bool(reading_line(step.input)) == step.input.asks


def test_the_triad_for_a_phone():
    step = load_recipe("delen-duiden-doen").step(4).public()
    assert {key: step[key] for key in step if key not in ("input", "instruction")} == {
        "n": 4,
        "title": "Zelf duiden",
        "phase": "interpret",
        "round": 1,
        "form": "alone",
        "minutes": 5,
        "scribe": None,
        "consent_check": None,
        "block": None,
    }
    given = step["input"]
    assert {key: value for key, value in given.items() if value} == {
        "kind": "triad",
        "prompt": "Dit verhaal gaat vooral over ...",
        "circle": "room",
        "attribution": "unseen",
        "becomes": "placement",
        "corners": ["hoe mensen met elkaar omgaan", "regels en geld", "plek en tijd"],
        "none_fits": "past niet",
    }


def test_the_inputs_of_the_main_evening():
    recipe = load_recipe("delen-duiden-doen")
    assert recipe.step(5).input.public()["min_supporting_stories"] == 2
    vote = recipe.step(6).input.public()
    assert (vote["votes_per_person"], vote["exclude_own"], vote["ask_reason"]) == (3, False, True)
    assert recipe.step(8).input.public()["parts"] == [
        "wie",
        "doet wat",
        "voor wie",
        "voor wanneer",
        "waaraan merken we het",
        "rust op",
    ]
    scale = recipe.step(10).input.public()
    assert (scale["left"], scale["right"], scale["rows"]) == ("nog niet", "zeker", [])


def test_rows_of_a_schema_become_sliders():
    rows = load_recipe("rationeel-relationeel").step(4).input.public()["rows"]
    assert (len(rows), rows[0]) == (12, {"id": "r1", "left": "hoofd", "right": "hart"})


def test_a_step_that_asks_nothing():
    given = load_recipe("delen-duiden-doen").step(1).public()["input"]
    assert {key: value for key, value in given.items() if value} == {"kind": "none"}


def test_each_public_step_is_json_with_the_same_keys():
    keys = {tuple(step.public()["input"]) for recipe in all_recipes() for step in recipe.steps}
    assert len(keys) == 1
    json.dumps([step.public() for recipe in all_recipes() for step in recipe.steps])


def test_recipes_can_be_kept_in_sets():
    assert len(set(all_recipes())) == 8


def test_screen_texts():
    assert screen_text("too_few").text == "Te weinig mensen om dit te laten zien. Vertel het elkaar."
    assert screen_text("quote_asked").answers == ("Ja", "Ja, zonder naam", "Nee")
    assert screen_text("first_time").attribution == "unlinked"
    assert texts().min_people == 5
    assert texts().circle_lines.keys() == {"me", "teller", "table", "room", "region", "everyone"}
    with pytest.raises(KeyError):
        screen_text("nergens")
