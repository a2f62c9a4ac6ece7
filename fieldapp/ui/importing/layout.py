"""The parts of the page and where they stand, step by step and fold by fold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.domain.region import Regions
from fieldapp.register import Preview, Report
from fieldapp.ui import theme
from fieldapp.ui.fold import Fold
from fieldapp.ui.importing.actions import Actions
from fieldapp.ui.importing.after import After
from fieldapp.ui.importing.choose import Choose
from fieldapp.ui.importing.columns import ColumnsView
from fieldapp.ui.importing.declaration import Declaration
from fieldapp.ui.importing.head import ASIDE, COLUMNS, ROWS, Head
from fieldapp.ui.importing.rows import RowsView
from fieldapp.ui.importing.tally import Tally
from fieldapp.ui.importing.verdicts import Counts, counts
from fieldapp.ui.parts.banner import Banner
from fieldapp.ui.parts.text import upright

_MARGINS = {Fold.WIDE: 36, Fold.MEDIUM: 28, Fold.NARROW: 20, Fold.SINGLE: 16}
_ASIDE = {Fold.WIDE: 372, Fold.MEDIUM: 340, Fold.NARROW: 320}
_ANY_WIDTH = 16777215


class Layout:
    """Three steps: ``ask_for_file`` (or ``wait_for`` one), ``show_preview``, ``show_report``."""

    def __init__(self, page: QWidget, regions: Regions, areas: Sequence[str], today: Callable[[], date]) -> None:
        self.head, self.news_bar = Head(), Banner("info", "ok", "")
        self.choose, self.tally = Choose(), Tally()
        self.rows, self.columns = RowsView(), ColumnsView()
        self.declaration, self.after = Declaration(regions, areas, today), After()
        self.actions = Actions()
        self.saving = False
        self._page = page
        self._counts = Counts()
        self._lay_out(page)
        self.head.views.chosen.connect(lambda _view: self._show_view())
        self.news_bar.hide()

    def _lay_out(self, page: QWidget) -> None:
        self._single = False
        self.views = QStackedWidget()
        self.views.addWidget(self.rows)
        self.views.addWidget(self.columns)
        self._work = QWidget()
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(12)
        work.addWidget(self.tally)
        work.addWidget(self.views, 1)
        self._steps = QStackedWidget()
        self._steps.addWidget(self.choose)
        self._steps.addWidget(self._work)
        upper = QWidget()
        self._column = QVBoxLayout(upper)
        self._column.setSpacing(14)
        for widget in (self.head, self.news_bar):
            self._column.addWidget(widget)
        self._column.addWidget(self._steps, 1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(upper, 1)
        left.addWidget(self.actions)
        self.side, self._line = self._aside(), upright()
        self._whole = QHBoxLayout(page)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(left, 1)
        self._whole.addWidget(self._line)
        self._whole.addWidget(self.side)

    def _aside(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.declaration)
        column.addWidget(self.after)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setWidget(inside)
        return side

    def ask_for_file(self, failure: str = "") -> None:
        """Nothing is chosen; ``failure`` says why the last file was of no use."""
        self._step(self.choose)
        self.head.ask_for_file()
        self.choose.say_reading("")
        self.choose.say_failure(failure)
        self._page.setFocusProxy(self.choose.pick)
        self.choose.pick.setFocus(Qt.FocusReason.OtherFocusReason)

    def wait_for(self, name: str) -> None:
        """This file is being read."""
        self._step(self.choose)
        self.head.ask_for_file()
        self.choose.say_reading(name)
        self.choose.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, shown: Preview) -> None:
        """What would become of every line."""
        first = self._steps.currentWidget() is self.choose or not self.after.isHidden()
        self._show(shown)
        self.declaration.show_preview(shown, self._counts["look"])
        if first:
            self.head.views.value = ROWS
            self.rows.begin()
            self._step(self._work)
            self._page.setFocusProxy(self.rows.table)
            self.declaration.form.focus("consent_how")

    def offer(self, lacking: str) -> None:
        """Let it be taken, or say what is missing."""
        self._save(False)
        self.actions.show_counts(self._counts, False, self.declaration.warnings.isChecked(), lacking)

    def recount(self, words: str) -> None:
        """The lines are judged again."""
        self.actions.work(words)

    def save(self, words: str) -> None:
        """The records are being kept: nothing can be changed."""
        self._save(True)
        self.news_bar.hide()
        self.actions.work(words)

    def show_report(self, report: Report) -> None:
        """What was taken, and what was not."""
        self._save(False)
        self._show(report)
        self.rows.begin()
        self.after.show_counts(self._counts)
        self.declaration.hide()
        self.after.show()
        self.columns.lock(True)
        self.actions.show_counts(self._counts, done=True)
        self.actions.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def news(self, state: str, icon: str, words: str) -> None:
        """One sentence on top of the page."""
        self.news_bar.say(state, icon, escape(words))
        self.news_bar.show()

    def fold(self, fold: Fold) -> None:
        """Arrange for the width at hand; in one column the declaration is a view of its own."""
        narrow, single = fold <= Fold.NARROW, fold == Fold.SINGLE
        margin = _MARGINS[fold]
        self._column.setContentsMargins(margin, 20, margin, 16)
        self.actions.fold(margin, narrow)
        self.rows.narrow(narrow)
        self.columns.narrow(narrow)
        self.head.fold(narrow, single)
        self._single = single
        if single:
            self.side.setMaximumWidth(_ANY_WIDTH)
            self.side.setMinimumWidth(0)
            self.views.addWidget(self.side)
        else:
            self.views.removeWidget(self.side)
            self._whole.addWidget(self.side)
            self.side.setFixedWidth(theme.scaled(_ASIDE[fold]))
        for part in (self.declaration, self.after):
            part.squeeze(16 if narrow else 24)
        self._show_view()

    def _show(self, shown: Preview) -> None:
        self._counts = counts(shown)
        self.head.show_preview(shown)
        self.tally.show_counts(self._counts)
        self.rows.show_preview(shown, self._counts)
        self.columns.show_preview(shown)

    def _step(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        self._save(False)
        self.news_bar.hide()
        self.columns.lock(False)
        self.after.hide()
        self.declaration.show()
        self.actions.setVisible(step is self._work)
        self._show_view()

    def _save(self, saving: bool) -> None:
        self.saving = saving
        self.tally.work(saving)
        self.declaration.lock(saving)
        for widget in (self.head.back, self.head.other, self.head.sheet, self.columns.change):
            widget.setEnabled(not saving)

    def _show_view(self) -> None:
        working = self._steps.currentWidget() is self._work
        self._line.setVisible(working and not self._single)
        if not self._single:
            self.side.setVisible(working)
        shown = {ROWS: self.rows, COLUMNS: self.columns, ASIDE: self.side}[str(self.head.views.value)]
        self.views.setCurrentWidget(shown)
