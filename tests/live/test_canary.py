"""A sentence told on a phone is found nowhere in the raw bytes of the data folder, the log or an address."""

from uuid import uuid4

import httpx

CANARY = "Zeldzame kanarie zeventien zong bij de singel"
NAME = "Zebediah"


def test_told_words_lie_nowhere_open(own_server):
    url = own_server.url
    own_server.command("shell", "-c", OPEN)
    session, code, lead = (own_server.home / "opened").read_text().split()
    phone = httpx.Client(timeout=30, headers={"origin": url})
    phone.get(url + "/mee/")
    answers = {"room_code": code, "table": 1, "name": NAME, "sixteen": True, "viewpoints": [], "first_time": None}
    joined = phone.post(url + "/mee/", json=answers, headers={"x-csrftoken": phone.cookies["csrftoken"]}).json()
    live, bearer = f"{url}/live/{session}", {"authorization": f"Bearer {joined['token']}"}
    for n in (1, 2):
        command = {"uuid": str(uuid4()), "do": "step", "n": n}
        assert (
            httpx.post(live + "/lead", json=command, headers={"origin": url, "cookie": f"wp_lead={lead}"}).status_code
            == 200
        )

    def give(text):
        item = {"uuid": str(uuid4()), "kind": "gave", "step": 2, "input": "story", "words": {"text": text}}
        return phone.post(live + "/give", json={"items": [item]}, headers=bearer)

    assert give(CANARY).json()["acks"][0]["status"] == "kept"
    assert give(CANARY * 200).status_code == 422
    phone.post(live + "/give", content=f'{{"items": [{CANARY}', headers=bearer | {"content-type": "application/json"})
    assert CANARY in phone.get(live + "/view/phone").text
    assert CANARY in phone.get(live + "/me", headers=bearer).text
    while_open = found(own_server)
    own_server.stop()
    assert while_open == found(own_server) == {}


def found(server) -> dict[str, list[str]]:
    """{file: what stands open in it} over data, keys and log."""
    secrets = [CANARY, NAME, CANARY.split()[1]]
    open_words: dict[str, list[str]] = {}
    for path in server.home.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            shown = [word for word in secrets for code in ("utf-8", "utf-16-le") if word.encode(code) in raw]
            if shown:
                open_words[path.name] = shown
    return open_words


OPEN = """
from datetime import timedelta
from django.conf import settings
from django.utils import timezone
from werkplaats.gatherings.models import Gathering
from werkplaats.live import doors, tokens
from werkplaats.live.log import Writer
from werkplaats.methods.models import RecipeVersion
from werkplaats.people.models import Account
account = Account.objects.first()
now = timezone.now()
where = Gathering.objects.create(network=account.network, theme="Proef", place="Zaal", starts_at=now, ends_at=now + timedelta(hours=2), recipe=RecipeVersion.current("delen-duiden-doen"))
made = doors.prepare(where, 2, account, Writer())
doors.open_doors(made, Writer())
lead = tokens.make(tokens.LEAD, made.uuid, account.pk, now + timedelta(hours=1))
(settings.DATA.parent / "opened").write_text(f"{made.uuid} {made.code} {lead}")
"""
