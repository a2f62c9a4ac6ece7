"""``fieldapp send``: deliver what waits and read what others did."""

from __future__ import annotations

import argparse
import signal
import threading
from types import FrameType

from fieldapp.cli.door import opened
from fieldapp.cli.said import DONE, LOOK, say
from fieldapp.config import Paths
from fieldapp.contract.receipt import number
from fieldapp.language import N_, tr
from fieldapp.store.settle import Result
from fieldapp.sync.engine import Outcome, Progress, exchange
from fieldapp.sync.line import line
from fieldapp.sync.refusal import reason

ABOUT = N_("Kirim ke pusat apa yang menunggu, dan ambil kabar dari pusat")


def arguments(verb: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    verb.add_argument("--quiet", action="store_true", help=tr("jangan sebut catatan satu per satu"))


def run(chosen: argparse.Namespace, places: Paths) -> int:
    """Exchange until nothing waits; Ctrl+C ends it after the batch that is under way."""
    stop = threading.Event()

    def progressed(progress: Progress) -> None:
        if progress.step == "settled":
            say(tr("{done} dari {total} dijawab pusat").format(done=progress.done, total=progress.total))
        for result in () if chosen.quiet else progress.results:
            say("  " + _told(result))

    def halt(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = signal.signal(signal.SIGINT, halt)
    try:
        with opened(chosen, places) as (store, _):
            outcome = exchange(store, line(store), stop=stop, progress=progressed)
            left = store.exchange.proof()
    finally:
        signal.signal(signal.SIGINT, before)
    _say_outcome(outcome)
    return LOOK if outcome.refused or left.waiting or left.refused or outcome.stopped else DONE


def _told(result: Result) -> str:
    if result.refusal is None:
        receipt = number(result.village, result.version)
        return tr("Diterima pusat, tanda terima {number}").format(number=receipt)
    who = tr("pendaftaran") if result.kind == "signup" else tr("kunjungan")
    return tr("Perlu diperbaiki, {kind} {id}: {reason}").format(
        kind=who, id=str(result.record)[-6:], reason=reason(result.refusal)
    )


def _say_outcome(outcome: Outcome) -> None:
    say(
        tr("Diterima pusat {delivered}, perlu diperbaiki {refused}, kabar baru {rows}.").format(
            delivered=outcome.delivered, refused=outcome.refused, rows=outcome.rows
        )
    )
    say(
        tr("{requests} kiriman, {up} kB naik, {down} kB turun.").format(
            requests=outcome.requests,
            up=round(outcome.sent_bytes / 1000, 1),
            down=round(outcome.received_bytes / 1000, 1),
        )
    )
    if outcome.stopped:
        say(tr("Dihentikan. Sisanya menunggu kiriman berikutnya."))
