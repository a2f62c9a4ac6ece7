"""Waiting lines of the outbox: read as values, and brought in step with what a record holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, bindparam, delete, select, update

from fieldapp.contract.messages import Kind, Refused
from fieldapp.store import bulk
from fieldapp.store.held import Held, Line
from fieldapp.store.steps import Step
from fieldapp.store.tables import OUTBOX

CHUNK = 5000
"""Ids asked for in one statement."""

Rows = dict[UUID, list[RowMapping]]

DELETE = delete(OUTBOX).where(OUTBOX.c.change_id == bindparam("known"))
UPDATE = update(OUTBOX).where(OUTBOX.c.change_id == bindparam("known"))


def chunks(ids: list[UUID]) -> Iterable[list[UUID]]:
    """The ids in portions that fit into one statement."""
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def rows(connection: Connection, records: list[UUID]) -> Rows:
    """The outbox rows of these records, in the order in which they were made."""
    found: Rows = {}
    for some in chunks(records):
        asked = select(OUTBOX).where(OUTBOX.c.record_id.in_(some)).order_by(OUTBOX.c.seq)
        for row in connection.execute(asked).mappings():
            found.setdefault(row["record_id"], []).append(row)
    return found


def line(row: RowMapping) -> Line:
    """An outbox row as a value."""
    refusal = None if row["refusal"] is None else Refused.model_validate(row["refusal"])
    change = {name: (old, new) for name, (old, new) in row["delta"].items()}
    return Line(row["change_id"], change, row["action"] == "create", bool(row["sent"]), refusal)


def keep(connection: Connection, kind: Kind, steps: Sequence[Step], existing: Rows) -> set[UUID]:
    """Make the outbox hold exactly the lines of these steps; the records of which a line is on its way."""
    gone: list[dict[str, Any]] = []
    fresh: list[dict[str, Any]] = []
    changed: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    on_their_way: set[UUID] = set()
    for step in steps:
        rows = {row["change_id"]: row for row in existing.get(step.record, ())}
        after = step.after or Held("")
        wanted = {one.change for one in after.lines}
        gone += [{"known": change} for change in rows if change not in wanted]
        for one in after.lines:
            values = _values(after, one)
            row = rows.get(one.change)
            if row is None:
                fresh.append({"kind": kind, "record_id": step.record, **values, **_author(step, list(rows.values()))})
                continue
            if row["sent"] and one.sent:  # frozen: sent again, it must be what it was
                values |= {"village": row["village"], "version": row["version"]}
            values["exchange"] = row["exchange"] if one.sent and one.refusal is None else None
            if values["exchange"]:
                on_their_way.add(step.record)
            if any(row[name] != value for name, value in _plain(values).items()):
                typed = step.origin == "here"
                changed[typed].append({"known": one.change, **values, **(_author(step, []) if typed else {})})
    _write(connection, gone, fresh, changed)
    return on_their_way


def _write(
    connection: Connection,
    gone: list[dict[str, Any]],
    fresh: list[dict[str, Any]],
    changed: dict[bool, list[dict[str, Any]]],
) -> None:
    bulk.run(connection, DELETE, gone)
    for some in changed.values():
        bulk.run(connection, UPDATE, some)
    bulk.add(connection, OUTBOX, fresh)


def _values(held: Held, one: Line) -> dict[str, Any]:
    return {
        "change_id": one.change,
        "village": held.village,
        "action": "create" if one.create else "edit",
        "delta": one.delta,
        "version": held.version,
        "sent": int(one.sent),
        "exchange": None,
        "refusal": None if one.refusal is None else one.refusal.model_dump(mode="json"),
    }


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """The values as they come back from a row."""
    return {**values, "delta": {name: list(pair) for name, pair in values["delta"].items()}}


def _author(step: Step, rows: list[RowMapping]) -> dict[str, Any]:
    """Who made a line: a person here, or – for a line that an answer split off – whoever made the one before."""
    if step.origin == "centre" and rows:
        return {"by": rows[-1]["by"], "at": rows[-1]["at"]}
    return {"by": step.by, "at": step.at}
