"""The shipped recipes: they load, add up, and speak the words of the glossary."""

import re
import subprocess
import sys

import pytest

from werkplaats.methods.codes import GUARDED, IN_SESSION
from werkplaats.methods.nodes import RecipeError
from werkplaats.methods.recipe import all_recipes, building_blocks, load_recipe
from werkplaats.methods.texts import RECIPES

GOLDEN = {  # steps, duration, phone minutes, own phone minutes, rounds
    "casusinbreng-intervisie": (10, 75, 65, 45, 1),
    "delen-duiden-doen": (10, 90, 75, 45, 1),
    "een-twee-vier-allen": (6, 30, 22, 15, 1),
    "informeel-formeel-spiegel": (9, 60, 45, 38, 2),
    "omgekeerd-keukentafelgesprek": (12, 120, 75, 65, 1),
    "rationeel-relationeel": (9, 90, 55, 40, 2),
    "reflectie-achteraf": (9, 45, 38, 30, 1),
    "zeven-stappen-droom": (7, 105, 55, 40, 1),
}
BLOCKS = ["tussenstop", "halen-brengen", "stellingen", "toestemming", "reactie", "terugkoppeling"]


def test_there_are_eight_and_they_add_up():
    found = {
        recipe.id: (
            len(recipe.steps),
            recipe.duration_minutes,
            recipe.phone_minutes,
            recipe.own_phone_minutes,
            max(step.round for step in recipe.steps),
        )
        for recipe in all_recipes()
    }
    assert found == GOLDEN


def test_they_come_by_name():
    names = [recipe.name for recipe in all_recipes()]
    assert names == sorted(names)


def test_the_building_blocks():
    assert [block.id for block in building_blocks()] == BLOCKS


def test_the_main_evening_step_by_step():
    steps = load_recipe("delen-duiden-doen").steps
    assert [(step.phase, step.form, step.input.kind, step.input.circle, step.input.attribution) for step in steps] == [
        ("arrive", "all", "none", "", "named"),
        ("share", "alone", "story", "table", "named"),
        ("share", "pair", "none", "", "named"),
        ("interpret", "alone", "triad", "room", "unseen"),
        ("interpret", "table", "card", "room", "named"),
        ("interpret", "all", "vote", "room", "unseen"),
        ("interpret", "all", "card", "room", "named"),
        ("act", "table", "recommendation", "room", "named"),
        ("act", "alone", "commitment", "table", "named"),
        ("close", "all", "scale", "room", "unseen"),
    ]
    assert [step.n for step in steps if step.consent_check == "now"] == [10]
    assert [step.n for step in steps if step.input.per_group] == [5, 8]


@pytest.mark.parametrize("recipe", all_recipes(), ids=lambda recipe: recipe.id)
def test_nothing_leaves_the_evening_before_consent(recipe):
    for step in recipe.steps:
        assert not step.input.asks or step.input.circle in IN_SESSION
    last_words = max(step.n for step in recipe.steps if step.input.asks and not step.input.is_choice)
    assert max(step.n for step in recipe.steps if step.consent_check) >= last_words


@pytest.mark.parametrize("recipe", all_recipes(), ids=lambda recipe: recipe.id)
def test_each_guarded_phase_is_announced(recipe):
    for phase in GUARDED:
        assert any(step.expect for step in recipe.steps if step.phase == phase)


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.yaml")), ids=lambda path: path.name)
def test_the_words_of_the_glossary(path):
    text = path.read_text(encoding="utf-8").lower()
    avoided = (
        r"\b(anoniem|stem|stemmen|cliënt|burgers?|doelgroep|gebruiker|dashboard|casuïstiek|uitdaging|input geven)\b"
    )
    assert re.findall(avoided, text) == []
    assert "—" not in text


def test_sentences_stay_short():
    steps = [
        step for recipe in all_recipes() for step in (*recipe.steps, *(s for v in recipe.variants for s in v.steps))
    ]
    for part in (*steps, *building_blocks()):
        for sentence in re.split(r"(?<=[.!?])\s+", f"{part.instruction} {part.expect}"):
            assert len(sentence.split()) <= 20, sentence


