"""The undo bar: what was done at once can be undone for 30 seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from fieldapp.language import tr
from fieldapp.ui import theme
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.button import Button, cap_size, paint_cap
from fieldapp.ui.parts.text import Elided, label

SECONDS = 30


class Cap(QWidget):
    """A key cap standing by itself: ``Cap("Ctrl Z", "ground")``."""

    def __init__(self, words: str, token: str = "ink") -> None:
        super().__init__()
        self._words, self._token = words, token
        self.setFixedSize(cap_size(words))

    def paintEvent(self, _event: object) -> None:
        paint_cap(QPainter(self), QRect(0, 0, self.width(), self.height()), self._words, theme.colour(self._token))


class UndoBar(QFrame):
    """Hidden until ``bar.offer("Pendaftaran Rukmini ditarik", undo)``; Ctrl+Z or Urungkan calls ``undo`` once.

    A new offer replaces the old one. ``closed`` comes when the offer ends, undone or not.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("undo")
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._undo: Callable[[], object] | None = None
        self._left = 0
        self._sentence = Elided("", "label", weight=400)
        self._seconds = label("", "label", weight=400, tabular=True)
        self.button = Button(tr("Urungkan"), "undo", font="label")
        self.button.clicked.connect(self.undo)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._second)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo)
        self._lay_out()
        self.hide()

    def offer(self, done: str, undo: Callable[[], object]) -> None:
        """Say what was done and offer to undo it."""
        self._undo, self._left = undo, SECONDS
        self._sentence.setText(done)
        self.setAccessibleName(done)
        self._show_seconds()
        self._tick.start()
        self.show()

    def undo(self) -> None:
        """Undo what is on offer."""
        undo, self._undo = self._undo, None
        self.close_offer()
        if undo:
            undo()

    def close_offer(self) -> None:
        """Take the offer back."""
        self._undo = None
        self._tick.stop()
        self.hide()
        self.closed.emit()

    def _second(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.close_offer()
        self._show_seconds()

    def _show_seconds(self) -> None:
        self._seconds.setText(tr("{seconds} dtk").format(seconds=self._left))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(Glyph("centang", "ground", 18))
        row.addWidget(self._sentence, 1)
        row.addWidget(Cap("Ctrl Z", "ground"))
        row.addWidget(self.button)
        row.addWidget(self._seconds)
