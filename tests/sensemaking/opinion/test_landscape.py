import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sensemaking import Votes, landscape
from sensemaking.opinion.judge import Opposed, judged, opposed
from sensemaking.opinion.posterior import more_than
from tests.sensemaking.rooms import chance_room, planted_room, room, shuffled

answers = st.sampled_from([1.0, -1.0, 0.0, np.nan])


@settings(max_examples=25, deadline=None)
@given(
    st.randoms(use_true_random=False),
    arrays.arrays(float, st.tuples(st.integers(1, 14), st.integers(1, 8)), elements=answers),
)
def test_the_order_of_rows_and_columns_does_not_matter(random, matrix):
    votes = room(matrix)
    assert landscape(shuffled(votes, random), seed=3) == landscape(votes, seed=3)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000), st.randoms(use_true_random=False), st.sampled_from([15, 24]))
def test_what_people_and_statements_are_called_does_not_matter(seed, random, people):
    votes = planted_room(seed, people=people, statements=12)
    names = [f"p{i}" for i in range(people)]
    called = [f"s{j}" for j in range(12)]
    random.shuffle(names)
    random.shuffle(called)
    ours = landscape(votes, shuffles=40, retakes=20)
    theirs = landscape(Votes(votes.matrix, tuple(names), tuple(called)), shuffles=40, retakes=20)
    assert (theirs.state, theirs.chance, theirs.gain, theirs.numbers) == (
        ours.state,
        ours.chance,
        ours.gain,
        ours.numbers,
    )
    place = {one.person: one for one in theirs.places}
    for one in ours.places:
        other = place[names[one.person]]
        assert (other.x, other.y, other.group, other.membership) == (one.x, one.y, one.group, one.membership)
    said = {view.statement: (view.by_group, view.verdict, view.divides) for view in theirs.statements}
    assert all(said[called[v.statement - 100]] == (v.by_group, v.verdict, v.divides) for v in ours.statements)


@pytest.mark.parametrize("shape", [(6, 12), (30, 2), (0, 0), (0, 5), (5, 0)])
def test_too_few_people_or_statements_give_no_map_but_every_statement(shape):
    seen = landscape(room(np.ones(shape)))
    assert seen.state == "too_few"
    assert (seen.places, seen.groups, seen.chance) == ((), (), None)
    assert len(seen.statements) == shape[1]
    assert seen.unknown == seen.statements


def test_statements_stand_in_order_of_support_also_without_a_map():
    matrix = np.array([[-1, 1, 0, 1]] * 4 + [[-1, 1, 1, np.nan]] * 2)
    seen = landscape(room(matrix))
    assert seen.state == "too_few"
    assert [view.statement for view in seen.statements] == [101, 102, 100, 103]


def test_people_who_answered_little_are_not_on_the_map_but_their_answers_count():
    matrix = planted_room(0, missing=0.0).matrix.copy()
    matrix[4, 1:] = np.nan
    seen = landscape(room(matrix))
    assert seen.unplaced == (4,)
    assert 4 not in {place.person for place in seen.places}
    first = next(view for view in seen.statements if view.statement == 100)
    assert first.room.weighed == 30


def test_planted_groups_show_with_their_people():
    seen = landscape(planted_room(5, people=31, clear=0.95))
    assert seen.state == "groups"
    assert [group.number for group in seen.groups] == [0, 1]
    assert [set(group.people) for group in seen.groups] == [set(range(0, 31, 2)), set(range(1, 31, 2))]
    for place in seen.places:
        assert place.person in seen.groups[place.group].people
        assert place.x**2 + place.y**2 <= 1.0001
    assert seen.chance <= 0.02
    assert seen.stays > 0.9


def test_a_room_by_chance_has_a_map_without_groups():
    seen = landscape(chance_room(1))
    assert seen.state == "no_groups"
    assert seen.groups == ()
    assert len(seen.places) == 30
    assert {place.group for place in seen.places} == {None}


def test_what_every_group_supports_is_a_bridge_and_what_opposes_them_divides():
    matrix = planted_room(6, people=24, clear=0.95, missing=0.0).matrix.copy()
    even = np.arange(24) % 2 == 0
    matrix[:, 0] = 1
    matrix[:, 1] = np.where(even, 1, -1)
    matrix[:, 2] = -1
    matrix[:, 3] = 0
    seen = landscape(room(matrix))
    verdicts = {view.statement: view.verdict for view in seen.statements}
    assert [verdicts[s] for s in (100, 101, 102, 103)] == ["bridge", "divides", "shared_no", "unknown"]
    assert seen.bridges[0].statement == 100
    opposed = next(view for view in seen.dividing if view.statement == 101)
    assert set(opposed.group_views) == {"most_agree", "most_disagree"}


