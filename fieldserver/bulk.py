"""Many rows in one statement, without what the general way spends on each parameter."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, Connection, Dialect, Table

Spell = Callable[[Any], Any]


def insert_many(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all have every column of the table."""
    if not rows:
        return
    statement, names, spells = _prepared(table, connection.dialect)
    values = [[row[name] for name in names] for row in rows]
    for at, spell in spells:
        for line in values:
            line[at] = spell(line[at])
    connection.exec_driver_sql(statement, [tuple(line) for line in values])


@lru_cache(maxsize=32)
def _prepared(table: Table, dialect: Dialect) -> tuple[str, list[str], list[tuple[int, Spell]]]:
    """The statement with its columns in order, and how the driver wants the values of some of them."""
    names = [column.name for column in table.columns]
    preparer = dialect.identifier_preparer
    sign = "?" if dialect.paramstyle == "qmark" else "%s"
    columns = ", ".join(preparer.format_column(column) for column in table.columns)
    values = ", ".join([sign] * len(names))
    statement = f"INSERT INTO {preparer.format_table(table)} ({columns}) VALUES ({values})"  # noqa: S608 - own names
    spells = [(at, _spell(column.type, dialect)) for at, column in enumerate(table.columns)]
    return statement, names, [(at, spell) for at, spell in spells if spell is not None]


def _spell(kind: Any, dialect: Dialect) -> Spell | None:
    """How a value of this type is handed to the driver; None if it goes as it is."""
    if isinstance(kind, JSON):
        return _json
    found: Spell | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return found


def _json(value: Any) -> str | None:
    """JSON text; the empty ones, which are most of them, need no encoder."""
    if value is None:
        return None
    return json.dumps(value) if value else "[]" if isinstance(value, list) else "{}"
