import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sensemaking import Votes
from sensemaking.opinion.routing import chance_of_agreeing, next_statement, order
from tests.sensemaking.opinion.evenings import Evening, at_random, by_routing
from tests.sensemaking.rooms import planted_room, room, shuffled

answers = st.sampled_from([1.0, -1.0, 0.0, np.nan])
tables = arrays.arrays(float, st.tuples(st.integers(1, 9), st.integers(1, 7)), elements=answers)


@settings(max_examples=60, deadline=None)
@given(tables, st.integers(0, 12), st.sets(st.integers(100, 106)), st.sets(st.integers(100, 106)))
def test_never_ones_own_never_answered_never_moderated_and_nothing_else_is_left_out(matrix, person, own, out):
    votes = room(matrix, out & set(range(100, 100 + matrix.shape[1])))
    asked = order(votes, person, authors={statement: {person, 77} for statement in own})
    answered = set()
    if person < len(matrix):
        answered = {s for s, vote in zip(votes.statements, matrix[person], strict=True) if not np.isnan(vote)}
    assert len(asked) == len(set(asked))
    assert set(asked) == set(votes.statements) - own - answered - out
    assert next_statement(votes, person, authors=dict.fromkeys(own, (person,))) == (asked[0] if asked else None)


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), tables, st.integers(0, 3))
def test_the_order_of_rows_and_columns_does_not_matter(random, matrix, seed):
    votes = room(matrix)
    assert order(shuffled(votes, random), 0, seed=seed) == order(votes, 0, seed=seed)


def test_a_statement_of_another_is_asked_and_a_pass_is_an_answer():
    votes = room([[0.0, np.nan, np.nan]])
    assert set(order(votes, 0, authors={101: ["somebody"], 102: [0]})) == {101}


def test_what_fewer_than_five_people_weighed_comes_first_the_least_weighed_in_front():
    matrix = np.full((12, 4), np.nan)
    matrix[:9, 0] = matrix[:4, 1] = matrix[:2, 2] = matrix[:5, 3] = 1
    assert order(room(matrix), 11)[:2] == (102, 101)


def test_below_five_comes_first_also_when_its_answer_is_foreseeable():
    """100: four weighed it and all agree; 101: five, who are torn. Afterwards 101 tells more."""
    matrix = np.full((7, 2), np.nan)
    matrix[:4, 0] = 1
    matrix[:5, 1] = [1, -1, 1, -1, 0]
    assert order(room(matrix), 6) == (100, 101)
    matrix[4, 0] = 1
    assert order(room(matrix), 6) == (101, 100)


def test_of_equally_weighed_statements_the_least_foreseeable_comes_first():
    """Everyone like this person agrees with 101; about 102 they are torn; the others reject both."""
    matrix = planted_room(0, people=40, statements=20, clear=0.95, missing=0.0).matrix.copy()
    mine = np.arange(40) % 2 == 0
    matrix[:, 1] = np.where(mine, 1, -1)
    matrix[:, 2] = np.where(mine & (np.arange(40) % 4 == 0), 1, -1)
    matrix[0, 1:3] = np.nan
    assert order(room(matrix), 0) == (102, 101)


def test_who_answers_alike_foretells_the_answer_and_who_answered_nothing_gets_the_room():
    votes = planted_room(3, people=40, statements=30, clear=0.95, missing=0.0)
    matrix = votes.matrix
    own_group = (matrix[2::2] == 1).mean(axis=0)[15:]
    foretold = chance_of_agreeing(matrix[1:], np.where(np.arange(30) < 15, matrix[0], np.nan))[15:]
    by_the_room = chance_of_agreeing(matrix[1:], np.full(30, np.nan))[15:]
    assert np.abs(foretold - own_group).mean() < 0.8 * np.abs(by_the_room - own_group).mean()
    nothing = chance_of_agreeing(matrix, np.full(30, np.nan))
    assert nothing == pytest.approx(((matrix == 1).sum(axis=0) + 1) / 42)
    assert chance_of_agreeing(np.empty((0, 2)), np.array([1, np.nan])).tolist() == [0.5, 0.5]


def test_phones_that_start_together_do_not_all_get_the_same_statement():
    nobody = Votes(np.empty((0, 20)), (), tuple(range(20)))
    first = {next_statement(nobody, f"phone {n}", seed=4) for n in range(30)}
    assert len(first) > 10
    assert next_statement(nobody, "phone 1", seed=4) == next_statement(nobody, "phone 1", seed=4)
    assert len({next_statement(nobody, "phone 1", seed=seed) for seed in range(20)}) > 5


def test_late_statements_catch_up_and_the_picture_is_known_sooner():
    """Five evenings of 40 phones x 12 answers over 40 statements, ten of which come halfway."""
    late, early, routed, random = [], [], [], []
    for seed in range(5):
        evening = Evening(seed)
        routed.append([evening.error() for _ in evening.run(by_routing)])
        late.append(evening.weighed()[evening.late])
        early.append(evening.weighed()[~evening.late])
        other = Evening(seed)
        random.append([other.error() for _ in other.run(at_random(np.random.default_rng(seed)))])
    assert np.mean(late) / np.mean(early) == pytest.approx(1.0, abs=0.05)
    assert min(part.min() for part in late) >= 5
    by_round, by_chance = np.mean(routed, axis=0), np.mean(random, axis=0)
    assert by_round[-1] < 0.92 * by_chance[-1]
    assert by_round[9] < by_chance[-1]
