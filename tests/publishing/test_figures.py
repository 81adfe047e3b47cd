from hypothesis import given
from hypothesis import strategies as st

from werkplaats.publishing.figures import counted, first_timers, people, viewpoints

COUNT = st.integers(0, 60)


def few(number):
    return 0 < number < 5


@given(COUNT, COUNT)
def test_people_hold_the_truth_and_no_part_below_five(phones, without):
    shown = people(phones, without)
    if shown is None:
        assert phones + without < 5
        return
    assert shown["low"] >= 5
    assert shown["low"] <= phones + without <= shown["high"]
    assert not few(shown["high"] - shown["low"])


@given(COUNT, COUNT, COUNT)
def test_first_timers_give_away_no_part_below_five(yes, no, unknown):
    shown = first_timers(yes, no, yes + no + unknown)
    if shown is None:
        assert no < 5 or few(yes) or few(unknown)
        return
    total = yes + no + unknown
    derivable = (shown["low"], shown["high"] - shown["low"], total - shown["high"])
    assert not any(few(part) for part in derivable)
    assert shown["low"] <= no <= shown["high"]


@given(st.dictionaries(st.sampled_from(["resident", "policy", "student"]), COUNT))
def test_viewpoints_show_groups_of_five_and_up_as_they_are(counts):
    shown = viewpoints(counts)
    assert shown == {kind: count for kind, count in counts.items() if count >= 5}


@given(COUNT)
def test_a_count_is_itself_or_nothing(count):
    assert counted(count) == (None if few(count) else count)


def test_a_tally_that_asks_more_people_than_were_there_is_no_error():
    assert first_timers(yes=6, no=7, total=5) == {"low": 7, "high": 7}
