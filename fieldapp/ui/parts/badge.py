"""The five states of a record, each with icon, word and colour, and the badge that shows one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.language import N_, tr
from fieldapp.ui import icons, theme


@dataclass(frozen=True)
class Look:
    """How a state is shown; ``word`` is still to be translated."""

    icon: str
    token: str
    soft: str
    word: str


LOOKS = {
    "draft": Look("draf", "grey", "greySoft", N_("Draf")),
    "queued": Look("laptop", "laptop", "laptopSoft", N_("Tersimpan di laptop")),
    "sending": Look("naik", "teal", "tealSoft", N_("Sedang dikirim")),
    "delivered": Look("centang2", "green", "greenSoft", N_("Diterima pusat")),
    "needs_revision": Look("perbaiki", "soga", "sogaSoft", N_("Perlu diperbaiki")),
}


def word(state: str) -> str:
    """The state as a word: ``word("queued")`` → Tersimpan di laptop."""
    return tr(LOOKS[state].word)


def badge_font() -> QFont:
    """The font of a badge."""
    return theme.font("small", 500)


def paint_badge(painter: QPainter, x: int, middle: int, look: Look, text: str, flat: bool, soft: str = "") -> int:
    """Paint a badge with its left edge at ``x`` around the height ``middle``; returns its width."""
    width = badge_width(text, flat)
    if not flat:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(soft or look.soft))
        painter.drawRoundedRect(QRectF(x, middle - 12, width, 24), 6, 6)
    inner = x + (0 if flat else 8)
    icons.paint(painter, inner, middle - 8, look.icon, look.token, 16)
    painter.setPen(theme.colour(look.token))
    painter.setFont(badge_font())
    box = QRect(inner + 22, middle - 14, width, 28)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return width


def badge_width(text: str, flat: bool) -> int:
    """The width of a badge with this word."""
    return QFontMetrics(badge_font()).horizontalAdvance(text) + 22 + (2 if flat else 16)


class Badge(QWidget):
    """A state: ``Badge("queued")``; ``flat`` has no ground; ``text`` and ``icon`` say something else in its colours."""

    def __init__(self, state: str = "draft", flat: bool = False, text: str = "", icon: str = "") -> None:
        super().__init__()
        self.flat, self._text, self._icon = flat, text, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    def set_state(self, state: str) -> None:
        """Show another state."""
        self.state = state
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word shown."""
        return self._text or word(self.state)

    def sizeHint(self) -> QSize:
        return QSize(badge_width(self.text(), self.flat), 24)

    def paintEvent(self, _event: object) -> None:
        usual = LOOKS[self.state]
        look = Look(self._icon or usual.icon, usual.token, usual.soft, usual.word)
        paint_badge(QPainter(self), 0, 12, look, self.text(), self.flat)
