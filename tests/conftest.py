"""What every test may ask for: a migrated database, a running Werkplaats, a browser.

Marks are set here: `db` for what talks to the database in this process, `browser` for what asks for a browser.
With REQUIRE=1 a skipped test is a failed test.
"""

import os

import pytest

pytest_plugins = ["tests.database", "tests.running", "tests.browsing"]


def pytest_collection_modifyitems(items):
    for item in items:
        fixtures = set(item.fixturenames)
        if "browser" in fixtures:
            item.add_marker("browser")
        elif item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db", "django_db_setup"}:
            item.add_marker("db")
    # A running browser keeps an event loop in this thread; the database tests come before it.
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.skipped and os.environ.get("REQUIRE") == "1" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, while nothing may be: {report.longrepr}"
    return report
