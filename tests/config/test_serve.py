"""One process serves, one works; stopping and killing leave nothing behind."""

import os
import re
import signal
import sqlite3
import subprocess
import time

import httpx
import pytest

pytestmark = pytest.mark.usefixtures("assets")


def children(pid):
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(number) for number in listed.stdout.split()]


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().split()[2] != "Z"


def gone_within(seconds, pid):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not alive(pid):
            return True
        time.sleep(0.05)
    return False


def test_a_first_start_prints_three_addresses(own_server):
    told = own_server.log.read_text()
    site, console, join = re.findall(r"http://localhost:\d+\S*", told)
    assert (site, join) == (f"{own_server.url}/", f"{own_server.url}/mee/")
    assert console.startswith(f"{own_server.url}/begin/#")


def test_a_new_link_leads_to_the_server_that_runs_on_this_data(own_server):
    without = {name: value for name, value in own_server.env.items() if name != "WERKPLAATS_PORT"}
    told = subprocess.run(["bin/werkplaats", "begin"], env=without, capture_output=True, text=True, check=True).stdout
    assert told.startswith(f"{own_server.url}/begin/#")


def test_the_console_link_works_once(own_server):
    link = re.search(r"http\S+/begin/#(\S+)", own_server.log.read_text())
    for status in (302, 410):
        with httpx.Client(base_url=own_server.url) as browser:
            form = browser.get("/begin/").text
            csrf = re.search(r'csrfmiddlewaretoken" value="(\w+)"', form)[1]
            answer = browser.post("/begin/", data={"token": link[1], "csrfmiddlewaretoken": csrf})
            assert answer.status_code == status
    assert link[1] not in own_server.log.read_text().replace(link[0], "")


def test_stops_at_once_and_cleanly(own_server):
    worker = children(own_server.process.pid)
    start = time.monotonic()
    assert own_server.stop() == 0
    assert time.monotonic() - start < 12
    assert len(worker) == 1 and gone_within(5, worker[0])


def test_a_worker_that_dies_is_started_again(own_server):
    (first,) = children(own_server.process.pid)
    os.kill(first, signal.SIGKILL)
    until = time.monotonic() + 10
    while (found := [pid for pid in children(own_server.process.pid) if alive(pid)]) in ([], [first]):
        assert time.monotonic() < until
        time.sleep(0.1)
    assert own_server.stop() == 0
    assert gone_within(5, found[0])


def test_the_worker_dies_with_a_killed_server(own_server):
    (worker,) = children(own_server.process.pid)
    own_server.process.send_signal(signal.SIGKILL)
    own_server.process.wait()
    assert gone_within(5, worker)


def test_both_files_lose_nothing(own_server):
    for name in ("data", "keys"):
        with sqlite3.connect(own_server.data / f"{name}.sqlite3") as file:
            assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_keys_and_secrets_stand_outside_the_data(own_server):
    assert {path.name for path in (own_server.home / "keys").iterdir()} >= {"secret.key", "master.key", "codes.key"}
    assert list(own_server.data.rglob("*.key")) == []
    assert {path.stat().st_mode & 0o777 for path in (own_server.home / "keys").glob("*.key")} == {0o600}


def test_static_files_are_kept_for_ever_and_sent_compressed(own_server):
    page = httpx.get(own_server.url + "/begin/")
    (css,) = set(re.findall(r'href="(/static/ui/site\.[0-9a-f]{12}\.css)"', page.text))
    sent = httpx.get(own_server.url + css, headers={"accept-encoding": "br"})
    assert sent.status_code == 200
    assert sent.headers["content-encoding"] == "br"
    assert "immutable" in sent.headers["cache-control"]
    again = httpx.get(own_server.url + css, headers={"if-none-match": sent.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert httpx.head(own_server.url + css).content == b""
    assert httpx.post(own_server.url + css).status_code == 405
    assert httpx.get(own_server.url + "/static/../werkplaats/config/settings.py").status_code == 404
    assert httpx.get(own_server.url + "/static/nee.css").status_code == 404


def test_pages_carry_the_policy(own_server):
    headers = httpx.get(own_server.url + "/begin/").headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_a_second_server_on_the_same_port_says_so(own_server):
    told = own_server.command("serve", check=False, timeout=30)
    assert told.returncode == 1
    assert f"Port {own_server.port} is in use. Choose another" in told.stderr


def test_the_log_holds_no_address_that_was_typed(own_server):
    canary = "de-buurvrouw-van-zeven"
    httpx.get(f"{own_server.url}/{canary}/?code={canary}", headers={"referer": f"{own_server.url}/{canary}"})
    httpx.post(f"{own_server.url}/begin/", data={"token": canary})
    httpx.get(f"{own_server.url}/static/{canary}.css")
    log = own_server.log.read_text()
    assert "GET unknown 404" in log and "POST people:begin 403" in log
    assert canary not in log
