"""Writing tables for other people's spreadsheets: every cell a text, never a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ACTIVE = re.compile(r"\s*[=+\-@|%]|[\t\r\n]")
_LONGEST = 32_000
_WIDEST = 60


@dataclass(frozen=True)
class Table:
    """A sheet to write: its name, its headings and its lines."""

    title: str
    headings: Sequence[str]
    lines: Iterable[Sequence[str]]


def write_xlsx(path: Path, tables: Iterable[Table]) -> None:
    """Write a workbook, whole or not at all; numbers too are kept as text, so that no NIK loses a digit."""
    with _whole(path) as fresh, fresh.open("wb") as file:
        book = Workbook(write_only=True)
        for table in tables:
            _fill(book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", table.title)[:31]), table)
        book.save(file)


def write_csv(path: Path, table: Table) -> None:
    """Write UTF-8 with its mark and semicolons, as spreadsheets here open it.

    A text that a spreadsheet would reckon with, or would round, starts with an apostrophe.
    """
    with _whole(path) as fresh, fresh.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
        out.writerow([_harmless(heading) for heading in table.headings])
        out.writerows([_harmless(words) for words in line] for line in table.lines)


def free(path: Path) -> Path:
    """The path, or with a number behind its name when something stands there already."""
    number, chosen = 1, path
    while chosen.exists():
        number += 1
        chosen = path.with_stem(f"{path.stem}-{number}")
    return chosen


def _fill(sheet: Any, table: Table) -> None:
    sheet.freeze_panes = "A2"
    for place, heading in enumerate(table.headings):
        sheet.column_dimensions[_letter(place)].width = min(max(len(heading) + 2, 14), _WIDEST)
    sheet.append([_cell(sheet, heading, bold=True) for heading in table.headings])
    for line in table.lines:
        sheet.append([_cell(sheet, words) for words in line])


def _cell(sheet: WriteOnlyWorksheet, words: str, *, bold: bool = False) -> Cell:
    cell = WriteOnlyCell(sheet, _printable(words))
    cell.data_type = "s"
    cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


def _harmless(words: str) -> str:
    words = _printable(words)
    return f"'{words}" if _ACTIVE.match(words) or (len(words) > 11 and words.isdecimal()) else words


def _printable(words: str) -> str:
    return _UNPRINTABLE.sub("", words)[:_LONGEST]


def _letter(place: int) -> str:
    return (chr(64 + place // 26) if place >= 26 else "") + chr(65 + place % 26)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A fresh file beside ``path`` that takes its place once it is written."""
    fresh = path.with_name(f".{path.name}.baru")
    try:
        yield fresh
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
