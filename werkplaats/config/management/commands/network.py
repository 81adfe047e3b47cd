"""Makes a real network with its first coordinator."""

from django.core.exceptions import ValidationError
from django.core.management import CommandError
from django.core.management.base import BaseCommand
from django.core.validators import validate_email
from django.db import transaction

from werkplaats.people.models import Account, Network


class Command(BaseCommand):
    help = "Make a network with its first coordinator, who then signs in with a code in the mail."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("name")
        parser.add_argument("--region", default="")
        parser.add_argument("--email", required=True)
        parser.add_argument("--first-name", required=True)

    def handle(self, *, name, region, email, first_name, **options):
        try:
            validate_email(email)
        except ValidationError:
            raise CommandError("--email needs an address like name@example.nl") from None
        if Account.objects.filter(email__iexact=email).exists():
            raise CommandError("There is already an account with this address.")
        with transaction.atomic():
            network = Network.objects.create(name=name, region=region)
            Account.objects.create_user(email, first_name=first_name, role=Account.Role.COORDINATOR, network=network)
        self.stdout.write("Made. Sign in at /accounts/login/code/ with a code in the mail.")
