"""The head of the form: whose record it is, where it is, since when it is safe."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui import theme
from fieldapp.ui.parts.badge import Badge
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.text import Elided


class Head(QWidget):
    """Title, state and one line below: ``head.say("Ade Suherman", "queued", "Tersimpan 09.20", saved=True)``.

    ``listed`` asks for the list in a narrow window, ``history`` and ``withdraw`` for these of a saved record.
    """

    listed = Signal()
    history = Signal()
    withdraw = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Elided("", "title")
        self.below = Elided("", "small", "second")
        self.badge = Badge("draft")
        self.back = Button(tr("Daftar"), "quiet", "kiri", size="small")
        self.past = Button(tr("Riwayat"), "link", font="small")
        self.remove = Button(tr("Tarik"), "link", font="small")
        self.back.clicked.connect(self.listed)
        self.past.clicked.connect(self.history)
        self.remove.clicked.connect(self.withdraw)
        self.setFixedHeight(theme.scaled(64))
        self._lay_out()
        self.narrow(False)

    def say(self, title: str, state: str, below: str, saved: bool, withdrawn: bool = False) -> None:
        """Show this record; ``saved`` records have a history and can be withdrawn."""
        self.title.setText(title)
        self.badge.set_state(state)
        self.badge.setVisible(not withdrawn)
        self.note(below)
        self.past.setVisible(saved)
        self.remove.setVisible(saved and not withdrawn)

    def note(self, below: str) -> None:
        """Change the line below the title."""
        self.below.setText(below)

    def narrow(self, narrow: bool) -> None:
        """Show the way back to the list."""
        self.back.setVisible(narrow)

    def squeeze(self, padding: int) -> None:
        """Stand this far from the edges of the column."""
        self._row.setContentsMargins(padding, 10, padding, 0)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title, 1)
        first.addWidget(self.badge)
        second.setSpacing(16)
        second.addWidget(self.below, 1)
        second.addWidget(self.past)
        second.addWidget(self.remove)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        words.addLayout(second)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._row.addWidget(self.back)
        self._row.addLayout(words, 1)
        self.squeeze(28)
