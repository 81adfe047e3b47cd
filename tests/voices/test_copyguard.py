from hypothesis import given
from hypothesis import strategies as st

from werkplaats.voices.copyguard import copied, without

SAID = "De brief lag drie weken in de la. Ik durfde hem niet open te maken."


def test_five_words_in_a_row_are_a_copy_four_are_not():
    assert copied("Iemand vertelde: de brief lag drie weken te wachten.", [SAID]) == ["de brief lag drie weken"]
    assert copied("Iemand vertelde: de brief lag drie dagen te wachten.", [SAID]) == []


def test_capitals_and_punctuation_do_not_hide_a_copy():
    assert copied("DE BRIEF, lag – drie... weken in de la!", [SAID]) == ["DE BRIEF, lag – drie... weken in de la"]


def test_a_whole_short_sentence_is_a_copy_part_of_one_is_not():
    assert copied("Zij zei: zo. Niemand belt terug. Dat was het.", ["Niemand belt terug."]) == ["Niemand belt terug"]
    assert copied("Niemand belt terug in de winter.", ["Niemand belt terug."]) == []
    assert copied("Ja. Precies.", ["Ja. Precies."]) == []


def test_what_was_read_aloud_is_nobodys():
    theme = "Wanneer lukt het om hulp te vragen?"
    assert copied(f"De vraag was: {theme}", [f"{theme} Nooit."], allowed=[theme]) == []


def test_copies_are_taken_out_and_the_rest_stays():
    assert without("Men zei: de brief lag drie weken in de la. Klaar.", [SAID]) == "Men zei: [...]. Klaar."


WORDS = st.lists(
    st.sampled_from(["brief", "la", "buur", "belt", "helpt", "niet", "samen", "loket"]), min_size=5, max_size=12
)


@given(WORDS, WORDS, WORDS)
def test_five_words_of_a_voice_are_found_wherever_they_stand(said, before, after):
    text = " ".join([*before, *said[:5], *after])
    assert any(" ".join(said[:5]) in stretch for stretch in copied(text, [" ".join(said)]))


@given(WORDS)
def test_other_words_are_never_a_copy(said):
    assert copied("Bewoners vertelden over post, contact en wachten op antwoord.", [" ".join(said)]) == []


@given(WORDS, WORDS)
def test_taking_out_leaves_no_copy(said, around):
    text = " ".join([*around, *said])
    assert copied(without(text, [" ".join(said)]), [" ".join(said)]) == []
