"""A sheet as it was found: numbered lines of raw cells, before anything is understood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from fieldapp.errors import UnreadableFileError

Cell = str | int | float | bool | date | datetime | time | timedelta | None

MAX_LINES = 20_000
MAX_COLUMNS = 100
MAX_CELL = 2_000


@dataclass(frozen=True)
class Line:
    """One line with something in it; ``number`` counts from 1 as the spreadsheet shows it."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """The cell in a column, counted from 0; beyond the end there is nothing."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True)
class Grid:
    """The filled lines of one sheet; a CSV file has one sheet without a name."""

    sheet: str
    lines: tuple[Line, ...]


def grid_of(sheet: str, rows: Iterable[Sequence[object]]) -> Grid:
    """The filled lines of ``rows``; a sheet too long or too wide for a register is refused whole."""
    lines: list[Line] = []
    for number, row in enumerate(rows, 1):
        line = Line(number, _trimmed(row))
        if line.cells:
            lines.append(line)
        if len(lines) > MAX_LINES:
            raise UnreadableFileError("register.too_long")
    return Grid(sheet, tuple(lines))


def text(cell: Cell) -> str:
    """A cell as a person would have typed it, in one line without odd spaces."""
    if cell is None:
        return ""
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    plain = str(cell).translate(_ODD).strip()
    return " ".join(plain.removeprefix("'").split())


_ODD = {0xA0: " ", 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFEFF: None, 0x2007: " ", 0x202F: " "}


def _trimmed(row: Sequence[object]) -> tuple[Cell, ...]:
    cells = [_known(value) for value in row]
    while cells and cells[-1] is None:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise UnreadableFileError("register.too_wide")
    return tuple(cells)


def _known(value: object) -> Cell:
    """A cell of a kind we know; blank text is nothing, overlong text is cut."""
    if isinstance(value, str):
        return value[:MAX_CELL] if value.strip() else None
    if isinstance(value, int | float | bool | date | datetime | time | timedelta):
        return value
    return None
