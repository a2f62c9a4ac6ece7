"""Reading XLSX workbooks that somebody else made, within bounds."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from fieldapp.errors import UnreadableFileError
from fieldapp.register.grid import Grid, grid_of

MAX_BYTES = 20 * 2**20
MAX_UNPACKED = 120 * 2**20
MAX_ENTRIES = 500
MAX_RATIO = 200
MAX_SHEETS = 30
SMALL = 2**20
"""An entry below this size may be packed as tightly as it likes."""


def read(path: Path) -> tuple[Grid, ...]:
    """The visible sheets that have something in them, in their order; formulas count as their last result."""
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableFileError("register.too_big")
    try:
        _weigh(path)
        return _sheets(path)
    except (zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, EOFError) as broken:
        raise UnreadableFileError("register.not_a_workbook") from broken


def _weigh(path: Path) -> None:
    """Refuse a workbook that would unfold into more than a register can be, or that declares XML entities."""
    with zipfile.ZipFile(path) as packed:
        entries = packed.infolist()
        if "xl/workbook.xml" not in packed.namelist():
            raise UnreadableFileError("register.not_a_workbook")
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise UnreadableFileError("register.too_big")
        for entry in entries:
            if entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
                raise UnreadableFileError("register.too_big")
            if entry.filename.endswith((".xml", ".rels")):
                with packed.open(entry) as start:
                    if b"<!" in start.read(1024).replace(b"<!--", b""):
                        raise UnreadableFileError("register.not_a_workbook")


def _sheets(path: Path) -> tuple[Grid, ...]:
    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        grids = []
        for sheet in book.worksheets[:MAX_SHEETS]:
            if sheet.sheet_state == "visible":
                sheet.reset_dimensions()
                grids.append(grid_of(sheet.title, sheet.iter_rows(values_only=True)))
        return tuple(grid for grid in grids if grid.lines)
    finally:
        book.close()
