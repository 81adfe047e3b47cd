"""The example network: invented people and places, marked, never counted, removable with one command."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from werkplaats.gatherings.models import Gathering
from werkplaats.methods.models import RecipeVersion
from werkplaats.people.models import Account, Network

from .example_evening import hold

COORDINATOR = "coordinator@voorbeeld.invalid"
FACILITATOR = "begeleider@voorbeeld.invalid"
TUESDAY, THURSDAY = 1, 3

DE_KETEL = {
    "place": "Buurthuis De Ketel",
    "address": "Sluisweg 4, Zuiderlage",
    "route": "Bus 14, halte De Vaart. Daarna drie minuten lopen. Je kunt gratis parkeren achter het buurthuis.",
    "access": "Geen drempels, een lift en een ruim toilet. Er is een ringleiding.",
    "contact_name": "Hatice Demir",
    "contact_phone": "06 0000 0000",
    "practical": "Aanmelden hoeft niet. Het is gratis.",
}
BIBLIOTHEEK = {
    "place": "Bibliotheek Oudhaven",
    "address": "Kade 12, Oudhaven",
    "route": "Vijf minuten lopen van het station.",
    "access": "Geen drempels. Er is een stille ruimte.",
    "contact_name": "Hatice Demir",
    "contact_phone": "06 0000 0000",
    "practical": "Aanmelden hoeft niet. Het is gratis.",
}


def load() -> Account | None:
    """Makes the example network in an empty installation. Returns its coordinator, None if there is none."""
    if not Network.objects.exists():
        network = Network.objects.create(
            name="Leernetwerk Waterland-Zuid",
            region="Zuiderlage",
            municipalities=["Zuiderlage", "Oudhaven"],
            example=True,
        )
        make = Account.objects.create_user
        lead = make(COORDINATOR, first_name="Hatice", role=Account.Role.COORDINATOR, network=network)
        facilitator = make(FACILITATOR, first_name="Joost", role=Account.Role.FACILITATOR, network=network)
        today = timezone.localdate()
        gatherings(network, today)
        hold(past_gathering(network, today), facilitator, lead)
    return coordinator()


def coordinator() -> Account | None:
    return Account.objects.filter(network__example=True, role=Account.Role.COORDINATOR).order_by("pk").first()


def gatherings(network: Network, today: date) -> None:
    """Two evenings to come: the first next Thursday, the second four weeks later."""
    first = today + timedelta((THURSDAY - today.weekday()) % 7 or 7)
    Gathering.objects.create(
        network=network,
        kind=Gathering.Kind.KNOWLEDGE_CAFE,
        theme="Wanneer lukt hulp vragen?",
        summary=(
            "Soms vraag je hulp en gaat het vanzelf. Soms stel je het weken uit. "
            "Kom erover praten, met soep en brood. Je hoeft niets voor te bereiden."
        ),
        starts_at=at(first, time(19)),
        ends_at=at(first, time(20, 30)),
        municipal=True,
        recipe=RecipeVersion.current("delen-duiden-doen"),
        **DE_KETEL,
    )
    second = first + timedelta(28)
    Gathering.objects.create(
        network=network,
        kind=Gathering.Kind.WORKING_GROUP,
        theme="Rondkomen: wat helpt echt?",
        summary="Over geld praten is lastig. We beginnen met wat je zelf meemaakte. Neem gerust iemand mee.",
        starts_at=at(second, time(13, 30)),
        ends_at=at(second, time(14)),
        recipe=RecipeVersion.current("een-twee-vier-allen"),
        **BIBLIOTHEEK,
    )


def past_gathering(network: Network, today: date) -> Gathering:
    """The evening that was held, on a Tuesday three to nine days ago."""
    day = today - timedelta(3 + (today.weekday() - 3 - TUESDAY) % 7)
    return Gathering.objects.create(
        network=network,
        kind=Gathering.Kind.KNOWLEDGE_CAFE,
        theme="Wat helpt als je hulp nodig hebt?",
        summary="Met soep, brood en vijf tafels. We vertelden elkaar wat we zelf meemaakten.",
        starts_at=at(day, time(19)),
        ends_at=at(day, time(20, 45)),
        recipe=RecipeVersion.current("delen-duiden-doen"),
        **DE_KETEL,
    )


def at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
