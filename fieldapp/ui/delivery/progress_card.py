"""The card that says what waits and, during a delivery, how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QWidget

from fieldapp.language import tr
from fieldapp.store.outbox import Summary
from fieldapp.sync.engine import Progress
from fieldapp.ui import phrases
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.text import Elided, label

_ROWS = ("connect", "send", "fetch")


class ProgressCard(Card):
    """Three states: nothing waits, something waits, a delivery is under way."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._now, self._started, self._expected = now, 0.0, 0
        self.sentence = label("", "title")
        self.figures = label("", role="second")
        head = QHBoxLayout()
        head.addWidget(self.sentence, 1)
        head.addWidget(self.figures)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Kemajuan kiriman"))
        self.body.addLayout(head)
        self.body.addWidget(self.bar)
        self.steps = QWidget()
        self._grid = QGridLayout(self.steps)
        self._grid.setContentsMargins(0, 6, 0, 0)
        self._grid.setVerticalSpacing(14)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnMinimumWidth(1, 210)
        self._grid.setColumnStretch(2, 1)
        self._marks: dict[str, tuple[Glyph, Elided]] = {}
        titles = (tr("Menghubungi pusat"), tr("Mengirim catatan"), tr("Mengambil kabar dari pusat"))
        for number, (row, title) in enumerate(zip(_ROWS, titles, strict=True)):
            self._add(number, row, title)
        self.remark = label("", role="second", wrap=True)
        self.body.addWidget(self.steps)
        self.body.addWidget(self.remark)

    def _add(self, number: int, row: str, title: str) -> None:
        mark, remark = Glyph("jam", "ink3", 18), Elided("", role="second")
        self._marks[row] = (mark, remark)
        self._grid.addWidget(mark, number, 0)
        self._grid.addWidget(label(title, weight=500), number, 1)
        self._grid.addWidget(remark, number, 2)

    def show_waiting(self, waiting: Summary, note: str) -> None:
        """Between deliveries: how much waits; ``note`` says when it goes, or why it did not."""
        self.bar.hide()
        self.steps.hide()
        if waiting.count:
            self.sentence.setText(tr("{n} catatan menunggu dikirim").format(n=waiting.count))
            self.figures.setText(tr("kiriman ini ±{size}").format(size=phrases.size(waiting.bytes)))
        else:
            self.sentence.setText(tr("Tidak ada yang menunggu"))
            self.figures.setText("")
        self.note(note)

    def note(self, sentence: str) -> None:
        """One sentence below the figures."""
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))

    def begin(self, waiting: Summary) -> None:
        """A delivery starts."""
        self._started, self._expected = self._now(), waiting.bytes
        self.note("")
        self.bar.show()
        self.steps.show()
        self.bar.setRange(0, 0)
        self.sentence.setText(tr("Menghubungi pusat"))
        self.figures.setText("")
        self._mark("connect", "naik", "teal", "")
        self._mark("send", "naik", "ink3", tr("sesudah tersambung"))
        self._mark("fetch", "unduh", "ink3", tr("sesudah catatan terkirim"))

    def advance(self, progress: Progress) -> None:
        """Show how far it is; the time left is guessed from the changes answered so far."""
        passed = self._now() - self._started
        sent, got = phrases.size(progress.sent_bytes), phrases.size(progress.received_bytes)
        if progress.sent_bytes:
            self._mark("connect", "ok", "nila", tr("terhubung"))
        if progress.total:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
            self.sentence.setText(
                tr("{done} dari {total} catatan sudah dijawab").format(done=progress.done, total=progress.total)
            )
            self.figures.setText(self._left(progress, passed))
        complete = progress.done >= progress.total
        self._mark("send", "ok" if complete else "naik", "nila" if complete else "teal", tr("{n} naik").format(n=sent))
        if complete:
            rows = tr("{n} catatan baru, {size} turun").format(n=progress.rows, size=got)
            self._mark("fetch", "unduh", "teal", rows)
        if progress.step == "pausing":
            self.sentence.setText(tr("Sambungan terputus, dicoba lagi sebentar lagi"))

    def _left(self, progress: Progress, passed: float) -> str:
        if not progress.done or progress.done >= progress.total:
            return phrases.size(progress.sent_bytes)
        left = passed / progress.done * (progress.total - progress.done)
        return tr("{size} · sisa kira-kira {time}").format(
            size=phrases.size(progress.sent_bytes), time=phrases.seconds(left)
        )

    def _mark(self, row: str, icon: str, token: str, remark: str) -> None:
        mark, words = self._marks[row]
        mark.draw(icon, token)
        words.setText(remark)
