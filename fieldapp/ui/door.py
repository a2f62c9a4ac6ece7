"""What sign-in and first run share: the cover left, a column right, the ring and the sheet over both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.ui.cover import Cover
from fieldapp.ui.keys import Sheet, field_of
from fieldapp.ui.parts.ring import FocusRing

COLUMN = 520


class Door(QWidget):
    """A screen before anyone is signed in; put widgets into ``self.column``."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.cover = Cover()
        self._inner = QWidget()
        self._inner.setMaximumWidth(COLUMN + 8)
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(4, 52, 4, 36)
        self.column.setSpacing(12)
        self.foot = QVBoxLayout()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.cover)
        middle.addWidget(self._scrolling(), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(middle, 1)
        box.addLayout(self.foot)
        self.ring, self.sheet = FocusRing(self), Sheet(self)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._help)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = 496 if self.width() >= 1340 else 420 if self.width() >= 1200 else 360
        self.cover.fold(width, self.height() >= 640)
        self.column.setContentsMargins(4, 52 if self.height() >= 640 else 24, 4, 24)
        self.cover.setVisible(self.width() >= 940)

    def _scrolling(self) -> QScrollArea:
        ground = QWidget()
        ground.setObjectName("ground")
        row = QHBoxLayout(ground)
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(self._inner, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        return area

    def _help(self) -> None:
        if field := field_of(self.focusWidget()):
            self.sheet.show_help(field)
