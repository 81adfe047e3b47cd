"""Reading a csv file row by row, with errors that say where: file, line, column.

Messages are Dutch: a coordinator reads them. They never quote what somebody wrote.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,19}")
MOST_NAMES = 12


class ReadingError(Exception):
    """A file that cannot be read: `file` (name without folder), `line` (1 = first; 0 = the whole
    file), `column` (its name; "" = the whole line) and a Dutch `message` that says what is
    expected there. Never quotes words of a person."""

    def __init__(self, file: str, line: int, message: str, column: str = "") -> None:
        self.file, self.line, self.column, self.message = file, line, column, message
        place = f"{file}, regel {line}" if line else file
        if column:
            place += f", kolom {column}"
        super().__init__(f"{place}: {message}")


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line at which the row starts, stripped cells by column name), after the header was checked
    for `columns`. Raises ReadingError."""
    file = path.name
    if not path.is_file():
        raise ReadingError(file, 0, "dit bestand ontbreekt.")
    line = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            separator = _separator(lines)
            reader = csv.reader(lines, delimiter=separator, strict=True)
            names = [name.strip() for name in next(reader, [])]
            _refuse_header(file, names, columns)
            line = reader.line_num + 1
            for cells in reader:
                if len(cells) > 1 or any(cell.strip() for cell in cells):
                    if len(cells) != len(names):
                        raise ReadingError(file, line, _wrong_count(len(cells), len(names), separator))
                    yield line, dict(zip(names, (cell.strip() for cell in cells), strict=True))
                line = reader.line_num + 1
    except UnicodeDecodeError as error:
        raise ReadingError(file, 0, "dit is geen tekst in UTF-8.") from error
    except csv.Error as error:
        raise ReadingError(file, line, "deze regel is geen geldige csv.") from error


def _wrong_count(found: int, expected: int, separator: str) -> str:
    sign = "komma" if separator == "," else "puntkomma"
    hint = f" Staat er een {sign} in de tekst? Zet er aanhalingstekens om." if found > expected else ""
    return f"er staan {found} kolommen. Verwacht: {expected}.{hint}"


def _refuse_header(file: str, names: list[str], columns: tuple[str, ...]) -> None:
    for name in columns:
        if name not in names:
            raise ReadingError(file, 1, f"de kolom {name} ontbreekt.{_found_instead(names, columns)}")
    for name in names:
        if name and names.count(name) > 1:
            raise ReadingError(file, 1, "deze kolom staat er twee keer in.", name)


def _found_instead(names: list[str], columns: tuple[str, ...]) -> str:
    """Which columns there are. Only where one that was expected shows that this is a header and not
    somebody's words, and only short plain names."""
    plain = [name for name in names if PLAIN_NAME.fullmatch(name)]
    if not set(plain) & set(columns) or len(plain) > MOST_NAMES:
        return ""
    return f" Wel gevonden: {', '.join(plain)}."


def header(path: Path) -> list[str]:
    """The column names of the file, stripped. Raises ReadingError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return [name.strip() for name in next(csv.reader(lines, delimiter=_separator(lines)), [])]
    except UnicodeDecodeError as error:
        raise ReadingError(path.name, 0, "dit is geen tekst in UTF-8.") from error
    except csv.Error as error:
        raise ReadingError(path.name, 1, "deze regel is geen geldige csv.") from error


def _separator(lines: TextIO) -> str:
    """Comma, or semicolon as a Dutch spreadsheet writes it; told by the first line."""
    first = lines.readline()
    lines.seek(0)
    return ";" if first.count(";") > first.count(",") else ","
