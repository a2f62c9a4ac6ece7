"""The strip at the bottom: what is safe, what has not been delivered, and whether there is a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from fieldapp.language import tr
from fieldapp.ui.fold import Fold
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.text import Elided, label
from fieldapp.ui.when import age, ago, moment

LOW_DISK = 500_000_000


@dataclass(frozen=True)
class StripState:
    """What the strip says; times are aware, ``free`` is in bytes, ``sending`` is a sentence while a delivery runs."""

    now: datetime
    connection: Literal["offline", "internet", "centre"] = "offline"
    waiting: int = 0
    oldest: datetime | None = None
    last_delivery: datetime | None = None
    last_backup: datetime | None = None
    free: int | None = None
    sending: str = ""


class Cell(QWidget):
    """An icon of 16 and some words, with a line after them."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.glyph = Glyph(icon, "ink2", 16)
        self.strong = label("", "small", weight=600)
        self.words = label("", "small", "second")
        self.line = QFrame()
        self.line.setObjectName("upright")
        self.line.setFixedHeight(18)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.glyph, self.strong, self.words):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.line)

    def say(self, words: str, strong: str = "", icon: str = "", token: str = "ink2") -> None:
        """Say these words; none hide the cell."""
        self.words.setText(words)
        self.strong.setText(strong)
        self.strong.setVisible(bool(strong))
        self.words.setVisible(bool(words))
        self.setVisible(bool(words or strong))
        if icon:
            self.glyph.draw(icon, token)


class Strip(QFrame):
    """The strip: ``strip.show_state(StripState(now, …))``; ``closing`` is the sentence at its right."""

    def __init__(self, closing: str = "") -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setFixedHeight(36)
        self._closing = closing
        self.connection, self.waiting, self.delivery = Cell("wifi0"), Cell("laptop"), Cell("centang2")
        self.backup, self.disk = Cell("cadangan"), Cell("awas")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 0, 20, 0)
        self._row.setSpacing(14)
        for cell in self.cells():
            self._row.addWidget(cell)
            cell.hide()
        self._row.addStretch(1)
        self._end = Elided(closing, "small", "second", whole_only=True)
        self._end.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._end, 100)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def cells(self) -> tuple[Cell, ...]:
        """The cells from left to right."""
        return self.connection, self.waiting, self.delivery, self.backup, self.disk

    def show_state(self, state: StripState) -> None:
        """Say this state."""
        icon, sentence = {
            "offline": ("wifi0", tr("Tidak ada internet")),
            "internet": ("wifi", tr("Ada internet")),
            "centre": ("wifi", tr("Terhubung ke pusat")),
        }[state.connection]
        self.connection.say(sentence, icon=icon)
        self._say_waiting(state)
        if state.sending:
            self.delivery.say(state.sending, icon="naik", token="teal")
        elif state.last_delivery:
            words = tr("Kiriman terakhir {moment}").format(moment=moment(state.last_delivery, state.now))
            self.delivery.say(words, icon="centang2")
        else:
            self.delivery.say(tr("Belum pernah mengirim"), icon="naik")
        self._say_safety(state)
        calm = tr("Anda bisa terus bekerja. Data aman di laptop ini.")
        self._end.setText(self._closing or calm)
        self.setAccessibleName(". ".join(self.sentences()))

    def sentences(self) -> tuple[str, ...]:
        """What the strip says, cell by cell."""
        said = ((cell.strong.text(), cell.words.text()) for cell in self.cells() if not cell.isHidden())
        return tuple(" ".join(filter(None, pair)) for pair in said)

    def fold(self, fold: Fold) -> None:
        """Leave out the closing sentence where it does not fit, and the backup in the narrowest."""
        self._end.setVisible(fold > Fold.NARROW)
        self._row.setSpacing(14 if fold > Fold.SINGLE else 8)
        self.backup.setHidden(fold == Fold.SINGLE)
        seen = [cell for cell in self.cells() if not cell.isHidden()]
        for cell in seen:
            cell.line.setVisible(cell is not seen[-1])

    def _say_waiting(self, state: StripState) -> None:
        if not state.waiting:
            self.waiting.say(tr("Semua sudah terkirim"), icon="laptop")
            return
        oldest = tr("· tertua {age}").format(age=age(state.oldest, state.now)) if state.oldest else ""
        self.waiting.say(oldest, tr("{n} belum terkirim").format(n=state.waiting), icon="laptop")

    def _say_safety(self, state: StripState) -> None:
        if state.last_backup:
            self.backup.say(tr("Cadangan {ago}").format(ago=ago(state.last_backup, state.now)))
        else:
            self.backup.say(tr("Belum ada cadangan"))
        low = state.free is not None and state.free < LOW_DISK
        free = tr("Ruang disk tinggal {n} MB").format(n=(state.free or 0) // 1_000_000)
        self.disk.say("", free if low else "", icon="awas", token="soga")
