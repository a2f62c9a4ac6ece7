"""The five states of this laptop's records as one journey, each opening its list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from fieldapp.language import tr
from fieldapp.ui import icons, theme
from fieldapp.ui.parts.badge import LOOKS, word
from fieldapp.ui.parts.press import EnterPresses
from fieldapp.ui.parts.text import upright

STATES = ("draft", "queued", "sending", "delivered", "needs_revision")


class StateTile(EnterPresses, QAbstractButton):
    """One state: its icon on soft ground, the number, the word and a remark."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self.state, self._count, self._remark = state, 0, ""
        self._short = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(0, "")

    def say(self, count: int, remark: str) -> None:
        """Show how many there are, and a remark below."""
        self._count, self._remark = count, remark
        self.setAccessibleName(f"{word(self.state)}: {count}")
        self.setToolTip(remark)
        self.update()

    def shorten(self, short: bool) -> None:
        """Leave the remark out where there is no room."""
        self._short = short
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(150), theme.scaled(76 if self._short else 96))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = LOOKS[self.state]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(look.soft))
        painter.drawRoundedRect(QRectF(0, 6, 36, 36), 8, 8)
        icons.paint(painter, 8, 14, look.icon, look.token, 20)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("number"))
        painter.drawText(QRectF(48, 2, self.width() - 48, 44), Qt.AlignmentFlag.AlignVCenter, f"{self._count:n}")
        painter.setFont(theme.font("base", 500))
        painter.drawText(QRectF(0, 46, self.width(), 24), Qt.AlignmentFlag.AlignVCenter, word(self.state))
        if not self._short:
            painter.setPen(theme.colour("ink2"))
            painter.setFont(theme.font("small"))
            metrics = painter.fontMetrics()
            remark = metrics.elidedText(self._remark, Qt.TextElideMode.ElideRight, self.width() - 8)
            painter.drawText(QRectF(0, 69, self.width(), 20), Qt.AlignmentFlag.AlignVCenter, remark)


class Journey(QWidget):
    """Draf › Tersimpan di laptop › Sedang dikirim › Diterima pusat | Perlu diperbaiki; ``chosen(state)``."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 8)
        row.setSpacing(14)
        self.tiles = {state: StateTile(state) for state in STATES}
        for state, tile in self.tiles.items():
            if state == "needs_revision":
                row.addWidget(upright())
            row.addWidget(tile, 1)
            tile.clicked.connect(lambda _checked=False, which=state: self.chosen.emit(which))

    def shorten(self, short: bool) -> None:
        """Leave the remarks out where there is no room."""
        for tile in self.tiles.values():
            tile.shorten(short)

    def say(self, counts: dict[str, int], oldest: str) -> None:
        """Show the counts; ``oldest`` is the age of what has waited longest, or empty."""
        waiting = tr("menunggu dikirim, tertua {age}").format(age=oldest) if oldest else tr("tidak ada yang menunggu")
        running = tr("menunggu jawaban pusat") if counts["sending"] else tr("tidak ada kiriman berjalan")
        remarks = {
            "draft": tr("belum selesai diisi"),
            "queued": waiting,
            "sending": running,
            "delivered": tr("ada nomor tanda terima"),
            "needs_revision": tr("dikembalikan untuk dicek"),
        }
        for state, tile in self.tiles.items():
            tile.say(counts[state], remarks[state])
