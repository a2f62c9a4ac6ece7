"""Work that would hold up the window, done beside it, its end told in the window's own thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from fieldapp.errors import FieldappError

T = TypeVar("T")
_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="beside")


class Background(QObject):
    """``Background(self).run(work, done, failed)``; an unexpected error surfaces in the window's thread.

    Nothing is told any more once the owner is gone; ``busy`` says whether something runs.
    """

    _ended = Signal(object)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.busy = False
        self._ended.connect(self._tell)

    def run(
        self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[FieldappError], object]
    ) -> None:
        """Do the work; then call one of the two."""
        self.busy = True
        _POOL.submit(work).add_done_callback(lambda future: self._hand_over(future, done, failed))

    def _hand_over(self, future: Future[Any], done: Callable[..., object], failed: Callable[..., object]) -> None:
        try:
            self._ended.emit((future, done, failed))
        except RuntimeError:  # the owner is gone: nobody waits for this any more
            return

    def _tell(self, ended: tuple[Future[Any], Callable[..., object], Callable[..., object]]) -> None:
        future, done, failed = ended
        self.busy = False
        try:
            result = future.result()
        except FieldappError as error:
            failed(error)
        else:
            done(result)
