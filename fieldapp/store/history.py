"""Who changed what in a record, when, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, RowMapping, exists, select

from fieldapp.contract.messages import Kind
from fieldapp.domain.change import Delta
from fieldapp.store.steps import Origin
from fieldapp.store.tables import HISTORY, OUTBOX, RECEIPT, RECORDS


@dataclass(frozen=True)
class Event:
    """One change; the first event of a record says that it was recorded and names no fields."""

    at: datetime
    by: str
    changes: Delta
    origin: Origin


def events(connection: Connection, kind: Kind, record: UUID) -> tuple[Event, ...]:
    """Everything known about how the record came to be as it is, the oldest first."""
    asked = select(HISTORY).where(HISTORY.c.kind == kind, HISTORY.c.record_id == record).order_by(HISTORY.c.seq)
    later = [_event(row) for row in connection.execute(asked).mappings()]
    return (*_recorded(connection, kind, record), *later)


def _event(row: RowMapping) -> Event:
    changes = {name: (old, new) for name, (old, new) in row["changes"].items()}
    return Event(row["at"], row["by"], changes, row["origin"])


def _recorded(connection: Connection, kind: Kind, record: UUID) -> tuple[Event, ...]:
    """The first event, from the record itself; its own create line or receipt shows that it was made here."""
    table = RECORDS[kind]
    made_here = exists().where(OUTBOX.c.change_id == record) | exists().where(RECEIPT.c.change_id == record)
    row = connection.execute(
        select(table.c.recorded_at, table.c.recorded_by, made_here).where(table.c.id == record)
    ).first()
    if row is None or row[0] is None:
        return ()
    return (Event(datetime.fromisoformat(row[0]), row[1], {}, "here" if row[2] else "centre"),)
