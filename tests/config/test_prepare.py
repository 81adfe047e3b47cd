"""A SQLite file that could lose words is refused at the start."""

import pytest
from django.core.management import CommandError
from django.db import connections

from werkplaats.config.management.commands import serve

pytestmark = [pytest.mark.django_db(databases=["default", "keys"], transaction=True), pytest.mark.sqlite]


@pytest.fixture(autouse=True)
def _no_migrating(monkeypatch):
    monkeypatch.setattr(serve, "call_command", lambda *args, **options: None)


@pytest.mark.parametrize(("pragma", "weaker"), [("synchronous", "NORMAL"), ("foreign_keys", "OFF")])
@pytest.mark.parametrize("alias", ["default", "keys"])
def test_a_weaker_setting_is_refused(alias, pragma, weaker):
    serve.prepare()
    with connections[alias].cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}={weaker}")
    try:
        with pytest.raises(CommandError, match=f"SQLite {alias}: {pragma}"):
            serve.prepare()
    finally:
        connections[alias].close()
