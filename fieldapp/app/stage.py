"""One window on the screen at a time; place and size stay when another takes its turn."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

SIZE = (1366, 720)


def enter(widget: QWidget, before: QWidget | None = None) -> None:
    """Show ``widget`` where ``before`` was, or at the size the pages are drawn for."""
    widget.setWindowTitle("Catatan Lapangan")
    if before is None:
        room = QApplication.primaryScreen().availableGeometry()
        widget.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
        widget.show()
        return
    widget.setGeometry(before.geometry())
    widget.showMaximized() if before.isMaximized() else widget.show()
    before.hide()
    before.deleteLater()


def to_front(widget: QWidget) -> None:
    """Bring a window up, wherever it is."""
    widget.showNormal() if widget.isMinimized() else widget.show()
    widget.raise_()
    widget.activateWindow()
