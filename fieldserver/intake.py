"""Takes changes into the village logs: one transaction a village, its row locked, each change decided once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from fieldapp.contract.digest import content_hash, mark
from fieldapp.contract.messages import Accepted, Change, Create, Edit, Refused, Verdict
from fieldapp.errors import BusyError
from fieldserver.bulk import insert_many
from fieldserver.database import reading, writing
from fieldserver.judge import Remembered, Sender, Standing, Taken, again, judge, what
from fieldserver.rows import by_ids, columns, standing
from fieldserver.tables import CHANGE, MOVED, RECORDS, VILLAGE

ROUNDS = 4
"""So often is a record looked for again that moves while its edit looks for it."""

WORD = 0xFFFF_FFFF_FFFF_FFFF
UNDECIDED: dict[str, Any] = {"version": None, "log": None, "merged": False, "content": None, "refusal": None}
FORGOTTEN = ("scope", "missing")
"""Refusals that rest on something other than the change; the same change may pass another day."""


@dataclass(frozen=True)
class Decided:
    """A verdict; for an accepted change also the hash of the content that it left in the log."""

    verdict: Verdict
    content: bytes = b""


@dataclass
class Log:
    """The end of a village's log while its row is locked."""

    version: int
    count: int
    digest: int

    def take(self, record: UUID, content: bytes) -> int:
        """The next version, now that a record stands at it with this content."""
        self.version += 1
        self.count += 1
        self.digest = self.digest + mark(record, self.version, content) & WORD
        return self.version

    def release(self, record: UUID, version: int, content: bytes) -> None:
        """A record no longer stands where it stood."""
        self.count -= 1
        self.digest = self.digest - mark(record, version, content) & WORD


@dataclass
class Pending:
    """What one transaction will write."""

    records: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {kind: [] for kind in RECORDS})
    gone: dict[str, list[tuple[str, UUID]]] = field(default_factory=lambda: {kind: [] for kind in RECORDS})
    moved: list[dict[str, Any]] = field(default_factory=list)
    returned: list[tuple[str, UUID]] = field(default_factory=list)
    changes: list[dict[str, Any]] = field(default_factory=list)
    again: list[tuple[str, UUID]] = field(default_factory=list)


def take_in(engine: Engine, sender: Sender, changes: Sequence[Change]) -> dict[UUID, Decided]:
    """Decide every change, village by village; the verdicts by change id."""
    decided: dict[UUID, Decided] = {}
    waiting = list(changes)
    for _ in range(ROUNDS):
        for village, group in _homes(engine, waiting).items():
            with writing(engine) as connection:
                decided |= _one_village(connection, sender, village, group)
        waiting = [change for change in waiting if change.change not in decided]
        if not waiting:
            return decided
    raise BusyError(1.0)


def _homes(engine: Engine, changes: Iterable[Change]) -> dict[str, list[Change]]:
    """The changes by the village in whose log each is to be decided: for an edit, where its record is now."""
    edited = [change.record for change in changes if isinstance(change, Edit)]
    now: dict[UUID, str] = {}
    if edited:
        with reading(engine) as connection:
            now = {r["id"]: r["village"] for table in RECORDS.values() for r in by_ids(connection, table, edited)}
    homes: dict[str, list[Change]] = {}
    for change in changes:
        homes.setdefault(now.get(change.record, change.village), []).append(change)
    return dict(sorted(homes.items()))


def _one_village(connection: Connection, sender: Sender, village: str, changes: list[Change]) -> dict[UUID, Decided]:
    """Everything that is to be decided in one village, as one transaction."""
    goals = {str(new) for c in changes if isinstance(c, Edit) for _, new in [c.fields.get("village", (None, village))]}
    logs = _lock(connection, {code for code in {village, *goals} if sender.may(code)})
    known = {row["id"]: row for row in by_ids(connection, CHANGE, [change.change for change in changes])}
    held = standing(connection, [change.record for change in changes if isinstance(change, Edit)])
    pending, decided = Pending(), {}
    for change in changes:
        left = content_hash(change.fields) if isinstance(change, Create) else b""
        judged, before = what(change, left), known.get(change.change)
        if before is not None and (repeated := _repeated(change, judged, before)):
            decided[change.change] = repeated
            continue
        there = held.get(change.record)
        if there is not None and there.village != village:
            continue
        result = judge(change, left, there, sender)
        if isinstance(result, Refused):
            decided[change.change] = Decided(result)
        else:
            decided[change.change] = _taken(change, result, there, logs, pending)
        _remember(change, judged, decided[change.change], pending, village=village, known=before is not None)
    _write(connection, pending, logs)
    return decided


