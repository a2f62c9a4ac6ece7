"""Kirim: the page from which records travel to the centre."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.errors import FieldappError, OfflineError
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.store.outbox import Summary
from fieldapp.store.store import Store
from fieldapp.sync.engine import Outcome, Progress
from fieldapp.ui import theme
from fieldapp.ui.delivery.aside import Aside
from fieldapp.ui.delivery.progress_card import ProgressCard
from fieldapp.ui.delivery.results import Results
from fieldapp.ui.fold import Fold
from fieldapp.ui.page import Page
from fieldapp.ui.parts.banner import Banner
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Card, EmptyState
from fieldapp.ui.parts.text import label
from fieldapp.ui.runner import Runner

_MARGINS = {Fold.WIDE: 36, Fold.MEDIUM: 28, Fold.NARROW: 20, Fold.SINGLE: 16}
_ASIDE = {Fold.WIDE: 372, Fold.MEDIUM: 340, Fold.NARROW: 300, Fold.SINGLE: 0}


class DeliveryPage(Page):
    """What waits, the delivery under way, the result of each record; ``opened(kind, id)`` to repair one."""

    key = "delivery"
    icon = "kirim"
    opened = Signal(str, str)
    settled = Signal()

    def __init__(self, store: Store, runner: Runner, now: Callable[[], datetime]) -> None:
        super().__init__(tr("Kirim"))
        self._store, self._runner, self._now = store, runner, now
        self._note = ""
        self.progress = ProgressCard()
        self.results = Results()
        self.aside = Aside()
        self.failure = Banner("warn", "awas", "")
        self.send = Button(tr("Kirim ke pusat"), "primary", icon="kirim", key="F5")
        self.halt = Button(tr("Hentikan"), icon="stop", key="Esc")
        self.empty = EmptyState("centang", tr("Semua catatan laptop ini sudah dijawab pusat."))
        self._card = Card(padding=0)
        self._card.body.addWidget(self.results)
        for flat in (self.progress, self.empty, self.failure):
            flat.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out()
        self.send.clicked.connect(self._runner.deliver)
        self.halt.clicked.connect(self._stop)
        self.results.opened.connect(self._open)
        runner.started.connect(self._started)
        runner.progressed.connect(self._progressed)
        runner.finished.connect(self._finished)
        runner.failed.connect(self._failed)
        self.failure.hide()

    def fold(self, fold: Fold) -> None:
        margin = _MARGINS[fold]
        self._column.setContentsMargins(margin, 20, margin - 8, 20)
        self._side.setFixedWidth(theme.scaled(_ASIDE[fold]))
        self._side.setVisible(fold > Fold.SINGLE)
        self.results.setColumnHidden(1, fold <= Fold.NARROW)
        self.results.set_width(3, 290 if fold >= Fold.MEDIUM else 236)

    def refresh(self) -> None:
        waiting = self._store.outbox.waiting()
        summary = self._store.outbox.summary()
        busy = self._runner.delivering
        self.results.show_waiting(waiting, busy)
        if not busy:
            self.progress.show_waiting(summary, self._note or _when(summary))
        self.send.setVisible(not busy)
        self.halt.setVisible(busy)
        has_rows = self.results.rows.rowCount() > 0
        self._card.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        self.aside.show_proof(self._store.exchange.proof())
        self.aside.show_deliveries(self._store.exchange.deliveries(), self._now())
        self.set_count(summary.count)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label(tr("Kirim ke pusat"), "title"))
        titles.addWidget(label(tr("Anda bisa terus bekerja selama kiriman berjalan."), role="second"))
        head = QHBoxLayout()
        head.addLayout(titles, 1)
        head.addWidget(self.send)
        head.addWidget(self.halt)
        left = QWidget()
        self._column = QVBoxLayout(left)
        self._column.setSpacing(14)
        self._column.addLayout(head)
        self._column.addWidget(self.failure)
        self._column.addWidget(self.progress)
        self._column.addWidget(self._card, 1)
        self._column.addWidget(self.empty)
        self._column.addStretch(0)
        self._side = QScrollArea()
        self._side.setWidgetResizable(True)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setWidget(self.aside)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.send)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left, 1)
        whole.addWidget(self._side)

    def _open(self, key: str) -> None:
        kind, _, record = key.partition(":")
        self.opened.emit(kind, record)

    def _stop(self) -> None:
        self._runner.stop()
        self.halt.setEnabled(False)
        self.halt.set_words(tr("Berhenti sesudah bagian ini"))

    def _started(self) -> None:
        self._note = ""
        self.failure.hide()
        self.halt.setEnabled(True)
        self.halt.set_words(tr("Hentikan"))
        self.progress.begin(self._store.outbox.summary())
        self.refresh()

    def _progressed(self, progress: Progress) -> None:
        self.progress.advance(progress)
        if progress.step == "settled":
            waiting = self._store.outbox.waiting()
            self.results.add(progress.results, waiting, sending=True)
            self.settled.emit()

    def _finished(self, outcome: Outcome) -> None:
        self._note = tr("Kiriman dihentikan. Sisanya tetap aman di laptop ini.") if outcome.stopped else ""
        self._warn_of_clock(outcome)
        self.refresh()
        self.settled.emit()

    def _failed(self, error: FieldappError) -> None:
        stopped = tr("Kiriman dihentikan. Sisanya tetap aman di laptop ini.")
        self._note = "" if isinstance(error, OfflineError) else stopped
        self.failure.say("warn", "awas", sentence(error.code))
        self.failure.show()
        self.refresh()
        self.settled.emit()

    def _warn_of_clock(self, outcome: Outcome) -> None:
        minutes = round(abs(outcome.clock_ahead.total_seconds()) / 60)
        if minutes >= 5:
            self.failure.say("warn", "jam", sentence("clock.off", minutes=minutes))
            self.failure.show()


def _when(waiting: Summary) -> str:
    if waiting.count:
        return tr("Berangkat sendiri begitu ada sambungan.")
    return tr("Kabar baru dari pusat diambil sendiri begitu ada sambungan.")
