"""The bar below the form: save, save and go on; above it the summary as one line where room is short."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui.parts.button import Button


class Actions(QFrame):
    """The verbs of the form; ``summary`` asks for the column behind the line.

    ``extra`` is a quiet button at the left for what only this page can do.
    """

    save = Signal()
    save_next = Signal()
    summary = Signal()

    def __init__(self, extra: Button | None = None) -> None:
        super().__init__()
        self.setObjectName("actions")
        self.plain = Button(tr("Simpan"), key="Ctrl+S")
        self.onward = Button(tr("Simpan & berikutnya"), "primary", key="Ctrl+Return")
        self.line = Button("", "quiet", "info", font="small", size="small")
        self.line.clicked.connect(self.summary)
        self.line.hide()
        self.plain.clicked.connect(self.save)
        self.onward.clicked.connect(self.save_next)
        self._row = QHBoxLayout()
        if extra is not None:
            self._row.addWidget(extra)
        self._row.addStretch(1)
        self._row.addWidget(self.plain)
        self._row.addWidget(self.onward)
        holder = QWidget()
        holder.setFixedHeight(63)
        holder.setLayout(self._row)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(0)
        self._box.addWidget(self.line, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(holder)
        self.squeeze(28)

    def lock(self, locked: bool) -> None:
        """A withdrawn record is not saved."""
        for button in (self.plain, self.onward):
            button.setEnabled(not locked)

    def squeeze(self, padding: int) -> None:
        """Stand this far from the edges of the column."""
        short = padding < 28
        self._box.setContentsMargins(padding - 9 - 2 * short, 0, padding - 4 * short, 0)
        self._row.setSpacing(6 if short else 10)
