"""After the end nothing on the disk joins an unlinked answer to a person: no order, no time, no uuid, no author."""

from uuid import uuid4

import pytest

from werkplaats.insights import harvest as insights
from werkplaats.insights.models import Placement
from werkplaats.live.harvest import evening_of
from werkplaats.live.models import Event, Seat
from werkplaats.methods.models import RecipeVersion
from werkplaats.vault import audit
from werkplaats.vault.models import Reading, SessionKey

from .hall import Console, Phone, session

PEOPLE = 8
SCALE, TRIAD = 2, 3
PLACES = [3, 97, 14, 61, 28, 88, 45, 52]


@pytest.fixture
def mirror(hall):
    """(address, session, console, phones that placed a dot each on an unlinked scale, the uuids they used)."""
    made = session(recipe=RecipeVersion.current("informeel-formeel-spiegel"))
    console = Console(hall, made, made.room.members.get(account__isnull=False).account)
    console.do("step", n=1)
    console.do("step", n=SCALE)
    phones = [Phone(hall) for _ in range(PEOPLE)]
    for phone in phones:
        assert phone.join(made.code, 1, name="Noor").status_code == 200
    uuids = [str(uuid4()) for _ in phones]
    for phone, uuid, place in zip(phones, uuids, PLACES, strict=True):
        phone.give(uuid=uuid, kind="placed", step=SCALE, input="scale", at=place)
        assert phone.me()["name"] == "Noor"
    return made, console, phones, uuids


def test_the_log_says_no_more_than_when_the_part_opened(mirror):
    made, _console, _phones, _uuids = mirror
    opened = Event.objects.get(session=made, kind="step", payload__n=SCALE)
    moments = set(Event.objects.filter(session=made, kind="placed").values_list("at", flat=True))
    assert moments == {opened.at}


def test_after_the_end_nothing_joins_a_dot_to_a_person(mirror):
    made, console, phones, uuids = mirror
    before = list(Event.objects.filter(session=made, kind="placed").order_by("seq"))
    assert [event.payload["at"] for event in before] == PLACES
    console.do("end")
    after = list(Event.objects.filter(session=made, kind="placed").order_by("seq"))
    assert [(event.seq, str(event.uuid)) for event in after] == list(
        zip([event.seq for event in before], uuids, strict=True)
    )
    assert {(str(event.payload), event.author, event.forgotten) for event in after} == {("{}", "", True)}
    assert len({event.at for event in after}) == 1
    dots = list(Placement.objects.filter(session=made).order_by("pk"))
    assert sorted(dot.at for dot in dots) == sorted(PLACES)
    assert [dot.at for dot in dots] != PLACES
    known = set(Event.objects.values_list("uuid", flat=True)) | set(Seat.objects.values_list("uuid", flat=True))
    known |= {seat.person.uuid for seat in Seat.objects.select_related("person")}
    assert known.isdisjoint(dot.source for dot in dots)
    traces = {str(one) for one in known} | {one.hex for one in known} | {event.author for event in before}
    assert traces.isdisjoint(dot.author for dot in dots)
    assert SessionKey.objects.count() == 0
    audit.flush()
    assert not Reading.objects.filter(person__isnull=False).exists()
    assert phones[0].me()["answers"] == {"weighed": {}}


def test_an_unlinked_answer_after_the_end_is_not_kept(mirror):
    made, console, phones, _uuids = mirror
    console.do("end")
    answer = phones[0].send({"kind": "placed", "step": SCALE, "input": "scale", "at": 50})
    assert (answer.status_code, answer.json()["title"]) == (
        409,
        "De avond is afgelopen. Dit antwoord telt niet meer mee.",
    )
    assert Event.objects.filter(session=made, forgotten=False, kind="placed").count() == 0


def test_a_harvest_that_is_tried_again_makes_no_dot_twice(mirror):
    made, console, _phones, _uuids = mirror
    for _turn in range(2):
        insights.harvest(evening_of(made))
    assert Placement.objects.filter(session=made).count() == PEOPLE
    console.do("end")
    assert Placement.objects.filter(session=made).count() == PEOPLE
