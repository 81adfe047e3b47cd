import re
import string
from dataclasses import replace

import numpy as np
import pytest

from sensemaking import about, group_words, landscape, overview
from sensemaking.opinion.sentences import (
    about_few,
    about_group,
    about_pair,
    about_place,
    about_typical,
    at_most_once_in,
)
from sensemaking.opinion.votes import Votes
from sensemaking.opinion.wording import EN, NL
from tests.sensemaking.rooms import chance_room, planted_room, room


@pytest.fixture(scope="module")
def divided():
    return landscape(planted_room(5, people=30, clear=0.95))


def test_both_languages_say_the_same_things():
    def fields(sentence):
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}

    assert NL.keys() == EN.keys()
    assert all(fields(NL[key]) == fields(EN[key]) for key in NL)
    assert not [key for key in NL if NL[key] == EN[key] and key != "divided"]


def test_too_few_people():
    too_few = landscape(room(np.ones((6, 9))))
    assert overview(too_few) == ("Te weinig mensen om dit te laten zien. Vertel het elkaar.",)
    assert overview(too_few, "en") == ("Too few people to show this. Tell each other.",)


def test_enough_people_but_too_few_answers():
    assert overview(landscape(room(np.ones((20, 2))))) == (
        "Te weinig antwoorden om een beeld te tekenen. Praat er samen over.",
    )


def test_no_groups_is_said_without_claiming_that_all_think_alike():
    said = overview(replace(landscape(chance_room(1)), chance=0.4))
    assert said[:2] == ("We zien geen duidelijke denkrichtingen.", "Een verdeling die je nu ziet, kan toeval zijn.")
    assert said[2].startswith("Dat bewijst niet dat iedereen hetzelfde denkt.")
    assert said[-1] == "Dit gaat over wie antwoordde. Over wie er niet was, zegt het niets."


def test_more_than_chance_and_still_no_groups_is_not_called_chance():
    """London: shuffled votes are seldom as divided, and yet groups foretell nothing."""
    alone = landscape(chance_room(1))
    assert overview(replace(alone, chance=0.5))[1] == NL["could_be_chance"]
    assert overview(replace(alone, chance=0.01))[1].startswith("De antwoorden hangen wel samen.")


def test_groups_and_how_sure_that_is(divided):
    said = overview(replace(divided, numbers=((1, 0.0), (2, 0.95), (3, 0.05)), stays=0.95, scale=0.01))
    assert said[0] == "We zien twee denkrichtingen."
    assert said[1].startswith("Hoe zeker is dat? We schudden de antwoorden per zin door elkaar.")
    assert said[1].endswith("hooguit 1 keer in de 200.")
    assert said[2].startswith("Het aantal is vrij zeker")
    assert said[3] == "Van bijna iedereen is duidelijk bij welke denkrichting die hoort."


@pytest.mark.parametrize(
    ("near", "says"), [(1, "stays_firm"), (2, "stays_partly"), (7, "stays_partly"), (8, "stays_loose")]
)
def test_nearly_everyone_is_said_of_19_in_20_people_and_no_fewer(divided, near, says):
    places = tuple(replace(one, stays=0.6 if i < near else 0.99) for i, one in enumerate(divided.places))
    assert len(places) == 30
    assert NL[says] in overview(replace(divided, places=places))


def test_that_it_may_be_a_sliding_scale_is_said_when_it_may(divided):
    said = overview(replace(divided, scale=0.713))
    assert said[1].startswith("Een glijdende schaal zag er in 71 van de 100 keer net zo verdeeld uit.")
    assert "6 van de 100" in overview(replace(divided, scale=0.06))[1]
    assert not any("glijdende schaal" in one for one in overview(replace(divided, scale=0.05)))


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        (((2, 0.7), (3, 0.2), (4, 0.1)), "Het aantal is waarschijnlijk, maar niet zeker. Het kunnen er ook drie zijn."),
        (((2, 0.4), (3, 0.3), (4, 0.3)), "Het aantal is niet zeker. Het kunnen er ook drie of vier zijn."),
        (((1, 0.6), (2, 0.4)), "Het aantal is niet zeker. Het kan ook zijn dat er geen aparte denkrichtingen zijn."),
        (((1, 0.1), (2, 0.6), (3, 0.15), (4, 0.15)), "Het aantal is niet zeker."),
    ],
)
def test_how_sure_the_number_of_groups_is(divided, numbers, says):
    assert overview(replace(divided, numbers=numbers))[2] == says


