"""One HTML page that opens without a server: no scripts, no requests, no fonts from elsewhere.

Everything is escaped unless it is `Html` already, which only this module and `svg` make.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from typing import Literal

Language = Literal["nl", "en"]


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


@dataclass(frozen=True)
class Part:
    """A section of a page: `name` is its anchor, `title` its heading, `body` what stands in it."""

    name: str
    title: str
    body: Html


def html(content: str) -> Html:
    """The text as HTML: escaped, unless it is Html."""
    return content if isinstance(content, Html) else Html(escape(content))


def join(*content: str) -> Html:
    return Html("".join(html(one) for one in content))


def tag(name: str, *content: str, **attributes: str | None) -> Html:
    """An element. `cls` is the attribute class, `_` in a name is `-`; None leaves an attribute out, "" gives
    it without a value."""
    given = "".join(
        f" {'class' if key == 'cls' else key.replace('_', '-')}" + (f'="{escape(value)}"' if value else "")
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{given}>{join(*content)}</{name}>")


def paragraphs(sentences: Sequence[str], cls: str | None = None) -> Html:
    return join(*(tag("p", one, cls=cls) for one in sentences))


def table(
    caption: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    cls: str | None = None,
    *,
    says: bool = True,
    stacks: bool = False,
) -> Html:
    """A table whose first column names the row. It scrolls by itself when it is wider than the screen.

    `head`: "" for a column of drawings of what the one before it says. `says`: whether the caption is
    seen, or only heard. `stacks`: on a small screen each row becomes a block; the roles keep it a table.
    """

    def role(name: str) -> str | None:
        return name if stacks else None

    top = [
        tag("th", one, scope="col", role=role("columnheader")) if one else tag("td", role=role("cell")) for one in head
    ]
    body = [
        tag(
            "tr",
            tag("th", row[0], scope="row", role=role("rowheader")),
            *(
                tag("td", cell, role=role("cell"), data_label=(name or None) if stacks else None)
                for name, cell in zip(head[1:], row[1:], strict=True)
            ),
            role=role("row"),
        )
        for row in rows
    ]
    drawn = tag(
        "table",
        tag("caption", caption if says else tag("span", caption, cls="heard")),
        tag("thead", tag("tr", *top, role=role("row")), role=role("rowgroup")),
        tag("tbody", *body, role=role("rowgroup")),
        cls=f"{cls or ''} {'stacks' if stacks else ''}".strip() or None,
        role=role("table"),
    )
    return tag("div", drawn, cls="scroll", tabindex="0", role="group", aria_label=caption)


def figure(picture: Html, caption: str, twin: Html, *, above: bool = False) -> Html:
    """A picture, what it shows in words (below it, or above), and the same as a table."""
    said = tag("figcaption", caption, cls="strip-name" if above else None) if caption else ""
    return tag("figure", *((said, picture) if above else (picture, said)), twin)


def document(
    language: Language, title: str, above: str, lead: Sequence[str], parts: Sequence[Part], contents: str, foot: str
) -> Html:
    """The whole page. `above`: one line over the title; `lead`: what one must know first;
    `contents`: the name of the list of parts; `foot`: the last line."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    links = [tag("li", tag("a", part.title, href=f"#{part.name}")) for part in parts]
    head = tag("header", tag("div", tag("p", above, cls="above"), tag("h1", title), paragraphs(lead, "lead")))
    sections = [
        tag(
            "section",
            tag("h2", part.title, id=f"{part.name}-title"),
            part.body,
            id=part.name,
            aria_labelledby=f"{part.name}-title",
        )
        for part in parts
    ]
    nav = tag("nav", tag("p", contents, id="contents"), tag("ul", *links), aria_labelledby="contents")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'"
    return Html(
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{tag('title', title)}\n<style>{style}</style>\n</head>\n<body>\n"
        f"{head}\n{nav}\n{tag('main', *sections)}\n{tag('footer', tag('p', foot))}\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return files("sensemaking.faces").joinpath("page.css").read_text(encoding="utf-8")
