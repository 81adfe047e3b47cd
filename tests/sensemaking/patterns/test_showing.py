import numpy as np
import pytest

from sensemaking.patterns import Option, Question
from sensemaking.patterns.contingency import choice_by_choice
from sensemaking.patterns.counting import Counted, counted
from sensemaking.patterns.pictures import Cloud, CrossTable, Strips, Triangles, picture
from sensemaking.patterns.showing import sides, strongest
from sensemaking.patterns.subjects import features, subjects
from tests.sensemaking.stories import answers, chance, planted


def two(given, one, other):
    """The two subjects and the tellers of the stories that answered both."""
    found = {subject.key: subject for subject in subjects(given)}
    kept = found[one].answered & found[other].answered
    return found[one].only(kept), found[other].only(kept), given.teller_codes()[kept]


def ask(key, *options):
    return Question(key, "choice", key, tuple(Option(one, one) for one in options))


def table(rows, columns, counts):
    """Answers to two choices with these counts of stories."""
    a = np.repeat(np.arange(len(counts)), [sum(row) for row in counts])
    b = np.concatenate([np.repeat(np.arange(len(row)), row) for row in counts])
    return answers({rows.id: a, columns.id: b}, questions=(rows, columns))


A, B = ask("a", "a1", "a2", "a3"), ask("b", "b1", "b2", "b3")


def test_the_two_answers_that_go_together_most_are_named():
    one, other, whose = two(table(A, B, [[8, 8, 8], [8, 8, 8], [5, 5, 30]]), "a", "b")
    found = strongest(one, other, whose, 0)
    assert {found.first.end, found.second.end} == {"a3", "b3"}
    assert (found.first.side, found.second.side) == (1, 1)
    assert (int(found.with_it.sum()), int(found.against.sum())) == (30, 10)


def test_its_chance_counts_how_many_were_tried():
    given = table(A, B, [[8, 8, 8], [8, 8, 8], [5, 5, 30]])
    one, other, whose = two(given, "a", "b")
    alone = choice_by_choice((one.column == 2).astype(int), (other.column == 2).astype(int), whose).p
    assert strongest(one, other, whose, 0).found.p == pytest.approx(9 * alone)


def test_an_answer_of_fewer_than_five_people_is_never_named():
    four = table(A, B, [[4, 0, 0], [0, 20, 16], [0, 16, 20]])
    assert strongest(*two(four, "a", "b"), 0) is None
    nine = table(A, B, [[9, 0, 0], [0, 20, 16], [0, 16, 20]])
    one, other, whose = two(nine, "a", "b")
    assert strongest(one, other, whose, 0).first.end == "a1"
    three_people = np.where(whose < 9, whose // 3, whose)
    assert strongest(one, other, three_people, 0) is None


def test_less_often_is_said_when_that_is_what_stands_out():
    helped = np.repeat([0, 1, 2], [30, 15, 15])
    topics = np.column_stack([np.where(helped == 0, 0, np.arange(60) % 2), np.arange(60) % 3 == 0]).astype(float)
    found = strongest(*two(answers({"hulp": helped, "over": topics}), "hulp", "over"), 0)
    assert (found.first.end, found.second.end, found.second.side) == ("geld", "niemand", -1)
    assert found.with_it.tolist() == (topics[:, 0] > 0).tolist()
    assert not found.against.any()


def test_of_equals_the_rarer_and_then_the_first_by_its_words():
    one, other, whose = two(table(ask("a", "y", "x"), ask("b", "w", "v"), [[20, 10], [10, 20]]), "a", "b")
    found = strongest(one, other, whose, 0)
    assert (found.first.end, found.second.end) == ("x", "v")
    one, other, whose = two(table(ask("a", "y", "x"), ask("b", "w", "v"), [[14, 2], [12, 30]]), "a", "b")
    assert strongest(one, other, whose, 0).first.end == "y"


def test_no_answer_stands_out():
    one, other, whose = two(chance(3, n=60), "hulp", "waar")
    assert strongest(one, other, whose, 0) is None


def test_sides_of_the_middle():
    given = answers({"begrip": [0, 10, 20, 30, 40], "gevoel": [0, 1, 0, 1, 0]})
    scale, choice = (
        features(subject)[0] for subject in sorted(subjects(given), key=lambda one: one.question.kind)[::-1]
    )
    assert sides(scale).tolist() == [-1, -1, 0, 1, 1]
    assert sides(choice).tolist() == [1, -1, 1, -1, 1]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("hulp", "gevoel", CrossTable),
        ("hulp", "over", CrossTable),
        ("hulp", "begrip", Strips),
        ("over", "plek.wij", Strips),
        ("gevoel", "nodig", Triangles),
        ("begrip", "trouw", Cloud),
        ("begrip", "nodig", Cloud),
        ("plek.wij", "nodig", Cloud),
    ],
)
def test_each_two_kinds_have_their_picture(one, other, kind):
    given = chance(0, n=80)
    first, second, whose = two(given, one, other)
    assert isinstance(picture(first, second, None, tuple(range(len(whose))), whose), kind)


