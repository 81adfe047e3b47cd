import re
from dataclasses import replace

import numpy as np
import pytest

from sensemaking.patterns import patterns
from sensemaking.patterns.counting import Counted, Left, left_out
from sensemaking.patterns.found import Found
from sensemaking.patterns.sentences import overview, said
from sensemaking.patterns.showing import Answer, Shown
from sensemaking.patterns.subjects import features, subjects
from sensemaking.patterns.three_way import Within
from sensemaking.patterns.wording import DUTCH, ENGLISH
from tests.sensemaking.stories import chance, planted

FOUND = Found("a test", 80, 71, 9, 1.0, 0.001, "Cramér's V", 0.4, 0.2, 0.6)
COUNTED = Counted(18, 24, 6, 11, 56, True)
NINE = Left(9, 8, 6)
NAMES = ("hulp", "gevoel")
BASE = "Dit rust op 80 verhalen van 71 vertellers; 9 verhalen hadden hier geen antwoord."
ON = "This rests on 80 stories of 71 tellers; 9 stories had no answer here."
EACH = {subject.key: features(subject) for subject in subjects(chance(0, n=30))}


def shown(first, second, found=FOUND):
    none = np.zeros(30, dtype=bool)
    return Shown(first, second, found, none, none)


def answer(key, place=0, side=1):
    return Answer(EACH[key][place], side)


def both(first, second, counted=COUNTED, found=FOUND, left=NINE):
    one = shown(first, second, found)
    return tuple(said(language, "shows", NAMES, found, one, counted, left) for language in ("nl", "en"))


def test_two_options():
    assert both(answer("hulp"), answer("gevoel")) == (
        "Wie bij ‘hulp’ koos voor ‘niemand’, koos bij ‘Hoe voelde het?’ vaker voor ‘boos’. "
        "Van de 24 verhalen met ‘niemand’ lieten 18 dit zien en 6 niet. Bij de andere 56 waren het er 11. "
        "Het verband is duidelijk. Het kan ook zwak of sterk zijn. " + BASE,
        "Those who chose ‘niemand’ for ‘hulp’ more often chose ‘boos’ for ‘Hoe voelde het?’. "
        "Of the 24 stories with ‘niemand’ 18 showed this and 6 did not. Among the other 56 it was 11. "
        "The relation is clear. It may also be weak or strong. " + ON,
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
            "zette de schuif bij ‘Hoe duidelijk was het?’ vaker verder naar ‘helder’ dan het middelste verhaal",
            "more often set ‘Hoe duidelijk was het?’ further towards ‘helder’ than the middle story",
        ),
        (
            answer("begrip", side=-1),
            "zette de schuif bij ‘Hoe duidelijk was het?’ vaker verder naar ‘vaag’ dan het middelste verhaal",
            "more often set ‘Hoe duidelijk was het?’ further towards ‘vaag’ than the middle story",
        ),
        (
            answer("nodig", 1),
            "legde de stip bij ‘Wat was nodig?’ vaker dichter bij ‘uitleg’ dan het middelste verhaal",
            "more often placed the dot of ‘Wat was nodig?’ closer to ‘uitleg’ than the middle story",
        ),
        (
            answer("nodig", 1, side=-1),
            "legde de stip bij ‘Wat was nodig?’ vaker verder van ‘uitleg’ dan het middelste verhaal",
            "more often placed the dot of ‘Wat was nodig?’ further from ‘uitleg’ than the middle story",
        ),
        (
            answer("plek.zij", 1),
            "legde ‘zij’ bij ‘Leg de stenen’ vaker verder naar ‘warm’ dan het middelste verhaal",
            "more often laid ‘zij’ in ‘Leg de stenen’ further towards ‘warm’ than the middle story",
        ),
        (
            answer("plek.zij", 0, side=-1),
            "legde ‘zij’ bij ‘Leg de stenen’ vaker verder naar ‘ver’ dan het middelste verhaal",
            "more often laid ‘zij’ in ‘Leg de stenen’ further towards ‘ver’ than the middle story",
        ),
    ],
)
def test_each_kind_of_answer(second, dutch, english):
    nl, en = both(answer("over", 1), second)
    assert nl.startswith(
        f"Wie bij ‘Waarover ging het?’ koos voor ‘zorg’, {dutch}. Van de 24 verhalen met ‘zorg’ lieten 18 dit zien"
    )
    assert en.startswith(
        f"Those who chose ‘zorg’ for ‘Waarover ging het?’ {english}. Of the 24 stories with ‘zorg’ 18 showed this"
    )


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
    assert nl.startswith(f"{dutch} Van de 80 verhalen lieten 52 dit zien en 28 niet. ")
    assert en.startswith(f"{english} Of the 80 stories 52 showed this and 28 did not. ")


