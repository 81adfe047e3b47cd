import pytest

from .world import World, make_world


@pytest.fixture
def world(db) -> World:
    return make_world()


@pytest.fixture(autouse=True)
def no_rooms_above(settings):
    """What the rooms above must forget is their own test."""
    settings.WERKPLAATS_ROOMS = ()
