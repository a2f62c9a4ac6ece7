"""The question: what waits and how far each village was read, asked again unchanged until it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, func, select, update

from fieldapp.contract.messages import Create, Edit, Question
from fieldapp.domain.ids import new_id
from fieldapp.store import scope
from fieldapp.store.tables import DELIVERY, OUTBOX, RECORDS, VILLAGE


@dataclass(frozen=True)
class Run:
    """A delivery: when it began, and whose changes it carries (everybody's if empty)."""

    started: datetime
    account: str = ""

    @property
    def can_go(self) -> ColumnElement[bool]:
        """The lines of the outbox that this delivery can carry."""
        free = OUTBOX.c.refusal.is_(None)
        return free & (OUTBOX.c.by == self.account) if self.account else free


def left(tx: Connection, run: Run) -> int:
    """How many records have a change that can go."""
    return int(tx.execute(select(func.count(OUTBOX.c.record_id.distinct())).where(run.can_go)).scalar_one())


def on_its_way(tx: Connection) -> UUID | None:
    """The exchange that is not answered yet."""
    return tx.execute(select(DELIVERY.c.exchange).where(DELIVERY.c.question.is_not(None))).scalar()


def unanswered(tx: Connection) -> Question | None:
    """The question on its way: its changes are frozen in the outbox, so it is built alike every time."""
    kept = tx.execute(select(DELIVERY.c.question).where(DELIVERY.c.question.is_not(None))).scalar()
    if kept is None:
        return None
    head = Question.model_validate_json(kept)
    return head.model_copy(update=_changes(tx, head.exchange))


def ask(tx: Connection, device: str, limit: int, row_limit: int, run: Run) -> Question:
    """A new question with the oldest waiting change of up to ``limit`` records; it is kept until it is answered."""
    exchange = new_id()
    _take(tx, exchange, limit, run)
    cursors = tx.execute(select(VILLAGE.c.code, VILLAGE.c.version).where(VILLAGE.c.version > 0)).all()
    known = dict(cursors)
    head = Question(device=device, exchange=exchange, cursors=known, limit=row_limit, scope=scope.tag(tx))
    kept = {"exchange": exchange, "started_at": run.started, "question": head.model_dump_json().encode()}
    tx.execute(DELIVERY.insert().values(kept))
    return head.model_copy(update=_changes(tx, exchange))


def lay_aside(tx: Connection) -> None:
    """Forget the question on its way; its changes stay as they were sent, and go again in another one."""
    going = select(OUTBOX.c.record_id).where(OUTBOX.c.exchange.is_not(None))
    for table in RECORDS.values():
        tx.execute(table.update().where(table.c.id.in_(going), table.c.state == "sending").values(state="queued"))
    tx.execute(update(OUTBOX).values(exchange=None).where(OUTBOX.c.exchange.is_not(None)))
    answered(tx)


def answered(tx: Connection) -> None:
    """No question is on its way any more."""
    tx.execute(update(DELIVERY).values(question=None).where(DELIVERY.c.question.is_not(None)))


def _take(tx: Connection, exchange: UUID, limit: int, run: Run) -> None:
    """Mark the lines that go: what they were written against is said as it is known now, and then frozen."""
    oldest = (
        select(func.min(OUTBOX.c.seq).label("seq"))
        .where(run.can_go)
        .group_by(OUTBOX.c.record_id)
        .order_by("seq")
        .limit(limit)
    )
    going = [seq for (seq,) in tx.execute(oldest)]
    if not going:
        return
    for kind, table in RECORDS.items():
        known = select(table.c.log, table.c.version).where(table.c.id == OUTBOX.c.record_id)
        fresh = OUTBOX.c.seq.in_(going) & (OUTBOX.c.kind == kind) & (OUTBOX.c.sent == 0)
        place = {"village": known.with_only_columns(table.c.log).scalar_subquery()}
        version = {"version": known.with_only_columns(table.c.version).scalar_subquery()}
        tx.execute(update(OUTBOX).where(fresh, OUTBOX.c.action == "edit").values({**place, **version}))
    tx.execute(update(OUTBOX).where(OUTBOX.c.seq.in_(going)).values(exchange=exchange, sent=1))
    records = select(OUTBOX.c.record_id).where(OUTBOX.c.exchange == exchange)
    for table in RECORDS.values():
        sending = table.c.id.in_(records) & (table.c.state == "queued")
        tx.execute(table.update().where(sending).values(state="sending"))


def _changes(tx: Connection, exchange: UUID) -> dict[str, Any]:
    lines = tx.execute(select(OUTBOX).where(OUTBOX.c.exchange == exchange).order_by(OUTBOX.c.seq)).all()
    return {
        "creates": tuple(_create(line) for line in lines if line.action == "create"),
        "edits": tuple(_edit(line) for line in lines if line.action != "create"),
    }


def _create(line: Row[Any]) -> Create:
    fields = {name: new for name, (_, new) in line.delta.items() if new is not None}
    return Create(record=line.record_id, kind=line.kind, village=line.village, by=line.by, at=line.at, fields=fields)


def _edit(line: Row[Any]) -> Edit:
    fields: dict[str, tuple[Any, Any]] = {name: (old, new) for name, (old, new) in line.delta.items()}
    place = {"village": line.village, "version": line.version}
    return Edit(
        change=line.change_id, record=line.record_id, kind=line.kind, by=line.by, at=line.at, fields=fields, **place
    )
