"""A new one-time link for the example network's coordinator."""

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from werkplaats.config import example
from werkplaats.people import begin


class Command(BaseCommand):
    help = "Print a new one-time link with which the example network's coordinator signs in."
    requires_system_checks: list[str] = []

    def handle(self, **options):
        account = example.coordinator()
        if account is None:
            raise CommandError("There is no example network. Sign in with a code in the mail.")
        self.stdout.write(begin.new_link(account))
