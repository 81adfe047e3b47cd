import pytest

from tests.running import Running

from .cast import Evening


@pytest.fixture(scope="session")
def evening(assets, browser, tmp_path_factory):
    server = Running(tmp_path_factory.mktemp("avond")).start()
    held = Evening(server, browser)
    yield held
    held.crowd.leave()
    for context in held.contexts:
        context.close()
    server.stop()


def pytest_runtest_makereport(item, call):
    if call.excinfo and "evening" in item.fixturenames and not hasattr(item.session, "evening_stopped"):
        item.session.evening_stopped = item.name


def pytest_runtest_setup(item):
    """What follows a part that failed is not waited for."""
    stopped = getattr(item.session, "evening_stopped", "")
    if stopped and "evening" in item.fixturenames:
        pytest.fail(f"the evening stopped in {stopped}", pytrace=False)
