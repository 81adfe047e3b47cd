"""Sharing closes before interpreting opens; nothing is done before something is understood; per round."""

from hypothesis import given
from hypothesis import strategies as st

from werkplaats.methods.guard import Refusal, may_go
from werkplaats.methods.recipe import all_recipes, load_recipe

EVENING = load_recipe("delen-duiden-doen")
TWO_ROUNDS = load_recipe("rationeel-relationeel")


@st.composite
def moments(draw):
    recipe = draw(st.sampled_from(all_recipes()))
    numbers = range(1, len(recipe.steps) + 1)
    return recipe, draw(st.frozensets(st.sampled_from(numbers))), draw(st.sampled_from(numbers))


def test_an_evening_in_order_is_never_refused():
    for recipe in all_recipes():
        for step in recipe.steps:
            assert may_go(recipe, set(range(1, step.n)), step.n) is None


def test_no_interpreting_before_sharing_closed():
    assert may_go(EVENING, {1, 2}, 4) == Refusal(
        "too_early",
        4,
        "Nog niet duiden: onderdeel 3 'Luisteren in tweetallen' is nog open. Wil je toch verder? Kies waarom.",
        (3,),
    )
    assert may_go(EVENING, {1, 2, 3}, 4) is None


def test_no_doing_before_understanding():
    refusal = may_go(EVENING, {1, 2, 3, 4}, 8)
    assert refusal.missing == (5, 6, 7)
    assert refusal.message == ("Nog niet doen: de onderdelen 5, 6 en 7 zijn nog open. Wil je toch verder? Kies waarom.")
    assert refusal.may_skip


def test_within_a_phase_the_facilitator_is_free():
    assert may_go(EVENING, {1, 2, 3, 4}, 6) is None


def test_going_back_to_sharing_after_interpreting_asks_why():
    assert may_go(EVENING, {1, 2, 3}, 2) is None
    refusal = may_go(EVENING, {1, 2, 3, 4}, 2)
    assert (refusal.kind, refusal.message) == (
        "reopens",
        "Het delen is al dicht. Wil je toch terug? Kies waarom.",
    )


def test_a_second_round_shares_again_and_is_guarded_by_itself():
    assert TWO_ROUNDS.step(7).phase == "share"
    assert may_go(TWO_ROUNDS, set(range(1, 7)), 7) is None
    assert may_go(TWO_ROUNDS, set(range(1, 7)), 8).missing == (7,)
    assert may_go(TWO_ROUNDS, {1, 2, 3}, 7).missing == (4, 5, 6)


def test_closing_comes_last():
    assert may_go(EVENING, set(range(1, 9)), 10).missing == (9,)


def test_an_unknown_step_is_refused_whatever_the_reason():
    for n in (0, 11, -3):
        refusal = may_go(EVENING, set(), n)
        assert (refusal.kind, refusal.may_skip) == ("unknown", False)
        assert refusal.message == f"Onderdeel {n} is er niet. Er zijn 10 onderdelen."


@given(moments())
def test_doing_what_is_missing_opens_the_step(moment):
    recipe, done, to = moment
    refusal = may_go(recipe, done, to)
    if refusal and refusal.kind == "too_early":
        assert set(refusal.missing).isdisjoint(done)
        after = may_go(recipe, done | set(refusal.missing), to)
        assert after is None or after.kind == "reopens"


@given(moments())
def test_an_open_step_never_stands_before_an_open_earlier_phase(moment):
    recipe, done, to = moment
    if may_go(recipe, done, to) is None:
        step, order = recipe.step(to), ("share", "interpret", "act")
        for other in recipe.steps:
            if step.phase in order and other.phase in order and other.round == step.round:
                if order.index(other.phase) < order.index(step.phase):
                    assert other.n in done
                if order.index(other.phase) > order.index(step.phase):
                    assert other.n not in done
