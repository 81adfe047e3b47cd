"""A whole evening of "Delen, duiden, doen" over HTTP: two tables, eight people, every step, and what comes of it."""

import json
from collections import Counter

import pytest

from werkplaats.action.models import Commitment, Recommendation
from werkplaats.insights.models import Insight, Observation, Placement, Statement, Weighing
from werkplaats.live.models import Event, Session
from werkplaats.network.models import Initiative
from werkplaats.people.models import Circle
from werkplaats.stories.models import Telling
from werkplaats.voices.models import Consent, Quotation, Voice

from .hall import wait_for

PARTS = {
    "who": "Woonstichting Vaartland",
    "does_what": "belt eerst",
    "for_whom": "huurders",
    "by_when": "1 februari",
    "noticed_by": "minder dichte brieven",
}
STORY = "Verhaal van {}: de brief lag drie weken in de la."


def test_an_evening_from_the_first_word_to_the_harvest(evening, phones):
    _url, made, console = evening
    people = phones(8, name="Noor")
    lead, wall = console.follow(), console.wall()
    one, two = people[0].follow(), people[1].follow()
    lead.until(lambda views: views["console"]["seats"] == {"phones": 8, "paper": 0, "talking": 0})
    console.do("count", table=1, paper=2, talking=1)
    lead.until(
        lambda views: (
            views["console"]["tables"][0] == {"number": 1, "phones": 4, "paper": 2, "talking": 1, "answers": 0}
        )
    )

    console.do("step", n=1)
    console.do("step", n=2)
    told = [person.tell(2, "story", STORY.format(n)) for n, person in enumerate(people)]
    assert [ack["status"] for ack in told] == ["kept"] * 8
    one.until(lambda views: len(views["table"]["stories"]) == 4)
    assert {story["name"] for story in one.views["table"]["stories"].values()} == {"Noor"}
    stories = list(one.views["table"]["stories"])
    lead.until(lambda views: views["room"]["answers"] == 8)
    assert "brief lag" not in json.dumps(lead.views)
    assert "brief lag" not in json.dumps(wall.views)
    assert "Verhaal van 1" not in json.dumps(one.views)

    console.do("step", n=3)
    console.do("step", n=4)
    for n, person in enumerate(people):
        person.give(kind="placed", step=4, input="triad", at=None if n == 7 else [0.6, 0.3, 0.1])
    wall.until(lambda views: views["room"]["answers"] == 8)
    assert "results" not in wall.views["room"]
    console.do("close")
    wall.until(lambda views: views["room"]["results"]["dots"] == [[0.6, 0.3, 0.1]] * 7)
    assert "none" not in wall.views["room"]["results"]
    console.do("step", n=4)
    wall.until(lambda views: views["room"]["step"]["stage"] == "open" and "results" not in views["room"])
    assert console.send("step", n=4).status_code == 409

    console.do("step", n=5)
    for n, person in enumerate(people[:4]):
        mine = people[n].me()["pieces"][0]["voice"]
        near = one if n % 2 == 0 else two
        rests = [mine, next(voice for voice in near.views["table"]["stories"] if voice != mine)]
        person.tell(5, "card", f"Wij zien dat bellen helpt ({n}).", rests_on=rests)
    lead.until(lambda views: len(views["console"]["waiting"]) == 4 and views["room"]["answers"] == 2)
    assert wall.views["room"]["cards"] == {}
    cards = list(lead.views["console"]["waiting"])
    console.do("show", voices=cards)
    wall.until(
        lambda views: (
            {card["text"] for card in views["room"]["cards"].values()}
            == {f"Wij zien dat bellen helpt ({n})." for n in range(4)}
        )
    )
    shown = sorted(wall.views["room"]["cards"], key=lambda voice: wall.views["room"]["cards"][voice]["at"])

    console.do("insert", block="stellingen", after=5)
    wall.until(lambda views: len(views["room"]["phases"]) == 11)
    console.do("promote", voices=shown)
    console.do("step", n=6)
    wall.until(
        lambda views: len(views["room"]["statements"]) == 4 and views["room"]["step"]["input"]["kind"] == "weigh"
    )
    for n, person in enumerate(people):
        person.send(
            *(
                {"kind": "weighed", "step": 6, "statement": voice, "answer": ("agree", "disagree")[n % 2]}
                for voice in shown
            )
        )
    assert wall.views["room"]["shows"] == "cards"
    lead.until(lambda views: views["console"]["weighed"] == {"people": 8, "answers": 32})
    assert console.send("wall", shows="landscape").status_code == 409
    console.do("close")
    lead.until(lambda views: views["console"]["landscape"]["people"] == 8)
    assert "landscape" not in wall.views["room"]
    console.do("wall", shows="landscape")
    wall.until(lambda views: views["room"]["landscape"]["people"] == 8)

    console.do("step", n=7)
    for n, person in enumerate(people):
        reason = {"reason": {"for": shown[0], "text": f"Omdat het bij mij ook zo was ({n})."}} if n == 0 else {}
        person.give(kind="voted", step=7, picks=shown[: 1 + n % 3], **reason)
    lead.until(lambda views: views["console"]["votes_in"] == 8)
    assert "results" not in wall.views["room"]
    assert wall.views["room"]["shows"] == "cards"
    console.do("close")
    wall.until(lambda views: views["room"]["results"] == {"step": 7, "kind": "vote", "order": shown[:3]})

    console.do("step", n=8)
    people[2].tell(8, "card", "In het buurthuis zit elke dinsdag iemand die helpt met post.")
    console.do("step", n=9)
    people[0].tell(9, "recommendation", {"who": "Woonstichting Vaartland"}, rests_on=[shown[0]])
    one.until(
        lambda views: views["table"]["recommendation"]["missing"] == ["does_what", "for_whom", "by_when", "noticed_by"]
    )
    people[2].tell(9, "recommendation", PARTS, rests_on=[shown[0]])
    one.until(lambda views: views["table"]["recommendation"]["missing"] == [])
    people[1].tell(9, "recommendation", PARTS)
    two.until(lambda views: views["table"]["recommendation"]["missing"] == ["rests_on"])

    console.do("step", n=10)
    for person in people:
        person.tell(10, "commitment", "Ik ga met mijn buur bellen.")
    one.until(lambda views: len(views["table"]["commitments"]) == 4)

    console.do("step", n=11)
    for n, person in enumerate(people):
        person.give(kind="placed", step=11, input="scale", at=60 + n)
    story = people[0].me()["pieces"][0]
    people[0].give(kind="consented", voice=story["voice"], level="region")
    people[0].give(kind="consented", voice=story["voice"], use="education", yes=True)
    people[0].give(kind="consented", voice=story["voice"], range=[0, 14], answer="yes")
    console.do("ask", voice=shown[0], start=0, end=9)
    asked = wait_for(
        lambda: [
            (phone, piece)
            for phone in people[:4]
            for piece in phone.me()["pieces"]
            if piece["voice"] == shown[0] and piece["asked"]
        ]
    )
    phone, piece = asked[0]
    phone.give(kind="consented", voice=shown[0], quotation=piece["asked"][0]["quotation"], answer="unnamed")
    lead.until(lambda views: [one for one in views["console"]["candidates"] if one.get("answer") == "unnamed"])
    console.do("close")
    wall.until(lambda views: views["room"]["results"]["dots"] == [60 + n for n in range(8)])

    console.do("end")
    one.until(lambda views: views["room"]["state"] == "ended")
    session = Session.objects.get(pk=made.pk)
    assert session.ended_at is not None
    assert session.harvested_at is not None
    assert Circle.objects.filter(ends_at__isnull=True).count() == 0
    assert list(session.events.values_list("seq", flat=True)) == list(range(1, session.events.count() + 1))
    assert Telling.objects.count() == 8
    assert Observation.objects.count() == 4
    assert Insight.objects.count() == 3
    assert Recommendation.objects.count() == 2
    assert Commitment.objects.count() == 8
    assert Initiative.objects.count() == 1
    assert Statement.objects.count() == 4
    assert Counter(Weighing.objects.values_list("answer", flat=True)) == {"agree": 16, "disagree": 16}
    assert Placement.objects.count() == 16
    assert sorted(Quotation.objects.values_list("answer", flat=True)) == ["unnamed", "yes"]
    assert Voice.objects.filter(kind="reason").count() == 1
    assert list(Consent.objects.values_list("use", "yes", "asked")) == [("education", True, "phone")]
    for screen in (lead, wall, one, two):
        screen.close()
    assert stories


