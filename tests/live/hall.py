"""A hall to try the live server in: the real application on a real port, and people who speak its protocol."""

import json
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

import httpx
import uvicorn
from django.utils import timezone

from tests.running import free_port
from werkplaats.gatherings.models import Gathering
from werkplaats.live import doors, tokens
from werkplaats.live.hub import hub
from werkplaats.live.models import Session
from werkplaats.live.patch import merge
from werkplaats.methods.models import RecipeVersion
from werkplaats.people.models import Account, Network

METHOD = "delen-duiden-doen"


@contextmanager
def served():
    """The whole application in a thread of this process; gives its address."""
    from werkplaats.config.asgi import application

    port = free_port()
    config = uvicorn.Config(application, port=port, log_config=None, lifespan="on", ws="none", server_header=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_for(lambda: server.started)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        for hall in hub.halls.values():
            for listener in list(hall.listeners):
                hub.loop.call_soon_threadsafe(listener.close)
        server.should_exit = True
        thread.join(10)


def wait_for(found: Callable, seconds: float = 10):
    """What `found` gives once it is something; fails when it stays nothing."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if result := found():
            return result
        time.sleep(0.02)
    raise AssertionError("it did not come")


def gathering(**more) -> Gathering:
    now = timezone.now()
    network = more.pop("network", None) or Network.objects.create(name="Netwerk De Vaart")
    given = {
        "theme": "Wanneer lukt hulp vragen?",
        "place": "Buurthuis De Ketel",
        "recipe": RecipeVersion.current(METHOD),
    }
    times = {"starts_at": now - timedelta(minutes=5), "ends_at": now + timedelta(hours=2)}
    return Gathering.objects.create(network=network, **(given | times | more))


def facilitator(network: Network) -> Account:
    return Account.objects.create_user(f"{uuid4().hex[:8]}@example.org", first_name="Joost", network=network)


def session(tables: int = 2, blocks=(), **more) -> Session:
    where = gathering(**more)
    made = doors.prepare(where, tables, facilitator(where.network), hub.writer, blocks=blocks)
    doors.open_doors(made, hub.writer)
    return made


class Followed:
    """A screen that follows its stream in a thread of its own: `views` by audience, `frames` as they came."""

    def __init__(self, url: str, cookies: dict, last_seen: int | None = None, views: dict | None = None):
        self.views: dict[str, dict] = dict(views or {})
        self.frames: list[dict] = []
        self.raw = b""
        self.status = 0
        self._stop = False
        headers = {"last-event-id": str(last_seen)} if last_seen is not None else {}
        self._client = httpx.Client(cookies=cookies, timeout=30)
        self._thread = threading.Thread(target=self._follow, args=(url, headers), daemon=True)
        self._thread.start()
        wait_for(lambda: self.status)

    def _follow(self, url: str, headers: dict) -> None:
        try:
            with self._client.stream("GET", url, headers=headers) as answer:
                self.status = answer.status_code
                for line in answer.iter_lines():
                    self.raw += line.encode() + b"\n"
                    if line.startswith("data: {"):
                        self._take(json.loads(line[6:]))
        except (httpx.HTTPError, RuntimeError, OSError):
            pass

    def _take(self, frame: dict) -> None:
        self.frames.append(frame)
        before = {} if frame["full"] else self.views.get(frame["a"], {})
        self.views = {**self.views, frame["a"]: merge(before, frame["patch"])}

    @property
    def last_seen(self) -> int:
        return max(frame["v"] for frame in self.frames)

    def until(self, found: Callable[[dict], object], seconds: float = 10):
        """Waits until the views are so."""
        return wait_for(lambda: self._holds(found), seconds)

    def _holds(self, found: Callable):
        try:
            return found(self.views)
        except (KeyError, TypeError, IndexError):
            return None

    def close(self) -> None:
        self._client.close()


@dataclass
class Phone:
    """One person with a phone at a table."""

    url: str
    session: str = ""
    token: str = ""
    seat: str = ""
    code: str = ""
    cookies: dict = field(default_factory=dict)
    client: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=30))

    def post(self, path: str, body, **headers) -> httpx.Response:
        if "csrftoken" not in self.client.cookies:
            self.client.get(self.url + "/mee/")
        given = {"x-csrftoken": self.client.cookies["csrftoken"], "origin": self.url} | headers
        return self.client.post(self.url + path, json=body, headers=given)

    def join(self, room_code: str, table: int = 1, **more) -> httpx.Response:
        answers = {"sixteen": True, "viewpoints": [], "first_time": None, "name": ""}
        answer = self.post("/mee/", answers | {"room_code": room_code, "table": table} | more)
        if answer.status_code == 200:
            body = answer.json()
            self.session, self.token, self.seat = body["session"], body["token"], body["seat"]
            self.code = body["code"] or self.code
            self.cookies = {name: value for name, value in answer.cookies.items() if name.startswith("wp_")}
        return answer

    @property
    def live(self) -> str:
        return f"{self.url}/live/{self.session}"

    @property
    def headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}", "origin": self.url}

    def send(self, *items: dict) -> httpx.Response:
        given = [{"uuid": str(uuid4())} | item for item in items]
        return self.client.post(self.live + "/give", json={"items": given}, headers=self.headers)

    def give(self, **item) -> dict:
        """One item that must be kept; its acknowledgement."""
        answer = self.send(item)
        assert answer.status_code == 200, answer.text
        [ack] = answer.json()["acks"]
        return ack

    def tell(self, step: int, kind: str, text, **more) -> dict:
        words = {"parts": text} if isinstance(text, dict) else {"text": text}
        return self.give(kind="gave", step=step, input=kind, words=words, **more)

    def me(self) -> dict:
        return self.client.get(self.live + "/me", headers=self.headers).json()

    def follow(self, last_seen: int | None = None, views: dict | None = None) -> Followed:
        return Followed(self.live + "/phone", self.cookies, last_seen, views)


@dataclass
class Console:
    """The facilitator of one session."""

    url: str
    session: Session
    account: Account
    client: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=60))

    @property
    def cookies(self) -> dict[str, str]:
        expires = timezone.now() + timedelta(hours=1)
        return {"wp_lead": tokens.make(tokens.LEAD, self.session.uuid, self.account.pk, expires)}

    @property
    def live(self) -> str:
        return f"{self.url}/live/{self.session.uuid}"

    def send(self, do: str, **more) -> httpx.Response:
        command = {"uuid": str(uuid4()), "do": do} | more
        headers = {"origin": self.url, "cookie": f"wp_lead={self.cookies['wp_lead']}"}
        return self.client.post(self.live + "/lead", json=command, headers=headers)

    def do(self, do: str, **more) -> int:
        """A command that must be done; its number in the log."""
        answer = self.send(do, **more)
        assert answer.status_code == 200, answer.text
        return answer.json()["seq"]

    def follow(self, last_seen: int | None = None) -> Followed:
        return Followed(self.live + "/console", self.cookies, last_seen)

    def wall(self) -> Followed:
        expires = timezone.now() + timedelta(hours=1)
        return Followed(
            self.live + "/wall", {"wp_wall": tokens.make(tokens.WALL, self.session.uuid, self.account.pk, expires)}
        )
