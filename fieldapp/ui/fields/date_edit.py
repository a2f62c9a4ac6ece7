"""A box for a date that asks for the year where two are possible."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDynamicPropertyChangeEvent, QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.domain import dates
from fieldapp.domain.problem import Flaw
from fieldapp.language import tr
from fieldapp.ui import theme
from fieldapp.ui.parts.line import LineEdit
from fieldapp.ui.parts.segment import Segment
from fieldapp.ui.parts.text import label

Reader = Callable[[object, date], date]
"""``dates.birth`` or ``dates.recent``."""


class DateEdit(QWidget):
    """A date: takes 170885, 17-8-85, 17 agt 1985; shows 17 Agustus 1985 once the cursor leaves.

    ``DateEdit(dates.birth, today)``. ``value`` is the date, or the text where it is none or its year is still to be
    chosen; that question stands below the box and is one more tab stop.
    """

    edited = Signal()

    def __init__(self, read: Reader, today: Callable[[], date]) -> None:
        super().__init__()
        self._reader, self._today = read, today
        self.line = LineEdit()
        self.which = label(tr("Tahun yang mana?"), "label")
        self.years = Segment([])
        self.years.setAccessibleName(self.which.text())
        self.setFocusProxy(self.line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for widget in (self.line, self.which, self.years):
            box.addWidget(widget)
        self._ask(())
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._left)
        self.years.chosen.connect(self._chosen)

    @property
    def value(self) -> date | str:
        """The date, or what was typed."""
        text = self.line.text().strip()
        try:
            return self._reader(text, self._today()) if text else ""
        except Flaw:
            return text

    @value.setter
    def value(self, value: object) -> None:
        self.line.setText(dates.shown(value) if isinstance(value, date) else str(value or ""))
        if isinstance(value, str) and isinstance(read := self.value, date):
            self.line.setText(dates.shown(read))
        self.line.setCursorPosition(0)
        self._ask(self._years())

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.line.setAccessibleDescription(text)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QDynamicPropertyChangeEvent) and event.propertyName().data() == b"state":
            theme.restyle(self.line, "state", self.property("state"))
        return super().event(event)

    def _years(self) -> tuple[int, ...]:
        try:
            self._reader(self.line.text().strip(), self._today())
        except Flaw as flaw:
            detail = flaw.problem.detail
            return tuple(int(detail[name]) for name in ("first", "second") if name in detail)
        return ()

    def _left(self) -> None:
        if isinstance(self.value, date):
            self.value = self.value
            return
        self._ask(self._years())
        if self.years.isVisible() and not self.line.hasFocus():
            self.years.setFocus(Qt.FocusReason.TabFocusReason)

    def _typed(self) -> None:
        self._ask(())
        self.edited.emit()

    def _chosen(self, year: object) -> None:
        written = "|".join(map(str, self._asked))
        self.line.setText(re.sub(rf"({written}|\d\d)$", str(year), self.line.text().strip()))
        if isinstance(read := self.value, date):
            self.line.setText(dates.shown(read))
        self.edited.emit()

    def _ask(self, years: tuple[int, ...]) -> None:
        self._asked = years
        self.years.set_options([(year, str(year)) for year in years])
        for widget in (self.which, self.years):
            widget.setVisible(bool(years))
