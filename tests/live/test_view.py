"""What an audience may know: never an author, never words of another circle, no figure while a step is open."""

import json

from hypothesis import given, settings

from werkplaats.live.frames import Audience
from werkplaats.live.patch import clean, merge
from werkplaats.live.state import State, apply, fold
from werkplaats.live.view import console_view, room_view, table_view
from werkplaats.live.words import join

from .logs import LOGS, SEATS, START, TABLES, VOICES, WORDS, gave, log, plan

WIDE = ("room", "region", "everyone")


def views_of(state, words=None):
    """{audience: its view}; joined when words are given."""
    views = {("room", 0): room_view(state, plan()), ("console", 0): console_view(state, plan())}
    views |= {("table", number): table_view(state, plan(), number) for number in range(1, TABLES + 1)}
    return {key: join(view, words) if words is not None else view for key, view in views.items()}


@given(LOGS, WORDS)
@settings(max_examples=150)
def test_frames_upon_frames_are_the_snapshot(lines, words):
    """For each audience: what a phone built from frames equals the view of the whole log, at every prefix."""
    audiences = {key: Audience(*key) for key in views_of(State())}
    phones: dict = {key: {} for key in audiences}
    state = State()
    for number, line in enumerate(lines, 1):
        apply(state, line)
        for key, view in views_of(state, words).items():
            data = audiences[key].frame(view, number, START)
            if data:
                frame = json.loads(data.split(b"data: ")[1])
                assert not (frame["full"] and holds_null(frame["patch"]))
                phones[key] = merge({} if frame["full"] else phones[key], frame["patch"])
    for key, view in views_of(fold(lines), words).items():
        phone = {name: value for name, value in phones[key].items() if name != "now"}
        if phone.get("step"):
            phone["step"].pop("left_s", None)
        wanted = json.loads(json.dumps(clean(view)))
        if wanted.get("step"):
            wanted["step"].pop("left_s", None)
        assert phone == wanted


def holds_null(value) -> bool:
    if isinstance(value, dict):
        return any(part is None or holds_null(part) for part in value.values())
    return False


@given(LOGS)
@settings(max_examples=150)
def test_no_view_holds_an_author(lines):
    for view in views_of(fold(lines)).values():
        told = json.dumps(view)
        assert [seat for seat in SEATS if seat in told] == []


@given(LOGS)
@settings(max_examples=150)
def test_a_view_holds_only_voices_of_its_circle(lines):
    state = fold(lines)
    for (name, number), view in views_of(state).items():
        told = {voice for voice in VOICES if voice in json.dumps(_given(view))}
        may = {
            piece.voice
            for piece in state.pieces.values()
            if piece.level in WIDE or (name == "table" and piece.table == number and piece.level == "table")
        }
        assert told <= may


def _given(view):
    """The view without ids that were never given as a voice: a fold takes any id as a card to rest on."""
    return {
        key: {voice: {} for voice in value} if key in ("cards", "stories", "commitments") else value
        for key, value in view.items()
        if key not in ("recommendation", "candidates")
    } | {"of": [one["voice"] for one in view.get("candidates", [])]}


@given(LOGS)
@settings(max_examples=100)
def test_while_a_step_is_open_only_the_number_of_answers_leaves(lines):
    state = fold(lines)
    if state.open:
        assert room_view(state, plan())["results"] is None


@given(LOGS)
@settings(max_examples=100)
def test_a_view_can_be_sent(lines):
    for view in views_of(fold(lines)).values():
        assert json.loads(json.dumps(clean(view))) == clean(view)


def triads(count: int, closed: bool = True):
    given = [
        ("placed", {"step": 4, "input": "triad", "row": "", "at": [0.5, 0.3, 0.2]}, SEATS[n]) for n in range(count)
    ]
    closing = [("closed", {"n": 4})] if closed else []
    return fold(log(("opened", {"tables": 1}), ("step", {"n": 4, "minutes": 5}), *given, *closing))


def test_dots_are_shown_from_five_people_and_at_close():
    assert room_view(triads(5, closed=False), plan())["results"] is None
    assert room_view(triads(5, closed=False), plan())["answers"] == 5
    few = room_view(triads(4), plan())["results"]
    assert few == {
        "step": 4,
        "kind": "triad",
        "too_few": True,
        "text": "Te weinig mensen om dit te laten zien. Vertel het elkaar.",
    }
    assert room_view(triads(5), plan())["results"]["dots"] == [[0.5, 0.3, 0.2]] * 5


