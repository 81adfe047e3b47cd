"""Following a session: a stream of frames per screen, or the same fetched once."""

import asyncio

from .call import PRIVATE, Call, encoded
from .frames import Audience
from .listener import Listener

RETRY = b"retry: 2000\n\n"
HEADERS = PRIVATE | {"content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no"}


def phone(call: Call) -> tuple[Audience, ...]:
    chair = call.hall.running.state.seats.get(call.token.who)
    room = call.hall.audience("room")
    return (room, call.hall.audience("table", chair.table)) if chair else (room,)


def console(call: Call) -> tuple[Audience, ...]:
    return call.hall.audience("room"), call.hall.audience("console")


def wall(call: Call) -> tuple[Audience, ...]:
    return (call.hall.audience("room"),)


AUDIENCES = {"phone": phone, "console": console, "wall": wall}


def stream(screen: str):
    """The handler that keeps a stream of this screen open until either side ends it."""

    async def follow(call: Call) -> None:
        await call.send({"type": "http.response.start", "status": 200, "headers": encoded(HEADERS)})
        listener = Listener(AUDIENCES[screen](call), call.send, call.token.who)
        listener.push(RETRY)
        await call.hub.follow(call.hall, listener, _last_seen(call))
        gone = asyncio.ensure_future(_disconnected(call))
        closed = asyncio.ensure_future(listener.closed.wait())
        try:
            await asyncio.wait((gone, closed), return_when=asyncio.FIRST_COMPLETED)
        finally:
            gone.cancel()
            closed.cancel()
            listener.close()
            call.hall.listeners.discard(listener)
        await call.send({"type": "http.response.body", "body": b""})

    return follow


def view(screen: str):
    """The handler that gives the frames of this screen once."""

    async def fetch(call: Call) -> None:
        await call.answer({"frames": await call.hub.views(call.hall, AUDIENCES[screen](call))})

    return fetch


def _last_seen(call: Call) -> int | None:
    given = call.headers.get("last-event-id", "")
    return int(given) if given.isdecimal() and len(given) < 16 else None


async def _disconnected(call: Call) -> None:
    while (await call.receive())["type"] != "http.disconnect":
        pass
