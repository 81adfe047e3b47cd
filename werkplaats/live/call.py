"""One request under /live/, after the door let it in."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .hall import Hall
from .hub import Hub
from .problem import Problem
from .tokens import Token


@dataclass
class Call:
    """`headers` are lower-cased; `token` says who is asking."""

    hub: Hub
    hall: Hall
    token: Token
    headers: dict[str, str]
    receive: Callable
    send: Callable

    async def json(self, limit: int) -> Any:
        """The body. Raises Problem when it is too large, of another type, or not JSON."""
        if self.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
            raise Problem(415, _("We verwachten JSON."))
        body = bytearray()
        more = True
        while more:
            message = await self.receive()
            if message["type"] == "http.disconnect":
                raise Problem(400, _("De verbinding viel weg. Probeer het nog eens."))
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > limit:
                raise Problem(413, _("Dit is te veel in één keer. Stuur het in delen."))
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            raise Problem(400, _("We konden dit niet lezen. Probeer het nog eens.")) from None

    async def answer(self, body: Any, status: int = 200) -> None:
        data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        await reply(self.send, status, data)


async def reply(
    send: Callable, status: int, data: bytes, kind: str = "application/json", more: dict[str, str] | None = None
) -> None:
    headers = {"content-type": kind, "content-length": str(len(data)), **PRIVATE, **(more or {})}
    await send({"type": "http.response.start", "status": status, "headers": encoded(headers)})
    await send({"type": "http.response.body", "body": data})


def encoded(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in headers.items()]


PRIVATE = {"cache-control": "no-store", "x-content-type-options": "nosniff", "referrer-policy": "same-origin"}