def placed(step: int, kind: str, values: list, row: str = ""):
    return [
        ("placed", {"step": step, "input": kind, "row": row, "at": value}, SEATS[n]) for n, value in enumerate(values)
    ]


def results_of(step: int, *given):
    opened = [("opened", {"tables": 1}), ("step", {"n": step, "minutes": 5})]
    return room_view(fold(log(*opened, *given, ("closed", {"n": step}))), plan())["results"]


def test_the_rule_of_five_counts_the_dots_that_are_drawn():
    four = results_of(4, *placed(4, "triad", [[1.0, 0.0, 0.0]] * 4 + [None]))
    assert (four["too_few"], "dots" in four) == (True, False)
    five = results_of(4, *placed(4, "triad", [[1.0, 0.0, 0.0]] * 5 + [None]))
    assert five["dots"] == [[1.0, 0.0, 0.0]] * 5
    assert set(five) == {"step", "kind", "corners", "dots"}


def test_a_row_of_a_scale_shows_from_five_dots_in_it():
    full, thin = placed(11, "scale", [10, 20, 30, 40, 50], "a"), placed(11, "scale", [10, 20, 30, 40], "b")
    assert results_of(11, *full, *thin)["rows"] == {"a": [10, 20, 30, 40, 50]}
    assert results_of(11, *thin)["too_few"] is True


def evening(*more):
    """Two tables, three cards given to the room, all shown."""
    cards = [("gave", gave(VOICES[n], 5, "card", 1 + n % 2, "room", per_group=True), SEATS[n]) for n in range(3)]
    return fold(
        log(
            ("opened", {"tables": 2}),
            *(("seated", {"seat": seat, "table": 1 + n % 2}, seat) for n, seat in enumerate(SEATS)),
            ("step", {"n": 5, "minutes": 15}),
            *cards,
            ("showed", {"voices": [VOICES[2], VOICES[0], VOICES[1]]}),
            *more,
        )
    )


def test_a_choice_is_an_order_without_counts():
    votes = [[0], [0, 1], [0, 1], [2]]
    given = [("voted", {"step": 7, "picks": [VOICES[n] for n in picks]}, SEATS[at]) for at, picks in enumerate(votes)]
    state = evening(("step", {"n": 7, "minutes": 10}), *given, ("closed", {"n": 7}))
    results = room_view(state, plan())["results"]
    assert results == {"step": 7, "kind": "vote", "order": [VOICES[0], VOICES[1], VOICES[2]]}


def test_what_a_vote_chose_stays_at_hand_in_the_next_step():
    given = [("voted", {"step": 7, "picks": [VOICES[1]]}, SEATS[n]) for n in range(3)]
    state = evening(("step", {"n": 7, "minutes": 10}), *given)
    assert room_view(state, plan())["chosen"] == []
    over = evening(("step", {"n": 7, "minutes": 10}), *given, ("closed", {"n": 7}), ("step", {"n": 9, "minutes": 15}))
    assert room_view(over, plan())["chosen"] == [VOICES[1]]
    assert room_view(over, plan())["results"] is None


def test_two_people_are_too_few_for_an_order():
    given = [("voted", {"step": 7, "picks": [VOICES[n]]}, SEATS[n]) for n in range(2)]
    state = evening(("step", {"n": 7, "minutes": 10}), *given, ("closed", {"n": 7}))
    assert room_view(state, plan())["results"]["too_few"] is True


def test_the_last_choice_counts():
    first = ("voted", {"step": 7, "picks": [VOICES[0]]}, SEATS[0])
    last = ("voted", {"step": 7, "picks": [VOICES[1]]}, SEATS[0])
    state = evening(("step", {"n": 7, "minutes": 10}), first, last)
    assert console_view(state, plan())["votes_in"] == 1
    assert room_view(state, plan())["answers"] == 1


def test_hiding_takes_a_card_from_every_screen():
    state = evening(("hid", {"voice": VOICES[0]}))
    assert list(room_view(state, plan())["cards"]) == [VOICES[2], VOICES[1]]
    assert list(table_view(state, plan(), 1)["cards"]) == [VOICES[2]]
    assert list(console_view(state, plan())["hidden"]) == [VOICES[0]]
    back = evening(("hid", {"voice": VOICES[0]}), ("showed", {"voices": [VOICES[0]]}))
    assert set(room_view(back, plan())["cards"]) == set(VOICES[:3])


