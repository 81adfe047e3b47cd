"""Reading a csv file row by row, with errors that say where: file, line, column.

Messages are Dutch: a coordinator reads them. They never quote what somebody wrote.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO


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
            reader = csv.reader(lines, delimiter=_separator(lines), strict=True)
            names = [name.strip() for name in next(reader, [])]
            _refuse_header(file, names, columns)
            line = reader.line_num + 1
            for cells in reader:
                if cells:
                    if len(cells) != len(names):
                        raise ReadingError(file, line, f"er staan {len(cells)} kolommen. Verwacht: {len(names)}.")
                    yield line, dict(zip(names, (cell.strip() for cell in cells), strict=True))
                line = reader.line_num + 1
    except UnicodeDecodeError as error:
        raise ReadingError(file, 0, "dit is geen tekst in UTF-8.") from error
    except csv.Error as error:
        raise ReadingError(file, line, "deze regel is geen geldige csv.") from error


def _refuse_header(file: str, names: list[str], columns: tuple[str, ...]) -> None:
    for name in columns:
        if name not in names:
            raise ReadingError(file, 1, f"de kolom {name} ontbreekt.")
    for name in names:
        if name and names.count(name) > 1:
            raise ReadingError(file, 1, "deze kolom staat er twee keer in.", name)


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
