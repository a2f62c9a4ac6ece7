"""Sign-ups and visits on this laptop: kept and queued together, found again, shown with where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, or_, select

from fieldapp.contract.collector import resting
from fieldapp.contract.messages import Kind, Refused
from fieldapp.contract.receipt import number
from fieldapp.domain.kinds import AnyRecord, restored
from fieldapp.store import history, holding, query
from fieldapp.store.database import Database
from fieldapp.store.edit import edited
from fieldapp.store.history import Event
from fieldapp.store.lines import rows as outbox_rows
from fieldapp.store.query import Counts, Line, Page, Query
from fieldapp.store.steps import State, Step
from fieldapp.store.tables import RECEIPT, RECORDS


@dataclass(frozen=True)
class Entry:
    """A record with where it stands: what the centre answered last, and the number of the receipt for this content."""

    record: AnyRecord
    state: State
    refusal: Refused | None
    receipt_number: str | None
    version: int
    touched_at: datetime


class Records:
    """The records of this laptop; every method is one transaction."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now

    def save(self, record: AnyRecord, *, by: str, seen: AnyRecord | None = None) -> None:
        """Keep a record and queue its change for delivery, together or not at all.

        ``seen`` is the record as the person began to edit it: what others changed since then in other fields stays.
        """
        with self._database.write() as connection:
            _save(connection, _kind(record), {record.id: record}, by, self._now(), seen=seen)

    @resting()
    def save_many(self, records: Iterable[AnyRecord], *, by: str) -> int:
        """Keep many records, all or none; the number of them that were new or changed."""
        by_kind: dict[Kind, dict[UUID, AnyRecord]] = {}
        for record in records:
            by_kind.setdefault(_kind(record), {})[record.id] = record
        at = self._now()
        with self._database.write() as connection:
            return sum(_save(connection, kind, some, by, at) for kind, some in by_kind.items())

    def get(self, kind: Kind, record: UUID) -> Entry | None:
        """The record as the officer sees it, or None if it is not on this laptop."""
        with self._database.read() as connection:
            table = RECORDS[kind]
            row = connection.execute(select(table).where(table.c.id == record)).mappings().first()
            if row is None:
                return None
            held = holding.held(kind, row, outbox_rows(connection, [record]).get(record, []))
            refusal = next((line.refusal for line in held.lines if line.refusal), None)
            receipt = None if held.lines else _receipt(connection, row["receipt"], row["version"], row["content"])
            whole = restored(kind, held.shown, record)
            return Entry(whole, row["state"], refusal, receipt, held.version, row["touched_at"])

    def page(self, asked: Query, offset: int = 0, limit: int = 100) -> Page:
        """A part of what the query finds, and how much it finds in all."""
        with self._database.read() as connection:
            return query.page(connection, asked, offset, limit)

    def counts(self, kind: Kind | None = None) -> Counts:
        """How many records stand where."""
        with self._database.read() as connection:
            return query.counts(connection, kind)

    def history(self, kind: Kind, record: UUID) -> tuple[Event, ...]:
        """How the record came to be as it is, the oldest event first."""
        with self._database.read() as connection:
            return history.events(connection, kind, record)

    def same(
        self, *, nik: str | None = None, phone: str | None = None, except_id: UUID | None = None
    ) -> tuple[Line, ...]:
        """Sign-ups with this NIK or this phone number (E.164), as both may be typed twice."""
        table = RECORDS["signup"]
        either = [table.c[name] == value for name, value in (("nik", nik), ("phone", phone)) if value]
        if not either:
            return ()
        asked = select(table.c.seq).where(or_(*either)).order_by(table.c.touched_at.desc()).limit(20)
        if except_id is not None:
            asked = asked.where(table.c.id != except_id)
        with self._database.read() as connection:
            return query.lines(connection, "signup", connection.scalars(asked).all())

    def of_visit(self, visit: UUID) -> tuple[Line, ...]:
        """The sign-ups that were recorded in this visit, the newest first."""
        table = RECORDS["signup"]
        asked = select(table.c.seq).where(table.c.visit == str(visit)).order_by(table.c.recorded_at.desc())
        with self._database.read() as connection:
            return query.lines(connection, "signup", connection.scalars(asked.limit(200)).all())


def _kind(record: AnyRecord) -> Kind:
    return "signup" if record.kind == "signup" else "visit"


def _save(
    connection: Connection,
    kind: Kind,
    records: Mapping[UUID, AnyRecord],
    by: str,
    at: datetime,
    *,
    seen: AnyRecord | None = None,
) -> int:
    known = holding.read(connection, kind, records)
    steps = []
    for record, value in records.items():
        before = known.get(record)
        after = edited(record, before, value.fields(), None if seen is None else seen.fields())
        if after != before:
            steps.append(Step(record, before, after, by, at, "here"))
    holding.write(connection, kind, steps)
    return len(steps)


def _receipt(connection: Connection, change: UUID | None, version: int, content: bytes | None) -> str | None:
    """The number of the receipt, if it is for exactly what the centre has now."""
    row = connection.execute(select(RECEIPT).where(RECEIPT.c.change_id == change)).mappings().first()
    if row is None or (row["version"], row["content"]) != (version, content):
        return None
    return number(row["village"], row["version"])
