"""A small evening: who sits where, and a voice at each level. `during`, `after` and `later` move its end."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from werkplaats.people.access import giver_viewer
from werkplaats.people.codes import person_with_code
from werkplaats.people.models import Account, Circle, Membership, Network, Person
from werkplaats.people.viewer import VISITOR, Role, Viewer, house
from werkplaats.voices.give import Draft, give
from werkplaats.voices.models import Level, Voice

LEVELS = ("me", "teller", "table", "room", "region", "everyone")


@dataclass
class World:
    network: Network
    table: Circle
    room: Circle
    people: dict[str, Person]
    accounts: dict[str, Account]

    def viewer(self, who: str) -> Viewer:
        if who == "visitor":
            return VISITOR
        if who == "house at table":
            return house(self.table.pk)
        if who == "house in room":
            return house(self.room.pk)
        if who in self.people:
            return giver_viewer(self.people[who])
        account = self.accounts[who]
        return Viewer(
            role=Role(account.role),
            account=account.pk,
            network=account.network_id,
            circles=frozenset(account.memberships.values_list("circle_id", flat=True)),
            municipal=account.municipal,
        )

    def end(self, when: str) -> None:
        now = timezone.now()
        ends, staff = {
            "during": (None, None),
            "after": (now - timedelta(hours=1), now + timedelta(days=13)),
            "later": (now - timedelta(days=14, seconds=1), now + timedelta(days=13)),
        }[when]
        Circle.objects.filter(pk__in=[self.table.pk, self.room.pk]).update(ends_at=ends, staff_until=staff)

    def say(self, level: str = Level.ME, giver: str = "giver", text: str = "Ik woon hier graag.", **fields) -> Voice:
        circle = {"me": None, "room": self.room.pk}.get(level, self.table.pk)
        fields = {"kind": "card", "circle": circle} | fields
        return give(
            Draft(id=uuid4(), words={"text": text}, giver=self.people[giver].pk, level=level, **fields),
        )


def make_world() -> World:
    network = Network.objects.create(name="Vaartland")
    other = Network.objects.create(name="Elders")
    table = Circle.objects.create(network=network, kind="table")
    room = Circle.objects.create(network=network, kind="room")
    people = {who: person_with_code(network)[0] for who in ("giver", "teller", "tablemate", "roommate", "outsider")}
    accounts = {
        "facilitator": Account.objects.create_user(
            f"f-{uuid4().hex[:8]}@example.nl", role="facilitator", network=network
        ),
        "coordinator": Account.objects.create_user(
            f"c-{uuid4().hex[:8]}@example.nl", role="coordinator", network=network
        ),
        "municipal present": Account.objects.create_user(
            f"mp-{uuid4().hex[:8]}@example.nl", role="coordinator", network=network, municipal=True
        ),
        "municipal elsewhere": Account.objects.create_user(
            f"me-{uuid4().hex[:8]}@example.nl", role="coordinator", network=network, municipal=True
        ),
        "other network": Account.objects.create_user(
            f"o-{uuid4().hex[:8]}@example.nl", role="coordinator", network=other
        ),
    }
    for who in ("giver", "teller", "tablemate"):
        Membership.objects.create(circle=table, person=people[who])
    for who in ("giver", "teller", "tablemate", "roommate"):
        Membership.objects.create(circle=room, person=people[who])
    # A facilitator who by mistake sits in a table circle still reads no table words.
    for circle in (table, room):
        Membership.objects.create(circle=circle, account=accounts["facilitator"])
    Membership.objects.create(circle=room, account=accounts["municipal present"])
    return World(network, table, room, people, accounts)
