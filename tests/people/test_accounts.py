import pytest
from django.test import Client

from werkplaats.people.models import Account, Network

pytestmark = pytest.mark.django_db


@pytest.fixture
def network():
    return Network.objects.create(name="Vaartland")


def account(network, email, role="coordinator"):
    return Account.objects.create_user(email, first_name=email[0].upper(), role=role, network=network)


@pytest.fixture
def coordinator(network):
    client = Client()
    client.force_login(account(network, "c@voorbeeld.nl"), backend="django.contrib.auth.backends.ModelBackend")
    return client


NEW = {"first_name": "Joost", "email": "joost@voorbeeld.nl", "role": "facilitator"}


def test_a_colleague_is_added_to_ones_own_network(coordinator, network):
    assert coordinator.post("/collegas/", NEW).status_code == 302
    added = Account.objects.get(email="joost@voorbeeld.nl")
    assert (added.network, added.role, added.municipal, added.has_usable_password()) == (
        network,
        "facilitator",
        False,
        False,
    )
    assert "joost@voorbeeld.nl" in coordinator.get("/collegas/").content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"email": "C@voorbeeld.nl"}, "Dit adres heeft al een account."),
        ({"email": "geen adres"}, "Joost"),
        ({"first_name": ""}, "joost@voorbeeld.nl"),
        ({"role": "directeur"}, "Joost"),
    ],
)
def test_what_is_off_stays_on_the_page(coordinator, change, said):
    response = coordinator.post("/collegas/", NEW | change)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert Account.objects.count() == 1


def test_the_last_coordinator_stays(coordinator, network):
    facilitator = account(network, "f@voorbeeld.nl", "facilitator")
    own = Account.objects.get(email="c@voorbeeld.nl")
    coordinator.post(f"/collegas/{facilitator.pk}/sluiten/")
    said = coordinator.post(f"/collegas/{own.pk}/sluiten/", follow=True).content.decode()
    assert "Dit is de laatste coördinator." in said
    assert [*Account.objects.filter(is_active=True)] == [own]
    coordinator.post(f"/collegas/{facilitator.pk}/heropenen/")
    assert Account.objects.filter(is_active=True).count() == 2


def test_accounts_of_another_network_are_out_of_reach(coordinator):
    other = account(Network.objects.create(name="Elders"), "x@voorbeeld.nl")
    for verb in ("sluiten", "heropenen"):
        assert coordinator.post(f"/collegas/{other.pk}/{verb}/").status_code == 404
    assert "x@voorbeeld.nl" not in coordinator.get("/collegas/").content.decode()


def test_only_a_coordinator_may(network):
    facilitator, visitor = Client(), Client()
    facilitator.force_login(
        account(network, "f@voorbeeld.nl", "facilitator"), backend="django.contrib.auth.backends.ModelBackend"
    )
    for method in ("get", "post"):
        assert getattr(facilitator, method)("/collegas/").status_code == 403
        assert getattr(visitor, method)("/collegas/").status_code == 302
    assert facilitator.post("/collegas/1/sluiten/").status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_more_colleagues(coordinator, network, count, django_assert_num_queries):
    for turn in range(count):
        account(network, f"f{turn}@voorbeeld.nl", "facilitator")
    with django_assert_num_queries(5):
        coordinator.get("/collegas/")
