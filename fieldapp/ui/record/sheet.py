"""The middle column as one sees it: head, notes, form, question, undo bar, verbs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.domain.problem import Problem
from fieldapp.language import tr
from fieldapp.ui.form import Said
from fieldapp.ui.parts.banner import Banner
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Ask
from fieldapp.ui.parts.undo import UndoBar
from fieldapp.ui.record.actions import Actions
from fieldapp.ui.record.desk import Desk
from fieldapp.ui.record.head import Head
from fieldapp.ui.record.history import History
from fieldapp.ui.record.repair import Repair
from fieldapp.ui.record.sections import SectionedForm
from fieldapp.ui.record.summary import Summary
from fieldapp.ui.record.wording import Wording


class Sheet(QWidget):
    """The parts of the column and where they stand; ``refuse`` and ``fail`` say what stops a save."""

    def __init__(
        self, desk: Desk, wording: Wording, form: SectionedForm, summary: Summary, extra: Button | None
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head, self.form, self.summary, self.verbs = Head(), form, summary, Actions(extra)
        self.history = History(desk.around, desk.names, wording)
        self.repair = Repair(desk.around, desk.names, wording)
        self.failure = Banner("error", "salah", "")
        self.ask, self.undo = Ask(tr("Tarik")), UndoBar()
        self._lay_out()

    def squeeze(self, padding: int) -> None:
        """Stand this far from the edges of the column."""
        self.head.squeeze(padding)
        self.form.squeeze(padding)
        self.verbs.squeeze(28 if padding == 28 else 20)
        self._between.setContentsMargins(padding, 0, padding, 8)

    def put_away(self) -> None:
        """Close what belongs to one record only."""
        for part in (self.history, self.ask, self.failure, self.repair):
            part.hide()
        self.repair.tell(None, {})

    def unanswered(self) -> list[Said]:
        """What waits for a choice or a tick before the record can be saved."""
        undecided = [] if self.repair.decided() else [(tr("Pilih mana yang benar"), self.repair.first())]
        return [*undecided, *self.summary.open_warnings()]

    def refuse(self, wrong: Sequence[Problem]) -> None:
        """Say all that stops a save."""
        self.form.show_problems(wrong, self.unanswered())

    def fail(self, said: str) -> None:
        """Say that the laptop could not keep it."""
        self.failure.say("error", "salah", said)
        self.failure.show()
        self.form.area.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        for part in (self.failure, self.repair, self.history):
            part.hide()
            self.form.notes.addWidget(part)
        self._between = QVBoxLayout()
        self._between.setSpacing(8)
        self._between.addWidget(self.ask)
        self._between.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.form, 1)
        column.addLayout(self._between)
        column.addWidget(self.verbs)
        self.squeeze(28)
