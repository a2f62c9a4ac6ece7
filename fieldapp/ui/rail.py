"""The rail at the left: one entry a page, and the person at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QMenu, QVBoxLayout

from fieldapp.language import tr
from fieldapp.ui import icons, theme
from fieldapp.ui.fold import Fold
from fieldapp.ui.page import Page
from fieldapp.ui.parts.press import EnterPresses

_CENTRE = Qt.AlignmentFlag.AlignCenter
_SIZES = {Fold.WIDE: (96, 80, 60), Fold.MEDIUM: (96, 80, 60), Fold.NARROW: (80, 72, 56), Fold.SINGLE: (64, 56, 46)}


def rail_width(fold: Fold) -> int:
    """The width of the rail in this fold."""
    return theme.scaled(_SIZES[fold][0]) if fold > Fold.SINGLE else 64


def initials(name: str) -> str:
    """Two letters for a person: ``Wulan Andriani`` → WA."""
    words = name.split() or ["?"]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def paint_avatar(painter: QPainter, box: QRect, name: str, ground: str, ink: str) -> None:
    """Paint a person's initials in a circle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawEllipse(box)
    painter.setFont(theme.font("label", 600))
    painter.setPen(theme.colour(ink))
    painter.drawText(box, _CENTRE, initials(name))


class Entry(EnterPresses, QAbstractButton):
    """A page in the rail: icon, word, and a pill when something waits."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.folded = Fold.WIDE
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringToken", "railTextSel")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        page.counted.connect(self._count)
        self._count()

    def fold(self, fold: Fold) -> None:
        """Take the size of this fold; the word goes in the narrowest."""
        self.folded = fold
        _, wide, high = _SIZES[fold]
        self.setFixedSize(QSize(theme.scaled(wide) if fold > Fold.SINGLE else wide, high))
        self.setToolTip(self.page.title if fold == Fold.SINGLE else "")
        self.update()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "railSel" if self.isChecked() else "railLine" if self.underMouse() else "rail"
        ink = "railTextSel" if self.isChecked() else "railText"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        top = 11 if self.folded == Fold.SINGLE else 9
        icons.paint(painter, self.width() / 2 - 12, top, self.page.icon, ink, 24)
        if self.folded > Fold.SINGLE:
            self._word(painter, ink)
        if self.page.count:
            self._pill(painter, ground)

    def _word(self, painter: QPainter, ink: str) -> None:
        painter.setFont(theme.font("tiny" if self.folded == Fold.NARROW else "small", 500))
        painter.setPen(theme.colour(ink))
        box = QRect(0, self.height() - 26, self.width(), 20)
        painter.drawText(
            box, _CENTRE, painter.fontMetrics().elidedText(self.page.title, Qt.TextElideMode.ElideRight, self.width())
        )

    def _pill(self, painter: QPainter, ground: str) -> None:
        words = str(self.page.count) if self.page.count < 1000 else "999+"
        font = theme.font("small", 600)
        font.setPointSizeF(8.5)
        wide = max(18, QFontMetrics(font).horizontalAdvance(words) + 10)
        box = QRectF(min(self.width() / 2 + 9, self.width() - wide - 2), 5, wide, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 11, 11)
        painter.setBrush(theme.colour("sogaMark" if self.page.urgent else "railTextSel"))
        painter.drawRoundedRect(box, 9, 9)
        painter.setFont(font)
        painter.setPen(theme.colour("onSogaMark"))
        painter.drawText(box, _CENTRE, words)

    def _count(self) -> None:
        count = self.page.count
        self.setAccessibleName(f"{self.page.title}, {count}" if count else self.page.title)
        self.update()


class Avatar(EnterPresses, QAbstractButton):
    """The person at work; opens a small menu."""

    asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setAccessibleName(tr("Akun {name}").format(name=name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringToken", "railTextSel")
        self.setFixedSize(60, 60)
        self.clicked.connect(lambda: self.menu().exec(self.mapToGlobal(self.rect().topRight())))

    def menu(self) -> QMenu:
        """What can be done here."""
        made = QMenu(self)
        for verb, icon, text in (
            ("lock", "kunci", tr("Kunci")),
            ("theme", "mata", tr("Tema terang atau gelap")),
            ("keys", "bantuan", tr("Semua tombol")),
        ):
            made.addAction(icons.icon(icon), text, lambda v=verb: self.asked.emit(v))
        return made

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        paint_avatar(painter, QRect(self.width() // 2 - 18, 0, 36, 36), self._name, "railSel", "railTextSel")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("railText"))
        first = painter.fontMetrics().elidedText(self._name.split()[0], Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRect(0, 38, self.width(), 20), _CENTRE, first)


class Rail(QFrame):
    """All pages: ``Rail(pages, "Wulan Andriani")``; ``chosen(key)``, and ``asked("lock" | "theme" | "keys")``."""

    chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, pages: Sequence[Page], name: str) -> None:
        super().__init__()
        self.setObjectName("railbar")
        self.setAccessibleName(tr("Halaman"))
        self.sign = Sign(36)
        self.entries = {page.key: Entry(page) for page in pages if not page.under}
        self.avatar = Avatar(name)
        self.avatar.asked.connect(self.asked)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 14, 1, 8)
        box.setSpacing(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        box.addWidget(self.sign, 0, middle)
        box.addSpacing(10)
        for key, entry in self.entries.items():
            entry.clicked.connect(lambda _=False, k=key: self.chosen.emit(k))
            box.addWidget(entry, 0, middle)
        box.addStretch(1)
        box.addWidget(self.avatar, 0, middle)

    def fold(self, fold: Fold) -> None:
        """Take the width of this fold."""
        self.setFixedWidth(rail_width(fold))
        self.sign.setVisible(fold > Fold.NARROW)
        for entry in self.entries.values():
            entry.fold(fold)

    def show_chosen(self, key: str) -> None:
        """Mark the page that is shown."""
        self.entries[key].setChecked(True)


class Sign(QFrame):
    """The sign of the product."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.setFixedSize(size, size)

    def paintEvent(self, _event: object) -> None:
        icons.paint(QPainter(self), 0, 0, "_tanda", "railTextSel", self.width())
