"""A refusal with a Dutch sentence: problem+json for machines, words for people."""

import json
from typing import Any


class Problem(Exception):
    """`status` is the HTTP status, `title` a Dutch sentence, `field` which part of the request it is about."""

    def __init__(self, status: int, title: str, field: str = "", retry_after: int | None = None):
        super().__init__(status)
        self.status = status
        self.title = title
        self.field = field
        self.retry_after = retry_after

    def body(self, **more: Any) -> dict[str, Any]:
        given = {"type": "about:blank", "status": self.status, "title": self.title} | more
        return given | ({"field": self.field} if self.field else {})

    def encoded(self, **more: Any) -> bytes:
        return json.dumps(self.body(**more), ensure_ascii=False).encode()
