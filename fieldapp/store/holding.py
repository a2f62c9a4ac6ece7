"""Records as they are held, in their tables: read as values, written back with lines, search and history together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, bindparam, delete, func, select, update

from fieldapp.contract.digest import content_hash
from fieldapp.contract.messages import Kind
from fieldapp.store import bulk, lines, rows, search
from fieldapp.store.held import Held
from fieldapp.store.steps import Step, state_of
from fieldapp.store.tables import HISTORY, RECORDS

DELETE = {kind: delete(table).where(table.c.seq == bindparam("known")) for kind, table in RECORDS.items()}
UPDATE = {kind: update(table).where(table.c.seq == bindparam("known")) for kind, table in RECORDS.items()}


def read(
    connection: Connection, kind: Kind, records: Iterable[UUID], waiting: lines.Rows | None = None
) -> dict[UUID, Held]:
    """The records among these that are on this laptop; ``waiting`` are their outbox rows, if known already."""
    ids = list(records)
    waiting = lines.rows(connection, ids) if waiting is None else waiting
    table = RECORDS[kind]
    between = select(table.c.id, table.c.log, table.c.version, table.c.base)
    parts = ((between, [one for one in ids if one in waiting]), (select(table), [i for i in ids if i not in waiting]))
    return {
        row["id"]: held(kind, row, waiting.get(row["id"], []))
        for asked, these in parts
        for some in lines.chunks(these)
        for row in connection.execute(asked.where(table.c.id.in_(some))).mappings()
    }


def held(kind: Kind, row: RowMapping, waiting: list[RowMapping]) -> Held:
    """A record's row and its outbox rows as a value; without waiting lines what is shown is the centre's."""
    base = (row["base"] or {}) if waiting else rows.content(kind, row)
    return Held(row["log"], row["version"], base, tuple(lines.line(one) for one in waiting))


def write(connection: Connection, kind: Kind, steps: Sequence[Step], waiting: lines.Rows | None = None) -> None:
    """Keep records as they are after these steps, one step a record, within the caller's transaction."""
    before = [step.record for step in steps if step.before is not None]
    known = _known(connection, kind, before)
    on_their_way = lines.keep(connection, kind, steps, lines.rows(connection, before) if waiting is None else waiting)
    _drop(connection, kind, [step.record for step in steps if step.after is None], known)
    _keep(connection, kind, [step for step in steps if step.after is not None], known, on_their_way)
    events = [
        {"kind": kind, "record_id": s.record, "at": s.at, "by": s.by, "changes": s.shown, "origin": s.origin}
        for s in steps
        if s.shown
    ]
    bulk.add(connection, HISTORY, events)


def _known(connection: Connection, kind: Kind, ids: list[UUID]) -> dict[UUID, RowMapping]:
    table = RECORDS[kind]
    wanted = select(table.c.id, table.c.seq, table.c.receipt)
    return {
        row["id"]: row
        for some in lines.chunks(ids)
        for row in connection.execute(wanted.where(table.c.id.in_(some))).mappings()
    }


def _drop(connection: Connection, kind: Kind, ids: list[UUID], known: dict[UUID, RowMapping]) -> None:
    gone = [{"known": known[record]["seq"]} for record in ids if record in known]
    bulk.run(connection, DELETE[kind], gone)
    search.forget(connection, kind, [row["known"] for row in gone])


def _keep(
    connection: Connection, kind: Kind, steps: list[Step], known: dict[UUID, RowMapping], on_their_way: set[UUID]
) -> None:
    table = RECORDS[kind]
    last = connection.scalar(select(func.max(table.c.seq))) or 0
    fresh: list[dict[str, Any]] = []
    changed: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    words: list[tuple[int, str]] = []
    for step in steps:
        row = known.get(step.record)
        values = _about(step, row, step.record in on_their_way)
        if row is None:
            last += 1
            fresh.append({"seq": last, "id": step.record, **values, **_shown(kind, step, last, words)})
        else:
            shown = _shown(kind, step, row["seq"], words) if step.shown else {}
            changed[bool(shown)].append({"known": row["seq"], **values, **shown})
    bulk.add(connection, table, fresh)
    for some in changed.values():
        bulk.run(connection, UPDATE[kind], some)
    search.remember(connection, kind, words)


def _about(step: Step, row: RowMapping | None, on_its_way: bool) -> dict[str, Any]:
    """The columns that say where the record stands."""
    after = step.after
    assert after is not None
    return {
        "log": after.village,
        "version": after.version,
        "content": content_hash(after.base) if after.version else None,
        "base": after.base if after.lines and after.base else None,
        "state": state_of(after, on_its_way),
        "receipt": step.receipt or (row["receipt"] if row is not None else None),
    }


def _shown(kind: Kind, step: Step, seq: int, words: list[tuple[int, str]]) -> dict[str, Any]:
    """The columns that hold what is shown, and the words to find it by, if those are new."""
    assert step.after is not None
    shown = step.after.shown
    found_by = search.words(kind, shown)
    if step.before is None or found_by != search.words(kind, step.before.shown):
        words.append((seq, found_by))
    return {**rows.columns(kind, shown), "touched_at": step.at}
