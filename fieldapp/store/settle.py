"""Settling an answer: in one transaction everything it says becomes true on this laptop, or nothing does."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, insert, select, update

from fieldapp.contract.messages import Accepted, Answer, Kind, Question, Refused
from fieldapp.contract.receipt import Receipt, statement
from fieldapp.store import answers, bulk, holding, lines, proof, question, scope
from fieldapp.store.held import Held, News, Reconcile
from fieldapp.store.question import Run
from fieldapp.store.steps import Step
from fieldapp.store.tables import DELIVERY, OUTBOX, RECEIPT, VILLAGE

KEEP_RECEIPT = insert(RECEIPT).prefix_with("OR REPLACE")


@dataclass(frozen=True)
class Result:
    """What the centre said to one change: where it stands in the log of ``village``, or why it was not taken."""

    change: UUID
    kind: Kind
    record: UUID
    title: str
    village: str
    version: int = 0
    refusal: Refused | None = None


@dataclass(frozen=True)
class Settled:
    """What an answer came to.

    ``unequal`` villages are pulled again, ``left`` changes can still go; ``clock_ahead`` is this laptop's
    clock against the centre's.
    """

    results: tuple[Result, ...] = ()
    rows: int = 0
    unequal: tuple[str, ...] = ()
    left: int = 0
    clock_ahead: timedelta = timedelta()


@dataclass(frozen=True)
class Said:
    """An answer with the question it answers, who signs for it, what it weighed and when it came."""

    question: Question
    answer: Answer
    key: Ed25519PublicKey
    sent_bytes: int
    received_bytes: int
    at: datetime
    run: Run


def settle(tx: Connection, said: Said, by: Reconcile) -> Settled:
    """Write what the answer says; an answer to a question that is not on its way any more says nothing new."""
    if question.on_its_way(tx) != said.answer.exchange:
        return Settled(left=question.left(tx, said.run))
    news = answers.news(said.question, said.answer)
    tx.execute(update(OUTBOX).values(exchange=None).where(OUTBOX.c.exchange.is_not(None)))
    after = _keep_records(tx, said, news, by)
    _move_cursors(tx, said.answer)
    if said.answer.scope is not None:
        scope.keep(tx, said.answer.scope)
    remaining = question.left(tx, said.run)
    ended = not said.answer.more and not remaining
    unequal = proof.compare(tx, said.answer, said.at) if ended else ()
    results = _results(said, after)
    _keep_delivery(tx, said, results)
    return Settled(results, len(said.answer.rows), unequal, remaining, said.at - said.answer.time)


def _keep_records(tx: Connection, said: Said, news: dict[UUID, News], by: Reconcile) -> dict[UUID, Held | None]:
    """Check what was signed for, and write each record as it is after the news."""
    ids: dict[Kind, list[UUID]] = defaultdict(list)
    for one in news.values():
        ids[one.kind].append(one.record)
    waiting = lines.rows(tx, list(news))
    before = {r: held for kind, some in ids.items() for r, held in holding.read(tx, kind, some, waiting).items()}
    signed = answers.receipts(said.question, said.answer, news, before, said.key)
    _keep_receipts(tx, said, signed)
    steps = {record: _step(said, one, before.get(record), by, signed) for record, one in news.items()}
    for kind, some in ids.items():
        here = [steps[record] for record in some if (steps[record].before, steps[record].after) != (None, None)]
        holding.write(tx, kind, here, waiting)
    return {record: step.after for record, step in steps.items()}


def _step(said: Said, one: News, had: Held | None, by: Reconcile, signed: dict[UUID, Receipt]) -> Step:
    """What the news do to a record; who sent the newest row did what changed."""
    row = one.rows[-1] if one.rows else None
    who, at = (row.by, row.at) if row else ("", said.answer.time)
    receipt = one.change if one.change in signed else None
    return Step(one.record, had, by(had, one), who, at, "centre", receipt)


def _keep_receipts(tx: Connection, said: Said, signed: dict[UUID, Receipt]) -> None:
    rows = [
        {
            "change_id": receipt.change,
            "record_id": receipt.record,
            "village": receipt.village,
            "version": receipt.version,
            "content": receipt.content,
            "exchange": said.answer.exchange,
            "at": said.answer.time,
        }
        for receipt in signed.values()
    ]
    if not rows:
        return
    bulk.run(tx, KEEP_RECEIPT, rows)
    stated = statement(said.question.device, said.answer.exchange, said.answer.time, signed.values())
    this = DELIVERY.c.exchange == said.answer.exchange
    tx.execute(update(DELIVERY).where(this).values(statement=stated, signature=said.answer.receipt))


def _move_cursors(tx: Connection, answer: Answer) -> None:
    """Only forward from where the cursor stands: a gap is never stepped over."""
    known = dict(tx.execute(select(VILLAGE.c.code, VILLAGE.c.version)).all())
    fresh = [{"code": code, "version": log.to} for code, log in answer.villages.items() if code not in known]
    if fresh:
        tx.execute(VILLAGE.insert(), fresh)
    for code, log in answer.villages.items():
        if code in known and log.since == known[code] < log.to:
            tx.execute(update(VILLAGE).where(VILLAGE.c.code == code).values(version=log.to))


def _results(said: Said, after: dict[UUID, Held | None]) -> tuple[Result, ...]:
    results = []
    for change, verdict in zip(said.question.changes, said.answer.verdicts, strict=True):
        held = after[change.record]
        place: dict[str, Any] = {"village": change.village, "refusal": verdict}
        if isinstance(verdict, Accepted):
            place = {"village": verdict.village, "version": verdict.version}
        shown = held.shown if held else {}
        results.append(Result(change.change, change.kind, change.record, title(change.kind, shown), **place))
    return tuple(results)


def title(kind: Kind, fields: dict[str, Any]) -> str:
    """What a person calls the record: a name, or a place and its topic."""
    names = ("name",) if kind == "signup" else ("place", "topic")
    return " · ".join(str(fields[name]) for name in names if fields.get(name))


def _keep_delivery(tx: Connection, said: Said, results: tuple[Result, ...]) -> None:
    refused = sum(result.refusal is not None for result in results)
    question.answered(tx)
    values = {
        "finished_at": said.at,
        "bytes_up": said.sent_bytes,
        "bytes_down": said.received_bytes,
        "accepted": len(results) - refused,
        "refused": refused,
        "rows": len(said.answer.rows),
    }
    tx.execute(update(DELIVERY).where(DELIVERY.c.exchange == said.answer.exchange).values(**values))
