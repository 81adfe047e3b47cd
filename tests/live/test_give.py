"""What each kind of input must hold, without a server: a session in memory and one item."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.live.give import Giving, understand
from werkplaats.live.problem import Problem
from werkplaats.live.running import Running, Sitter
from werkplaats.live.state import fold
from werkplaats.methods.parts import Input

from .logs import SEATS, VOICES, gave, log, plan

NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
NAME = uuid5(NAMESPACE_URL, "name")


def giving(*events, step: int = 2, changed: dict | None = None, key: bytes | None = None, seat: int = 0) -> Giving:
    """Seat 0 and 2 sit at table 1, seat 1 at table 2; `step` is open; `changed` alters its input."""
    seated = [("seated", {"seat": SEATS[n], "table": 1 + n % 2}, SEATS[n]) for n in range(3)]
    opened = [("opened", {"tables": 2}), *seated, *events, ("step", {"n": step, "minutes": 5})]
    made = plan()
    if changed:
        steps = list(made.recipe.steps)
        steps[step - 1] = replace(steps[step - 1], input=replace(steps[step - 1].input, **changed))
        made = replace(made, recipe=replace(made.recipe, steps=tuple(steps)))
    sits = Sitter(SEATS[seat], 7, uuid5(NAMESPACE_URL, f"person {seat}"), False, False, NAME)
    running = Running(1, uuid4(), 1, made.recipe, made, fold(log(*opened)), room=100, tables={1: 101, 2: 102}, key=key)
    return Giving(running, sits, NOW)


def one(where: Giving, **item):
    return understand({"uuid": str(uuid4()), "step": where.running.state.step} | item, where)


def refused(where: Giving, **item) -> tuple[int, str, str]:
    with pytest.raises(Problem) as found:
        one(where, **item)
    return found.value.status, found.value.title, found.value.field


def told(where: Giving, kind: str, **more):
    return one(where, kind="gave", input=kind, **({"words": {"text": "Het hielp."}} | more))[0]


def test_a_story_is_for_the_table_with_the_first_name():
    entry = told(giving(), "story")
    [draft] = entry.drafts
    assert (draft.level, draft.circle, draft.name, draft.attribution, draft.giver) == ("table", 101, NAME, "named", 7)
    assert entry.payload == {
        "voice": str(draft.id),
        "step": 2,
        "input": "story",
        "table": 1,
        "level": "table",
        "rests_on": [],
        "named": True,
    }
    assert entry.author == SEATS[0]


def test_narrower_is_possible_wider_is_not():
    assert (told(giving(), "story", level="me").drafts[0].circle) is None
    assert refused(giving(), kind="gave", input="story", words={"text": "x"}, level="room")[2] == "level"
    card = told(giving(step=5), "card", level="table", rests_on=[])
    assert (card.drafts[0].level, card.drafts[0].circle) == ("table", 101)


def test_what_a_table_makes_together_carries_no_name():
    [draft] = told(giving(step=5), "card").drafts
    assert (draft.level, draft.circle, draft.together, draft.name) == ("room", 100, 101, None)


def stories(*tables: int):
    return [("gave", gave(VOICES[n], 2, "story", table), SEATS[n % 3]) for n, table in enumerate(tables)]


def test_a_card_rests_on_two_stories_of_its_own_table():
    where = giving(*stories(1, 1, 2), step=5)
    title = "Kies minstens 2 verhalen waar deze kaart op rust."
    card = {"kind": "gave", "input": "card", "words": {"text": "Wij zien dat."}}
    assert refused(where, **card) == (422, title, "rests_on")
    assert refused(where, **card, rests_on=[VOICES[0], VOICES[2]]) == (422, title, "rests_on")
    assert refused(where, **card, rests_on=[VOICES[0], VOICES[0]]) == (422, title, "rests_on")
    assert one(where, **card, rests_on=VOICES[:3])[0].payload["rests_on"] == VOICES[:2]


def private(n: int):
    return ("gave", gave(VOICES[n], 2, "story", 1, level="me"), SEATS[0])


@pytest.mark.parametrize(
    "told_so_far",
    [[], stories(1), stories(1, 2), [*stories(1), private(1)], [private(0), private(1)]],
    ids=["none", "one", "one, and one elsewhere", "one, and one of my own", "two of my own"],
)
def test_a_table_that_shares_too_few_stories_may_still_make_a_card(told_so_far):
    card = {"kind": "gave", "input": "card", "words": {"text": "Wij zien dat."}}
    assert one(giving(*told_so_far, step=5), **card)[0].payload["rests_on"] == []


def test_a_story_of_my_own_does_not_carry_a_card_of_the_table():
    card = {"kind": "gave", "input": "card", "words": {"text": "Wij zien dat."}}
    where = giving(*stories(1, 1), private(2), step=5)
    assert refused(where, **card, rests_on=[VOICES[0], VOICES[2]])[2] == "rests_on"
    singular = giving(*stories(1), step=5, changed={"min_supporting_stories": 1})
    assert refused(singular, **card)[1] == "Kies minstens 1 verhaal waar deze kaart op rust."


def test_a_promise_is_kept_within_four_weeks():
    where = giving(step=10)
    assert told(where, "commitment").payload["due"] == "2026-12-18"
    assert told(where, "commitment", due="2026-11-20").payload["due"] == "2026-11-20"
    for due, title in [
        ("2026-12-19", "Kies een dag binnen vier weken."),
        ("2026-11-19", "Kies een dag binnen vier weken."),
        ("morgen", "Deze dag konden we niet lezen. Schrijf hem als 2026-12-19."),
        (5, "Deze dag konden we niet lezen. Schrijf hem als 2026-12-19."),
    ]:
        found = refused(where, kind="gave", input="commitment", words={"text": "x"}, due=due)
        assert found == (422, title, "due")


@given(st.lists(st.floats(0, 1), min_size=3, max_size=3).filter(lambda parts: sum(parts) > 0.01))
def test_a_dot_is_three_shares_of_one_whole(parts):
    shares = [part / sum(parts) for part in parts]
    [entry] = one(giving(step=4), kind="placed", input="triad", at=shares)
    assert abs(sum(entry.payload["at"]) - 1) < 0.005
    [hundred] = one(giving(step=4), kind="placed", input="triad", at=[share * 100 for share in shares])
    assert max(abs(a - b) for a, b in zip(entry.payload["at"], hundred.payload["at"], strict=True)) <= 0.001


def test_dots_that_are_none():
    assert one(giving(step=4), kind="placed", input="triad", at=None)[0].payload["at"] is None
    for at in ([1, 1, 1], [1, 0], [-1, 1, 1], ["a", 0, 0], [True, False, False], [float("nan"), 0, 1], "x", 5):
        assert refused(giving(step=4), kind="placed", input="triad", at=at)[2] == "at"
    for at in (-1, 101, None, "x", [5], float("inf"), True):
        assert refused(giving(step=11), kind="placed", input="scale", at=at)[2] == "at"
    assert refused(giving(step=11), kind="placed", input="scale", at=5, row="eerste")[2] == "row"


def shown(*tables: int):
    """Cards for the room, on the wall; the first is of seat 0."""
    given = [("gave", gave(VOICES[n], 5, "card", table, "room"), SEATS[n % 3]) for n, table in enumerate(tables)]
    return [*given, ("showed", {"voices": VOICES[: len(tables)]})]


def test_choosing():
    where = giving(*shown(1, 2, 1, 2), step=7)
    assert refused(where, kind="voted", picks=VOICES[:4]) == (422, "Kies er hoogstens 3.", "picks")
    assert refused(where, kind="voted", picks=[VOICES[9]])[1] == "Deze kaarten staan er niet meer. Kies opnieuw."
    [vote] = one(where, kind="voted", picks=[VOICES[1], VOICES[1], VOICES[9]])
    assert vote.payload == {"step": 7, "picks": [VOICES[1]]}
    own = giving(*shown(1, 2), step=7, changed={"exclude_own": True})
    assert refused(own, kind="voted", picks=[VOICES[0]])[1] == "Kies een kaart van iemand anders."


def test_a_reason_is_words_about_a_card():
    vote, reason = one(
        giving(*shown(1, 2), step=7), kind="voted", picks=[VOICES[1]], reason={"for": VOICES[1], "text": "Omdat."}
    )
    [draft] = reason.drafts
    assert (draft.kind, draft.about, draft.level, draft.attribution, draft.name) == (
        "reason",
        UUID(VOICES[1]),
        "room",
        "unseen",
        None,
    )
    assert reason.payload["input"] == "reason"
    assert "reason" not in vote.payload
    assert reason.uuid == uuid5(vote.uuid, "reason")


def test_weighing():
    where = giving(*shown(1, 2), ("promoted", {"voices": [VOICES[0]]}), step=6)
    [entry] = one(where, kind="weighed", statement=VOICES[0], answer="pass")
    assert entry.payload == {"step": 6, "statement": VOICES[0], "answer": "pass"}
    assert refused(where, kind="weighed", statement=VOICES[1], answer="pass")[2] == "statement"
    assert refused(where, kind="weighed", statement=VOICES[0], answer="eens")[2] == "answer"


def test_an_unlinked_answer_has_an_author_nobody_can_trace():
    def author(seat: int, step: int, key: bytes) -> str:
        where = giving(step=step, changed={"attribution": "unlinked"}, key=key, seat=seat)
        given = {"input": "triad", "at": None} if step == 4 else {"input": "scale", "at": 5}
        return one(where, kind="placed", **given)[0].author

    key, other = b"k" * 32, b"o" * 32
    assert author(0, 4, key) == author(0, 4, key)
    assert len({author(0, 4, key), author(1, 4, key), author(0, 11, key), author(0, 4, other)}) == 4
    assert not {author(0, 4, key)} & set(SEATS)
    where = giving(step=4, changed={"attribution": "unlinked"}, key=None)
    assert refused(where, kind="placed", input="triad", at=None)[:2] == (
        409,
        "De avond is afgelopen. Dit antwoord telt niet meer mee.",
    )


def test_no_step_asks_what_it_does_not_ask():
    assert Input(kind="none").asks is False
    assert (
        refused(giving(step=3), kind="gave", input="story", words={"text": "x"})[1]
        == "Dit past niet bij dit onderdeel."
    )
