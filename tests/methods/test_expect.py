"""The announcement of a gathering, made from its recipe."""

import pytest

from werkplaats.methods.expect import PhaseBlock, expect, how_long
from werkplaats.methods.recipe import all_recipes, load_recipe

EVENING = load_recipe("delen-duiden-doen")


def test_the_main_evening():
    told = expect(EVENING)
    assert told.intro == (
        "Eerst horen wat er leeft. Dan samen begrijpen wat het betekent. Pas daarna bedenken wat we gaan doen. "
        "Het duurt anderhalf uur."
    )
    assert told.phases == (
        PhaseBlock(
            "share",
            "Delen",
            "Je vertelt over één moment",
            "Iets wat je zelf meemaakte. Het hoeft geen zwaar verhaal te zijn. "
            "Daarna vertel je het aan iemand die je nog niet kent.",
        ),
        PhaseBlock(
            "interpret",
            "Duiden",
            "Je tafel kijkt wat er terugkomt",
            "Wat lijkt op elkaar? Wat is juist anders? Je kiest samen wat telt.",
        ),
        PhaseBlock(
            "act",
            "Doen",
            "Je zegt wie wat kan doen",
            "Elke tafel maakt één aanbeveling. Jij kiest zelf één kleine stap. Overslaan mag.",
        ),
    )
    assert told.good_to_know == (
        "Jij bepaalt wie jouw woorden leest. Terugnemen kan ook later nog.",
        "Wat je deelt met je tafel of de zaal, is alleen voor die bijeenkomst. Wat de zaal zag, leest het team nog twee weken, voor het verslag. Daarna lees alleen jij het.",
        "In het verslag staat alleen waar jij ja op zei.",
        "Een telefoon is handig, maar hoeft niet. Papier kan ook. Een helper typt als je wilt.",
        "We gebruiken voornamen. Functies blijven aan de kapstok.",
        "Overslaan en stoppen mag altijd. Alleen luisteren is ook meedoen.",
    )


def test_people_of_the_municipality_are_announced():
    extra = set(expect(EVENING, municipality=True).good_to_know) - set(expect(EVENING).good_to_know)
    assert extra == {"Er zijn ook mensen van de gemeente. Zij lezen jouw woorden alleen als jij die met hen deelt."}


def test_what_cannot_be_taken_back_is_said_beforehand():
    told = expect(load_recipe("informeel-formeel-spiegel")).good_to_know
    assert "Bij sommige vragen tellen we alleen. Dat antwoord is van niemand. Terugnemen kan dan niet." in told


def test_a_recorder_is_announced():
    told = expect(load_recipe("omgekeerd-keukentafelgesprek")).good_to_know
    assert "We nemen alleen geluid op als de verteller dat wil." in told


def test_a_block_and_a_variant_change_the_announcement():
    text = expect(EVENING.with_block("stellingen", 5)).phases[1].text
    assert "Je legt zinnen van anderen naast je eigen ervaring." in text
    assert "Jij leest mee en zegt ja of nee." in expect(EVENING.with_variant("eerst_vertellen")).phases[0].text


@pytest.mark.parametrize("recipe", all_recipes(), ids=lambda recipe: recipe.id)
def test_every_recipe_announces_three_phases_in_short(recipe):
    told = expect(recipe)
    assert [block.name for block in told.phases] == ["Delen", "Duiden", "Doen"]
    for block in told.phases:
        assert len(block.title) <= 60
        assert not block.title.endswith(".")
        assert 0 < len(block.text) <= 240


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (20, "20 minuten"),
        (30, "een half uur"),
        (45, "drie kwartier"),
        (60, "een uur"),
        (75, "vijf kwartier"),
        (90, "anderhalf uur"),
        (100, "een uur en 40 minuten"),
        (105, "een uur en drie kwartier"),
        (120, "twee uur"),
        (150, "twee uur en een half uur"),
        (300, "5 uur"),
    ],
)
def test_how_long(minutes, said):
    assert how_long(minutes) == said