def test_one_recommendation_per_table_the_last():
    given = [
        ("gave", gave(VOICES[n], 9, "recommendation", 1, "room", per_group=True, rests_on=[VOICES[0]]), SEATS[0])
        for n in (5, 6)
    ]
    state = evening(("step", {"n": 9, "minutes": 15}), *given)
    assert table_view(state, plan(), 1)["recommendation"]["id"] == VOICES[6]
    assert table_view(state, plan(), 2)["recommendation"] is None
    assert VOICES[5] not in console_view(state, plan())["waiting"]
    assert room_view(state, plan())["answers"] == 1


def test_an_answer_after_the_close_is_late_and_shown_as_late():
    late = ("gave", gave(VOICES[7], 5, "card", 1, "room", per_group=True), SEATS[0])
    state = evening(("closed", {"n": 5}), late)
    view = console_view(state, plan())
    assert view["late"] == 1
    assert view["waiting"][VOICES[7]]["flag"] == "late"


def test_a_pause_stops_the_clock():
    running = fold(log(("opened", {"tables": 1}), ("step", {"n": 2, "minutes": 8}), ("paused", {})))
    step = room_view(running, plan())["step"]
    assert (step["ends_at"], step["left_s"]) == (None, 7 * 60)
    assert room_view(running, plan())["state"] == "paused"
    again = fold(
        log(
            ("opened", {"tables": 1}),
            ("step", {"n": 2, "minutes": 8}),
            ("paused", {}),
            ("phones", {"on": True}),
            ("resumed", {}),
        )
    )
    assert (again.ends_at - START).total_seconds() == (5 + 7) * 60


def test_the_guard_stands_in_the_console():
    state = fold(log(("opened", {"tables": 1}), ("step", {"n": 2, "minutes": 8})))
    guard = console_view(state, plan())["guard"]
    assert guard["next"] == 3
    assert guard["refused"]["4"]["missing"] == [3]
    assert guard["refused"]["4"]["may_skip"] is True
    assert "3" not in guard["refused"]


def test_a_forgotten_line_only_counts():
    lines = log(
        ("opened", {"tables": 1}), ("step", {"n": 2, "minutes": 8}), ("gave", gave(VOICES[0], 2, "story"), SEATS[0])
    )
    lines[2] = type(lines[2])(3, lines[2].uuid, "gave", "", {}, lines[2].at, forgotten=True)
    state = fold(lines)
    assert (state.seq, state.pieces, state.seqs[lines[2].uuid]) == (3, {}, 3)


def test_words_that_are_gone_leave_the_view():
    words = {voice: {"text": "tekst"} for voice in VOICES if voice != VOICES[0]}
    state = evening(("promoted", {"voices": [VOICES[0], VOICES[1]]}))
    joined = views_of(state, words)
    assert VOICES[0] not in json.dumps(list(joined.values()))
    assert joined["room", 0]["statements"] == {VOICES[1]: {"at": 1, "text": "tekst", "parts": None}}


def test_the_room_knows_how_many_questions_were_asked_and_nothing_more():
    asked = ("asked", {"quotation": "q", "voice": VOICES[0], "start": 0, "end": 3}, "console")
    offered = ("consented", {"voice": VOICES[0], "quotation": "own", "start": 4, "end": 7, "answer": "yes"}, SEATS[0])
    state = fold(log(("gave", gave(VOICES[0], 2, "story"), SEATS[0]), asked, offered))
    assert room_view(state, plan())["asked"] == 1


def test_a_statement_that_was_taken_back_leaves_every_list_of_the_landscape():
    both = [VOICES[0], VOICES[1]]
    found = {
        "bridges": both, "divides": both, "shared_no": both, "unknown": both, "few": both, "order": both,
        "typical": [{"shape": 0, "agree": both, "disagree": both}],
        "per_statement": {one: [] for one in both}, "residents": dict.fromkeys(both, "3 tot 6"),
        "sentences": ["Zo is het."],
    }  # fmt: skip
    joined = join({"landscape": found}, {VOICES[1]: {"text": "Blijft."}})
    assert VOICES[0] not in json.dumps(joined)
    assert json.dumps(joined).count(VOICES[1]) == 10
