"""`werkplaats import-polis DIR`: an exported Polis conversation becomes a closed session with its landscape."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from sensemaking.faces.reading import ReadingError
from werkplaats.insights.kept import picture
from werkplaats.insights.polis import AlreadyThere, import_polis
from werkplaats.people.models import Network


class Command(BaseCommand):
    help = "Leest een export van Polis in als een gesloten sessie. Bij een fout verandert er niets."

    def add_arguments(self, parser):
        parser.add_argument("dir", help="de map met comments.csv en votes.csv of participants-votes.csv")
        parser.add_argument("--network", default="", help="de naam van het netwerk; nodig als er meer dan één is")
        parser.add_argument("--theme", default="", help="de vraag van het gesprek; anders die uit summary.csv")

    def handle(self, *args, **options):
        network = _network(options["network"])
        try:
            made = import_polis(Path(options["dir"]), network, options["theme"].strip())
        except ReadingError as error:
            raise CommandError(f"{error} Er is niets ingelezen.") from error
        except AlreadyThere as error:
            raise CommandError(f"{error} Het staat op {_address(error.session)}") from error
        self.stdout.write(
            f"Ingelezen in {network.name}: {made.weighings} keuzes van {made.people} mensen bij {made.statements} zinnen."
        )
        picture(made.session)
        self.stdout.write(f"Beeld van de zaal: {_address(made.session)}")


def _network(name: str) -> Network:
    networks = list(Network.objects.order_by("name"))
    found = [network for network in networks if not name or network.name == name]
    if len(found) == 1:
        return found[0]
    if not networks:
        raise CommandError("Er is nog geen netwerk. Start de Werkplaats eerst een keer.")
    names = ", ".join(f"'{network.name}'" for network in networks)
    raise CommandError(f"Zeg in welk netwerk: --network met een van {names}.")


def _address(session) -> str:
    return settings.WERKPLAATS_URL + reverse("insights:landscape", args=[session.uuid])
