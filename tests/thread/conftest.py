from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.voices.world import World, make_world
from werkplaats.gatherings.models import Gathering
from werkplaats.live.models import Seat, Session, Table
from werkplaats.methods.models import RecipeVersion
from werkplaats.people import attempts
from werkplaats.people.codes import hash_code

CODE = "fiets linde emmer wolk"


@pytest.fixture
def world(db) -> World:
    return make_world()


@pytest.fixture(autouse=True)
def no_rooms_above(settings):
    settings.WERKPLAATS_ROOMS = ()
    attempts.forget()


@pytest.fixture
def evening(world) -> World:
    """The giver sits at table 3 of an evening that has ended."""
    now = timezone.now()
    gathering = Gathering.objects.create(
        network=world.network, theme="Wanneer lukt hulp vragen?", starts_at=now, ends_at=now, place="De Ketel"
    )
    recipe = RecipeVersion.objects.create(recipe_id="test", version=99, source="")
    session = Session.objects.create(gathering=gathering, recipe=recipe, code="KETEL7", room=world.room)
    table = Table.objects.create(session=session, number=3, circle=world.table)
    joined = now - timedelta(hours=1)
    Seat.objects.create(session=session, person=world.people["giver"], table=table, joined_at=joined)
    world.people["giver"].code_hash = hash_code(CODE)
    world.people["giver"].save()
    world.end("after")
    return world


@pytest.fixture
def giver(evening) -> Client:
    """The giver's browser, with the code entered."""
    client = Client()
    assert client.post("/draad/in/", {"code": CODE}).status_code == 302
    return client
