import pytest

from .hall import Console, Phone, served, session


@pytest.fixture
def hall(transactional_db):
    """The address of a running server."""
    with served() as url:
        yield url


@pytest.fixture
def evening(hall):
    """(address, session with two tables and open doors, its console)."""
    made = session()
    console = Console(hall, made, made.room.members.get(account__isnull=False).account)
    return hall, made, console


@pytest.fixture
def phones(evening):
    """Makes phones that sit down: `phones(8)` at two tables in turn."""
    url, made, _console = evening

    def sit(count: int, **more) -> list[Phone]:
        found = [Phone(url) for _ in range(count)]
        for number, phone in enumerate(found):
            answer = phone.join(made.code, 1 + number % 2, **more)
            assert answer.status_code == 200, answer.text
        return found

    return sit


def pytest_collection_modifyitems(items):
    for item in items:
        if "hall" in item.fixturenames:
            item.add_marker(pytest.mark.django_db(transaction=True, databases="__all__"))
