"""Finding the heading lines of a sheet and what each column holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from fieldapp.register.grid import Grid, Line, text
from fieldapp.register.headings import SURENESS, UNREAD, Sureness, field_of, plain

Fate = Literal["read", "unread", "unknown", "second"]

SEARCHED = 40
"""How many filled lines from the top may come before the headings."""


@dataclass(frozen=True)
class Column:
    """One column of the sheet: its heading, and the field it is read as.

    ``fate`` says why a column is not read: known but not needed, unknown, or a second column for one field.
    """

    index: int
    heading: str
    field: str = ""
    sureness: Sureness = "sure"
    fate: Fate = "read"


@dataclass(frozen=True)
class Header:
    """The headings of a sheet; ``first`` and ``last`` are places in ``grid.lines``, ``worth`` counts fields found."""

    first: int
    last: int
    columns: tuple[Column, ...]

    @property
    def fields(self) -> Mapping[str, Column]:
        return {column.field: column for column in self.columns if column.fate == "read"}

    @property
    def worth(self) -> int:
        return sum(3 if column.sureness == "sure" else 2 for column in self.fields.values())


def found(grid: Grid) -> Header | None:
    """The header that explains most columns; it must have a name or a NIK and one more field."""
    candidates = [
        header for header in _candidates(grid) if len(header.fields) > 1 and {"nik", "name"} & header.fields.keys()
    ]
    return max(candidates, key=lambda header: (header.worth, header.first - header.last), default=None)


def body(grid: Grid, header: Header) -> Iterator[Line]:
    """The lines below the headings, without the line that numbers the columns and headings repeated on later pages."""
    headings = {plain(text(cell)) for line in grid.lines[header.first : header.last + 1] for cell in line.cells} - {""}
    for place, line in enumerate(grid.lines[header.last + 1 :]):
        words = [text(cell) for cell in line.cells if cell is not None]
        if place == 0 and _numbers_columns(words):
            continue
        if len(words) > 1 and all(plain(word) in headings for word in words):
            continue
        yield line


def _candidates(grid: Grid) -> Iterator[Header]:
    lines = grid.lines[:SEARCHED]
    for place, line in enumerate(lines):
        yield Header(place, place, _columns([("", text(cell)) for cell in line.cells]))
        if place + 1 < len(lines):
            yield Header(place, place + 1, _columns(_two_lines(line, lines[place + 1])))


def _two_lines(upper: Line, lower: Line) -> list[tuple[str, str]]:
    """(heading above, heading below) per column; a merged heading stands for the blank cells right of it."""
    pairs, above = [], ""
    for index in range(max(len(upper.cells), len(lower.cells))):
        over, under = text(upper.cell(index)), text(lower.cell(index))
        above = over or (above if under else "")
        pairs.append((above, under) if under else ("", over))
    return pairs


def _columns(headings: list[tuple[str, str]]) -> tuple[Column, ...]:
    columns = [_column(index, above, own) for index, (above, own) in enumerate(headings) if above or own]
    best: dict[str, Column] = {}
    for column in sorted(columns, key=lambda column: SURENESS.index(column.sureness)):
        best.setdefault(column.field, column)
    return tuple(
        column if column.fate != "read" or best[column.field] is column else replace(column, fate="second")
        for column in columns
    )


def _column(index: int, above: str, own: str) -> Column:
    heading = f"{above} · {own}" if above and own else above or own
    meaning = field_of(own, above)
    if meaning is None:
        return Column(index, heading, fate="unknown")
    field, sureness = meaning
    return Column(index, heading, field, sureness, "unread" if field == UNREAD else "read")


def _numbers_columns(words: list[str]) -> bool:
    numbers = [int(word) for word in (word.strip("()") for word in words) if word.isdecimal()]
    return len(numbers) == len(words) > 2 and all(b - a == 1 for a, b in pairwise(numbers))
