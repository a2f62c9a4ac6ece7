"""Reading CSV registers in the encodings and separators that offices really use."""

from __future__ import annotations

import csv
from pathlib import Path

from fieldapp.errors import UnreadableFileError
from fieldapp.register.grid import MAX_CELL, MAX_LINES, Grid, grid_of
from fieldapp.register.sheets import MAX_BYTES

SEPARATORS = ";,\t|"
SAMPLE = 50


def read(path: Path) -> tuple[Grid, ...]:
    """The one sheet of a CSV file."""
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableFileError("register.too_big")
    content = decoded(path.read_bytes())
    lines = content.splitlines(keepends=True)
    if len(lines) > 4 * MAX_LINES:
        raise UnreadableFileError("register.too_long")
    try:
        grid = grid_of("", csv.reader(lines, delimiter=separator(lines), strict=False))
    except csv.Error as broken:
        raise UnreadableFileError("register.not_a_table") from broken
    return (grid,) if grid.lines else ()


def decoded(raw: bytes) -> str:
    """The text of a file: UTF-16 with its mark, UTF-8 with or without, else the old Windows code page."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in raw[:4096]:
        encodings = ["utf-16-le" if raw[1:2] == b"\0" else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            content = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in content:
            return content
    raise UnreadableFileError("register.not_a_table")


def separator(lines: list[str]) -> str:
    """The separator that cuts most of the first lines into the same, largest number of cells."""
    if lines and lines[0].lower().startswith("sep=") and lines[0][4:5] in SEPARATORS:
        return lines.pop(0)[4]

    def worth(mark: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines[:SAMPLE], delimiter=mark) if row]
        usual = max(set(widths), key=lambda width: (width > 1, widths.count(width), width), default=1)
        return (widths.count(usual) * (usual > 1), usual)

    return max(SEPARATORS, key=worth)


csv.field_size_limit(max(MAX_CELL * 8, 65_536))
