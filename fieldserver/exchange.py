"""One exchange: take in what the laptop brings, tell it what others did, sign for all of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Engine

from fieldapp.contract import receipt
from fieldapp.contract.collector import resting
from fieldapp.contract.digest import content_hash
from fieldapp.contract.messages import Accepted, Answer, Change, Question, Row, Scope, Verdict
from fieldserver.database import reading
from fieldserver.feed import Feed, add_present, feed
from fieldserver.intake import Decided, take_in
from fieldserver.judge import Sender

SHOWN = ("conflict", "exists", "locked")
"""Refusals with which the present row comes."""


@resting()
def exchange(engine: Engine, key: Ed25519PrivateKey, sender: Sender, question: Question) -> Answer:
    """The answer to a question; asking again is safe and gives the same verdicts."""
    decided = take_in(engine, sender, question.changes)
    own = {
        (d.verdict.village, d.verdict.version): change.record
        for change in question.changes
        for d in [decided[change.change]]
        if isinstance(d.verdict, Accepted) and not d.verdict.merged
    }
    with reading(engine) as connection:
        found = feed(connection, sender, question.cursors, own, question.limit)
        asked = {change.record for change in question.changes if _shows(decided[change.change].verdict)}
        if asked:
            add_present(connection, sender, asked, found)
    time = datetime.now(UTC)
    verdicts, lines = _signed(question.changes, decided, found)
    said = receipt.statement(question.device, question.exchange, time, lines)
    scope = scope_of(sender.areas)
    return Answer(
        exchange=question.exchange,
        time=time,
        verdicts=tuple(verdicts),
        rows=tuple(found.rows),
        villages=found.villages,
        scope=None if scope.tag == question.scope else scope,
        more=found.more,
        receipt=receipt.sign(key, said) if lines else "",
    )


def scope_of(areas: tuple[str, ...]) -> Scope:
    """The scope as a laptop is told it; its tag changes with the areas."""
    return Scope(tag=hashlib.sha256(",".join(areas).encode()).hexdigest()[:12], areas=areas)


def _shows(verdict: Verdict) -> bool:
    return verdict.merged if isinstance(verdict, Accepted) else verdict.reason in SHOWN


def _signed(
    changes: Sequence[Change], decided: dict[UUID, Decided], found: Feed
) -> tuple[list[Verdict], list[receipt.Receipt]]:
    """The verdicts, and a receipt for each accepted change: for a merged one, about the content that comes along."""
    rows: dict[UUID, list[Row]] = {}
    for row in found.rows:
        rows.setdefault(row.record, []).append(row)
    verdicts: list[Verdict] = []
    lines = []
    for change in changes:
        verdict, content = decided[change.change].verdict, decided[change.change].content
        if isinstance(verdict, Accepted):
            verdict, content = _merged(verdict, content, rows.get(change.record, []))
            place = (verdict.village, verdict.version)
            lines.append(receipt.Receipt(change.change, change.record, *place, content))
        verdicts.append(verdict)
    return verdicts, lines


def _merged(verdict: Accepted, content: bytes, rows: list[Row]) -> tuple[Accepted, bytes]:
    """What is signed for: the content the change left, or for a merged one the content that the laptop is shown."""
    later = [row for row in rows if row.version >= verdict.version]
    if not verdict.merged:
        return verdict, content
    if not later:
        return verdict.model_copy(update={"merged": False}), content
    return verdict, content_hash(next((row.fields for row in later if row.moved is None), {}))
