"""The middle column as one sees it: head, form with what stands on top of it, bars below, and the summary beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from fieldapp.domain.problem import Problem
from fieldapp.language import tr
from fieldapp.store.query import Line
from fieldapp.ui.form import Said
from fieldapp.ui.parts.banner import Banner
from fieldapp.ui.parts.card import Ask
from fieldapp.ui.parts.undo import UndoBar
from fieldapp.ui.signup import findings
from fieldapp.ui.signup.actions import Actions
from fieldapp.ui.signup.desk import Desk
from fieldapp.ui.signup.form import SignupForm
from fieldapp.ui.signup.head import Head
from fieldapp.ui.signup.history import History
from fieldapp.ui.signup.repair import Repair
from fieldapp.ui.signup.summary import Summary


class Sheet(QWidget):
    """A form with all that belongs to it; ``doubted`` when a tick in the summary is asked for."""

    doubted = Signal()

    def __init__(self, desk: Desk, who: Callable[[Line], str]) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        around = desk.around
        self._today = around.today
        self._record: UUID | None = None
        self._place = ""
        self.head, self.form, self.verbs = Head(), SignupForm(around), Actions()
        self.summary = Summary(desk.records, around, who)
        self.history = History(around.regions, desk.names, around.now)
        self.repair = Repair(around.regions, desk.names, around.now)
        self.failure = Banner("error", "salah", "")
        self.ask, self.undo = Ask(tr("Tarik")), UndoBar()
        self._lay_out()
        self.summary.wanted.connect(self.form.form.focus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def show_values(self, values: Mapping[str, Any], record: UUID) -> None:
        """Show a form; a withdrawn one can only be read."""
        locked = bool(values.get("withdrawn"))
        self._record = record
        self.summary.begin(values.get("confirmed", ()))
        self.form.fill(values)
        self.form.form.lock(locked)
        self.verbs.lock(locked)
        for part in (self.history, self.ask, self.failure):
            part.hide()
        self.repair.tell(None, {})
        self.follow()

    def follow(self, settled: bool = False) -> None:
        """Let the summary say what follows from the form now; what is being typed is not doubted until ``settled``."""
        values = self.form.values()
        self._place = self.form.form.here()
        self.summary.follow(values, self._record, "" if settled else self._place)
        self.form.match.setVisible(findings.matches(values, self._today()))
        self.verbs.line.set_words(self.summary.one_line())

    def unanswered(self) -> list[Said]:
        """Conflicts and warnings that wait for the person."""
        undecided = [] if self.repair.decided() else [(tr("Pilih mana yang benar"), self.repair.first())]
        return [*undecided, *self.summary.open_warnings()]

    def refuse(self, wrong: Sequence[Problem]) -> None:
        """Say all that stops saving."""
        asked = self.unanswered()
        if asked and not wrong:
            self.doubted.emit()
        self.form.show_problems(wrong, asked)

    def fail(self, said: str) -> None:
        """Say that it could not be kept, and why; what was typed stays."""
        self.failure.say("error", "salah", said)
        self.failure.show()
        self.form.area.verticalScrollBar().setValue(0)

    def quote(self) -> str:
        """The contribution in one line, to be read aloud."""
        block = self.summary.quote
        return tr("{amount} per bulan").format(amount=block.amount.text()) if block.known else tr("belum dihitung")

    def squeeze(self, padding: int) -> None:
        """Stand this far from the edges of the column."""
        self.head.squeeze(padding)
        self.form.squeeze(padding)
        self.verbs.squeeze(padding)
        self._between.setContentsMargins(padding, 0, padding, 8)

    def _moved(self) -> None:
        if self.isVisible() and self.form.form.here() != self._place:
            self.follow()

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
