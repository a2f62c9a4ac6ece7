"""An answer taken apart: what it says about each record, and whether the centre signed for exactly what we hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from fieldapp.contract.digest import content_hash
from fieldapp.contract.messages import Accepted, Answer, Change, Create, Question, Row
from fieldapp.contract.receipt import Receipt, genuine, statement
from fieldapp.domain.change import Fields, applied
from fieldapp.errors import RejectedError
from fieldapp.store.held import Held, News


def news(question: Question, answer: Answer) -> dict[UUID, News]:
    """What the answer says, record by record; a record's rows stand in the order of the answer."""
    rows: dict[UUID, list[Row]] = {}
    for row in answer.rows:
        rows.setdefault(row.record, []).append(row)
    said = {
        change.record: News(change.record, change.kind, change.change, verdict, tuple(rows.pop(change.record, ())))
        for change, verdict in zip(question.changes, answer.verdicts, strict=True)
    }
    return said | {record: News(record, found[0].kind, rows=tuple(found)) for record, found in rows.items()}


def receipts(
    question: Question, answer: Answer, said: Mapping[UUID, News], held: Mapping[UUID, Held], key: Ed25519PublicKey
) -> dict[UUID, Receipt]:
    """The receipts by change id, from content computed here; refused as a whole unless the centre signed the same."""
    found = [
        Receipt(change.change, change.record, verdict.village, verdict.version, content_hash(content))
        for change, verdict in zip(question.changes, answer.verdicts, strict=True)
        if isinstance(verdict, Accepted)
        for content in [_content(change, verdict, said[change.record].rows, held.get(change.record))]
    ]
    if found and not genuine(key, statement(question.device, answer.exchange, answer.time, found), answer.receipt):
        raise RejectedError("sync.receipt_not_genuine")
    return {receipt.change: receipt for receipt in found}


def _content(change: Change, verdict: Accepted, rows: Iterable[Row], held: Held | None) -> Fields:
    """The content that this change left in the log: a merged one's came along, another's is known here."""
    if verdict.merged:
        return next((dict(row.fields) for row in rows if row.moved is None and row.version >= verdict.version), {})
    if isinstance(change, Create):
        return change.fields
    return applied(held.base if held else {}, change.fields)