def test_a_majority_of_the_room_is_no_bridge_when_one_group_is_against():
    """Twenty agree, seven in a group of their own do not: the crowd does not outvote them."""
    matrix = planted_room(8, people=27, clear=0.97, missing=0.0).matrix.copy()
    small = np.arange(27) % 4 == 3
    matrix[:, 4:] = np.where(small[:, None], -1.0, 1.0) * np.where(np.arange(16) % 2, 1.0, -1.0)
    matrix[:, 0] = np.where(small, -1, 1)
    seen = landscape(room(matrix))
    assert seen.state == "groups"
    view = next(view for view in seen.statements if view.statement == 100)
    assert view.room_view == "most_agree"
    assert view.verdict == "divides"


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(12, 40), st.sampled_from([2, 3]))
def test_a_bridge_is_never_opposed_by_a_group(seed, people, groups):
    seen = landscape(planted_room(seed, people, groups, statements=10, clear=0.9), shuffles=60, retakes=20)
    for view in seen.bridges:
        for tally in view.by_group or (view.room,):
            assert tally.agree > tally.disagree
            assert 2 * tally.agree > tally.weighed >= 5
    for view in seen.statements:
        if view.verdict != "unknown":
            assert "too_few" not in view.group_views
        assert 0 <= view.low <= view.high <= 1


def test_passes_stand_in_the_way_of_a_majority():
    matrix = chance_room(2).matrix.copy()
    matrix[:, 0] = np.where(np.arange(30) < 16, 1, 0)
    matrix[:, 1] = np.where(np.arange(30) < 16, 1, np.nan)
    views = {view.statement: view for view in landscape(room(matrix)).statements}
    assert views[100].verdict == "unknown"
    assert views[101].verdict == "bridge"


def test_a_torn_room_divides_also_without_groups():
    matrix = chance_room(2).matrix.copy()
    matrix[:, 0] = np.where(np.arange(30) % 2, 1, -1)
    seen = landscape(room(matrix))
    assert seen.groups == ()
    assert next(view for view in seen.statements if view.statement == 100).verdict == "divides"


def test_a_moderated_statement_is_nowhere():
    votes = planted_room(1)
    seen = landscape(Votes(votes.matrix, votes.people, votes.statements, frozenset({105})))
    assert 105 not in {view.statement for view in seen.statements}


def of_groups(*tallies):
    """One statement judged in groups of these (agree, disagree, pass)."""
    groups = np.array(tallies, dtype=float)[:, None, :]
    return judged(["s"], groups.sum(axis=0), groups, groups, enough=True)[0]


def test_unanimous_groups_are_a_near_certain_bridge_however_many_and_small_they_are():
    """Polis multiplies smoothed shares: unanimous groups of 6, 9 and 9 get .723 and no more."""
    sizes = (6, 9, 9)
    assert np.prod([(n + 1) / (n + 2) for n in sizes]) == pytest.approx(0.723, abs=1e-3)
    one = of_groups(*((n, 0, 0) for n in sizes))
    assert (one.verdict, one.agree > 0.98) == ("bridge", True)
    assert of_groups((9, 0, 0), (9, 0, 0)).agree > one.agree > of_groups((6, 0, 0), *[(6, 0, 0)] * 3).agree > 0.9


def test_a_statement_that_one_group_opposes_is_never_a_bridge():
    """However large the other groups are; and doubt in one group is no bridge, but no division either."""
    for against in (6, 7, 20):
        one = of_groups((100, 0, 0), (100, 0, 0), (0, against, 0))
        assert one.verdict == "divides"
        assert one.agree < 0.02
    assert of_groups((100, 0, 0), (100, 0, 0), (0, 5, 0)).verdict == "unknown"  # would tell that all five are
    doubt = of_groups((100, 0, 0), (100, 0, 0), (0, 0, 20))
    assert (doubt.verdict, doubt.agree < 0.02) == ("unknown", True)


def test_a_bridge_needs_the_whole_room_also_who_is_not_on_the_map():
    """All of both groups agree, but many who answered too little for the map do not."""
    groups = np.array([[[12.0, 0, 0]], [[12.0, 0, 0]]])
    alone, with_others = (
        judged(["s"], np.array([[24.0, others, 0]]), groups, groups, enough=True)[0] for others in (0, 300)
    )
    assert (alone.verdict, with_others.verdict) == ("bridge", "unknown")
    assert with_others.room_view == "most_disagree"


def test_the_probability_of_a_bridge_by_hand():
    """P(share > 1/2) of a unanimous group of n is 1 - 2^-(n+1); the two multiply."""
    one = of_groups((6, 0, 0), (9, 0, 0))
    assert one.agree == pytest.approx((1 - 2**-7) * (1 - 2**-10))
    assert one.low < 0.5 ** (1 / 7) < one.high < 1
    assert (one.disagree_low, one.disagree_high) < (0.01, 0.3)


def test_what_divides_has_the_interval_of_its_weaker_side():
    one = of_groups((30, 2, 0), (3, 12, 1))
    other = of_groups((30, 2, 0), (3, 120, 10))
    assert one.verdict == other.verdict == "divides"
    assert one.divides_low < 12 / 16 < one.divides_high
    assert other.divides_low > one.divides_low
    torn = judged(["s"], np.array([[30.0, 40.0, 10.0]]), np.zeros((0, 1, 3)), np.zeros((0, 1, 3)), enough=True)[0]
    assert torn.verdict == "divides"
    assert torn.divides_low < 30 / 80 < torn.divides_high


