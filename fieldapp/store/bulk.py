"""Many rows at once, past the layers that a single row can afford."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import sqlite

Plan = tuple[str, tuple[tuple[str, Callable[[Any], Any] | None], ...]]


def add(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns."""
    if not rows:
        return
    sql, columns = _plan(table, tuple(rows[0]))
    values = [tuple(row[name] if form is None else form(row[name]) for name, form in columns) for row in rows]
    connection.exec_driver_sql(sql, values)


@cache
def _plan(table: Table, names: tuple[str, ...]) -> Plan:
    """The statement, and how each value is written."""
    dialect = sqlite.dialect(paramstyle="qmark")
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    order = [str(name) for name in compiled.positiontup or ()]
    forms = tuple((name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in order)
    return str(compiled), forms
