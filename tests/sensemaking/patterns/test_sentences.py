import re
from dataclasses import replace

import numpy as np
import pytest

from sensemaking.patterns import patterns
from sensemaking.patterns.counting import Counted
from sensemaking.patterns.found import Found
from sensemaking.patterns.sentences import overview, said
from sensemaking.patterns.showing import Answer, Shown
from sensemaking.patterns.subjects import features, subjects
from sensemaking.patterns.three_way import Within
from sensemaking.patterns.wording import DUTCH, ENGLISH
from tests.sensemaking.stories import chance, planted

FOUND = Found("a test", 80, 71, 9, 1.0, 0.001, "Cramér's V", 0.4, 0.2, 0.6)
COUNTED = Counted(18, 24, 6, 11, 56, True)
NAMES = ("hulp", "gevoel")
BASE = "Dit rust op 80 verhalen van 71 vertellers; 9 verhalen hadden hier geen antwoord."
ON = "This rests on 80 stories of 71 tellers; 9 stories had no answer here."
EACH = {subject.key: features(subject) for subject in subjects(chance(0, n=30))}


def shown(first, second, found=FOUND):
    none = np.zeros(30, dtype=bool)
    return Shown(first, second, found, none, none)


def answer(key, place=0, side=1):
    return Answer(EACH[key][place], side)


def both(first, second, counted=COUNTED, found=FOUND):
    one = shown(first, second, found)
    return tuple(said(language, "shows", NAMES, found, one, counted) for language in ("nl", "en"))


def test_two_options():
    assert both(answer("hulp"), answer("gevoel")) == (
        "Wie bij ‘hulp’ koos voor ‘niemand’, koos bij ‘Hoe voelde het?’ vaker voor ‘boos’: 18 van de 24 verhalen, "
        "tegen 11 van de 56 andere verhalen. We zagen dit bij 18 van de 80 verhalen; 6 verhalen gaan ertegen in. "
        "Het verband is duidelijk; hoe sterk precies weten we niet, ergens tussen zwak en sterk. " + BASE,
        "Those who chose ‘niemand’ for ‘hulp’ more often chose ‘boos’ for ‘Hoe voelde het?’: 18 of 24 stories, "
        "against 11 of the 56 other stories. We saw this in 18 of 80 stories; 6 stories go against it. "
        "The relation is clear; how strong exactly we cannot tell, somewhere between weak and strong. " + ON,
    )


@pytest.mark.parametrize(
    ("second", "dutch", "english"),
    [
        (
            answer("gevoel", side=-1),
            "koos bij ‘Hoe voelde het?’ minder vaak voor ‘boos’",
            "less often chose ‘boos’ for ‘Hoe voelde het?’",
        ),
        (
            answer("begrip"),
            "zette de schuif bij ‘Hoe duidelijk was het?’ vaker dichter bij ‘helder’",
            "more often set ‘Hoe duidelijk was het?’ closer to ‘helder’",
        ),
        (
            answer("begrip", side=-1),
            "zette de schuif bij ‘Hoe duidelijk was het?’ vaker dichter bij ‘vaag’",
            "more often set ‘Hoe duidelijk was het?’ closer to ‘vaag’",
        ),
        (
            answer("nodig", 1),
            "legde de stip bij ‘Wat was nodig?’ vaker dichter bij ‘uitleg’",
            "more often placed the dot of ‘Wat was nodig?’ closer to ‘uitleg’",
        ),
        (
            answer("nodig", 1, side=-1),
            "legde de stip bij ‘Wat was nodig?’ vaker verder van ‘uitleg’",
            "more often placed the dot of ‘Wat was nodig?’ further from ‘uitleg’",
        ),
        (
            answer("plek.zij", 1),
            "legde ‘zij’ bij ‘Leg de stenen’ vaker dichter bij ‘warm’",
            "more often laid ‘zij’ in ‘Leg de stenen’ closer to ‘warm’",
        ),
        (
            answer("plek.zij", 0, side=-1),
            "legde ‘zij’ bij ‘Leg de stenen’ vaker dichter bij ‘ver’",
            "more often laid ‘zij’ in ‘Leg de stenen’ closer to ‘ver’",
        ),
    ],
)
def test_each_kind_of_answer(second, dutch, english):
    nl, en = both(answer("over", 1), second)
    assert nl.startswith(f"Wie bij ‘Waarover ging het?’ koos voor ‘zorg’, {dutch}: 18 van de 24 verhalen, tegen 11")
    assert en.startswith(f"Those who chose ‘zorg’ for ‘Waarover ging het?’ {english}: 18 of 24 stories, against 11")


