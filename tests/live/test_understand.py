"""Any JSON a phone could send is understood or refused with a sentence; nothing else ever happens."""

import json
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from werkplaats.live.give import Giving, understand
from werkplaats.live.problem import Problem
from werkplaats.live.running import Running, Sitter
from werkplaats.live.state import fold

from .logs import SEATS, TABLES, VOICES, gave, log, plan

CARD = VOICES[0]
PARTS = ("step", "input", "words", "level", "rests_on", "about", "due", "row", "at", "picks", "reason", "statement")
HUGE = [10**400, -(10**400), 2**64, 1e308, float("inf"), "\ud800", "x" * 5000, "9" * 20, "٣"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(HUGE),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
KINDS = st.sampled_from(["gave", "placed", "weighed", "voted", "moved"])
INPUTS = st.sampled_from(["story", "card", "recommendation", "commitment", "reflection", "triad", "scale"])
FITTING = {
    "step": st.integers(1, 11),
    "input": INPUTS,
    "words": st.fixed_dictionaries({"text": st.just("Bellen helpt.")}) | st.fixed_dictionaries({"parts": JSON}),
    "statement": st.just(CARD),
    "about": st.just(CARD),
    "picks": st.lists(st.just(CARD) | JSON, max_size=3),
    "reason": st.fixed_dictionaries({"for": st.just(CARD) | JSON, "text": JSON}),
    "rests_on": st.lists(st.just(CARD) | JSON, max_size=3),
    "table": st.integers(1, 3),
}
ITEMS = st.fixed_dictionaries(
    {"kind": KINDS, "uuid": st.just(str(uuid4()))},
    optional={part: FITTING.get(part, JSON) | JSON for part in (*PARTS, "answer", "table")},
) | st.dictionaries(st.text(max_size=6), JSON, max_size=4)


def giving() -> Giving:
    """A seat in an evening in which every part has been opened and a card stands on the wall."""
    opened = [("step", {"n": n, "minutes": 5}) for n in range(1, 12)]
    state = fold(
        log(
            ("opened", {"tables": TABLES}),
            ("seated", {"seat": SEATS[0], "table": 1}),
            *opened,
            ("gave", gave(CARD, 5, "card", level="room"), SEATS[1]),
            ("showed", {"voices": [CARD]}),
            ("promoted", {"voices": [CARD]}),
        )
    )
    circles = {number: number for number in range(1, TABLES + 1)}
    running = Running(1, uuid4(), 1, plan().recipe, plan(), state, 9, circles, key=b"k" * 32)
    return Giving(running, Sitter(SEATS[0], 1, UUID(SEATS[0]), False, False), timezone.now())


@settings(max_examples=300, deadline=None)
@given(ITEMS)
def test_any_json_is_understood_or_refused(item):
    try:
        entries = understand(item, giving())
    except Problem as problem:
        assert 400 <= problem.status < 500
        assert problem.title
    else:
        json.dumps([entry.payload for entry in entries], allow_nan=False)


@pytest.mark.parametrize("at", [[10**400, 0, 0], [1, 10**400, 0], [1e308, 1e308, 0], 10**400])
@pytest.mark.parametrize(("step", "kind"), [(4, "triad"), (11, "scale")])
def test_a_number_beyond_reckoning_is_refused(step, kind, at):
    item = {"uuid": str(uuid4()), "kind": "placed", "step": step, "input": kind, "at": at}
    with pytest.raises(Problem) as refused:
        understand(item, giving())
    assert (refused.value.status, refused.value.field) == (422, "at")
