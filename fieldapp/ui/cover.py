"""The cloth at the left of sign-in and first run: sign, name, three promises, and a band of kawung."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui import theme
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.text import label
from fieldapp.ui.rail import Sign

BAND = 224


class Cover(QFrame):
    """The left part of a screen before anyone is signed in."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kawung")
        name = label(tr("Catatan Lapangan"), "hero", "name", wrap=True)
        subtitle = label(
            tr("Pendaftaran dan kunjungan desa untuk Kerja Keras Bebas Cemas"), "section", weight=400, wrap=True
        )
        self._promises: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(56, 52, 56, BAND + 24)
        self._box.setSpacing(8)
        self._box.addWidget(Sign(60))
        self._box.addSpacing(10)
        self._box.addWidget(name)
        self._box.addWidget(subtitle)
        self._box.addSpacing(28)
        for icon, sentence in (
            ("wifi0", tr("Bekerja penuh tanpa internet.")),
            ("kunci", tr("Semua catatan di laptop ini terkunci sandi.")),
            ("centang2", tr("“Diterima pusat” hanya tertulis bila ada tanda terima.")),
        ):
            self._promise(icon, sentence)
        self._box.addStretch(1)

    def fold(self, width: int, high: bool) -> None:
        """Take this width; where the window is low the band goes narrow."""
        self.setFixedWidth(width)
        side = 56 if width > 380 else 36
        for promise in self._promises:
            promise.setVisible(high)
        self._box.setContentsMargins(side, 52 if high else 28, side, (BAND if high else 64) + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        high = max(64, self._box.contentsMargins().bottom() - 16)
        top = self.height() - high
        tile = kawung(self.devicePixelRatioF(), theme.colour("railSel").name())
        painter.drawTiledPixmap(QRect(0, top, self.width(), high), tile, QPoint(40, 48))
        painter.setPen(theme.colour("railSel"))
        painter.drawLine(0, top, self.width(), top)

    def _promise(self, icon: str, sentence: str) -> None:
        promise = QWidget()
        row = QHBoxLayout(promise)
        row.setContentsMargins(0, 0, 0, 10)
        row.setSpacing(16)
        row.addWidget(Glyph(icon, "railText", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(sentence, wrap=True), 1)
        self._box.addWidget(promise)
        self._promises.append(promise)


@lru_cache(maxsize=4)
def kawung(scale: float, colour: str) -> QPixmap:
    """A tile of 64×64: circles that meet, drawn with one thin line."""
    tile = QPixmap(round(64 * scale), round(64 * scale))
    tile.setDevicePixelRatio(scale)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1))
    for x, y in ((0, 0), (64, 0), (0, 64), (64, 64), (32, 32)):
        painter.drawEllipse(QRectF(x - 32, y - 32, 64, 64))
    painter.end()
    return tile
