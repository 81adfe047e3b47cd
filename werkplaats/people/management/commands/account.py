"""Makes or changes a staff account. The account signs in with a code in the mail."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from werkplaats.people.models import Account, Network


class Command(BaseCommand):
    help = (
        "Make a staff account, or change one: account EMAIL --name NAME --role coordinator|facilitator --network NAME"
    )

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="first name, as colleagues see it")
        parser.add_argument("--role", default=Account.Role.FACILITATOR, choices=Account.Role.values)
        parser.add_argument("--network", default="", help="name of the network; made when it is new")
        parser.add_argument(
            "--municipal", action="store_true", help="works for a municipality: no words after the evening"
        )
        parser.add_argument("--close", action="store_true", help="closes the account: it can no longer sign in")

    def handle(self, *, email, name, role, network, municipal, close, **options):
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"‘{email}’ is geen mailadres.") from error
        account = Account.objects.filter(email__iexact=email).first()
        if close:
            self._close(account, email)
            return
        fields = {"first_name": name or email.split("@")[0], "role": role, "municipal": municipal}
        if account:
            self._change(account, fields | ({"network": self._network(network)} if network else {}))
        else:
            Account.objects.create_user(email, network=self._network(network), **fields)
        self.stdout.write(f"{email} kan inloggen als {Account.Role(role).label}.")

    def _close(self, account, email):
        if account is None:
            raise CommandError(f"Er is geen account met het adres {email}.")
        self._change(account, {"is_active": False})
        self.stdout.write(f"{email} kan niet meer inloggen.")

    @staticmethod
    def _change(account, fields):
        for field, value in fields.items():
            setattr(account, field, value)
        account.save(update_fields=[*fields])

    @staticmethod
    def _network(name: str) -> Network:
        if name:
            return Network.objects.get_or_create(name=name)[0]
        found = list(Network.objects.filter(example=False)[:2])
        if len(found) == 1:
            return found[0]
        raise CommandError("Zeg bij welk netwerk: --network NAAM.")
