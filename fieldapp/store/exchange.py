"""The laptop's half of an exchange: build the question, settle the answer, and prove that nothing is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import func, select, update

from fieldapp.contract.collector import resting
from fieldapp.contract.messages import Answer, Finding, Question, Refused
from fieldapp.store import holding, proof, question, settle
from fieldapp.store.database import Database
from fieldapp.store.held import News, Reconcile
from fieldapp.store.question import Run
from fieldapp.store.settle import Result, Said, Settled
from fieldapp.store.steps import Step
from fieldapp.store.tables import DELIVERY, DRAFT, OUTBOX

__all__ = ["Delivery", "Exchange", "Proof", "Result", "Settled"]

UNREADABLE = Refused(reason="rule", findings=(Finding(field="", code="sync.unreadable"),))


@dataclass(frozen=True)
class Delivery:
    """One run of exchanges: when, how much, and how it ended ("done", "stopped" or the code of an error)."""

    started: datetime
    finished: datetime | None
    bytes_up: int
    bytes_down: int
    accepted: int
    refused: int
    rows: int
    outcome: str


@dataclass(frozen=True)
class Proof:
    """Where the records made or changed on this laptop stand (``sending`` is a part of ``waiting``).

    ``villages`` were compared with the centre, ``unequal`` of them held something else and are read again.
    """

    recorded: int
    delivered: int
    waiting: int
    sending: int
    refused: int
    drafts: int
    villages: int
    unequal: int


class Exchange:
    """Questions and answers, each in one transaction; none is open while the wire is used."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now
        self._run = Run(now())

    def begin(self, account: str = "") -> None:
        """A delivery begins; it carries the changes of this account, or everybody's."""
        self._run = Run(self._now(), account)

    def end(self, outcome: str) -> None:
        """The run ended like this."""
        with self._database.write() as tx:
            these = DELIVERY.c.started_at == self._run.started
            tx.execute(update(DELIVERY).where(these).values(outcome=outcome, finished_at=self._now()))

    @resting()
    def question(self, device: str, limit: int, row_limit: int) -> Question:
        """What to ask the centre; the same again, to the byte, until it is answered or laid aside."""
        with self._database.write() as tx:
            waiting = question.unanswered(tx)
            if waiting is not None:
                again = DELIVERY.c.exchange == waiting.exchange
                tx.execute(update(DELIVERY).where(again).values(started_at=self._run.started))
                return waiting
            return question.ask(tx, device, limit, row_limit, self._run)

    def lay_aside(self) -> None:
        """Forget the unanswered question, so that a smaller one can be asked; its changes stay as they were sent."""
        with self._database.write() as tx:
            question.lay_aside(tx)

    @resting()
    def settle(
        self,
        asked: Question,
        answer: Answer,
        key: Ed25519PublicKey,
        *,
        by: Reconcile,
        sent_bytes: int = 0,
        received_bytes: int = 0,
    ) -> Settled:
        """Make everything true that the checked answer says, at once; a late or repeated answer says nothing."""
        with self._database.write() as tx:
            return settle.settle(tx, Said(asked, answer, key, sent_bytes, received_bytes, self._now(), self._run), by)

    def set_aside(self, change: UUID, *, by: Reconcile) -> None:
        """Keep a change that the centre cannot read for a person to look at, so that the rest goes on."""
        with self._database.write() as tx:
            line = tx.execute(select(OUTBOX).where(OUTBOX.c.change_id == change)).one_or_none()
            if line is None:
                return
            before = holding.read(tx, line.kind, [line.record_id])[line.record_id]
            after = by(before, News(line.record_id, line.kind, change, UNREADABLE))
            holding.write(tx, line.kind, [Step(line.record_id, before, after, line.by, self._now(), "centre")])

    def deliveries(self, limit: int = 50) -> tuple[Delivery, ...]:
        """The newest runs first."""
        run = DELIVERY.c
        runs = (
            select(
                run.started_at,
                func.max(run.finished_at),
                func.sum(run.bytes_up),
                func.sum(run.bytes_down),
                func.sum(run.accepted),
                func.sum(run.refused),
                func.sum(run.rows),
                func.max(run.outcome),
            )
            .group_by(run.started_at)
            .order_by(run.started_at.desc())
            .limit(limit)
        )
        with self._database.read() as tx:
            return tuple(Delivery(*found) for found in tx.execute(runs))

    def proof(self) -> Proof:
        """What a person is shown as proof that all has arrived, and what has not."""
        with self._database.read() as tx:
            states = proof.states(tx)
            drafts = tx.execute(select(func.count()).select_from(DRAFT)).scalar_one()
            checked, unequal = proof.villages(tx)
        sending = states.get("sending", 0)
        return Proof(
            recorded=sum(states.values()),
            delivered=states.get("delivered", 0),
            waiting=states.get("queued", 0) + sending,
            sending=sending,
            refused=states.get("needs_revision", 0),
            drafts=drafts,
            villages=checked,
            unequal=unequal,
        )
