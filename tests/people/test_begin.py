"""The link of the first start: once, for ten minutes, and never kept as it is."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from werkplaats.people import begin
from werkplaats.people.models import Account, Network

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    network = Network.objects.create(name="Leernetwerk Waterland-Zuid", example=True)
    return Account.objects.create_user("hatice@voorbeeld.invalid", first_name="Hatice", network=network)


def token(link):
    return link.partition("#")[2]


def test_signs_in_once(client, account):
    link = begin.new_link(account)
    answer = client.post("/begin/", {"token": token(link)})
    assert (answer.status_code, answer["Location"]) == (302, settings.LOGIN_REDIRECT_URL)
    assert client.session["_auth_user_id"] == str(account.pk)

    again = client.post("/begin/", {"token": token(link)})
    assert again.status_code == 410
    assert "Deze link is al gebruikt" in again.content.decode()


def test_works_ten_minutes(account):
    start = timezone.now()
    link = begin.new_link(account, start)
    assert begin.use_link(token(link), start + timedelta(minutes=10, seconds=1)) is None
    link = begin.new_link(account, start)
    assert begin.use_link(token(link), start + timedelta(minutes=9, seconds=59)) == account


def test_a_new_link_ends_the_former_one(account):
    former, latter = begin.new_link(account), begin.new_link(account)
    assert begin.use_link(token(former)) is None
    assert begin.use_link(token(latter)) == account


@pytest.mark.parametrize("typed", ["", "x", "é", "A" * 500])
def test_another_token_opens_nothing_and_spoils_nothing(client, account, typed):
    link = begin.new_link(account)
    assert client.post("/begin/", {"token": typed}).status_code == 410
    assert begin.use_link(token(link)) == account


def test_a_closed_account_stays_out(account):
    link = begin.new_link(account)
    account.is_active = False
    account.save()
    assert begin.use_link(token(link)) is None


def test_the_token_is_not_in_what_is_kept(account):
    link = begin.new_link(account)
    kept = (settings.WERKPLAATS_KEY_DIR / "begin.json").read_text()
    assert token(link) not in kept
    assert (settings.WERKPLAATS_KEY_DIR / "begin.json").stat().st_mode & 0o777 == 0o600


def test_the_page_holds_no_token(client, account):
    begin.new_link(account)
    page = client.get("/begin/")
    assert page.status_code == 200
    assert 'name="token" value=""' in page.content.decode()
