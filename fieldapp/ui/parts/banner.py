"""A banner: one icon, one sentence, at most two buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from fieldapp.ui import theme
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.text import rich

_TOKEN = {"info": "ink", "warn": "soga", "error": "red"}


class Banner(QFrame):
    """News on top of a page: ``Banner("warn", "awas", "Cadangan terakhir 9 hari lalu.", [Button("Cadangkan")])``.

    States: info, warn, error. The sentence may have ``<b>`` words; escape what a person typed.
    """

    def __init__(self, state: str, icon: str, text: str, buttons: Sequence[Button] = ()) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("state", state)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.sentence = rich(text)
        self._mark = Glyph(icon, _TOKEN[state], 18)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 10, 6)
        row.setSpacing(12)
        row.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sentence, 1)
        for button in buttons:
            theme.restyle(button, "fit", "small")
            row.addWidget(button)
        self.setMinimumHeight(48 if buttons else 44)
        self.setAccessibleName(text)

    def say(self, state: str, icon: str, text: str) -> None:
        """Show other news in the same place."""
        self._mark.draw(icon, _TOKEN[state])
        self.sentence.setText(text)
        self.setAccessibleName(text)
        theme.restyle(self, "state", state)
