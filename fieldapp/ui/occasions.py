"""When to deliver without being asked: as soon as there is a connection, and never in anybody's way."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp.errors import BusyError, FieldappError, SignInNeededError, UpdateNeededError
from fieldapp.sync.engine import Outcome
from fieldapp.ui.runner import Runner

LOOK_EVERY = 30
"""Seconds between two looks for a connection."""
LONGEST_PAUSE = 900
"""Seconds after which a failed delivery is tried again at the latest."""


class Occasions(QObject):
    """Looks for the centre every half minute; delivers when something waits or the centre expects us.

    After a failure the pause doubles, with full jitter (Brooker, "Exponential backoff and jitter", 2015), so that
    the laptops of a country do not come back together. A refused token or an old app waits for the person.
    """

    connected = Signal(bool)

    def __init__(self, runner: Runner, waiting: Callable[[], int]) -> None:
        super().__init__()
        self._runner, self._waiting = runner, waiting
        self._failures = 0
        self._pause = 0.0
        self._held = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY * 1000)
        self._timer.timeout.connect(self.look)
        runner.reached.connect(self._reached)
        runner.finished.connect(self._finished)
        runner.failed.connect(self._failed)

    def begin(self) -> None:
        """Look now, and from time to time."""
        self._timer.start()
        self.look()

    def end(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Take one look, unless a delivery is under way."""
        self._pause = max(0.0, self._pause - LOOK_EVERY)
        self._runner.look()

    def _reached(self, reached: bool) -> None:
        self.connected.emit(reached)
        due = self._pause <= 0 or (self._failures == 0 and self._waiting() > 0)
        if reached and due and not self._held:
            self._runner.deliver()

    def _finished(self, outcome: Outcome) -> None:
        self.connected.emit(True)
        self._failures, self._held = 0, False
        self._pause = float(outcome.next_after or LONGEST_PAUSE)

    def _failed(self, error: FieldappError) -> None:
        self.connected.emit(isinstance(error, BusyError | SignInNeededError | UpdateNeededError))
        self._held = isinstance(error, SignInNeededError | UpdateNeededError)
        self._failures += 1
        longest = min(LONGEST_PAUSE, LOOK_EVERY * 2**self._failures)
        least = error.retry_after if isinstance(error, BusyError) else 0.0
        self._pause = least + random.uniform(0, longest)
