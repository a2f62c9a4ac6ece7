"""Enter presses a button as the space bar does: Qt leaves that to the platform, and most of ours do not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton


class EnterPresses:
    """Mixed into a button, before Qt's own class."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        assert isinstance(self, QAbstractButton)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if enter and plain and not event.isAutoRepeat():
            self.click()
        else:
            QAbstractButton.keyPressEvent(self, event)
