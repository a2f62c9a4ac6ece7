"""The bar below the form: read back, save, save and go on; above it the summary as one line where room is short."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui.parts.button import Button


class Actions(QFrame):
    """The verbs of the form."""

    save = Signal()
    save_next = Signal()
    read_back = Signal()
    summary = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("actions")
        self.aloud = Button(tr("Baca ulang"), "quiet", "mata")
        self.plain = Button(tr("Simpan"), key="Ctrl+S")
        self.onward = Button(tr("Simpan & berikutnya"), "primary", key="Ctrl+Return")
        self.line = Button("", "quiet", "info", font="small", size="small")
        self.line.clicked.connect(self.summary)
        self.line.hide()
        for button, signal in ((self.aloud, self.read_back), (self.plain, self.save), (self.onward, self.save_next)):
            button.clicked.connect(signal)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.aloud)
        self._row.addStretch(1)
        self._row.addWidget(self.plain)
        self._row.addWidget(self.onward)
        holder = QWidget()
        holder.setFixedHeight(63)
        holder.setLayout(self._row)
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
