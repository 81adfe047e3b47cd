"""The example network: invented people and places, marked, never counted, removable with one command."""

from werkplaats.people.models import Account, Network

COORDINATOR = "coordinator@voorbeeld.invalid"
FACILITATOR = "begeleider@voorbeeld.invalid"


def load() -> Account | None:
    """Makes the example network in an empty installation. Returns its coordinator, None if there is none."""
    if not Network.objects.exists():
        network = Network.objects.create(name="Leernetwerk Waterland-Zuid", region="Zuiderlage", example=True)
        Account.objects.create_user(COORDINATOR, first_name="Hatice", role=Account.Role.COORDINATOR, network=network)
        Account.objects.create_user(FACILITATOR, first_name="Joost", role=Account.Role.FACILITATOR, network=network)
    return coordinator()


def coordinator() -> Account | None:
    return Account.objects.filter(network__example=True, role=Account.Role.COORDINATOR).order_by("pk").first()
