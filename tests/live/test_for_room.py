"""A story told at a table stays away from the console and the wall, however wide its giver lets it go later."""

import pytest

from werkplaats.live.state import fold
from werkplaats.live.view import console_view, room_view

from .logs import VOICES, gave, log, plan

STORY, CARD = VOICES[:2]


def told(level):
    return fold(
        log(
            ("opened", {"tables": 2}),
            ("step", {"n": 2, "minutes": 8}),
            ("gave", gave(STORY, 2, "story"), "seat"),
            ("gave", gave(CARD, 5, "card", level="room"), "seat"),
            ("asked", {"quotation": "q", "voice": STORY, "start": 0, "end": 4}),
            ("consented", {"voice": STORY, "level": level}, "seat"),
            ("consented", {"voice": CARD, "level": level}, "seat"),
            ("showed", {"voices": [STORY]}),
        )
    )


@pytest.mark.parametrize("level", ["region", "everyone"])
def test_wider_for_later_is_not_for_the_wall(level):
    state = told(level)
    console = console_view(state, plan())
    assert list(console["waiting"]) == [CARD]
    assert (list(console["shown"]), console["candidates"]) == ([], [])
    assert list(room_view(state, plan())["cards"]) == []


def test_a_giver_who_chooses_the_room_gives_it_to_the_room():
    assert list(room_view(told("room"), plan())["cards"]) == [STORY]
