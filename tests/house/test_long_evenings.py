"""Many evenings in one house: rehearsals on end, the server killed between them, nothing lost or left over."""

import re
import sqlite3

import pytest

pytestmark = [pytest.mark.long, pytest.mark.sqlite]
EVENINGS = 6
PEOPLE = 25


def rows(path, query):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        return file.execute(query).fetchall()


def counted(data, keys):
    """Rows per table; before the first rehearsal those of the example."""
    tables = ("voices_voice", "live_event", "people_person", "thread_knot", "publishing_passage", "publishing_report")
    found = {table: rows(data, f"SELECT count(*) FROM {table}")[0][0] for table in tables}
    return found | {"keys": rows(keys, "SELECT count(*) FROM vault_voicekey")[0][0]}


def test_evening_after_evening(own_server):
    data, keys = own_server.data / "data.sqlite3", own_server.data / "keys.sqlite3"
    example = counted(data, keys)
    for evening in range(1, EVENINGS + 1):
        told = own_server.command("rehearse", "--people", str(PEOPLE), timeout=900).stdout
        people, refused = re.search(r"(\d+) mensen.* (\d+) geweigerd", told).groups()
        assert (int(people), int(refused)) == (PEOPLE, 0)

        own_server.process.kill()
        own_server.process.wait()
        own_server.start()

        sealed = {row[0] for row in rows(data, "SELECT id FROM voices_voice WHERE sealed IS NOT NULL")}
        assert {row[0] for row in rows(keys, "SELECT voice FROM vault_voicekey")} == sealed
        gaps = rows(data, "SELECT session_id FROM live_event GROUP BY session_id HAVING count(*) <> max(seq)")
        assert gaps == []
        assert rows(data, "SELECT count(*) FROM publishing_report") == [(example["publishing_report"] + evening,)]

    own_server.command("remove-rehearsals")
    assert counted(data, keys) == example
    own_server.command("remove-example")
    assert set(counted(data, keys).values()) == {0}
    assert own_server.log.read_text().count("Traceback") == 0
