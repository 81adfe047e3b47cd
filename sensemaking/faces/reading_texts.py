"""Reads TEXTS.csv: short texts to look for look-alikes in. Messages are Dutch, and never quote a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sensemaking.faces.reading import ReadingError, rows

COLUMNS = ("id", "text")
KIND = "kind"


@dataclass(frozen=True)
class TextsFile:
    """`texts`: the words by id, in the order of the file. `kinds`: what each text is ("verhaal", "kaart"), by id, for
    those of which the file says so."""

    texts: Mapping[str, str]
    kinds: Mapping[str, str]


def read_texts(path: Path | str) -> TextsFile:
    """The whole file, or a ReadingError; nothing is half read. Columns: id, text and perhaps kind; others are left
    alone."""
    path = Path(path)
    texts: dict[str, str] = {}
    kinds: dict[str, str] = {}
    lines: dict[str, int] = {}
    for line, row in rows(path, COLUMNS):
        one = row["id"]
        if not one:
            raise ReadingError(path.name, line, "het id is leeg. Verwacht: een eigen naam of nummer per tekst.", "id")
        if one in lines:
            raise ReadingError(path.name, line, f"dit id staat al op regel {lines[one]}.", "id")
        if not row["text"]:
            raise ReadingError(path.name, line, "de tekst is leeg.", "text")
        lines[one] = line
        texts[one] = row["text"]
        if row.get(KIND):
            kinds[one] = row[KIND]
    if not texts:
        raise ReadingError(path.name, 0, "er staat geen enkele tekst in.")
    return TextsFile(texts, kinds)