@pytest.mark.parametrize(
    ("first", "second", "dutch", "english"),
    [
        (
            answer("begrip"),
            answer("trouw", side=-1),
            "Hoe dichter bij ‘helder’ (Hoe duidelijk was het?), hoe dichter bij ‘geen’ (Hoeveel vertrouwen?).",
            "The closer to ‘helder’ (Hoe duidelijk was het?), the closer to ‘geen’ (Hoeveel vertrouwen?).",
        ),
        (
            answer("nodig", 2),
            answer("plek.wij", 0),
            "Hoe dichter bij ‘hulp’ (Wat was nodig?), hoe dichter ‘wij’ bij ‘dichtbij’ (Leg de stenen).",
            "The closer to ‘hulp’ (Wat was nodig?), the closer ‘wij’ to ‘dichtbij’ (Leg de stenen).",
        ),
        (
            answer("begrip"),
            answer("nodig", 2, side=-1),
            "Hoe dichter bij ‘helder’ (Hoe duidelijk was het?), hoe verder van ‘hulp’ (Wat was nodig?).",
            "The closer to ‘helder’ (Hoe duidelijk was het?), the further from ‘hulp’ (Wat was nodig?).",
        ),
    ],
)
def test_slopes(first, second, dutch, english):
    nl, en = both(first, second, Counted(52, 80, 28, None, None, True))
    assert nl.startswith(f"{dutch} We zagen dit bij 52 van de 80 verhalen; 28 verhalen gaan ertegen in. ")
    assert en.startswith(f"{english} We saw this in 52 of 80 stories; 28 stories go against it. ")


def test_within_one_group():
    none = np.zeros(30, dtype=bool)
    one = Within(answer("gevoel"), answer("begrip", side=-1), FOUND, none, none, answer("waar", 1))
    counts = Counted(12, 18, 6, None, None, True)
    assert said("nl", "shows", NAMES, FOUND, one, counts).startswith(
        "Bij verhalen met ‘dorp’ (Waar was het?) ligt het anders: wie bij ‘Hoe voelde het?’ koos voor ‘boos’, zette de "
        "schuif bij ‘Hoe duidelijk was het?’ vaker dichter bij ‘vaag’: 12 van de 18 verhalen. Bij de andere verhalen "
        "is dat minder zo, of juist andersom. We zagen dit bij 12 van de 80 verhalen; 6 verhalen gaan ertegen in. "
    )
    assert said("en", "shows", NAMES, FOUND, one, counts).startswith(
        "In stories with ‘dorp’ (Waar was het?) it is different: those who chose ‘boos’ for ‘Hoe voelde het?’ more often "
        "set ‘Hoe duidelijk was het?’ closer to ‘vaag’: 12 of 18 stories. In the other stories this is less so, or the "
        "other way round. We saw this in 12 of 80 stories; 6 stories go against it. "
    )


def test_counts_below_five_are_words():
    nl, en = both(answer("hulp"), answer("gevoel"), Counted(None, 24, None, None, None, True))
    assert "‘boos’: de meeste van de 24 verhalen. Meer aantallen noemen we niet" in nl
    assert "‘Hoe voelde het?’: most of 24 stories. No other counts are told" in en
    nl, _ = both(answer("hulp"), answer("gevoel"), Counted(None, 24, None, None, None, False))
    assert "‘boos’. Meer aantallen noemen we niet: bij een ervan gaat het om minder dan vijf mensen." in nl
    nl, en = both(answer("hulp"), answer("gevoel"), found=replace(FOUND, missing=3))
    assert "; een paar verhalen hadden hier geen antwoord." in nl
    assert "; a few stories had no answer here." in en
    nl, _ = both(answer("hulp"), answer("gevoel"), found=replace(FOUND, missing=0))
    assert nl.endswith("van 71 vertellers.")


@pytest.mark.parametrize(
    ("effect_name", "effect", "low", "high", "says"),
    [
        ("Cramér's V", 0.6, 0.5, 0.7, "Het verband is sterk."),
        (
            "Cramér's V",
            0.2,
            0.05,
            0.35,
            "Het verband is zwak; hoe sterk precies weten we niet, ergens tussen heel zwak en duidelijk.",
        ),
        (
            "Cliff's delta",
            -0.4,
            -0.5,
            -0.2,
            "Het verband is duidelijk; hoe sterk precies weten we niet, ergens tussen zwak en sterk.",
        ),
        (
            "Spearman's rho",
            -0.6,
            -0.7,
            0.1,
            "Het verband is sterk; hoe sterk precies weten we niet, ergens tussen heel zwak en sterk.",
        ),
        ("shared spread", 0.2, 0.15, 0.3, "Het verband is sterk."),
    ],
)
def test_how_strong_in_words(effect_name, effect, low, high, says):
    found = replace(FOUND, effect_name=effect_name, effect=effect, low=low, high=high)
    nl, _ = both(answer("hulp"), answer("gevoel"), found=found)
    assert f" {says} Dit rust op" in nl


