"""What a log line may hold: method, route name, status. No path, query, body, locals or address."""

import logging
import sys
import traceback

from django.core.signals import got_request_exception

log = logging.getLogger("werkplaats.requests")


class RequestLine:
    """One line per request to Django. An error adds its kind and the places in the code."""

    def __init__(self, get_response):
        self.get_response = get_response
        got_request_exception.connect(self.failed, dispatch_uid="werkplaats.log")

    def __call__(self, request):
        response = self.get_response(request)
        log.info("%s %s %s", request.method, route(request), response.status_code)
        return response

    def failed(self, sender, request=None, **kwargs):
        log.error("%s %s", request.method, route(request), exc_info=sys.exc_info())


def route(request) -> str:
    """The name of the route, never the address that was typed."""
    match = request.resolver_match
    return (match.view_name or "unnamed") if match else "unknown"


class Plain(logging.Formatter):
    """Errors as their kind and places: an error's message may quote what someone wrote."""

    def __init__(self, messages: bool = False):
        super().__init__("{asctime} {levelname} {name} {message}", style="{")
        self.messages = messages

    def formatException(self, info):
        if self.messages:
            return super().formatException(info)
        _kind, error, _ = info
        lines = []
        while error is not None:
            frames = traceback.extract_tb(error.__traceback__)
            lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
            lines.append(type(error).__qualname__)
            error = error.__cause__ or error.__context__
        return "\n".join(lines)
