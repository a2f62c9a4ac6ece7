"""The one push button: icon, word and key cap are painted, the box comes from the style sheet."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QToolButton, QWidget

from fieldapp.ui import icons, theme
from fieldapp.ui.parts.press import EnterPresses
from fieldapp.ui.theme import FontName

Kind = Literal["secondary", "primary", "quiet", "withdraw", "chip", "section", "link", "undo"]

_UNDERLINED = ("link", "undo")
_PADDING = {"quiet": 9, "chip": 12, "section": 6, "link": 0, "undo": 0}
_TOKEN = {
    "primary": "onnila",
    "quiet": "nilaText",
    "withdraw": "red",
    "section": "ink2",
    "link": "nilaText",
    "undo": "ground",
}


def cap_words(key: str) -> str:
    """A key as its cap says it: ``Ctrl+Return`` → ``Ctrl Enter``."""
    return key.replace("Return", "Enter").replace("Escape", "Esc").replace("+", " ")


def paint_cap(painter: QPainter, box: QRect, words: str, colour: QColor) -> None:
    """Paint a key cap: a small rounded box with the key's name."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(theme.font("small", 500))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def cap_size(words: str) -> QSize:
    """The room a key cap takes."""
    measure = QFontMetrics(theme.font("small", 500))
    height = max(18, measure.height() + 1)
    return QSize(max(height, measure.horizontalAdvance(words) + 12), height)


class Button(EnterPresses, QPushButton):
    """A button: ``Button("Simpan", "primary", icon="ok", key="Ctrl+S")``.

    ``key`` is shown as a cap and is the shortcut too; ``size="small"`` is 32 px high; ``key_first`` puts the cap
    before the word (one-letter keys). A chip or section is checkable; ``set_count(7)`` adds a figure after its word.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = "secondary",
        icon: str | None = None,
        key: str | None = None,
        size: Literal["small"] | None = None,
        key_first: bool = False,
        font: FontName | None = None,
    ) -> None:
        super().__init__(text.replace("&", "&&"))
        self.kind, self.glyph, self.after = kind, icon, None if kind != "chip" else ""
        self.count: int | None = None
        self._words, self._key_first = text, key_first
        self._cap = cap_words(key) if key else ""
        self.setProperty("kind", kind)
        self.setProperty("fit", size or "")
        self.setCheckable(kind in ("chip", "section"))
        theme.wear(self, font or ("label" if kind == "chip" else "base"), 600 if kind == "primary" else 500)
        self.key = key or ""
        if key:
            QShortcut(QKeySequence(key), self).activated.connect(self.click)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def words(self) -> str:
        """The word as read, without mnemonics."""
        return self._words

    def set_words(self, text: str) -> None:
        """Change the word; ``""`` leaves the icon alone, with the accessible name as a tooltip."""
        self._words = text
        if text:
            self.setAccessibleName(text)
        self.setToolTip("" if text else self.accessibleName())
        self._changed()

    def set_icon(self, icon: str | None) -> None:
        """Change the icon."""
        self.glyph = icon
        self._changed()

    def set_count(self, count: int | None) -> None:
        """Show a figure after the word; None takes it away."""
        self.count = count
        self.setAccessibleDescription("" if count is None else str(count))
        self._changed()

    def set_kind(self, kind: Kind) -> None:
        """Wear another kind, e.g. primary once nothing is missing."""
        self.kind = kind
        theme.restyle(self, "kind", kind)
        theme.wear(self, "base", 600 if kind == "primary" else 500)
        self._changed()

    def show_cap(self, shown: bool) -> None:
        """Show the key cap or leave it out where room is short; the key works all the same."""
        self._cap = cap_words(self.key) if shown else ""
        self._changed()

    def sizeHint(self) -> QSize:
        wide = sum(width for _, width in self._pieces()) + 2 * _PADDING.get(self.kind, 15) + self._gaps()
        small = self.property("fit") == "small" or self.kind == "chip"
        high = QFontMetrics(self.font()).height() + 3 if self.kind in _UNDERLINED else 32 if small else 36
        return QSize(max(wide, 36 if not self._words else 0), 40 if self.kind == "section" else high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        room = sum(width for _, width in self._pieces()) + self._gaps()
        left = (self.width() - room) // 2 if self.kind not in _UNDERLINED else 0
        for what, width in self._pieces():
            self._paint_piece(painter, what, QRect(left, 0, width, self.height()))
            left += width + (10 if "cap" in (what, self._next(what)) else 8)

    def token(self) -> str:
        """The colour of the words now."""
        if not self.isEnabled():
            return "ink3"
        if self.isChecked():
            return {"chip": "nilaText", "section": "ink"}.get(self.kind, "ink")
        return _TOKEN.get(self.kind, "ink")

    def _paint_piece(self, painter: QPainter, what: str, box: QRect) -> None:
        colour = theme.colour(self.token())
        if what == "cap":
            cap = cap_size(self._cap)
            paint_cap(painter, QRect(QPoint(box.left(), (box.height() - cap.height()) // 2), cap), self._cap, colour)
        elif what in ("icon", "after"):
            name = self.glyph if what == "icon" else self.after
            size = box.width()
            icons.paint(painter, box.left(), (box.height() - size) / 2, name or "", self.token(), size)
        else:
            painter.setPen(theme.colour("ink2") if what == "count" and not self.isChecked() else colour)
            painter.setFont(self._font_now())
            text = self._words if what == "words" else str(self.count)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            if self.kind in _UNDERLINED:
                line = box.center().y() + QFontMetrics(self.font()).height() // 2 - 1
                painter.drawLine(box.left(), line, box.right(), line)

    def _font_now(self) -> QFont:
        made = self.font()
        if self.isChecked() and self.kind in ("chip", "section"):
            made.setWeight(QFont.Weight.DemiBold)
        return made

    def _pieces(self) -> list[tuple[str, int]]:
        measure = QFontMetrics(self._font_now())
        small = 16 if self.kind == "chip" else 18
        found = [("icon", small)] if self.glyph else []
        if self._words:
            found.append(("words", measure.horizontalAdvance(self._words)))
        if self.count is not None:
            found.append(("count", measure.horizontalAdvance(str(self.count))))
        if self.after:
            found.append(("after", 16))
        if self._cap:
            found.insert(0 if self._key_first else len(found), ("cap", cap_size(self._cap).width()))
        return found

    def _next(self, what: str) -> str:
        names = [name for name, _ in self._pieces()]
        return names[names.index(what) + 1] if what != names[-1] else ""

    def _gaps(self) -> int:
        names = [name for name, _ in self._pieces()]
        return sum(10 if "cap" in pair else 8 for pair in pairwise(names))

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()


class IconButton(EnterPresses, QToolButton):
    """An icon that is pressed, with a name instead of a word: ``IconButton("silang", "Kosongkan")``."""

    def __init__(
        self, icon: str, name: str, token: str = "ink2", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.glyph, self._token, self._size = icon, token, size
        self.setObjectName("icon")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(size + 10, size + 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        left, top = (self.width() - self._size) / 2, (self.height() - self._size) / 2
        icons.paint(painter, left, top, self.glyph, self._token, self._size)
