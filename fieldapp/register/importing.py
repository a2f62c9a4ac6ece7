"""A village register, first looked at and then taken: the whole file in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from fieldapp.domain.problem import Problem
from fieldapp.domain.signup import Signup, read
from fieldapp.errors import UnreadableFileError
from fieldapp.register import sheets, texts
from fieldapp.register.grid import Grid
from fieldapp.register.header import Column, Header, body, found
from fieldapp.register.headings import plain
from fieldapp.register.rows import RowReader, samples
from fieldapp.register.values import Options, Preview, Report, Row, Trouble, Verdict

OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How an .xls file starts, and a workbook with a password."""


class Standing(Protocol):
    """A record that stands already, as the store lists it; ``title`` is the person's name."""

    @property
    def title(self) -> str: ...


class Same(Protocol):
    """Finds the records that have a NIK (the store's ``records.same``)."""

    def __call__(self, *, nik: str) -> Sequence[Standing]: ...


class SaveMany(Protocol):
    """Keeps records together or not at all (the store's ``records.save_many``)."""

    def __call__(self, records: Sequence[Signup], *, by: str) -> int: ...


def preview(path: Path, options: Options, same: Same) -> Preview:
    """What taking the file would do; keeps nothing. Raises UnreadableFileError when it is no register."""
    grids = _read(path)
    headers = {grid.sheet: header for grid in grids if (header := found(grid))}
    if not headers or (options.sheet is not None and options.sheet not in headers):
        raise UnreadableFileError("register.no_headings")
    sheet = options.sheet if options.sheet is not None else max(headers, key=lambda name: headers[name].worth)
    grid = next(grid for grid in grids if grid.sheet == sheet)
    header = _overruled(headers[sheet], options.columns)
    lines = tuple(body(grid, header))
    reader = RowReader(options, header, lines)
    rows = _against_store(_within_file([reader.read(line) for line in lines]), same)
    return Preview(
        path,
        sheet,
        tuple(name for name in headers if name != sheet),
        grid.lines[header.last].number,
        header.columns,
        {column.index: samples(lines, column.index) for column in header.columns},
        tuple(rows),
        options.by,
    )


def take(previewed: Preview, save_many: SaveMany, looked_at: Collection[int] = ()) -> Report:
    """Keep the ready lines, and those with warnings whose line numbers somebody ``looked_at``."""
    rows = [_taken(row, looked_at) for row in previewed.rows]
    signups = [row.signup for row in rows if row.verdict == "taken" and row.signup]
    if signups:
        save_many(signups, by=previewed.by)
    return Report(**{**vars(previewed), "rows": tuple(rows)})


def _taken(row: Row, looked_at: Collection[int]) -> Row:
    if row.verdict == "ready":
        return replace(row, verdict="taken")
    if row.verdict == "look" and row.number in looked_at and row.signup:
        confirmed = sorted({trouble.problem.code for trouble in row.troubles})
        form = {**row.signup.fields(), "id": row.signup.id, "confirmed": confirmed}
        return replace(row, verdict="taken", signup=read(form, row.signup.recorded_at.date()))
    return row


def _read(path: Path) -> tuple[Grid, ...]:
    try:
        with path.open("rb") as file:
            start = file.read(4)
        if start == OLD_OR_LOCKED:
            raise UnreadableFileError("register.old_or_locked")
        return sheets.read(path) if start == b"PK\x03\x04" else texts.read(path)
    except OSError as unreadable:
        raise UnreadableFileError("register.unreadable") from unreadable


def _overruled(header: Header, chosen: Mapping[int, str]) -> Header:
    """The header with columns that a person assigned; what had their fields before is not read."""

    def column(known: Column) -> Column:
        if known.index in chosen:
            field = chosen[known.index]
            return replace(known, field=field, sureness="sure", fate="read" if field else "unread")
        return replace(known, fate="second") if known.fate == "read" and known.field in chosen.values() else known

    return replace(header, columns=tuple(map(column, header.columns)))


def _within_file(rows: Iterable[Row]) -> list[Row]:
    """Lines that repeat an earlier person are marked; a NIK with two names needs repair on each of its lines."""
    rows = list(rows)
    whole = [row for row in rows if row.signup]
    names: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, int] = {}
    for row in whole:
        names[row.nik].add(plain(row.name))
        first.setdefault(row.nik, row.number)
    result = []
    for row in rows:
        if row.signup and len(names[row.nik]) > 1:
            others = [other.number for other in whole if other.nik == row.nik and other.number != row.number]
            result.append(_marked(row, "repair", "register.nik_two_names", others[0]))
        elif row.signup and first[row.nik] != row.number:
            result.append(_marked(row, "twice", "register.twice", first[row.nik]))
        else:
            result.append(row)
    return result


def _against_store(rows: Iterable[Row], same: Same) -> Iterable[Row]:
    """Lines whose NIK stands in the records: known under the same name, in need of repair under another."""
    for row in rows:
        standing = same(nik=row.nik) if row.signup else ()
        if not standing:
            yield row
        elif plain(row.name) in {plain(record.title) for record in standing}:
            yield _marked(row, "known", "register.known")
        else:
            yield _marked(row, "repair", "register.nik_other_name")


def _marked(row: Row, verdict: Verdict, code: str, line: int | None = None) -> Row:
    trouble = Trouble(Problem("nik", code, {} if line is None else {"line": line}), "")
    return Row(row.number, verdict, row.name, row.nik, (trouble,))