def test_phones_above_half_are_warned_about():
    warned = [recipe.id for recipe in all_recipes() if recipe.phone_warning]
    assert warned == [recipe.id for recipe in all_recipes() if recipe.own_phone_minutes * 2 > recipe.duration_minutes]
    assert load_recipe("delen-duiden-doen").phone_warning == ""
    assert load_recipe("delen-duiden-doen").phone_share == 0.5
    assert "65 van de 120 minuten" in load_recipe("omgekeerd-keukentafelgesprek").phone_warning


def test_an_unknown_recipe():
    with pytest.raises(KeyError):
        load_recipe("../texts")
    with pytest.raises(KeyError):
        load_recipe("texts")


def test_a_block_moves_the_steps_after_it():
    recipe = load_recipe("delen-duiden-doen").with_block("stellingen", after=5)
    assert [step.n for step in recipe.steps] == list(range(1, 12))
    assert (recipe.step(6).title, recipe.step(6).input.kind, recipe.step(6).block) == (
        "Eens of oneens?",
        "weigh",
        "stellingen",
    )
    assert recipe.step(6).input.options == ("eens", "oneens", "weet ik nog niet")
    assert recipe.step(7).title == "Samen kiezen wat telt"
    assert (recipe.duration_minutes, recipe.own_phone_minutes) == (100, 55)


WHERE = {  # after which steps of the main evening each block fits
    "tussenstop": list(range(11)),
    "halen-brengen": [0, 1],
    "stellingen": [5, 6, 7],
    "toestemming": [9, 10],
    "reactie": [9, 10],
    "terugkoppeling": [],
}


@pytest.mark.parametrize("block_id", BLOCKS)
def test_a_block_goes_only_where_it_fits(block_id):
    recipe = load_recipe("delen-duiden-doen")
    fits = []
    for after in range(-1, 13):
        try:
            recipe.with_block(block_id, after)
            fits.append(after)
        except RecipeError:
            pass
    assert fits == WHERE[block_id]


def test_a_block_in_the_wrong_place_says_why():
    recipe = load_recipe("delen-duiden-doen")
    with pytest.raises(RecipeError, match="'Eens of oneens\\?' hoort bij duiden en past niet na onderdeel 8"):
        recipe.with_block("stellingen", 8)
    with pytest.raises(RecipeError, match="voor 'Eens of oneens\\?' zijn eerst kaarten voor de zaal nodig"):
        recipe.with_block("stellingen", 4)
    with pytest.raises(KeyError):
        recipe.with_block("nergens", 4)


def test_a_block_without_a_phase_takes_the_phase_and_round_before_it():
    recipe = load_recipe("rationeel-relationeel").with_block("tussenstop", 7)
    assert (recipe.step(8).phase, recipe.step(8).round) == ("share", 2)


def test_a_variant_changes_only_what_it_names():
    plain = load_recipe("delen-duiden-doen")
    told = plain.with_variant("eerst_vertellen")
    changed = [step.n for step, other in zip(plain.steps, told.steps, strict=True) if step != other]
    assert changed == [2, 3]
    assert told.step(3).input.typed_by == "listener"
    assert told.step(2).phase == "share"
    assert (told.duration_minutes, told.phone_minutes) == (90, 75)
    assert told.preparation[-1] == "Leg uit: de ander schrijft, maar het verhaal blijft van de verteller."
    assert told.name == "Delen, duiden, doen (Eerst vertellen)"


def test_a_variant_replaces_roles_by_id():
    plain = load_recipe("omgekeerd-keukentafelgesprek")
    other = plain.with_variant("B")
    assert [role.id for role in other.roles] == [role.id for role in plain.roles]
    assert {role.id: role.name for role in other.roles}["tafelgenoot"] == "Gast van de instelling"
    with pytest.raises(KeyError):
        plain.with_variant("C")


def test_loading_needs_no_django():
    code = (
        "import sys\n"
        "from werkplaats.methods.recipe import all_recipes\n"
        "from werkplaats.methods import expect, guard, reading\n"
        "assert len(all_recipes()) == 8\n"
        "assert 'django' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
