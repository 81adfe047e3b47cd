"""A page taken apart for tests: its tags, and what a reader meets in it."""

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "path", "circle", "rect"}


class Reader(HTMLParser):
    """`tags`: (name, attributes) in order; `texts`: the text inside each tag name."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.texts, self._open = [], {}, []
        self.unbalanced = []
        self.feed(page)
        self.unbalanced += self._open

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if not self._open or self._open[-1] != tag:
            self.unbalanced.append(tag)
        else:
            self._open.pop()

    def handle_data(self, data):
        for tag in set(self._open):
            self.texts.setdefault(tag, []).append(data)

    def named(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def asks_elsewhere(page):
    """Every attribute or style that would make a browser fetch something."""
    found = []
    for tag, attributes in Reader(page).tags:
        for name, value in attributes.items():
            fetches = name in {"src", "srcset", "href", "xlink:href", "action", "data", "poster"}
            if fetches and not (value or "").startswith("#"):
                found.append(f"<{tag} {name}={value}>")
        if tag in {"script", "link", "iframe", "img", "object", "embed"}:
            found.append(f"<{tag}>")
    return found + [word for word in ("url(", "@import", "http:", "https:") if word in page]


def faults(page):
    """What is not in order with a page, for a reader with or without eyes."""
    read = Reader(page)
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    known = set(ids)
    said = [f"tag not closed: {tag}" for tag in read.unbalanced]
    said += [f"id twice: {one}" for one in known if ids.count(one) > 1]
    for _, attributes in read.tags:
        for name in ("aria-labelledby", "aria-describedby", "href"):
            for one in (attributes.get(name) or "").split():
                if one.lstrip("#") not in known:
                    said.append(f"{name} to nowhere: {one}")
    said += [f"picture without a name: {one}" for one in read.named("svg") if _mute(one)]
    if len(read.named("h1")) != 1:
        said.append("not one h1")
    if len(read.named("table")) != len(read.named("caption")):
        said.append("a table without a caption")
    return said


def figures_without_table(page):
    """How many figures hold no table that says the same."""
    return sum("<table" not in figure.split("</figure>")[0] for figure in page.split("<figure")[1:])


def _mute(svg):
    whole = svg.get("role") == "img" and "aria-labelledby" in svg and "aria-describedby" in svg
    return not (whole or svg.get("aria-hidden") == "true" or "width" in svg)
