from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werkplaats.voices import door
from werkplaats.voices.give import TEXT_LIMIT, check, clean, text
from werkplaats.voices.models import Voice

with_database = pytest.mark.django_db(databases=["default", "keys"])


@pytest.mark.parametrize(
    ("kind", "words", "problems"),
    [
        ("card", {"text": "Een kaart"}, []),
        ("name", {"name": "Samira"}, []),
        ("name", {"text": "Samira"}, []),
        ("recommendation", {"parts": {"who": "de wijk", "does_what": "belt"}}, []),
        ("recommendation", {"text": "Bel eerst."}, []),
        ("card", {"text": "  \x00\n "}, ["Je hebt nog niets opgeschreven."]),
        ("recommendation", {"parts": {}}, ["Je hebt nog niets opgeschreven."]),
        ("card", {"text": "a" * 201}, ["Dit is te lang: 201 tekens. Er passen er 200."]),
        ("poem", {"text": "a"}, ["Deze soort inbreng kennen we niet."]),
        *[
            (kind, words, ["We konden dit niet lezen. Typ het nog eens."])
            for kind, words in [
                ("card", {}),
                ("card", None),
                ("card", "tekst"),
                ("card", {"text": 7}),
                ("card", {"text": "a", "level": "everyone"}),
                ("card", {"parts": {"who": "x"}}),
                ("card", {"name": "x"}),
                ("recommendation", {"parts": {"price": "x"}}),
                ("recommendation", {"parts": {"who": None}}),
            ]
        ],
    ],
)
def test_what_is_off_is_said(kind, words, problems):
    assert check(kind, words) == problems


@settings(deadline=None)
@given(st.sampled_from(sorted(TEXT_LIMIT)), st.text())
def test_cleaning_twice_is_cleaning_once_and_can_be_written(kind, given_text):
    once = clean({"text": given_text})
    assert clean(once) == once
    once["text"].encode()
    check(kind, {"text": given_text})


def test_cleaning_keeps_lines_and_every_language():
    words = {"text": " Eén\r\nذهبت\u202e ğ 👩‍👩‍👧\x07 "}
    assert clean(words) == {"text": "Eén\nذهبت ğ 👩‍👩‍👧"}


def test_parts_read_as_lines_in_their_own_order():
    assert text({"parts": {"does_what": "belt eerst", "who": "de corporatie"}}) == "de corporatie\nbelt eerst"


@with_database
def test_an_answer_is_given_no_wider_than_its_story(world):
    story = world.say("table", giver="teller", kind="story")
    answer = world.say("everyone", about=story.pk)
    assert (answer.level, answer.circle_id) == ("table", world.table.pk)
    assert world.say("teller", about=story.pk).level == "teller"


@with_database
def test_an_answer_to_an_answer_is_about_the_same_story(world):
    story = world.say("table", giver="teller", kind="story")
    answer = world.say("table", about=story.pk)
    assert world.say("table", about=answer.pk).about_id == story.pk


@with_database
def test_words_moved_to_another_voice_do_not_open(world, caplog):
    one, other = world.say(text="Een"), world.say(text="Twee")
    Voice.objects.filter(pk=one.pk).update(sealed=other.sealed)
    assert door.words(one, world.viewer("giver")) is None
    assert str(one.pk) in caplog.text
    assert door.words_of([uuid4()], world.viewer("giver")) == {}
