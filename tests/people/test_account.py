import io

import pytest
from django.core.management import CommandError, call_command

from werkplaats.people.models import Account, Network

pytestmark = pytest.mark.django_db


def account(*arguments) -> str:
    out = io.StringIO()
    call_command("account", *arguments, stdout=out)
    return out.getvalue()


def test_an_account_is_made_with_its_network():
    said = account("Hatice@Voorbeeld.nl", "--name", "Hatice", "--role", "coordinator", "--network", "Waterland")
    made = Account.objects.get()
    assert (made.email, made.first_name, made.role, made.network.name) == (
        "Hatice@voorbeeld.nl",
        "Hatice",
        "coordinator",
        "Waterland",
    )
    assert "coördinator" in said
    assert not made.has_usable_password()


def test_the_same_address_is_changed_and_can_be_closed():
    account("h@voorbeeld.nl", "--network", "Waterland")
    account("H@voorbeeld.nl", "--role", "coordinator", "--municipal")
    made = Account.objects.get()
    assert (made.role, made.municipal, made.is_active) == ("coordinator", True, True)
    account("h@voorbeeld.nl", "--close")
    made.refresh_from_db()
    assert not made.is_active
    account("h@voorbeeld.nl")
    made.refresh_from_db()
    assert not made.is_active


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["geen-adres"], "geen mailadres"),
        (["h@voorbeeld.nl"], "--network NAAM"),
        (["h@voorbeeld.nl", "--close"], "geen account met het adres"),
    ],
)
def test_what_is_wrong_is_said(arguments, said):
    Network.objects.create(name="Voorbeeld", example=True)
    with pytest.raises(CommandError, match=said):
        account(*arguments)