def test_a_group_of_fewer_than_five_tellers_has_no_dots_and_no_figures():
    given = answers({"gevoel": [0] * 4 + [1] * 30, "begrip": np.arange(34.0), "nodig": [[0.2, 0.3, 0.5]] * 34})
    strips = picture(*two(given, "gevoel", "begrip")[:2], None, given.stories, given.teller_codes())
    assert (strips.strips[0].n, strips.strips[0].quartiles, strips.strips[0].dots) == (None, None, ())
    assert (strips.strips[1].n, len(strips.strips[1].dots)) == (30, 30)
    triangles = picture(*two(given, "gevoel", "nodig")[:2], None, given.stories, given.teller_codes())
    assert (triangles.triangles[0].view, triangles.triangles[0].dots) == (None, ())
    assert triangles.triangles[1].view.n == 30


def test_every_story_has_its_dot_in_a_cloud_and_its_place_in_the_table_beside_it():
    given = planted(n=90)
    cloud = picture(*two(given, "begrip", "trouw")[:2], None, given.stories, given.teller_codes())
    assert cloud.dots[3] == (given.stories[3], given.columns["begrip"][3], given.columns["trouw"][3])
    assert len(cloud.dots) == 90
    assert (cloud.x.low, cloud.x.high, cloud.x.end) == ("vaag", "helder", 100)
    low = sum(y < 100 / 3 for _, _, y in cloud.dots)
    assert cloud.thirds.row_totals[0] in (low, None)


def test_a_table_with_thin_cells_shrinks_to_the_answers_that_stand_out():
    given = table(A, B, [[20, 3, 2], [6, 8, 9], [7, 9, 9]])
    one, other, whose = two(given, "a", "b")
    found = strongest(one, other, whose, 0)
    drawn = picture(one, other, found, given.stories, whose)
    assert (drawn.rows, drawn.columns) == (("a1", None), ("b1", None))
    assert drawn.table.cells == ((20, 5), (13, 35))
    assert counted(found, whose) == Counted(20, 25, 5, 13, 48, True)


def test_a_sentence_never_tells_more_than_its_table():
    """With the table 20 + ? + ? = 22, telling "20 of 22" gives away that two did otherwise."""
    given = table(A, B, [[20, 1, 1], [6, 8, 9], [7, 9, 9]])
    one, other, whose = two(given, "a", "b")
    found = strongest(one, other, whose, 0)
    told = counted(found, whose)
    assert picture(one, other, found, given.stories, whose).table.cells == ((None, None), (None, None))
    assert (told.with_it, told.against, told.chosen, told.most) == (None, None, 22, True)


def test_the_counts_beside_a_table_are_those_of_the_table():
    given = table(A, B, [[30, 8, 8], [6, 9, 9], [7, 9, 9]])
    one, other, whose = two(given, "a", "b")
    found = strongest(one, other, whose, 0)
    drawn = picture(one, other, found, given.stories, whose)
    assert drawn.rows == ("a1", "a2", "a3")
    told = counted(found, whose)
    assert told.with_it == int(found.with_it.sum())
    assert told.against == int(found.against.sum())
    assert told.chosen == told.with_it + told.against
    assert told.others == 95 - told.chosen


def test_beside_a_scale_too_the_counts_show_all_or_none():
    """Half of all stories lie above the middle: told that 12 of the others do, 30 - 12 = 18 of these 20 do."""
    clear = np.concatenate([np.arange(18), [90, 91], np.arange(20, 32), np.arange(50, 78)]).astype(float)
    given = answers({"gevoel": np.repeat([0, 1], [20, 40]), "begrip": 100 - clear})
    one, other, whose = two(given, "gevoel", "begrip")
    found = strongest(one, other, whose, 0)
    assert (found.first.end, int(found.with_it.sum()), int(found.against.sum())) == ("boos", 18, 2)
    assert counted(found, whose) == Counted(None, 20, None, None, 40, True)


def test_a_story_on_a_middle_is_against():
    for up in (1, -1):
        n = np.arange(61.0)
        one, other, whose = two(answers({"begrip": n, "trouw": n[::up]}), "begrip", "trouw")
        found = strongest(one, other, whose, 0)
        assert np.flatnonzero(found.against).tolist() == [30]
        assert int(found.with_it.sum()) == 60
    scale = np.concatenate([np.arange(30.0), np.arange(70.0, 100.0), [50.0]])
    helped = np.repeat([0, 1, 0], [30, 30, 1])
    one, other, whose = two(answers({"gevoel": helped, "begrip": scale}), "gevoel", "begrip")
    found = strongest(one, other, whose, 0)
    assert not (found.with_it & found.against).any()
    assert not found.with_it[60]
    assert (found.with_it | found.against)[found.first.feature.values > 0].all()


@pytest.mark.parametrize("middle", [0, 1])
def test_a_story_on_a_middle_with_the_option_is_against(middle):
    """Whichever option is shown, one of the two rooms has its owner of it exactly on the middle."""
    scale = np.concatenate([np.arange(30.0), np.arange(70.0, 100.0), [50.0]])
    chose = np.append(np.repeat([0, 1], 30), middle)
    one, other, whose = two(answers({"gevoel": chose, "begrip": scale}), "gevoel", "begrip")
    found = strongest(one, other, whose, 0)
    has_it = bool(found.first.feature.values[60] > 0)
    assert (bool(found.with_it[60]), bool(found.against[60])) == (False, has_it)
