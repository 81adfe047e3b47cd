"""The front door: `/live/*` goes to the live room's own application, files to whitenoise, all else to Django."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werkplaats.config.settings")

from django.conf import settings
from django.core.asgi import get_asgi_application

pages = get_asgi_application()

from werkplaats.live import front

from .static import StaticFiles

files = StaticFiles()


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
    elif scope["path"].startswith("/live/"):
        await front.live_application(scope, receive, send)
    elif not (scope["path"].startswith(settings.STATIC_URL) and await files(scope, receive, send)):
        await pages(scope, receive, send)


async def lifespan(receive, send):
    """Starts the live writer before the first request, and joins it after the last."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await front.startup()
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            await front.shutdown()
            await send({"type": "lifespan.shutdown.complete"})
            return
