"""The application under /live/: streams, what phones give, what the facilitator does. No Django middleware.

`ROUTES` declares who may and `admit` holds to it. Every refusal is problem+json with a Dutch sentence.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from werkplaats.voices.startup import settle

from . import ending, overdue, posts, staff, streams, tokens
from .call import Call, reply
from .hall import in_thread
from .hub import hub
from .problem import Problem
from .tokens import LEAD, SEAT, WALL, Token

log = logging.getLogger("werkplaats.live")


class Pass(NamedTuple):
    """What lets a request in: a token of this kind, carried in a cookie or as a bearer."""

    kind: str
    carried: str


class Route(NamedTuple):
    method: str
    pattern: str
    may: Pass
    handler: Callable[[Call], Awaitable[None]]


PHONE, CONSOLE, SCREEN = Pass(SEAT, "cookie"), Pass(LEAD, "cookie"), Pass(WALL, "cookie")
OUTBOX = Pass(SEAT, "bearer")
ROUTES = (
    Route("GET", "/live/<session>/phone", PHONE, streams.stream("phone")),
    Route("GET", "/live/<session>/console", CONSOLE, streams.stream("console")),
    Route("GET", "/live/<session>/wall", SCREEN, streams.stream("wall")),
    Route("GET", "/live/<session>/view/phone", PHONE, streams.view("phone")),
    Route("GET", "/live/<session>/view/console", CONSOLE, streams.view("console")),
    Route("GET", "/live/<session>/view/wall", SCREEN, streams.view("wall")),
    Route("GET", "/live/<session>/me", OUTBOX, posts.me),
    Route("POST", "/live/<session>/give", OUTBOX, posts.give),
    Route("POST", "/live/<session>/lead", CONSOLE, posts.lead_session),
)


async def startup() -> None:
    """Before the first request: what a crash left is put right, the writer runs."""
    await in_thread(settle)
    await hub.start()
    await in_thread(ending.finish_left)
    hub.keep(overdue.watch())
    hub.keep(staff.watch())


async def shutdown() -> None:
    await hub.stop()


async def end_streams() -> None:
    """Lets every phone go, so that a stop does not wait for them; they come back by themselves."""
    await hub.end_streams()


async def live_application(scope: dict, receive: Callable, send: Callable) -> None:
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    begun = False

    async def watched(message: dict) -> None:
        nonlocal begun
        begun = True
        await send(message)

    try:
        route, call = await admit(scope, headers, receive, watched)
        await route.handler(call)
    except Problem as problem:
        await _refuse(watched, problem)
    except Exception:
        log.exception("%s %s", scope["method"], _shape(scope["path"]))
        if not begun:
            await _refuse(send, Problem(500, _("Er ging iets mis bij ons. Wat je gaf, staat nog op je telefoon.")))


async def admit(scope: dict, headers: dict[str, str], receive: Callable, send: Callable) -> tuple[Route, Call]:
    """The route and the call, or a Problem: 404, 405, 403 for another origin, 401 or 403 for another token."""
    route, session = _find(scope["method"], scope["path"])
    _same_origin(route.method, headers)
    token = _token(route.may, session, headers)
    hall = await hub.hall(session)
    if hall is None:
        raise Problem(404, _("Deze sessie is er niet."))
    ended = hall.running.state.ended_at
    if ended and token.kind == SEAT and timezone.now() > ended + tokens.AFTER_END:
        raise Problem(403, _("Deze avond is voorbij. Je woorden vind je terug met je code."))
    call = Call(hub, hall, token, headers, receive, send)
    if route.may is PHONE:
        await posts.sitting(call)
    elif token.kind in (LEAD, WALL) and not await in_thread(staff.may_lead, token.who, hall.running.network):
        raise Problem(403, _("Je kunt deze avond niet meer leiden. Meld je opnieuw aan."))
    return route, call


def _find(method: str, path: str) -> tuple[Route, UUID]:
    parts = path.split("/")
    shape = "/".join([*parts[:2], "<session>", *parts[3:]])
    found = [route for route in ROUTES if route.pattern == shape]
    try:
        session = UUID(parts[2])
    except (ValueError, IndexError):
        found = []
    if not found:
        raise Problem(404, _("Deze pagina is er niet."))
    for route in found:
        if route.method == method:
            return route, session
    raise Problem(405, _("Dit kan hier niet."))


def _same_origin(method: str, headers: dict[str, str]) -> None:
    """Posts must say where they come from; what says it comes from elsewhere is refused."""
    origin = headers.get("origin")
    if origin is None:
        if method == "POST" or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise Problem(403, _("Dit verzoek komt van een andere site."))
    elif urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
        raise Problem(403, _("Dit verzoek komt van een andere site."))


def _token(may: Pass, session: UUID, headers: dict[str, str]) -> Token:
    if may.carried == "bearer":
        scheme, _space, text = headers.get("authorization", "").partition(" ")
        text = text.strip() if scheme.lower() == "bearer" else ""
    else:
        text = _cookies(headers).get(tokens.cookie_name(may.kind, session), "")
    if not text:
        raise Problem(401, _("Doe eerst mee met je code.") if may.kind == SEAT else _("Open deze pagina opnieuw."))
    token = tokens.read(text, may.kind, session, timezone.now())
    if token is None:
        raise Problem(403, _("Je hoort nu niet bij deze sessie. Doe opnieuw mee met je code."))
    return token


def _cookies(headers: dict[str, str]) -> dict[str, str]:
    pairs = (part.strip().partition("=") for part in headers.get("cookie", "").split(";"))
    return {name: value for name, _equals, value in pairs}


def _shape(path: str) -> str:
    """The path without ids, for the log."""
    return "/".join(["", "live", "<session>", *path.split("/")[3:5]])[:60]


async def _refuse(send: Callable, problem: Problem) -> None:
    more = {"retry-after": str(problem.retry_after)} if problem.retry_after else {}
    await reply(send, problem.status, problem.encoded(), "application/problem+json", more)
