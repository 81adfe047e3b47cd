"""Staff sign in with a code in the mail; no other door is open."""

import re

import pytest
from django.conf import settings

from werkplaats.people.models import Account, Network

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    network = Network.objects.create(name="Leernetwerk Oost")
    return Account.objects.create_user("an@oost.example", first_name="An", network=network)


def test_a_code_in_the_mail_signs_in(client, account, mailoutbox):
    asked = client.post("/accounts/login/code/", {"email": "an@oost.example"})
    assert (asked.status_code, asked["Location"]) == (302, "/accounts/login/code/confirm/")
    (mail,) = mailoutbox
    assert mail.to == ["an@oost.example"]
    code = re.search(r"^\s*([A-Z0-9-]{6,9})\s*$", mail.body, re.MULTILINE)[1]
    assert code not in mail.subject
    done = client.post("/accounts/login/code/confirm/", {"code": code})
    assert (done.status_code, done["Location"]) == (302, settings.LOGIN_REDIRECT_URL)
    assert client.get(settings.LOGIN_REDIRECT_URL).status_code == 200


def test_a_wrong_code_signs_nobody_in(client, account, mailoutbox):
    client.post("/accounts/login/code/", {"email": "an@oost.example"})
    answer = client.post("/accounts/login/code/confirm/", {"code": "AAAAAA"})
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_an_unknown_address_is_answered_alike_and_signs_up_nobody(client, account):
    known = client.post("/accounts/login/code/", {"email": "an@oost.example"})
    client.logout()
    unknown = client.post("/accounts/login/code/", {"email": "niemand@oost.example"})
    assert (unknown.status_code, unknown["Location"]) == (known.status_code, known["Location"])
    assert Account.objects.get() == account


def test_a_closed_account_gets_in_nowhere(client, account, mailoutbox):
    Account.objects.update(is_active=False)
    client.post("/accounts/login/code/", {"email": "an@oost.example"})
    codes = [re.search(r"^\s*([A-Z0-9-]{6,9})\s*$", mail.body, re.MULTILINE) for mail in mailoutbox]
    for code in filter(None, codes):
        client.post("/accounts/login/code/confirm/", {"code": code[1]})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("path", ["login", "signup", "inactive", "reauthenticate"])
def test_other_doors_lead_to_the_code(client, path):
    answer = client.get(f"/accounts/{path}/?next=/overzicht/")
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/code/?next=/overzicht/")


@pytest.mark.parametrize("path", ["password/reset", "email", "password/change"])
def test_what_is_not_used_is_not_there(client, path):
    assert client.get(f"/accounts/{path}/").status_code == 404


def test_signing_out(client, account):
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post("/accounts/logout/")["Location"] == "/"
    assert "_auth_user_id" not in client.session
