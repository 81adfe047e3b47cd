"""Removes the example network: its people, places, evenings and words."""

from django.core.management.base import BaseCommand

from werkplaats.people.models import Network
from werkplaats.publishing.removal import remove_network


class Command(BaseCommand):
    help = "Remove the example network with everything in it."
    requires_system_checks: list[str] = []

    def handle(self, **options):
        examples = list(Network.objects.filter(example=True))
        for network in examples:
            remove_network(network)
        self.stdout.write("The example network is gone." if examples else "There is no example network.")
        if not Network.objects.exists():
            self.stdout.write("There is no other network: at the next start the example comes back.")
            self.stdout.write(
                'Make your own: bin/werkplaats account YOU@EXAMPLE --name YOU --role coordinator --network "NAME"'
            )