@pytest.mark.parametrize(
    ("chance", "times"), [(1 / 201, 200), (1 / 200, 200), (0.015, 60), (0.02, 50), (0.3, 3), (1, 1)]
)
def test_a_chance_is_never_made_smaller_by_rounding(chance, times):
    assert at_most_once_in(chance) == times
    assert chance <= 1 / times + 1e-12


def test_who_is_not_on_the_map_is_told_without_a_number(divided):
    assert any(one.startswith("Wie weinig zinnen") for one in overview(replace(divided, unplaced=("x",))))
    assert not any(one.startswith("Wie weinig zinnen") for one in overview(divided))


def test_group_is_a_working_group_and_never_said_of_ways_of_thinking():
    assert [key for key, said in NL.items() if "groep" in said.lower()] == []
    assert [key for key, said in EN.items() if "group" in said.lower()] == []


def test_each_verdict_has_its_sentence(divided):
    view = divided.statements[0]
    view = replace(view, by_group=(replace(view.room, agree=10, disagree=10, passes=0),) * 2)
    said = {
        verdict: about(replace(view, verdict=verdict, agree=0.95, disagree=0.999, divides=0.95))
        for verdict in ("bridge", "shared_no", "divides")
    }
    assert said == {
        "bridge": "In elke denkrichting zijn de meesten het eens. Dat is waarschijnlijk.",
        "shared_no": "In elke denkrichting zijn de meesten het oneens. Dat is bijna zeker.",
        "divides": "Hier verschillen we. Dat is waarschijnlijk.",
    }
    unknown = replace(view, verdict="unknown")
    assert about(unknown) == "Dit weten we nog niet."
    few = replace(unknown, by_group=(replace(view.room, agree=1, disagree=1, passes=1), view.room))
    assert about(few) == "Te weinig mensen kozen hier. Vertel het elkaar."
    assert about(replace(view, verdict="bridge", by_group=(), agree=0.95)).startswith("De meesten zijn het eens.")
    assert about(unknown, "en") == "This we do not know yet."


def test_pairs_groups_places_and_the_few_have_their_sentences(divided):
    group, place = divided.groups[0], divided.places[0]
    assert about_pair(divided.between(0, 1)[0]).startswith("De meesten in allebei deze denkrichtingen zijn het eens.")
    assert about_pair(divided.apart(0, 1)[0]).startswith("In de ene denkrichting zijn de meesten het eens")
    assert about_group(replace(group, stability=0.9)) == (NL["group_firm"],)
    assert about_group(replace(group, stability=0.6)) == (NL["group_partly"],)
    assert about_group(replace(group, stability=0.3, typical=())) == (NL["group_loose"], NL["nothing_typical"])
    assert about_place(replace(place, stays=0.95)) == NL["place_firm"]
    assert about_place(replace(place, stays=0.8)) == NL["place_likely"]
    assert about_place(replace(place, stays=0.5)) == NL["place_between"]
    assert about_place(replace(place, stays=None)) == ""
    assert about_few(divided) == (NL["few"], NL["few_no_majority"])
    assert about_few(replace(divided, few=())) == (NL["few_none"],)


def test_a_typical_statement_is_said_with_its_difference_and_how_sure_it_is(divided):
    one = replace(divided.groups[0].typical[0], direction="disagree", difference_low=0.6, q=0.001)
    assert about_typical(one) == (
        "De meesten in deze denkrichting zijn het oneens, veel vaker dan de anderen. Dat is bijna zeker."
    )
    assert "duidelijk vaker" in about_typical(replace(one, difference_low=0.3))
    assert ", vaker dan" in about_typical(replace(one, direction="agree", difference_low=0.1))
    assert about_typical(replace(one, q=0.04)).endswith("Dat is waarschijnlijk.")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_counts_people(divided, language):
    said = [*(about(view, language) for view in divided.statements), *overview(divided, language)]
    said += [one for group in divided.groups for one in about_group(group, language)]
    said += [about_typical(one, language) for group in divided.groups for one in group.typical]
    said += [about_place(place, language) for place in divided.places] + list(about_few(divided, language))
    assert not re.search(r"\d", re.sub(r"1 keer in de 200|1 time in 200", "", " ".join(said)))


def test_group_words():
    views = ("most_agree", "divided", "most_disagree", "too_few")
    assert [group_words(view) for view in views] == [
        "de meesten eens",
        "verdeeld",
        "de meesten oneens",
        "te weinig mensen",
    ]
    assert group_words("divided", "en") == "divided"


def test_without_a_statement_it_is_not_said_that_people_are_too_few():
    votes = Votes.of([(i, 1, 1) for i in range(20)], moderated_out=[1])
    assert overview(landscape(votes)) == ("Er zijn geen stellingen (meer) om te laten zien.",)
