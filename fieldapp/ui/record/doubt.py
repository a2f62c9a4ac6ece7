"""A warning that never blocks: a sentence, a way to look, and the tick that settles it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from fieldapp.language import tr
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.choice import Check
from fieldapp.ui.parts.text import rich


class Doubt(QFrame):
    """A warning with its tick; ``short`` says it in the summary of errors; ``opens`` leads to what it is about."""

    ticked = Signal(str, bool)

    def __init__(
        self, code: str, html: str, short: str, tick: str, checked: bool, opens: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        self.code, self.short = code, short
        self.setObjectName("banner")
        self.setProperty("state", "warn")
        self.tick = Check(tick, checked)
        self.tick.setAccessibleDescription(short)
        self.tick.toggled.connect(lambda on: self.ticked.emit(code, on))
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(4)
        box.addWidget(rich(html))
        if opens:
            link = Button(tr("Buka"), "link")
            link.setAccessibleDescription(short)
            link.clicked.connect(opens)
            box.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        box.addSpacing(2)
        box.addWidget(self.tick)