def test_harvesting_twice_makes_nothing_twice(evening, phones):
    from werkplaats.live import ending

    _url, made, console = evening
    people = phones(2)
    for n in (1, 2):
        console.do("step", n=n)
    people[0].tell(2, "story", "De brief lag in de la.")
    console.do("end")
    assert Telling.objects.count() == 1
    assert ending.finish(made.pk) is True
    assert Telling.objects.count() == 1


def test_a_harvest_that_broke_is_made_at_the_next_start(evening, phones, settings):
    from werkplaats.config.rooms import Room
    from werkplaats.live import ending

    _url, made, console = evening
    [person] = phones(1)
    for n in (1, 2):
        console.do("step", n=n)
    person.tell(2, "story", "De brief lag in de la.")
    rooms = settings.WERKPLAATS_ROOMS
    settings.WERKPLAATS_ROOMS = (Room("broken", harvest="tests.live.test_evening.broken"),)
    console.do("end")
    assert Session.objects.get(pk=made.pk).ended_at is not None
    assert Telling.objects.count() == 0
    settings.WERKPLAATS_ROOMS = rooms
    assert ending.finish_left() == 1
    assert Telling.objects.count() == 1
    assert ending.finish_left() == 0


def broken(evening):
    raise RuntimeError("half a harvest")


@pytest.mark.parametrize("steps", [(1, 2)])
def test_the_log_holds_ids_and_no_words(evening, phones, steps):
    _url, _made, console = evening
    [person] = phones(1, name="Gerrit-Jan")
    for n in steps:
        console.do("step", n=n)
    person.tell(2, "story", "Kanariepietje vloog over de singel.")
    logged = json.dumps(list(Event.objects.values_list("payload", flat=True)))
    assert "Kanarie" not in logged
    assert "Gerrit" not in logged