def test_agreeing_and_disagreeing_of_one_room_are_not_multiplied_as_if_they_were_two_rooms():
    """That both sides are more than a quarter is at least 1 - 2 x what one may miss; the product,
    which takes them for independent, is more than that."""
    torn = judged(["s"], np.array([[20.0, 20.0, 16.0]]), np.zeros((0, 1, 3)), np.zeros((0, 1, 3)), enough=True)[0]
    side = float(more_than(0.25, 20, 56))
    assert side**2 + 0.02 > 0.9
    assert torn.divides == pytest.approx(1 - 2 * (1 - side))
    assert torn.divides < side**2


def test_groups_must_also_be_opposed_when_found_without_the_statement():
    """A statement that makes its own groups does not divide them: without it they mix."""
    groups = np.array([[[6, 0, 0]], [[0, 60, 0]]], dtype=float)
    mixed = np.array([[[3, 30, 0]], [[3, 30, 0]]], dtype=float)
    whole = groups.sum(axis=0)
    found, shown = (judged(["s"], whole, groups, without, enough=True)[0] for without in (groups, mixed))
    assert (found.verdict, shown.verdict) == ("divides", "unknown")
    assert opposed(found, 0, 1) == Opposed("s", 0, found.divides, found.divides_low, found.divides_high)
    assert opposed(shown, 0, 1) is None


def test_between_two_groups_there_may_be_a_bridge_that_a_third_does_not_cross():
    matrix = planted_room(8, people=45, groups=3, statements=24, clear=0.97, missing=0.0).matrix.copy()
    third = np.arange(45) % 3 == 2
    matrix[:, 0] = np.where(third, -1, 1)
    seen = landscape(room(matrix))
    assert len(seen.groups) == 3
    c = next(group.number for group in seen.groups if 2 in group.people)
    a, b = (g for g in range(3) if g != c)
    found = {one.statement: one for one in seen.between(a, b)}
    assert found[100].probability > 0.99
    assert 0.5 < found[100].low < found[100].high < 1
    assert 100 not in {view.statement for view in seen.bridges}
    assert 100 not in {one.statement for one in (*seen.between(a, c), *seen.between(b, c), *seen.apart(a, b))}
    split_ = next(one for one in seen.apart(a, c) if one.statement == 100)
    assert split_.agrees == a
    assert split_ == next(one for one in seen.apart(c, a) if one.statement == 100)
    assert [one.probability for one in seen.between(a, b)] == sorted(
        (o.probability for o in found.values()), reverse=True
    )


@pytest.mark.parametrize("pair", [(0, 0), (0, 2), (-1, 0)])
def test_a_pair_that_is_none_is_refused(pair):
    seen = landscape(planted_room(5, people=31, clear=0.95))
    for ask in (seen.between, seen.apart):
        with pytest.raises(ValueError, match="two different numbers below 2"):
            ask(*pair)


def test_membership_and_stability_come_with_every_place_and_group():
    seen = landscape(planted_room(5, people=31, clear=0.95))
    for place in seen.places:
        assert sum(place.membership) <= 1 + 1e-9
        assert place.membership[place.group] == pytest.approx(place.stays)
    assert all(0 < group.stability <= 1 for group in seen.groups)
    assert sum(share for _, share in seen.numbers) == pytest.approx(1)
    alone = landscape(chance_room(1))
    assert {place.membership for place in alone.places} == {()}


@settings(max_examples=15, deadline=None)
@given(arrays.arrays(float, st.tuples(st.integers(7, 14), st.integers(3, 8)), elements=answers), st.integers(0, 3))
def test_a_statement_nobody_saw_changes_nothing_but_itself(matrix, seed):
    votes = room(matrix)
    wider = Votes(np.column_stack([matrix, np.full(len(matrix), np.nan)]), votes.people, (*votes.statements, 999))
    once, again = (landscape(one, seed, shuffles=60, retakes=10) for one in (votes, wider))
    assert again.places == once.places
    assert again.groups == once.groups
    assert [view for view in again.statements if view.statement != 999] == list(once.statements)


def test_not_seen_is_not_a_pass():
    """The same room, once with passes and once with gaps on one statement: the share differs, and
    nobody who did not see it is counted."""
    matrix = planted_room(3, people=30, missing=0.0).matrix.copy()
    matrix[:, 0] = np.where(np.arange(30) < 12, 1, 0)
    gaps = matrix.copy()
    gaps[12:, 0] = np.nan
    passed, unseen = (
        next(view for view in landscape(room(one)).statements if view.statement == 100) for one in (matrix, gaps)
    )
    assert (passed.room.weighed, unseen.room.weighed) == (30, 12)
    assert passed.verdict == "unknown"
    assert unseen.agree > passed.agree


def test_progress_is_told_up_to_the_end():
    told = []
    landscape(planted_room(0), shuffles=30, retakes=20, progress=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] > 0
    assert [done for done, _ in told] == sorted(done for done, _ in told)
