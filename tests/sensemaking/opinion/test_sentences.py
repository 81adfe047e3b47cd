import re
from dataclasses import replace

import numpy as np
import pytest

from sensemaking import about, group_words, landscape, overview
from sensemaking.opinion.sentences import TOO_FEW_ANSWERS, TOO_FEW_PEOPLE
from tests.sensemaking.rooms import chance_room, planted_room, room


@pytest.fixture(scope="module")
def divided():
    return landscape(planted_room(5, people=30, clear=0.95))


def test_too_few_people():
    assert overview(landscape(room(np.ones((6, 9))))) == (TOO_FEW_PEOPLE,)
    assert TOO_FEW_PEOPLE == "Te weinig mensen om dit te laten zien. Vertel het elkaar."


def test_enough_people_but_too_few_answers():
    assert overview(landscape(room(np.ones((20, 2))))) == (TOO_FEW_ANSWERS,)


def test_no_groups():
    said = overview(landscape(chance_room(1)))
    assert said == ("We zien geen duidelijke denkrichtingen.", "Een verdeling die je nu ziet, kan toeval zijn.")


def test_groups_and_how_sure_that_is(divided):
    said = overview(divided)
    assert said[0] == "We zien twee denkrichtingen."
    assert said[1].startswith("Hoe zeker is dat?")
    assert said[1].endswith("hooguit 1 keer in de 200.")
    assert said[2] == "Met minder zinnen blijft het beeld bijna gelijk."
    assert overview(replace(divided, stays=0.8))[2].endswith("hoort een deel van de mensen ergens anders bij.")
    assert overview(replace(divided, stays=0.6))[2].endswith("Lees het dus voorzichtig.")


def test_who_is_not_on_the_map_is_told_without_a_number(divided):
    assert overview(replace(divided, unplaced=("x",)))[-1].startswith("Wie weinig zinnen beantwoordde")


def test_each_verdict_has_its_sentence(divided):
    view = divided.statements[0]
    said = {
        verdict: about(replace(view, verdict=verdict, agree=0.95, disagree=0.999, divides=0.95))
        for verdict in ("bridge", "shared_no", "divides")
    }
    assert said == {
        "bridge": "In elke denkrichting zijn de meesten het eens. Dat is waarschijnlijk.",
        "shared_no": "In elke denkrichting zijn de meesten het oneens. Dat is bijna zeker.",
        "divides": "Hier kijken we anders naar. Dat is waarschijnlijk.",
    }
    unknown = replace(view, verdict="unknown")
    assert about(unknown) == "Dit weten we nog niet."
    few = replace(unknown, by_group=(replace(view.room, agree=1, disagree=1, passes=1), view.room))
    assert about(few) == "Te weinig mensen kozen hier. Vertel het elkaar."
    assert about(replace(view, verdict="bridge", by_group=(), agree=0.95)).startswith("De meesten zijn het eens.")


def test_no_sentence_counts_people(divided):
    said = [*(about(view) for view in divided.statements), *overview(divided)]
    assert not re.search(r"\d", " ".join(said).replace("1 keer in de 200", ""))


def test_group_words():
    views = ("most_agree", "divided", "most_disagree", "too_few")
    assert [group_words(view) for view in views] == [
        "de meesten eens",
        "verdeeld",
        "de meesten oneens",
        "te weinig mensen",
    ]