@pytest.mark.parametrize(
    ("elsewhere", "dutch", "english"),
    [
        (
            "less",
            "Bij de andere verhalen was dat verschil kleiner.",
            "In the other stories that difference was smaller.",
        ),
        (
            "hardly",
            "Bij de andere verhalen was er bijna geen verschil.",
            "In the other stories there was hardly any difference.",
        ),
        ("reversed", "Bij de andere verhalen was het andersom.", "In the other stories it was the other way round."),
    ],
)
def test_within_one_group_and_which_way_elsewhere(elsewhere, dutch, english):
    none = np.zeros(30, dtype=bool)
    one = Within(answer("gevoel"), answer("begrip", side=-1), FOUND, none, none, answer("waar", 1), elsewhere)
    counts = Counted(12, 18, 6, None, None, True)
    assert said("nl", "shows", NAMES, FOUND, one, counts).startswith(
        "Bij verhalen met ‘dorp’ (Waar was het?) ligt het anders: wie bij ‘Hoe voelde het?’ koos voor ‘boos’, zette de "
        f"schuif bij ‘Hoe duidelijk was het?’ vaker verder naar ‘vaag’ dan het middelste verhaal. {dutch} "
        "Van de 18 verhalen met ‘boos’ en ‘dorp’ lieten 12 dit zien en 6 niet. Het verband"
    )
    assert said("en", "shows", NAMES, FOUND, one, counts).startswith(
        "In stories with ‘dorp’ (Waar was het?) it is different: those who chose ‘boos’ for ‘Hoe voelde het?’ more often "
        f"set ‘Hoe duidelijk was het?’ further towards ‘vaag’ than the middle story. {english} "
        "Of the 18 stories with ‘boos’ and ‘dorp’ 12 showed this and 6 did not. The relation"
    )


def test_counts_below_five_are_words():
    nl, en = both(answer("hulp"), answer("gevoel"), Counted(None, 24, None, None, None, True))
    assert "De meeste van de 24 verhalen met ‘niemand’ lieten dit zien. Meer aantallen noemen we niet" in nl
    assert "Most of the 24 stories with ‘niemand’ showed this. No other counts are told" in en
    nl, _ = both(answer("hulp"), answer("gevoel"), Counted(None, 24, None, None, None, False))
    assert "‘boos’. Meer aantallen noemen we niet: bij een ervan gaat het om minder dan vijf mensen." in nl
    nl, en = both(answer("hulp"), answer("gevoel"), Counted(24, 24, 0, 0, 56, True))
    assert "Alle 24 verhalen met ‘niemand’ lieten dit zien. Bij de andere 56 was het er geen enkele." in nl
    assert "All 24 stories with ‘niemand’ showed this. Among the other 56 it was none." in en


@pytest.mark.parametrize("left", [Left(3, 3, 3), Left(6, 3, 0)])
def test_few_without_an_answer_cannot_be_worked_out_from_the_totals(left):
    nl, en = both(answer("hulp"), answer("gevoel"), left=left)
    assert nl.endswith("lieten 18 dit zien en 6 niet. Het verband is duidelijk. Het kan ook zwak of sterk zijn. "
                       "Dit rust op bijna alle verhalen.")  # fmt: skip
    assert en.endswith("18 showed this and 6 did not. The relation is clear. It may also be weak or strong. "
                       "This rests on nearly all stories.")  # fmt: skip
    slope = both(answer("begrip"), answer("trouw"), Counted(52, 80, 28, None, None, True), left=left)
    assert "De meeste verhalen lieten dit zien. Meer aantallen noemen we niet" in slope[0]
    for told in (
        *slope,
        said("nl", "not_clear", NAMES, FOUND, left=left),
        said("en", "not_clear", NAMES, FOUND, left=left),
    ):
        assert not re.search(r"\d", told)


def test_few_tellers_without_an_answer_cannot_be_worked_out_either():
    nl, en = both(answer("hulp"), answer("gevoel"), left=Left(9, 7, 2))
    assert nl.endswith(" Dit rust op 80 verhalen; 9 verhalen hadden hier geen antwoord.")
    assert en.endswith(" This rests on 80 stories; 9 stories had no answer here.")
    assert both(answer("hulp"), answer("gevoel"), left=Left())[0].endswith("van 71 vertellers.")


@pytest.mark.parametrize(
    ("effect_name", "effect", "low", "high", "says"),
    [
        ("Cramér's V", 0.6, 0.5, 0.7, "Het verband is sterk."),
        (
            "Cramér's V",
            0.2,
            0.05,
            0.35,
            "Het verband is zwak. Het kan ook heel zwak of duidelijk zijn.",
        ),
        (
            "Cliff's delta",
            -0.4,
            -0.5,
            -0.2,
            "Het verband is duidelijk. Het kan ook zwak of sterk zijn.",
        ),
        (
            "Spearman's rho",
            -0.6,
            -0.7,
            0.1,
            "Het verband is sterk. Het kan ook heel zwak, zwak of duidelijk zijn.",
        ),
        ("shared spread", 0.2, 0.15, 0.3, "Het verband is sterk."),
        ("epsilon squared", 0.1, 0.07, 0.12, "Het verband is duidelijk."),
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
            "‘hulp’ en ‘gevoel’: in deze 80 verhalen is een patroon nog niet duidelijk. Dat bewijst niet dat er geen is.",
            "‘hulp’ and ‘gevoel’: in these 80 stories a pattern is not clear yet. That does not prove that there is none.",
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


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ([1, 1, 1, 1, 1], Left()),
        ([1, 0, 1, 1, 1], Left(1, 1, 0)),
        ([0, 0, 1, 1, 0], Left(3, 2, 1)),
    ],
)
def test_who_is_left_out_is_counted_in_stories_tellers_and_silent_tellers(kept, left):
    assert left_out(np.array(kept, dtype=bool), np.array([0, 0, 1, 0, 2])) == left


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
        "We legden 10 keer twee of drie vragen naast elkaar; daarin is nog geen patroon duidelijk.",
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
