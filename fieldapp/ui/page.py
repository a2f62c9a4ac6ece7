"""What the window knows of a page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldapp.ui.fold import Fold


class Page(QWidget):
    """One entry of the rail and what is shown for it.

    ``key`` names the page for ``Window.show_page``, ``title`` is the word in the rail, ``icon`` its picture.
    Coming to the front it gets the keyboard; ``self.setFocusProxy(box)`` says which box should have it.
    A page with ``under`` has no entry of its own: it stands under the entry of the page with that key.
    A page that has something waiting sets its pill: ``self.set_count(3, urgent=True)``; 0 takes it away.
    """

    counted = Signal()
    key = ""
    icon = "beranda"
    under = ""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.count = 0
        self.urgent = False
        self.setAccessibleName(title)
        self.setProperty("ringless", True)

    def set_count(self, count: int, urgent: bool = False) -> None:
        """Say how many things wait here; ``urgent`` when they wait for the person, not for the line."""
        if (count, urgent) != (self.count, self.urgent):
            self.count, self.urgent = count, urgent
            self.counted.emit()

    def fold(self, fold: Fold) -> None:
        """Arrange for the width at hand; called before the first show and whenever it changes."""

    def refresh(self) -> None:
        """Read again what is shown; called whenever the page comes to the front."""
