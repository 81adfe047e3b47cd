"""Logs as they could have been: any order of events that the fold must take. All ids are made up."""

from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import NAMESPACE_URL, uuid5

from hypothesis import strategies as st

from werkplaats.live.state import Line
from werkplaats.live.view import Plan
from werkplaats.methods.recipe import load_recipe

START = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
TABLES = 3
SEATS = [str(uuid5(NAMESPACE_URL, f"seat {n}")) for n in range(6)]
VOICES = [str(uuid5(NAMESPACE_URL, f"voice {n}")) for n in range(12)]


@cache
def plan() -> Plan:
    recipe = load_recipe("delen-duiden-doen").with_block("stellingen", 5)
    return Plan("s", "Wanneer lukt hulp vragen?", "KETEL7", "http://localhost:8000/mee/", recipe)


def log(*events: tuple) -> list[Line]:
    """Lines from (kind, payload) or (kind, payload, author), a minute apart."""
    lines = []
    for number, (kind, payload, *author) in enumerate(events, 1):
        uuid = str(uuid5(NAMESPACE_URL, f"event {number}"))
        at = START + timedelta(minutes=number)
        lines.append(Line(number, uuid, kind, author[0] if author else "console", payload, at))
    return lines


def gave(voice: str, step: int, kind: str, table: int = 1, level: str = "table", **more) -> dict:
    return {"voice": voice, "step": step, "input": kind, "table": table, "level": level} | more


steps = st.integers(1, 11)
tables = st.integers(1, TABLES)
seats = st.sampled_from(SEATS)
voices = st.sampled_from(VOICES)
several = st.lists(voices, max_size=4)
levels = st.sampled_from(["me", "table", "room", "region", "everyone"])
kinds = st.sampled_from(["story", "card", "reason", "recommendation", "commitment", "reflection"])
shares = st.sampled_from([None, [0.2, 0.3, 0.5], [1.0, 0.0, 0.0]])


def payload(**parts) -> st.SearchStrategy:
    return st.fixed_dictionaries(parts)


GAVE = payload(voice=voices, step=steps, input=kinds, table=tables, level=levels, rests_on=several, named=st.booleans())
EVENTS = st.one_of(
    st.tuples(st.just("seated"), payload(seat=seats, table=tables, talks_only=st.booleans()), seats),
    st.tuples(st.just("moved"), payload(seat=seats, table=tables), seats),
    st.tuples(st.just("counted"), payload(table=tables, paper=st.integers(0, 5), talking=st.integers(0, 5))),
    st.tuples(st.just("step"), payload(n=steps, minutes=st.integers(1, 15))),
    st.tuples(st.just("closed"), payload(n=steps)),
    st.tuples(st.sampled_from(["paused", "resumed", "ended"]), st.just({})),
    st.tuples(st.just("extended"), payload(minutes=st.integers(1, 10))),
    st.tuples(st.just("phones"), payload(on=st.booleans())),
    st.tuples(st.just("gave"), GAVE, seats),
    st.tuples(st.just("gave"), GAVE, seats),
    st.tuples(st.just("placed"), payload(step=st.just(4), input=st.just("triad"), row=st.just(""), at=shares), seats),
    st.tuples(
        st.just("placed"),
        payload(step=st.just(11), input=st.just("scale"), row=st.just(""), at=st.integers(0, 100)),
        seats,
    ),
    st.tuples(st.just("weighed"), payload(step=st.just(6), statement=voices, answer=st.just("agree")), seats),
    st.tuples(st.just("voted"), payload(step=st.just(7), picks=several), seats),
    st.tuples(st.just("showed"), payload(voices=several)),
    st.tuples(st.just("hid"), payload(voice=voices)),
    st.tuples(st.just("promoted"), payload(voices=several)),
    st.tuples(st.just("wall"), payload(shows=st.sampled_from(["step", "cards", "results"]))),
    st.tuples(st.just("asked"), payload(quotation=voices, voice=voices, start=st.just(0), end=st.just(3))),
    st.tuples(st.just("consented"), payload(voice=voices, level=levels), seats),
)
LOGS = st.lists(EVENTS, max_size=60).map(lambda events: log(("opened", {"tables": TABLES}), *events))
WORDS = st.sets(voices).map(
    lambda known: {voice: {"text": f"woorden van {voice[:4]}", "name": "Noor"} for voice in known}
)
