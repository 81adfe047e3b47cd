import json
from collections import defaultdict
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking.opinion.landscape import landscape
from sensemaking.opinion.votes import Votes
from werkplaats.insights.landscape import for_room, shown
from werkplaats.insights.saying import overview, sureness

KEYS = {
    "people", "statements", "too_few", "sentences", "groups", "dots",
    "bridges", "divides", "shared_no", "unknown", "few", "typical", "per_statement", "order",
    "sure", "wall", "residents", "about_residents",
}  # fmt: skip


def two_camps(people=12):
    """Two camps of six who agree on the last statement and on nothing else."""
    names = [f"p{n:02}" for n in range(people)]
    for name in names[: people // 2]:
        yield from [(name, f"s{s}", "agree" if s in (0, 1, 4) else "disagree") for s in range(5)]
    for name in names[people // 2 :]:
        yield from [(name, f"s{s}", "agree" if s in (2, 3, 4) else "disagree") for s in range(5)]


STATEMENTS = [f"s{n}" for n in range(5)]


def test_groups_are_shapes_and_sizes_with_dots_by_place():
    found = for_room(STATEMENTS, two_camps())
    assert found.keys() == KEYS
    assert found["groups"] == [{"shape": 0, "size": 6}, {"shape": 1, "size": 6}]
    assert found["people"] == 12
    assert found["dots"] == sorted(found["dots"])
    assert found["bridges"] == ["s4"]
    assert sorted(found["divides"]) == ["s0", "s1", "s2", "s3"]
    assert {view["shape"] for view in found["per_statement"]["s0"]} == {0, 1}
    assert "Er zijn 2 denkrichtingen: 6 rondjes en 6 vierkantjes." in found["sentences"]


def test_nothing_tells_who_is_which_dot():
    cast = list(two_camps(13))
    renamed = [(f"x{99 - int(author[1:])}", statement, answer) for author, statement, answer in cast]
    assert for_room(STATEMENTS, renamed)["dots"] == for_room(STATEMENTS, cast)["dots"]
    assert not any(f'"p{n:02}"' in json.dumps(for_room(STATEMENTS, cast)) for n in range(13))


def test_with_too_few_people_there_is_one_sentence():
    few = [cast for cast in two_camps() if cast[0] < "p04"]
    found = for_room(STATEMENTS, few)
    assert found["too_few"]
    assert found["people"] is None
    assert found["sentences"] == ["Te weinig mensen om dit te laten zien. Vertel het elkaar."]
    assert not (found["groups"] or found["dots"] or found["per_statement"] or found["bridges"] or found["unknown"])


def test_without_groups_the_room_is_one_and_there_are_no_dots():
    alike = [(f"p{n}", f"s{s}", "agree") for n in range(10) for s in range(5)]
    found = for_room(STATEMENTS, alike)
    assert not found["groups"]
    assert not found["dots"]
    assert found["per_statement"]["s0"] == [{"shape": None, "view": "most_agree"}]
    assert "We zien geen aparte denkrichtingen." in found["sentences"]
    assert "Verschillen kunnen toeval zijn." in found["sentences"]


def test_a_room_split_in_two_is_called_divided_also_without_groups():
    torn = [(f"p{n}", f"s{s}", "agree") for n in range(20) for s in range(1, 5)]
    torn += [(f"p{n}", "s0", "agree" if n < 11 else "disagree") for n in range(20)]
    found = for_room(STATEMENTS, torn)
    if not found["groups"]:
        assert found["divides"] == ["s0"]
        assert found["per_statement"]["s0"] == [{"shape": None, "view": "divided"}]


def test_moderated_statements_and_answers_to_unknown_ones_are_left_out():
    cast = [*two_camps(), ("p00", "other", "agree")]
    found = for_room(STATEMENTS, cast, moderated_out={"s4"})
    assert "s4" not in found["order"]
    assert "other" not in found["order"]


def test_an_empty_room_is_too_few():
    assert for_room([], [])["too_few"]
    assert for_room(STATEMENTS, [])["order"] == STATEMENTS


def test_it_says_how_sure_it_is():
    sure = for_room(STATEMENTS, two_camps())["sure"]
    assert any(one.startswith("We schudden de antwoorden per zin door elkaar.") for one in sure)
    assert any(one.startswith("Het beeld is stevig") for one in sure)
    alike = [(f"p{n}", f"s{s}", "agree") for n in range(10) for s in range(5)]
    assert for_room(STATEMENTS, alike)["sure"][0].startswith("Dat bewijst niet dat ze er niet zijn.")


def test_the_wall_says_how_firm_the_dots_are_and_without_dots_everything():
    shown_groups = for_room(STATEMENTS, two_camps())
    assert [one[:19] for one in shown_groups["wall"]] == ["Het beeld is stevig"]
    scale = replace(seen_landscape(), scale=0.71)
    assert shown(scale)["wall"] == shown_groups["wall"]
    alike = for_room(STATEMENTS, [(f"p{n}", f"s{s}", "agree") for n in range(10) for s in range(5)])
    assert set(alike["wall"]) == {*alike["sentences"], *alike["sure"]}
    apart = alike["wall"].index("We zien geen aparte denkrichtingen.")
    assert alike["wall"].index(alike["sure"][0]) == apart + 2


def seen_landscape():
    return landscape(
        Votes.of((author, statement, 1 if answer == "agree" else -1) for author, statement, answer in two_camps())
    )


def test_a_room_that_foretells_nothing_is_not_called_chance_and_a_scale_is_said_first():
    seen = seen_landscape()
    assert seen.groups
    alone = overview(replace(seen, groups=(), chance=0.01), 13)
    assert "Verschillen kunnen toeval zijn." not in alone
    assert any("helpt niet om andere antwoorden te voorspellen" in one for one in alone)
    assert "Verschillen kunnen toeval zijn." in overview(replace(seen, groups=(), chance=0.2), 13)
    assert sureness(replace(seen, scale=0.71))[0].startswith("Een glijdende schaal zag er in 71 van de 100 keer")
    assert not any("glijdende" in one for one in sureness(replace(seen, scale=0.04)))


def test_what_belongs_to_one_denkrichting_has_a_shape_and_a_side():
    random = Random(1)
    cast = [
        (f"p{n}", f"s{s}", "agree" if (s % 2 == n % 2) == (random.random() < 0.9) else "disagree")
        for n in range(30)
        for s in range(12)
    ]
    found = for_room([f"s{s}" for s in range(12)], cast)
    assert [one["shape"] for one in found["typical"]] == [0, 1]
    for one in found["typical"]:
        assert one["agree"]
        for side, view in (("agree", "most_agree"), ("disagree", "most_disagree")):
            for statement in one[side]:
                assert found["per_statement"][statement][one["shape"]]["view"] == view


def test_the_few_are_heard_from_five_people_up():
    agreed = {"s0": range(20), "s1": range(20), "s2": range(20, 25), "s3": range(25, 27)}
    cast = [
        (f"p{n:02}", statement, "agree" if n in people else "disagree")
        for statement, people in agreed.items()
        for n in range(27)
    ]
    assert for_room(list(agreed), cast)["few"] == ["s0", "s1", "s2"]


def test_of_the_residents_only_a_range_is_said():
    cast = list(two_camps())
    residents = {f"p{n:02}": n < 6 for n in range(12)}
    found = for_room(STATEMENTS, cast, residents=residents)
    assert set(found["residents"]) == set(STATEMENTS)
    assert set(found["residents"].values()) == {"minstens 4"}
    assert "Precies weten we dat niet" in found["about_residents"]
    assert for_room(STATEMENTS, cast)["residents"] == {}
    assert for_room(STATEMENTS, cast)["about_residents"] == ""
    assert "kunnen we niet zeggen" in for_room(STATEMENTS, cast, residents={"p00": True})["about_residents"]


def test_one_resident_more_or_less_cannot_be_read():
    """Of twelve people who all weighed: every number of residents, the rest something else or unknown."""
    seen = defaultdict(set)
    for inside in range(13):
        for outside in range(13 - inside):
            residents = {f"p{n:02}": n < inside for n in range(inside + outside)}
            shown = for_room(["s0", "s1", "s2"], CAST_OF_TWELVE, residents=residents)["residents"].get("s0")
            seen[shown].add((inside, outside, 12 - inside - outside))
    for together in seen.values():
        for counts in zip(*together, strict=True):
            assert min(counts) >= 5 or len(set(counts)) > 1


CAST_OF_TWELVE = [(f"p{n:02}", f"s{s}", "agree") for n in range(12) for s in range(3)]
ANSWERS = st.sampled_from(["agree", "disagree", "pass"])
ROOMS = st.integers(1, 14).flatmap(
    lambda people: st.lists(st.lists(st.none() | ANSWERS, min_size=5, max_size=5), min_size=people, max_size=people)
)


@settings(max_examples=60, deadline=None)
@given(ROOMS)
def test_no_number_of_people_below_five_ever_shows(room):
    cast = [
        (f"p{n}", f"s{s}", answer) for n, row in enumerate(room) for s, answer in enumerate(row) if answer is not None
    ]
    found = for_room(STATEMENTS, cast)
    assert json.loads(json.dumps(found)) == found
    assert found["people"] is None or found["people"] >= 5
    assert all(group["size"] >= 5 for group in found["groups"])
    if found["groups"]:
        assert sum(group["size"] for group in found["groups"]) == found["people"] == len(found["dots"])
