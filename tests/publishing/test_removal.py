"""A trial can be removed whole; a real evening cannot."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.utils import timezone

from werkplaats.config import example
from werkplaats.gatherings.models import Gathering
from werkplaats.insights.models import Observation
from werkplaats.live.models import Event, Seat, Session, Table
from werkplaats.methods.models import RecipeVersion
from werkplaats.people.models import Account, Circle, Network, Person
from werkplaats.publishing.removal import NotATrial, remove_network, remove_session
from werkplaats.thread.models import Knot, Strand
from werkplaats.vault.models import VoiceKey
from werkplaats.voices.give import Draft, give
from werkplaats.voices.models import Voice

pytestmark = pytest.mark.django_db(databases=["default", "keys"], transaction=True)


def evening(network, *, rehearsal):
    now = timezone.now()
    recipe = RecipeVersion.current("delen-duiden-doen")
    gathering = Gathering.objects.create(
        network=network, theme="Proef", starts_at=now, ends_at=now + timedelta(hours=2), place="Hier", recipe=recipe
    )
    room, circle = (Circle.objects.create(network=network, kind=kind) for kind in ("room", "table"))
    session = Session.objects.create(
        gathering=gathering, recipe=recipe, code=uuid4().hex[:8], room=room, rehearsal=rehearsal, ended_at=now
    )
    table = Table.objects.create(session=session, number=1, circle=circle)
    person = Person.objects.create(network=network, code_hash=uuid4().bytes)
    story = give(Draft(uuid4(), "story", {"text": "het pad was dicht"}, person.pk, level="table", circle=circle.pk))
    answer = give(Draft(uuid4(), "card", {"text": "dat ken ik"}, person.pk, about=story.pk))
    Seat.objects.create(session=session, person=person, table=table, joined_at=now)
    Event.objects.create(session=session, seq=1, uuid=uuid4(), kind="gave", payload={"voice": str(story.pk)}, at=now)
    knot = Knot.objects.create(kind="observation")
    Strand.objects.create(upper=knot, voice=story)
    Observation.objects.create(knot=knot, session=session, voice=answer, source=uuid4())
    return session


def left():
    models = (Session, Seat, Event, Table, Voice, VoiceKey, Knot, Strand, Observation, Person, Circle)
    return {model.__name__: model.objects.count() for model in models if model.objects.exists()}


@pytest.fixture
def network():
    return Network.objects.create(name="Leernetwerk Echt")


def test_a_rehearsal_goes_with_its_words_and_keys(network):
    remove_session(evening(network, rehearsal=True))
    assert left() == {}
    assert Gathering.objects.count() == 1


def test_what_stands_beside_it_stays(network):
    trial, real = evening(network, rehearsal=True), evening(network, rehearsal=False)
    before = Voice.objects.count()
    remove_session(trial)
    assert (Session.objects.get(), Voice.objects.count(), VoiceKey.objects.count()) == (real, before // 2, before // 2)


def test_a_card_that_was_printed_before_the_trial_stays(network):
    trial = evening(network, rehearsal=True)
    printed = Person.objects.get()
    Session.objects.filter(pk=trial.pk).update(opened_at=printed.made_at + timedelta(minutes=1))
    trial.refresh_from_db()
    invented = Person.objects.create(network=network, code_hash=uuid4().bytes)
    Person.objects.filter(pk=invented.pk).update(made_at=trial.opened_at + timedelta(minutes=1))
    Seat.objects.create(session=trial, person=invented, table=trial.tables.get(), joined_at=trial.opened_at)
    remove_session(trial)
    assert left() == {"Person": 1}
    assert Person.objects.get() == printed


def test_a_person_who_also_sat_in_a_real_evening_stays(network):
    trial, real = evening(network, rehearsal=True), evening(network, rehearsal=False)
    guest = trial.seats.get().person
    Seat.objects.create(session=real, person=guest, table=real.tables.get(), joined_at=timezone.now())
    remove_session(trial)
    assert Person.objects.filter(pk=guest.pk).exists()


def test_a_real_evening_is_refused(network):
    session = evening(network, rehearsal=False)
    with pytest.raises(NotATrial):
        remove_session(session)
    with pytest.raises(NotATrial):
        remove_network(network)
    assert left()["Voice"] == 2


def test_the_example_goes_with_one_command_and_leaves_the_real_network(network):
    real = evening(network, rehearsal=False)
    invented = Network.objects.create(name="Voorbeeld", example=True)
    example.gatherings(invented, timezone.localdate())
    evening(invented, rehearsal=False)
    Person.objects.create(network=invented, code_hash=b"printed, never used")
    call_command("remove_example")
    assert (Network.objects.get(), Session.objects.get()) == (network, real)
    assert Voice.objects.count() == VoiceKey.objects.count() == 2


def test_rehearsals_go_with_one_command(network):
    evening(network, rehearsal=True)
    real = evening(network, rehearsal=False)
    call_command("remove_rehearsals")
    assert Session.objects.get() == real


def test_a_network_of_your_own_keeps_the_example_away():
    call_command("account", "an@oost.example", "--name", "An", "--role", "coordinator", "--network", "Oost")
    assert example.load() is None
    assert (Network.objects.get().example, Account.objects.get().is_coordinator) == (False, True)


def signed_in(client, network, role="facilitator"):
    account = Account.objects.create_user(f"{role}@oost.example", first_name="An", role=role, network=network)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")


def test_staff_take_a_rehearsal_away_from_the_overview(client, network):
    session = evening(network, rehearsal=True)
    signed_in(client, network)
    path = f"/proefsessies/{session.uuid}/weghalen/"
    assert path in client.get("/overzicht/").content.decode()
    answer = client.post(path, follow=True)
    assert "De proefsessie is weg" in answer.content.decode()
    assert left() == {}


@pytest.mark.parametrize("role", ["facilitator", "coordinator"])
@pytest.mark.parametrize("opened", [None, timezone.now()])
def test_a_rehearsal_that_never_ended_goes_too(client, network, role, opened):
    session = evening(network, rehearsal=True)
    Session.objects.update(ended_at=None, opened_at=opened)
    signed_in(client, network, role)
    path = f"/proefsessies/{session.uuid}/weghalen/"
    assert f'href="{path}"' in client.get("/overzicht/").content.decode()
    asked = client.get(path).content.decode()
    assert "Deze proefsessie is nog bezig." in asked
    assert left()["Voice"] == 2
    assert client.post(path).status_code == 302
    assert left() == {}


@pytest.mark.parametrize("which", ["real", "of others"])
def test_nothing_else_can_be_taken_away_there(client, network, which):
    session = evening(network, rehearsal=which != "real")
    signed_in(client, Network.objects.create(name="Ander") if which == "of others" else network)
    path = f"/proefsessies/{session.uuid}/weghalen/"
    assert path not in client.get("/overzicht/").content.decode()
    assert client.post(path).status_code == 404
    assert client.get(path).status_code == 404
    assert left()["Voice"] == 2


def test_a_visitor_takes_nothing_away(client, network):
    session = evening(network, rehearsal=True)
    assert client.post(f"/proefsessies/{session.uuid}/weghalen/").status_code == 302
    assert left()["Voice"] == 2
