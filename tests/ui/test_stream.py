"""The stream client: what the server's patches add up to, told once, in order, and again after a hiccup."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from werkplaats.live.patch import clean, diff, merge

MERGE = """async (pairs) => {
  const { merge } = await import("/static/live/shared/patch.js");
  return pairs.map(([target, patch]) => merge(target, patch));
}"""

values = st.recursive(
    st.booleans() | st.integers(-3, 3) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)
views = st.dictionaries(st.sampled_from("abc"), values, max_size=3)


@pytest.fixture
def page(house):
    return house()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(views, views), min_size=20, max_size=40))
def test_the_browser_merges_as_the_server_does(page, pairs):
    pairs = [(clean(before), clean(after)) for before, after in pairs]
    merged = page.evaluate(MERGE, [[before, diff(before, after)] for before, after in pairs])
    assert merged == [after for _, after in pairs]
    assert merged == [merge(before, diff(before, after)) for before, after in pairs]


START = """async () => {
  window.made = []; window.told = []; window.fetched = [];
  window.reply = {status: 200, body: {frames: []}};
  class Fake extends EventTarget {
    constructor(url) { super(); this.url = url; this.readyState = 0; made.push(this); }
    give(a, v, full, patch) { this.readyState = 1; this.dispatchEvent(new MessageEvent("view", {data: JSON.stringify({a, v, full, patch})})); }
    fail(state) { this.readyState = state; this.dispatchEvent(new Event("error")); }
    close() { this.readyState = 2; this.closed = true; }
  }
  const { Stream } = await import("/static/live/shared/stream.js");
  const get = async (url) => { fetched.push(url); if (!reply.status) throw new Error(); return new Response(JSON.stringify(reply.body), {status: reply.status}); };
  window.stream = new Stream("s1", "phone", {make: (url) => new Fake(url), get});
  stream.subscribe(({views, state}) => told.push([JSON.parse(JSON.stringify(views)), state]));
}"""


@pytest.fixture
def stream(page):
    page.clock.install()
    page.evaluate(START)
    return page


def give(page, *frames):
    for audience, v, full, patch in frames:
        page.evaluate(
            "([a, v, full, patch]) => made[made.length - 1].give(a, v, full, patch)", [audience, v, full, patch]
        )


def views(page):
    return page.evaluate("() => stream.views")


def test_patches_of_two_audiences_add_up(stream):
    give(stream, ("room", 3, True, {"a": 1, "b": {"c": 2}}), ("table", 3, True, {"n": 1}))
    give(stream, ("room", 4, False, {"b": {"c": None, "d": 5}}), ("table", 5, False, {"n": 2}))
    assert views(stream) == {"room": {"a": 1, "b": {"d": 5}}, "table": {"n": 2}}
    assert stream.evaluate("() => made[0].url") == "/live/s1/phone"


def test_a_repeat_of_something_older_changes_nothing(stream):
    give(stream, ("room", 4, True, {"a": 4}), ("room", 3, False, {"a": 3}))
    assert views(stream) == {"room": {"a": 4}}


def test_words_that_go_between_two_events_go_although_the_number_stays(stream):
    give(stream, ("room", 4, True, {"cards": {"x": {"text": "weg"}}}), ("room", 4, False, {"cards": {"x": None}}))
    assert views(stream) == {"room": {"cards": {}}}


def test_a_full_frame_leaves_nothing_of_before(stream):
    give(stream, ("room", 4, True, {"a": 1, "b": 2}), ("room", 5, True, {"a": 1}))
    assert views(stream) == {"room": {"a": 1}}


def test_who_subscribes_late_hears_what_stands(stream):
    give(stream, ("room", 1, True, {"a": 1}))
    heard = stream.evaluate(
        "() => { let heard; const off = stream.subscribe((s) => (heard = s.views.room.a)); off(); return heard; }"
    )
    assert heard == 1


def test_the_clock_is_the_servers(stream):
    give(stream, ("room", 1, True, {"now": "2030-01-01T12:00:00+00:00"}))
    assert stream.evaluate("() => Math.abs(stream.now() - Date.parse('2030-01-01T12:00:00Z'))") < 1000


def test_a_closed_stream_polls_and_opens_again(stream):
    give(stream, ("room", 1, True, {"a": 1}))
    stream.evaluate("() => { reply.body = {frames: [{a: 'room', v: 2, full: true, patch: {a: 2}}]}; made[0].fail(2); }")
    stream.wait_for_function("() => stream.state === 'polling'")
    assert views(stream) == {"room": {"a": 2}}
    assert stream.evaluate("() => fetched") == ["/live/s1/view/phone"]
    stream.clock.run_for(40_000)
    assert stream.evaluate("() => made.length") > 1
    give(stream, ("room", 3, True, {"a": 3}))
    assert stream.evaluate("() => stream.state") == "live"
    before = stream.evaluate("() => fetched.length")
    stream.clock.run_for(20_000)
    assert stream.evaluate("() => fetched.length") == before


def test_no_answer_at_all_says_offline_and_keeps_what_stands(stream):
    give(stream, ("room", 1, True, {"a": 1}))
    stream.evaluate("() => { reply.status = 0; made[0].fail(2); }")
    stream.wait_for_function("() => stream.state === 'offline'")
    assert views(stream) == {"room": {"a": 1}}


def test_who_is_no_longer_welcome_stops_asking(stream):
    stream.evaluate("() => { reply.status = 403; made[0].fail(2); }")
    stream.wait_for_function("() => stream.state === 'refused'")
    count = stream.evaluate("() => [made.length, fetched.length]")
    stream.clock.run_for(120_000)
    assert stream.evaluate("() => [made.length, fetched.length]") == count


def test_a_beat_keeps_it_calm_and_a_long_silence_asks_once(stream):
    give(stream, ("room", 1, True, {"a": 1}))
    for _ in range(4):
        stream.clock.run_for(30_000)
        stream.evaluate("() => made[made.length - 1].dispatchEvent(new MessageEvent('beat'))")
    assert stream.evaluate("() => [made.length, fetched.length]") == [1, 0]
    stream.evaluate("() => { reply.body = {frames: [{a: 'room', v: 1, full: true, patch: {a: 1}}]}; }")
    stream.clock.run_for(46_000)
    stream.wait_for_function("() => fetched.length === 1")
    assert stream.evaluate("() => made.length") == 1


def test_a_stream_that_hangs_is_opened_anew(stream):
    give(stream, ("room", 1, True, {"a": 1}))
    stream.evaluate("() => { reply.body = {frames: [{a: 'room', v: 9, full: true, patch: {a: 9}}]}; }")
    stream.clock.run_for(46_000)
    stream.wait_for_function("() => stream.views.room.a === 9")
    stream.clock.run_for(40_000)
    assert stream.evaluate("() => made.length") > 1


def test_a_hidden_page_rests_and_a_seen_page_opens(stream):
    hide = "(hidden) => { Object.defineProperty(document, 'hidden', {value: hidden, configurable: true}); document.dispatchEvent(new Event('visibilitychange')); }"
    stream.evaluate(hide, True)
    assert stream.evaluate("() => made[0].closed && made.length === 1")
    stream.clock.run_for(200_000)
    assert stream.evaluate("() => made.length") == 1
    stream.evaluate(hide, False)
    assert stream.evaluate("() => made.length") == 2
