"""What an answer of the centre does to the tables, told directly: accepted, refused, shown by its log."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from fieldapp.contract.messages import Finding, Kind, Refused
from fieldapp.domain.change import Fields
from fieldapp.domain.ids import new_id
from fieldapp.store import holding
from fieldapp.store.held import Held
from fieldapp.store.steps import Step
from fieldapp.store.store import Store
from fieldapp.store.tables import OUTBOX
from tests.people import NOON

LATER = NOON + timedelta(hours=1)
REFUSED = Refused(reason="rule", findings=(Finding(field="nik", code="nik.length", detail={"digits": 15}),))


def held(store: Store, record: UUID, kind: Kind = "signup") -> Held:
    with store.database.read() as connection:
        return holding.read(connection, kind, [record])[record]


def become(store: Store, record: UUID, after: Held | None, kind: Kind = "signup", by: str = "pusat") -> None:
    """The record is, after an answer, as given."""
    with store.database.write() as connection:
        before = holding.read(connection, kind, [record]).get(record)
        holding.write(connection, kind, [Step(record, before, after, by, LATER, "centre")])


def leave(store: Store, record: UUID) -> None:
    """Everything of the record that waits is on its way."""
    with store.database.write() as connection:
        waiting = (OUTBOX.c.record_id == record) & OUTBOX.c.refusal.is_(None)
        connection.execute(OUTBOX.update().where(waiting).values(exchange=new_id()))
    now = held(store, record)
    become(store, record, replace(now, lines=tuple(replace(line, sent=True) for line in now.lines)))


def accept(store: Store, record: UUID, version: int) -> None:
    """The centre took the oldest line."""
    now = held(store, record)
    first, *rest = now.lines
    taken = Held(now.village, now.version, now.base, (first,)).shown
    become(store, record, Held(now.village, version, taken, tuple(rest)))


def refuse(store: Store, record: UUID) -> None:
    """The centre did not take the oldest line."""
    now = held(store, record)
    first, *rest = now.lines
    become(store, record, replace(now, lines=(replace(first, refusal=REFUSED), *rest)))


def show(store: Store, record: UUID, fields: Fields, version: int, by: str = "rekan") -> None:
    """The log of the record's village shows it like this; what waits here stays on top."""
    with store.database.read() as connection:
        now = holding.read(connection, "signup", [record]).get(record)
    lines = now.lines if now else ()
    become(store, record, Held(str(fields["village"]), version, fields, lines), by=by)
