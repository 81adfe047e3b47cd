"""Tables and wrapped lines for a terminal, as wide as it is; also readable in a pipe."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Sequence
from typing import TextIO

WIDEST, NARROWEST, IN_A_PIPE = 120, 40, 100
FEWEST_FOR_WORDS = 16
GAP = 2


def width_of(stream: TextIO) -> int:
    """Columns to fill: those of the terminal, or 100 where there is none."""
    if not stream.isatty():
        return IN_A_PIPE
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def cells(text: str) -> int:
    """How many columns the text takes: an East Asian wide character takes two, an accent none."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text
    )


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The text in lines of at most `width` columns; every line starts with `indent`."""
    lines = []
    for line in textwrap.wrap(" ".join(text.split()), max(8, width - len(indent))) or [""]:
        while cells(line) > width - len(indent):
            kept = _cut(line, width - len(indent))
            lines.append(indent + kept)
            line = line[len(kept) :]
        lines.append(indent + line)
    return lines


def table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int, *, words: int, indent: str = "  ") -> str:
    """An aligned table. Column number `words` takes the room that is left and wraps; figures
    (columns with only numbers) stand to the right. Too narrow for that: one line per cell."""
    columns = [[row[i] for row in rows] for i in range(len(head))]
    widths = [max(cells(one) for one in (name, *column)) for name, column in zip(head, columns, strict=True)]
    right = [all(_figure(one) for one in column) for column in columns]
    room = width - len(indent) - sum(w for i, w in enumerate(widths) if i != words) - GAP * (len(head) - 1)
    if room < FEWEST_FOR_WORDS:
        return _stacked(head, rows, width, words, indent)
    widths[words] = min(widths[words], room)
    lines = [*_row(head, widths, right, words, indent), indent + "-" * (sum(widths) + GAP * (len(head) - 1))]
    for row in rows:
        lines += _row(row, widths, right, words, indent)
    return "\n".join(lines)


def _row(row: Sequence[str], widths: list[int], right: list[bool], words: int, indent: str) -> list[str]:
    broken = wrapped(row[words], widths[words])
    lines = []
    for number, part in enumerate(broken):
        shown = [part if i == words else cell if number == 0 else "" for i, cell in enumerate(row)]
        padded = [_padded(cell, widths[i], right[i]) for i, cell in enumerate(shown)]
        lines.append((indent + (" " * GAP).join(padded)).rstrip())
    return lines


def _stacked(head: Sequence[str], rows: Sequence[Sequence[str]], width: int, words: int, indent: str) -> str:
    """A block per row: the words, after what has no head, then a line per cell."""
    blocks = []
    for row in rows:
        names = [cell for i, cell in enumerate(row) if i != words and not head[i]]
        lines = wrapped(" ".join([*names, row[words]]), width, indent)
        for i, cell in enumerate(row):
            if i != words and cell and head[i]:
                lines += wrapped(f"{head[i]}: {cell}", width, indent * 2)
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * max(0, width - cells(text))
    return space + text if right else text + space


def _figure(text: str) -> bool:
    return all(one in "0123456789.,-–%<> " for one in text)


def _cut(text: str, width: int) -> str:
    taken = 0
    for i, one in enumerate(text):
        taken += cells(one)
        if taken > width:
            return text[: max(1, i)]
    return text
