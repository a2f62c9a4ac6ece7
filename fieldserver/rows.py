"""Records and the rows that hold them: typed columns in, wire form out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Table, select

from fieldapp.contract.messages import Kind, Row
from fieldapp.domain.change import Fields
from fieldapp.domain.kinds import KINDS, AnyRecord
from fieldserver.judge import Standing
from fieldserver.tables import MOVED, RECORDS

CHUNK = 5_000
"""Ids in one statement; below the number of parameters that either database takes."""


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat()


def _as_it_is(value: Any) -> Any:
    return value


SPELLINGS: dict[type, Callable[[Any], Any]] = {datetime: _moment, date: date.isoformat, UUID: str}
NAMES = {kind: tuple(record.parsers) for kind, record in KINDS.items()}


def wire(kind: str, row: RowMapping) -> Fields:
    """The content of a row in wire form: JSON values, what is empty left out."""
    fields = dict(row["extra"])
    for name in NAMES[kind]:
        value = row[name]
        if value is not None and value not in ("", []):
            fields[name] = SPELLINGS.get(type(value), _as_it_is)(value)
    return fields


def columns(record: AnyRecord) -> dict[str, Any]:
    """The typed columns of a record."""
    values = record.__dict__
    return {name: values[name] for name in (*NAMES[record.kind], "id", "extra")}


def shown(kind: Kind, row: RowMapping) -> Row:
    """A row as a laptop is told it."""
    return Row(
        kind=kind,
        record=row["id"],
        village=row["village"],
        version=row["version"],
        by=row["by"],
        at=row["at"],
        fields=wire(kind, row),
    )


def shown_moved(row: RowMapping) -> Row:
    """A record that left, as a laptop is told it."""
    return Row(
        kind=row["kind"],
        record=row["id"],
        village=row["village"],
        version=row["version"],
        by=row["by"],
        at=row["at"],
        moved=row["to"],
    )


def standing(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Standing]:
    """The records of these ids, in whatever village they are now."""
    found: dict[UUID, Standing] = {}
    for kind, table in RECORDS.items():
        for row in by_ids(connection, table, ids):
            found[row["id"]] = Standing(
                kind="signup" if kind == "signup" else "visit",
                village=row["village"],
                version=row["version"],
                fields=wire(kind, row),
                content=row["content"],
                touched=row["touched"],
            )
    return found


def now_shown(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, list[Row]]:
    """The rows of these ids, live ones first, then those that say that a record left."""
    wanted = list(ids)
    found: dict[UUID, list[Row]] = {one: [] for one in wanted}
    for kind, table in RECORDS.items():
        for row in by_ids(connection, table, wanted):
            found[row["id"]].append(shown("signup" if kind == "signup" else "visit", row))
    for row in by_ids(connection, MOVED, wanted):
        found[row["id"]].append(shown_moved(row))
    return found


def by_ids(connection: Connection, table: Table, ids: Iterable[UUID]) -> Iterator[RowMapping]:
    """The rows of a table with these ids."""
    wanted = list(ids)
    for at in range(0, len(wanted), CHUNK):
        found = connection.execute(select(table).where(table.c.id.in_(wanted[at : at + CHUNK])))
        yield from found.mappings()
