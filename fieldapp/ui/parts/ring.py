"""The focus ring: one overlay for the window that stays with whatever has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from fieldapp.ui import theme

_REACH = 4
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class FocusRing(QWidget):
    """Two pixels around the focused widget, two pixels clear of it: ``FocusRing(window)``.

    It follows every ancestor's move and resize and is clipped to the viewports it lies in. A widget on a dark ground
    asks for another colour by the property ``ringToken``, one that needs no ring says ``ringless``.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._chain: list[QWidget] = []
        self.target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self.follow()
        return False

    def follow(self) -> None:
        """Lie around the focused widget again, or hide where none of it can be seen."""
        box = self._box()
        seen = box & self._window.rect()
        for one in self._chain:
            holder = one.parentWidget()
            if isinstance(holder, QAbstractScrollArea) and holder.viewport() is one:
                seen &= QRect(one.mapTo(self._window, QPoint()), one.size())
        if seen.isEmpty() or self.target is None or not self.target.isVisible():
            self.hide()
            return
        self.setGeometry(box)
        self.setMask(QRegion(seen.translated(-box.topLeft())))
        self.show()
        self.raise_()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = self.target.property("ringToken") if self.target else None
        painter.setPen(QPen(theme.colour(token or "ring"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)

    def _box(self) -> QRect:
        if self.target is None:
            return QRect()
        box = QRect(self.target.mapTo(self._window, QPoint()), self.target.size())
        inward = isinstance(self.target, QAbstractItemView)
        reach = -1 if inward else _REACH
        return box.adjusted(-reach, -reach, reach, reach)

    def _focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._window):
            return
        for one in self._chain:
            if isValid(one):
                one.removeEventFilter(self)
        wanted = now is not None and self._window.isAncestorOf(now) and not now.property("ringless")
        self.target = now if wanted else None
        self._chain = []
        step = self.target
        while step is not None and step is not self._window:
            self._chain.append(step)
            step.installEventFilter(self)
            step = step.parentWidget()
        self.follow()
        self.update()
