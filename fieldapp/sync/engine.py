"""The exchange loop: ask, settle, and again until nothing waits on either side."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from fieldapp.contract.messages import Question
from fieldapp.errors import BusyError, FieldappError, OfflineError, RejectedError
from fieldapp.store.settle import Result, Settled
from fieldapp.store.store import Store
from fieldapp.sync.client import Client, Received
from fieldapp.sync.pace import Pace
from fieldapp.sync.reconcile import reconcile

MAX_ROUNDS = 10_000

Step = Literal["sending", "settled", "pausing", "done"]


@dataclass(frozen=True)
class Progress:
    """How far an exchange is: changes answered of those that waited, rows read, bytes on the wire, newest results."""

    step: Step
    done: int = 0
    total: int = 0
    rows: int = 0
    sent_bytes: int = 0
    received_bytes: int = 0
    results: tuple[Result, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What an exchange came to; ``unequal`` are villages whose proof did not hold and that were pulled again."""

    delivered: int = 0
    refused: int = 0
    rows: int = 0
    requests: int = 0
    sent_bytes: int = 0
    received_bytes: int = 0
    unequal: tuple[str, ...] = ()
    next_after: int = 0
    clock_ahead: timedelta = timedelta()
    stopped: bool = False


class Run:
    """One exchange from its first question to its last answer."""

    def __init__(
        self, store: Store, client: Client, stop: threading.Event, progress: Callable[[Progress], None]
    ) -> None:
        self._store, self._client, self._stop, self._progress = store, client, stop, progress
        self._device = str(store.settings.get("device"))
        self._pace = Pace()
        self._total = store.outbox.summary().count
        self.outcome = Outcome()

    def rounds(self) -> None:
        """Exchange until neither side has anything left, the person stops it, or an error says why not."""
        for _ in range(MAX_ROUNDS):
            if self._stop.is_set():
                self.outcome = replace(self.outcome, stopped=True)
                return
            question = self._store.exchange.question(self._device, self._pace.changes, self._pace.rows)
            try:
                if not self._round(question):
                    return
            except RejectedError:
                self._divide(question)
            except BusyError as busy:
                self._wait(busy, busy.retry_after)
            except OfflineError as cut:
                if cut.code != "sync.cut":
                    raise
                self._wait(cut)
                self._store.exchange.lay_aside()
                self._pace.smaller(len(question.changes))

    def _round(self, question: Question) -> bool:
        self.tell("sending")
        started = time.monotonic()
        got = self._client.exchange(question)
        sizes = {"sent_bytes": got.sent_bytes, "received_bytes": got.received_bytes}
        settled = self._store.exchange.settle(question, got.answer, self._client.key, by=reconcile, **sizes)
        self._pace.went(time.monotonic() - started)
        again = not set(settled.unequal) <= set(self.outcome.unequal)
        self._count(got, settled)
        self.tell("settled", settled.results)
        return got.answer.more or settled.left > 0 or again

    def _divide(self, question: Question) -> None:
        """Find what the centre cannot take: less and less at once, until one change stands alone."""
        self._store.exchange.lay_aside()
        if not question.changes:
            raise RejectedError
        self._pace.smaller(len(question.changes))
        if len(question.changes) == 1:
            self._round(self._store.exchange.question(self._device, 0, self._pace.rows))
            self._store.exchange.set_aside(question.changes[0].change, by=reconcile)

    def _wait(self, why: OfflineError | BusyError, least: float = 0.0) -> None:
        pause = self._pace.pause(least)
        if self._pace.exhausted:
            raise why
        self.tell("pausing")
        self._stop.wait(pause)

    def _count(self, received: Received, settled: Settled) -> None:
        had, answer = self.outcome, received.answer
        refused = sum(result.refusal is not None for result in settled.results)
        self.outcome = Outcome(
            delivered=had.delivered + len(settled.results) - refused,
            refused=had.refused + refused,
            rows=had.rows + settled.rows,
            requests=had.requests + 1,
            sent_bytes=had.sent_bytes + received.sent_bytes,
            received_bytes=had.received_bytes + received.received_bytes,
            unequal=tuple(sorted({*had.unequal, *settled.unequal})),
            next_after=answer.next_after,
            clock_ahead=settled.clock_ahead,
        )

    def tell(self, step: Step, results: tuple[Result, ...] = ()) -> None:
        had = self.outcome
        done = had.delivered + had.refused
        self._progress(
            Progress(step, done, max(self._total, done), had.rows, had.sent_bytes, had.received_bytes, results)
        )


def exchange(store: Store, client: Client, *, stop: threading.Event, progress: Callable[[Progress], None]) -> Outcome:
    """Deliver what waits and read what others did; every run, however it ends, is kept in the history of deliveries."""
    run, ended = Run(store, client, stop, progress), "done"
    store.exchange.begin(str(store.settings.get("account", "")))
    try:
        run.rounds()
        ended = "stopped" if run.outcome.stopped else ended
    except FieldappError as failed:
        ended = failed.code
        raise
    finally:
        store.exchange.end(ended)
    run.tell("done")
    return run.outcome
