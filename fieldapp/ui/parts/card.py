"""Boxes that hold things: a card, a block of the summary column, an empty place, a question asked in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.line import LineEdit
from fieldapp.ui.parts.text import label


class Card(QFrame):
    """A white box with round corners: ``card = Card("Target Agustus", "sisa 19 hari"); card.body.addWidget(...)``.

    ``padding=0`` leaves one pixel only, for a table or list that keeps the corners round.
    """

    def __init__(self, title: str = "", aside: str = "", padding: int = 20, spacing: int = 8) -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setSpacing(spacing)
        edge = max(1, padding)
        self.body.setContentsMargins(edge, max(1, padding - 6), edge, edge)
        self.title = label(title, "section")
        self.aside = label(aside, "small", "second")
        if title:
            row = QHBoxLayout()
            row.addWidget(self.title)
            row.addStretch(1)
            row.addWidget(self.aside)
            self.body.addLayout(row)


class Block(QWidget):
    """A block of the summary column: ``block = Block("dompet", "Iuran"); block.body.addWidget(...)``."""

    def __init__(self, icon: str, title: str) -> None:
        super().__init__()
        self.glyph = Glyph(icon, "ink", 19)
        self.title = label(title, weight=600)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(self.glyph)
        head.addWidget(self.title, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(5)
        self.body.addLayout(head)


class EmptyState(QFrame):
    """In the place of rows: ``EmptyState("kunjungan", "Belum ada kunjungan.", Button("Catat kunjungan"))``."""

    def __init__(self, icon: str, sentence: str, button: Button | None = None) -> None:
        super().__init__()
        self.setObjectName("card")
        self.sentence = label(sentence, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 9, 10, 9)
        row.setSpacing(14)
        row.addWidget(Glyph(icon, "ink3", 28))
        row.addWidget(self.sentence, 1)
        if button:
            row.addWidget(button)
        self.setAccessibleName(sentence)


class Ask(QFrame):
    """A question in place, for what needs a reason: ``ask.ask("Tarik pendaftaran Rukmini?")``.

    ``answered(reason)`` comes with what was typed (never blank); Esc or Batal takes the question back.
    """

    answered = Signal(str)
    refused = Signal()

    def __init__(self, verb: str, placeholder: str = "", withdraw: bool = True) -> None:
        super().__init__()
        self.setObjectName("card")
        self.question = label("", weight=600)
        self.reason = LineEdit(placeholder=placeholder or tr("Tulis alasan satu kalimat"))
        self.reason.setAccessibleName(tr("Alasan"))
        self.verb = Button(verb, "withdraw" if withdraw else "secondary", size="small")
        self.cancel = Button(tr("Batal"), "quiet", size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(12)
        for widget, stretch in ((self.question, 0), (self.reason, 1), (self.cancel, 0), (self.verb, 0)):
            row.addWidget(widget, stretch)
        self.reason.textChanged.connect(lambda text: self.verb.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self._answer)
        self.verb.clicked.connect(self._answer)
        self.cancel.clicked.connect(self._refuse)
        self.hide()

    def ask(self, question: str) -> None:
        """Open with this question; the cursor goes into the reason."""
        self.question.setText(question)
        self.reason.clear()
        self.verb.setEnabled(False)
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._refuse()
        else:
            super().keyPressEvent(event)

    def _answer(self) -> None:
        if reason := self.reason.text().strip():
            self.hide()
            self.answered.emit(reason)

    def _refuse(self) -> None:
        self.hide()
        self.refused.emit()