def _lock(connection: Connection, villages: set[str]) -> dict[str, Log]:
    """The ends of the logs, locked in the order of the codes so that two writers never wait for each other."""
    logs = {}
    upsert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    for code in sorted(villages):
        connection.execute(upsert(VILLAGE).values(code=code).on_conflict_do_nothing())
        row = connection.execute(select(VILLAGE).where(VILLAGE.c.code == code).with_for_update()).mappings().one()
        logs[code] = Log(row["version"], row["count"], int(row["digest"], 16))
    return logs


def _repeated(change: Change, judged: bytes, before: Any) -> Decided | None:
    """What was decided before about this change; None if nothing came of it and its content is another now."""
    refusal = None if before["refusal"] is None else Refused.model_validate(before["refusal"])
    if refusal is None and judged == before["judged"]:
        shown = before["merged"] or isinstance(change, Edit)  # the laptop may know more by now than when it asked first
        accepted = Accepted(version=before["version"], village=before["log"], merged=shown)
        return Decided(accepted, before["content"])
    refused = again(change, judged, Remembered(before["judged"], refusal))
    return Decided(refused) if refused else None


def _taken(change: Change, taken: Taken, there: Standing | None, logs: dict[str, Log], pending: Pending) -> Decided:
    """Give the record its place in the log of its village, and take it from where it stood."""
    record, goal = taken.record, taken.record.village
    if there is not None:
        logs[there.village].release(record.id, there.version, there.content)
        pending.gone[record.kind].append((there.village, record.id))
        if there.village != goal:
            _leave(change, there, goal, logs[there.village], pending)
    version = logs[goal].take(record.id, taken.content)
    place = {"version": version, "by": change.by, "at": change.at, "content": taken.content, "touched": taken.touched}
    pending.records[record.kind].append({**columns(record), **place})
    return Decided(Accepted(version=version, village=goal, merged=taken.merged), taken.content)


def _leave(change: Change, there: Standing, goal: str, log: Log, pending: Pending) -> None:
    """The old village's log says where the record went; the new one's forgets that it ever left."""
    log.version += 1
    row = {"village": there.village, "id": change.record, "kind": there.kind, "version": log.version}
    pending.moved.append({**row, "by": change.by, "at": change.at, "to": goal})
    pending.returned.append((goal, change.record))


def _remember(change: Change, judged: bytes, decided: Decided, pending: Pending, *, village: str, known: bool) -> None:
    verdict = decided.verdict
    if isinstance(verdict, Refused) and verdict.reason in FORGOTTEN:
        return
    row = {**UNDECIDED, "village": village, "id": change.change, "judged": judged}
    if isinstance(verdict, Accepted):
        row |= {"version": verdict.version, "log": verdict.village, "merged": verdict.merged}
        row["content"] = decided.content
    else:
        row["refusal"] = verdict.model_dump(mode="json")
    pending.changes.append(row)
    if known:
        pending.again.append((village, change.change))


def _write(connection: Connection, pending: Pending, logs: dict[str, Log]) -> None:
    """Everything at once, in many-row statements."""
    for kind, table in RECORDS.items():
        _delete(connection, table, pending.gone[kind])
        insert_many(connection, table, pending.records[kind])
    _delete(connection, MOVED, pending.returned)
    insert_many(connection, MOVED, pending.moved)
    for _, change in pending.again:
        connection.execute(delete(CHANGE).where(CHANGE.c.id == change))
    insert_many(connection, CHANGE, pending.changes)
    for code, log in logs.items():
        end = {"version": log.version, "count": log.count, "digest": f"{log.digest:016x}"}
        connection.execute(update(VILLAGE).where(VILLAGE.c.code == code).values(**end))


def _delete(connection: Connection, table: Any, keys: list[tuple[str, UUID]]) -> None:
    for village, one in keys:
        connection.execute(delete(table).where(table.c.village == village, table.c.id == one))