@pytest.mark.parametrize(
    ("state", "dutch", "english"),
    [
        (
            "not_clear",
            "‘hulp’ en ‘gevoel’: in deze 80 verhalen zien we geen duidelijk patroon. Dat bewijst niet dat er geen is.",
            "‘hulp’ and ‘gevoel’: in these 80 stories we see no clear pattern. That does not prove that there is none.",
        ),
        (
            "too_few",
            "‘hulp’ en ‘gevoel’: te weinig verhalen voor een patroon. Leg de verhalen naast elkaar en lees ze samen.",
            "‘hulp’ and ‘gevoel’: too few stories for a pattern. Lay the stories side by side and read them together.",
        ),
        (
            "nothing",
            "‘hulp’ en ‘gevoel’: hier valt niets te vergelijken. Er zijn geen verschillende antwoorden.",
            "‘hulp’ and ‘gevoel’: there is nothing to compare. No answers differ.",
        ),
    ],
)
def test_without_a_pattern(state, dutch, english):
    assert said("nl", state, NAMES, FOUND) == dutch
    assert said("en", state, NAMES, FOUND) == english


def test_together_but_nowhere_in_particular():
    assert said("nl", "shows", ("hulp", "begrip", "waar"), FOUND).startswith(
        "De antwoorden op ‘hulp’, ‘begrip’ en ‘waar’ hangen samen, maar niet duidelijk bij één antwoord. "
        "Kijk naar het geheel. Het verband is duidelijk"
    )


def test_no_sentence_says_that_there_is_no_relation():
    found = [*patterns(planted(n=15), family=(("hulp", "gevoel"),)).results, *patterns(planted(n=90)).results]
    told = " ".join(one.sentence_nl + one.sentence_en for one in found)
    assert "geen verband" not in told
    assert "no relation" not in told
    assert {one.state for one in found} == {"too_few", "shows", "not_clear"}


def test_no_count_below_five_is_told():
    """Every number in the sentences of a small meeting is five or more, or a part of 1 in 20."""
    for seed in range(3):
        found = patterns(planted(seed, n=45))
        told = " ".join(one.sentence_nl + one.sentence_en for one in found.results)
        assert all(int(number) >= 5 for number in re.findall(r"\d+", told))


def test_the_whole_in_a_few_sentences():
    assert overview("nl", 110, 96, 66, 11, enough=True) == (
        "We lazen de antwoorden bij 110 verhalen van 96 vertellers.",
        "We legden 66 keer twee of drie vragen naast elkaar; daarin zien we 11 patronen.",
        "Van zulke patronen is naar verwachting hooguit 1 op de 20 toeval.",
        "Een patroon zegt wat samengaat, niet wat waardoor komt. Lees ook de verhalen die ertegen ingaan.",
    )
    assert overview("en", 110, 96, 66, 1, enough=True)[1] == (
        "We laid two or three questions beside each other 66 times; in that we see one pattern."
    )
    assert overview("nl", 40, 40, 10, 0, enough=False) == (
        "We lazen de antwoorden bij 40 verhalen van 40 vertellers.",
        "Rekenen helpt pas vanaf 80 tot 100 verhalen. Drie tot vijf verhalen die erg verschillen, zijn al genoeg voor een goed gesprek.",
        "We legden 10 keer twee of drie vragen naast elkaar; daarin zien we geen duidelijk patroon.",
        "Dat bewijst niet dat er geen patronen zijn.",
    )
    assert overview("en", 4, 3, 0, 0, enough=False) == (
        "We read the answers to fewer than five stories of fewer than five tellers.",
        "Statistics begin at 80 to 100 stories. Three to five stories that differ much are enough for a good talk.",
        "There are too few stories to compare questions. Lay the stories side by side.",
    )


def test_both_languages_put_the_same_figures_in_the_same_sentences():
    for field in DUTCH.__dataclass_fields__:
        dutch, english = getattr(DUTCH, field), getattr(ENGLISH, field)
        if isinstance(dutch, str):
            assert set(re.findall(r"{\w+}", dutch)) == set(re.findall(r"{\w+}", english)), field
