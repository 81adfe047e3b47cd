from hypothesis import given
from hypothesis import strategies as st

from werkplaats.action.parts import PARTS, RESTS_ON, given_parts, missing_parts

FILLED = st.dictionaries(st.sampled_from([*PARTS, "title"]), st.sampled_from(["", "  ", "de buurt", "1 februari"]))


@given(FILLED, st.booleans())
def test_each_part_is_given_or_missing_never_both(parts, rests):
    words = {"parts": parts}
    named = [name for name, _text in given_parts(words)]
    missing = missing_parts(words, rests)
    assert not set(named) & set(missing)
    assert sorted(named + [part for part in missing if part != str(RESTS_ON)]) == sorted(map(str, PARTS.values()))
    assert (str(RESTS_ON) in missing) is not rests


@given(FILLED, st.sampled_from(list(PARTS)))
def test_filling_a_part_takes_exactly_that_one_off_the_list(parts, part):
    before = missing_parts({"parts": {**parts, part: ""}}, True)
    after = missing_parts({"parts": {**parts, part: "iets"}}, True)
    assert [one for one in before if one not in after] == [str(PARTS[part])]


def test_words_without_parts_miss_everything():
    assert missing_parts({"text": "Doe iets."}, False) == [*map(str, PARTS.values()), str(RESTS_ON)]
