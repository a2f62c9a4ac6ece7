"""Many rows at once, past the layers that a single row can afford."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Table, Update, insert
from sqlalchemy.dialects import sqlite

Statement = Insert | Update | Delete
Plan = tuple[str, tuple[tuple[str, Callable[[Any], Any] | None], ...]]


def add(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns."""
    run(connection, _insert(table), rows)


def run(connection: Connection, statement: Statement, rows: Sequence[Mapping[str, Any]]) -> None:
    """Run a statement that lives as long as the program with rows that all name the same values."""
    if not rows:
        return
    sql, columns = _plan(statement, tuple(rows[0]))
    values = [tuple(row[name] if form is None else form(row[name]) for name, form in columns) for row in rows]
    connection.exec_driver_sql(sql, values)


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _plan(statement: Statement, names: tuple[str, ...]) -> Plan:
    """The statement as the driver takes it, and how each value is written."""
    dialect = sqlite.dialect(paramstyle="qmark")
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    order = [str(name) for name in compiled.positiontup or ()]
    forms = tuple((name, compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in order)
    return str(compiled), forms
