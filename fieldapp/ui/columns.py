"""List, form and summary side by side, and how they fold."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.fold import Fold
from fieldapp.ui.parts.text import upright

_WIDTHS = {Fold.WIDE: (316, 360), Fold.MEDIUM: (284, 328), Fold.NARROW: (316, 320), Fold.SINGLE: (316, 320)}


class Columns(QWidget):
    """Three columns: ``Columns(list, form, summary)``; ``fold(fold)``, ``show_list(True)``, ``show_summary(True)``.

    Below 1100 pixels the list stands behind a button; below 900 the summary lies over the form's right side when it
    is asked for, ``bar`` pixels above the ground. ``arranged`` comes when something appeared or went.
    """

    arranged = Signal()

    def __init__(self, first: QWidget, form: QWidget, summary: QWidget, bar: int = 64) -> None:
        super().__init__()
        self._list, self._form, self._summary, self._bar = first, form, summary, bar
        self._fold, self.listed, self.aside = Fold.WIDE, False, False
        self._rules = upright(), upright()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for part in (first, self._rules[0], form, self._rules[1], summary):
            self._row.addWidget(part, 1 if part is form else 0)

    def fold(self, fold: Fold) -> None:
        """Arrange for the width at hand."""
        self._fold = fold
        for part, width in zip((self._list, self._summary), _WIDTHS[fold], strict=True):
            part.setFixedWidth(theme.scaled(width))
        self._arrange()

    def show_list(self, listed: bool) -> None:
        """In a narrow window: show the list instead of the summary, or the summary again."""
        self.listed = listed and self._fold <= Fold.NARROW
        self._arrange()

    def show_summary(self, shown: bool) -> None:
        """In a single column: lay the summary over the form, or take it away."""
        self.aside = shown and self._fold == Fold.SINGLE
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._float()

    def _arrange(self) -> None:
        single, roomy = self._fold == Fold.SINGLE, self._fold >= Fold.MEDIUM
        listed = roomy or self.listed
        self._list.setVisible(listed)
        self._rules[0].setVisible(listed)
        self._form.setVisible(not (single and self.listed))
        self._summary.setVisible(self.aside if single else roomy or not self.listed)
        self._rules[1].setVisible(self._summary.isVisibleTo(self))
        self._float()
        self.arranged.emit()

    def _float(self) -> None:
        if self._fold != Fold.SINGLE:
            if self._row.indexOf(self._summary) < 0:
                self._row.addWidget(self._rules[1])
                self._row.addWidget(self._summary)
            return
        for part in (self._rules[1], self._summary):
            self._row.removeWidget(part)
        width = self._summary.width()
        height = max(100, self.height() - self._bar)
        self._rules[1].setGeometry(self.width() - width - 1, 0, 1, height)
        self._summary.setGeometry(self.width() - width, 0, width, height)
        for part in (self._rules[1], self._summary):
            part.raise_()
