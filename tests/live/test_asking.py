"""Which statement a phone asks next: fair to what few weighed, never one's own, and silent about what was answered."""

from dataclasses import replace
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from sensemaking.opinion.votes import Votes
from werkplaats.live.asking import to_ask
from werkplaats.live.mine import _answers
from werkplaats.live.running import Running, Sitter
from werkplaats.live.state import fold

from .logs import SEATS, VOICES, gave, log, plan

SESSION = UUID("5d3f0a52-6d0b-4f52-9b8e-0f4c7a7a1b11")
STATEMENTS = VOICES[:4]
ANSWERS = ["agree", "disagree", "pass"]


def sitting(seat: int) -> Sitter:
    return Sitter(SEATS[seat], seat, uuid5(SESSION, f"person {seat}"), False, False)


def weighing(*events, card=None, closed=False, key=None):
    """Seat n gave statement n; the step in which they are weighed is open."""
    cards = [("gave", gave(one, 5, "card", level="room") | (card or {}), SEATS[n]) for n, one in enumerate(STATEMENTS)]
    opened = [("opened", {"tables": 1}), ("step", {"n": 5, "minutes": 5}), *cards]
    shown = [("showed", {"voices": STATEMENTS}), ("promoted", {"voices": STATEMENTS}), ("step", {"n": 6, "minutes": 5})]
    state = fold(log(*opened, *shown, *events, *([("closed", {"n": 6})] if closed else [])))
    return Running(1, SESSION, 1, plan().recipe, plan(), state, room=100, tables={1: 101}, key=key)


def weighed(statement: int, seat: int, answer: str = "agree"):
    return "weighed", {"step": 6, "statement": STATEMENTS[statement], "answer": answer}, SEATS[seat]


def test_what_fewest_people_weighed_comes_first():
    running = weighing(weighed(1, 0), weighed(1, 2), weighed(2, 1))
    assert to_ask(running, sitting(5)) in (
        [STATEMENTS[0], STATEMENTS[3], STATEMENTS[2], STATEMENTS[1]],
        [STATEMENTS[3], STATEMENTS[0], STATEMENTS[2], STATEMENTS[1]],
    )


def test_a_new_statement_comes_before_those_that_were_weighed():
    many = [weighed(statement, seat) for statement in (0, 1, 2) for seat in range(5)]
    assert to_ask(weighing(*many), sitting(5))[0] == STATEMENTS[3]


def test_never_ones_own_card_and_never_again():
    running = weighing(weighed(0, 1))
    assert set(to_ask(running, sitting(1))) == {STATEMENTS[2], STATEMENTS[3]}


def test_what_a_table_made_is_asked_of_whoever_typed_it():
    assert set(to_ask(weighing(card={"per_group": True}), sitting(1))) == set(STATEMENTS)


def test_equal_ones_lie_in_another_order_for_each_person():
    running = weighing(card={"per_group": True})
    orders = [tuple(to_ask(running, sitting(seat))) for seat in range(6)]
    assert len(set(orders)) > 1
    assert orders == [tuple(to_ask(running, sitting(seat))) for seat in range(6)]


def test_a_statement_that_was_hidden_is_not_asked():
    assert STATEMENTS[3] not in to_ask(weighing(("hid", {"voice": STATEMENTS[3]})), sitting(5))


def test_nothing_is_asked_when_no_statements_are_weighed():
    assert to_ask(weighing(closed=True), sitting(5)) == []
    assert to_ask(weighing(("step", {"n": 7, "minutes": 5})), sitting(5)) == []


CASTS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.sampled_from(ANSWERS)), max_size=30)


@given(CASTS, st.randoms(use_true_random=False))
def test_the_order_says_nothing_of_what_was_answered(casts, random):
    """The same people weighing the same statements with other answers: every phone gets the same order."""
    answered = weighing(*(weighed(*cast) for cast in casts))
    otherwise = weighing(*(weighed(statement, seat, random.choice(ANSWERS)) for statement, seat, _ in casts))
    for seat in range(6):
        assert to_ask(answered, sitting(seat)) == to_ask(otherwise, sitting(seat))


class Writing(str):
    """The seat of a giver; asking whose it is lets the event loop take in one more card."""

    pieces: dict
    __hash__ = str.__hash__

    def __eq__(self, other):
        self.pieces[f"voice {len(self.pieces)}"] = self.pieces[STATEMENTS[0]]
        return str.__eq__(self, other)


def test_the_loop_may_take_in_answers_and_cards_while_a_phone_asks(monkeypatch):
    running = weighing(weighed(0, 1), weighed(0, 2), weighed(1, 2))
    state = running.state

    def meanwhile(casts, **more):
        taken = []
        for cast in casts:
            taken.append(cast)
            number = len(taken)
            state.weighed.setdefault(f"later {number}", {})
            state.weighed[STATEMENTS[0]][f"later {number}"] = state.weighed[STATEMENTS[0]][SEATS[1]]
        return of(taken, **more)

    of = Votes.of
    monkeypatch.setattr(Votes, "of", staticmethod(meanwhile))
    for piece in state.pieces.values():
        piece.author = Writing(piece.author)
        piece.author.pieces = state.pieces
    assert STATEMENTS[3] in to_ask(running, sitting(5))


def test_the_loop_may_take_in_answers_while_a_phone_reads_its_own(monkeypatch):
    dot = {"step": 4, "input": "triad", "row": "", "at": [0.2, 0.3, 0.5]}
    running = weighing(("placed", dot, SEATS[0]), weighed(0, 1), ("voted", {"step": 7, "picks": [VOICES[0]]}, SEATS[0]))
    state = running.state

    def author(sitter, step, attribution):
        state.placed[step, f"row {len(state.placed)}"] = {}
        state.voted[1 + len(state.voted)] = {}
        return sitter.seat

    class Seat(str):
        __hash__ = str.__hash__

        def __eq__(self, other):
            state.weighed[f"later {len(state.weighed)}"] = {}
            return str.__eq__(self, other)

    monkeypatch.setattr(running, "author", author)
    found = _answers(running, replace(sitting(1), seat=Seat(SEATS[1])), state)
    assert found["weighed"] == {STATEMENTS[0]: "agree"}
