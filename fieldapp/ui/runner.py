"""The exchange in its own thread: verbs in, signals out, only frozen values cross."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal

from fieldapp.errors import FieldappError
from fieldapp.sync.engine import Outcome, Progress

log = logging.getLogger(__name__)


class Exchange(Protocol):
    """One delivery from start to end (see fieldapp.sync.engine.exchange)."""

    def __call__(self, *, stop: threading.Event, progress: Callable[[Progress], None]) -> Outcome: ...


class _Work(QThread):
    """One call away from the window's thread; ``failed`` carries a FieldappError, whatever went wrong."""

    returned = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject, work: Callable[[], object]) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        try:
            self.returned.emit(self._work())
        except FieldappError as known:
            self.failed.emit(known)
        except Exception as unknown:  # noqa: BLE001 - the thread's edge: the window must live on
            log.error("exchange ended by %s", type(unknown).__name__)  # noqa: TRY400 - a traceback may quote a record
            self.failed.emit(FieldappError())


class Runner(QObject):
    """Delivers, or only asks whether the centre can be reached; one thing at a time."""

    started = Signal()
    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    reached = Signal(bool)

    def __init__(self, exchange: Exchange, reachable: Callable[[], bool]) -> None:
        super().__init__()
        self._exchange, self._reachable = exchange, reachable
        self._stop = threading.Event()
        self._work: _Work | None = None
        self.delivering = False
        self._asked = False

    @property
    def busy(self) -> bool:
        """Whether a delivery or a question for the centre is under way."""
        return self._work is not None

    def deliver(self) -> bool:
        """Start a delivery, or as soon as the look that is under way has ended; False when one runs already."""
        if self.delivering:
            return False
        self._asked = self.busy
        if self._asked:
            return True
        self._stop.clear()
        self.delivering = True
        work = self._begin(lambda: self._exchange(stop=self._stop, progress=self.progressed.emit))
        work.returned.connect(self._delivered)
        work.failed.connect(self._broken)
        self.started.emit()
        work.start()
        return True

    def look(self) -> None:
        """Ask the centre for a sign of life; ``reached`` says what came of it."""
        if self.busy:
            return
        work = self._begin(self._reachable)
        work.returned.connect(self._looked)
        work.failed.connect(lambda _error: self._looked(False))
        work.start()

    def stop(self) -> None:
        """Stop after the batch that is under way; nothing is lost."""
        self._stop.set()

    def close(self) -> None:
        """Stop and wait for the thread to end."""
        self.stop()
        self._settle()

    def _begin(self, work: Callable[[], object]) -> _Work:
        self._work = _Work(self, work)
        return self._work

    def _settle(self) -> None:
        if self._work is not None:
            self._work.wait()
            self._work.deleteLater()
            self._work = None

    def _delivered(self, outcome: object) -> None:
        self._settle()
        self.delivering = False
        self.finished.emit(outcome)

    def _broken(self, error: object) -> None:
        self._settle()
        self.delivering = False
        self.failed.emit(error)

    def _looked(self, reached: object) -> None:
        self._settle()
        if self._asked:
            self.deliver()
        self.reached.emit(bool(reached))
