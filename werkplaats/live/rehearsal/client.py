"""A client of the running server, as a phone or console is one: the same pages, posts and streams."""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import httpx
from django.conf import settings

from werkplaats.live.patch import merge

TRIES = 6


class Refused(Exception):
    """The server said no. The message is its Dutch sentence; `status` its number."""

    def __init__(self, status: int, title: str):
        super().__init__(title)
        self.status = status


def open_client(base: str) -> httpx.AsyncClient:
    """For one device: cookies of its own, and posts that say where they come from."""
    return httpx.AsyncClient(base_url=base, headers={"Origin": base}, timeout=httpx.Timeout(30, read=60))


def answered(response: httpx.Response) -> Any:
    """The JSON of a good answer; raises Refused with the sentence of another."""
    if response.is_success:
        return response.json()
    try:
        title = response.json()["title"]
    except (ValueError, KeyError, TypeError):
        title = f"{response.status_code}"
    raise Refused(response.status_code, title)


async def post(client: httpx.AsyncClient, path: str, body: dict[str, Any], **headers: str) -> Any:
    """Posts until it is answered: what is asked to wait or loses its connection is sent again, the same."""
    for tried in range(TRIES):
        try:
            response = await client.post(path, json=body, headers=headers)
        except httpx.TransportError:
            if tried == TRIES - 1:
                raise
        else:
            if response.status_code not in (429, 503):
                return answered(response)
        await asyncio.sleep(0.2 * 2**tried)
    raise Refused(503, "De server heeft het te druk.")


class Phone:
    """One simulated phone: joins, follows the stream, gives. `views` holds what it was shown, per audience."""

    def __init__(self, base: str):
        self.client = open_client(base)
        self.session = self.token = self.seat = self.code = ""
        self.table = 0
        self.views: dict[str, dict[str, Any]] = {}
        self.changed = asyncio.Event()
        self._follower: asyncio.Task[None] | None = None

    async def join(self, room_code: str, table: int, name: str = "", viewpoints: tuple[str, ...] = ()) -> None:
        """Takes a seat through the page at the door, without a card."""
        await self.client.get("/mee/")
        token = self._keep_cookies()[settings.CSRF_COOKIE_NAME]
        body = {
            "room_code": room_code,
            "table": table,
            "name": name,
            "sixteen": True,
            "viewpoints": list(viewpoints),
            "first_time": None,
        }
        joined = await post(self.client, "/mee/", body, **{"X-CSRFToken": token})
        self.session, self.token, self.seat = joined["session"], joined["token"], joined["seat"]
        self.code, self.table = joined["code"] or "", table
        self._keep_cookies()

    def _keep_cookies(self) -> dict[str, str]:
        """Sends every cookie back itself: on this machine there is no https, which a secure cookie waits for."""
        cookies = {cookie.name: cookie.value or "" for cookie in self.client.cookies.jar}
        self.client.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        return cookies

    def follow(self) -> None:
        """Starts following the stream; a broken one is taken up where it was."""
        self._follower = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        seen = ""
        while True:
            try:
                headers = {"Last-Event-ID": seen} if seen else {}
                async with self.client.stream("GET", f"/live/{self.session}/phone", headers=headers) as response:
                    response.raise_for_status()
                    event = ""
                    async for line in response.aiter_lines():
                        field, _colon, value = line.partition(": ")
                        if field == "id":
                            seen = value
                        elif field == "event":
                            event = value
                        elif field == "data" and event == "view":
                            self._take(json.loads(value))
            except httpx.HTTPError:
                pass
            await asyncio.sleep(0.5)

    def _take(self, frame: dict[str, Any]) -> None:
        before = {} if frame["full"] else self.views.get(frame["a"], {})
        self.views[frame["a"]] = merge(before, frame["patch"])
        self.changed.set()

    @property
    def room(self) -> dict[str, Any]:
        return self.views.get("room", {})

    @property
    def own_table(self) -> dict[str, Any]:
        return self.views.get("table", {})

    async def until(self, true: Callable[["Phone"], bool], seconds: float = 30) -> None:
        """Waits until what was shown makes `true` true; TimeoutError after so many seconds."""
        async with asyncio.timeout(seconds):
            while not true(self):
                self.changed.clear()
                await self.changed.wait()

    async def give(self, *items: dict[str, Any]) -> dict[str, Any]:
        """Gives items, each with a new uuid unless it has one. Raises Refused for the first that is refused."""
        sent = {"items": [{"uuid": str(uuid4())} | item for item in items]}
        answer = await post(self.client, f"/live/{self.session}/give", sent, Authorization=f"Bearer {self.token}")
        for refused in answer["refused"]:
            raise Refused(422, refused["title"])
        return answer

    async def mine(self) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.token}"}
        return answered(await self.client.get(f"/live/{self.session}/me", headers=headers))

    async def close(self) -> None:
        if self._follower:
            self._follower.cancel()
        await self.client.aclose()


class Console:
    """The facilitator's side of the running server; `cookie` is (name, value) of the console's own cookie."""

    def __init__(self, base: str, session: str, cookie: tuple[str, str]):
        self.client = open_client(base)
        self.client.headers["Cookie"] = "=".join(cookie)
        self.session = session

    async def lead(self, do: str, **more: Any) -> dict[str, Any]:
        return await post(self.client, f"/live/{self.session}/lead", {"uuid": str(uuid4()), "do": do} | more)

    async def view(self) -> dict[str, dict[str, Any]]:
        """{"room": ..., "console": ...} as they are now."""
        frames = answered(await self.client.get(f"/live/{self.session}/view/console"))["frames"]
        return {frame["a"]: frame["patch"] for frame in frames}

    async def close(self) -> None:
        await self.client.aclose()
