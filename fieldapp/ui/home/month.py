"""The month so far: from people met to people signed up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.language import tr
from fieldapp.store.figures import Month
from fieldapp.ui import theme
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.text import label


class Bars(QWidget):
    """Named bars with their figures: ``show_bars([("Ditemui", 86), ("Berminat", 31)])``."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: list[tuple[str, int]]) -> None:
        """Show these bars, the longest over the whole width."""
        self._bars = bars
        self.setAccessibleName(", ".join(f"{name} {count}" for name, count in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, theme.scaled(28) * len(self._bars))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, first, last = theme.scaled(28), theme.scaled(104), theme.scaled(44)
        longest = max((count for _, count in self._bars), default=0) or 1
        for number, (name, count) in enumerate(self._bars):
            top = number * high
            painter.setFont(theme.font("base"))
            painter.setPen(theme.colour("ink"))
            painter.drawText(QRectF(0, top, first, high), Qt.AlignmentFlag.AlignVCenter, name)
            painter.setFont(theme.font("base", 600, tabular=True))
            painter.drawText(
                QRectF(self.width() - last, top, last, high),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                str(count),
            )
            room = max(8.0, (self.width() - first - last) * count / longest)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("bar" if count else "bar2"))
            painter.drawRoundedRect(QRectF(first, top + high / 2 - 6, room, 12), 2, 2)


class MonthCard(Card):
    """The figures of this month in the officer's villages."""

    def __init__(self) -> None:
        super().__init__(tr("Bulan ini"))
        self.figure = label("", "number")
        self.words = label("", role="second", wrap=True)
        self.bars = Bars()
        self.hint = label("", "small", "second", wrap=True)
        self.body.addWidget(self.figure)
        self.body.addWidget(self.words)
        self.body.addSpacing(8)
        self.body.addWidget(self.bars)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)

    def show_month(self, month: Month, name: str) -> None:
        """Show the month called ``name``."""
        self.aside.setText(name)
        self.figure.setText(str(month.signups))
        self.words.setText(tr("pendaftaran, dari {n} kunjungan").format(n=month.visits))
        self.bars.show_bars(
            [
                (tr("Ditemui"), month.met),
                (tr("Berminat"), month.prospects),
                (tr("Mendaftar"), month.signups),
            ]
        )
        self.hint.setText(tr("Ditemui dan berminat dihitung dari catatan kunjungan."))
