"""The test databases. SQLite: a copy of a file migrated once and kept under the hash of all migrations."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test.utils import setup_databases, teardown_databases

BUILD = Path(__file__).parent.parent / "build" / "test"


def migrations_hash() -> str:
    digest = hashlib.sha256()
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def use(folder: Path) -> None:
    """Points both connections of this process at the files in this folder."""
    for alias in connections:
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = str(folder / f"{alias}.sqlite3")


def migrated() -> Path:
    """The folder with the migrated files; made when a migration changed."""
    ready = BUILD / migrations_hash()
    if not ready.exists():
        making = BUILD / f"making-{os.getpid()}"
        making.mkdir(parents=True)
        use(making)
        call_command("migrate", database="default", verbosity=0, interactive=False)
        call_command("migrate", database="keys", verbosity=0, interactive=False)
        for alias in connections:
            with connections[alias].cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connections[alias].close()
        try:
            making.rename(ready)
        except OSError:  # another run was first
            shutil.rmtree(making)
    return ready


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_modify_db_settings, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        if connections["default"].vendor != "sqlite":
            former = setup_databases(verbosity=0, interactive=False)
            yield
            teardown_databases(former, verbosity=0)
            return
        folder = tmp_path_factory.mktemp("databases")
        for file in migrated().iterdir():
            shutil.copy(file, folder)
        use(folder)
        settings.DATA = folder
        yield
        for alias in connections:
            connections[alias].close()


@pytest.fixture(autouse=True)
def audit_by_hand():
    """No thread writes the audit while a test holds the database: `audit.flush()` does."""
    from werkplaats.vault import audit

    audit.in_background = False
    yield
    audit.drop()


@pytest.fixture(autouse=True)
def own_transaction_is_no_reader(request, monkeypatch):
    """A test that is rolled back stands in a transaction, in which no log can be emptied: as if it was."""
    from werkplaats.vault import sealing

    marker = request.node.get_closest_marker("django_db")
    if marker and not marker.kwargs.get("transaction"):
        monkeypatch.setattr(sealing, "forget_deleted", lambda alias: True)
