"""The section line under a form's title: where one is, what is complete, what is refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout

from fieldapp.ui import icons, theme
from fieldapp.ui.parts.button import cap_words
from fieldapp.ui.parts.press import EnterPresses


class Anchor(EnterPresses, QAbstractButton):
    """One section: a number in a ring, a tick when complete, a mark when refused."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__()
        self._number, self._mark = number, ""
        self.setText(text)
        self.setAccessibleName(text)
        self.key = f"Alt+{number}"
        self.setToolTip(f"{text} ({cap_words(self.key)})")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.wear(self, "small", 500)

    def mark(self, mark: str) -> None:
        """Show ``"ok"``, ``"salah"`` or the number (``""``)."""
        if mark != self._mark:
            self._mark = mark
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(theme.font("small", 600)).horizontalAdvance(self.text()) + 36, 40)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ring = QRectF(7.5, self.height() / 2 - 8.5, 17, 17)
        if self._mark:
            icons.paint(painter, 7, self.height() / 2 - 9, self._mark, "red" if self._mark == "salah" else "nila", 18)
        else:
            painter.setPen(QPen(theme.colour("line2"), 1))
            painter.drawEllipse(ring)
            painter.setFont(theme.font("tiny"))
            painter.setPen(theme.colour("ink2"))
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setFont(theme.font("small", 600 if on else 500))
        painter.setPen(theme.colour("ink" if on else "ink2"))
        words = QRect(31, 0, self.width() - 31, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if on:
            painter.fillRect(0, self.height() - 3, self.width(), 3, theme.colour("nila"))


class SectionLine(QFrame):
    """Anchors of a form: ``SectionLine([("identity", "Identitas"), …])``.

    ``chosen(key)`` when pressed; ``mark(key, "ok" | "salah" | "")``; ``set_current(key)`` as the form scrolls.
    """

    chosen = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("sections")
        self.setFixedHeight(41)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(4)
        self.anchors: dict[str, Anchor] = {}
        for number, (key, text) in enumerate(sections, 1):
            anchor = self.anchors[key] = Anchor(number, text)
            anchor.clicked.connect(lambda _=False, k=key: self._pressed(k))
            row.addWidget(anchor)
        row.addStretch(1)
        self.set_current(sections[0][0])

    def mark(self, key: str, mark: str) -> None:
        """Say that a section is complete (``ok``), refused (``salah``) or neither (``""``)."""
        self.anchors[key].mark(mark)

    def set_current(self, key: str) -> None:
        """Underline the section in view."""
        for one, anchor in self.anchors.items():
            anchor.setChecked(one == key)

    def _pressed(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)
