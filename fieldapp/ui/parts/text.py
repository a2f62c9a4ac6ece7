"""Words on the screen: labels of the type scale, links, hairlines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from fieldapp.ui import theme
from fieldapp.ui.theme import FontName, Weight


def label(
    text: str,
    font: FontName = "base",
    role: str = "",
    weight: Weight | None = None,
    wrap: bool = False,
    tabular: bool = False,
) -> QLabel:
    """A label: ``label("Sangat disarankan", "small", "hint")``; roles: second, hint, error, soga, green, link."""
    made = theme.wear(QLabel(text), font, weight, tabular)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    if role:
        made.setProperty("role", role)
    return made


def rich(html: str, font: FontName = "base", role: str = "", wrap: bool = True) -> QLabel:
    """A label with bold words; whatever a person typed must be escaped before (``html.escape``)."""
    made = label("", font, role, wrap=wrap)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(html)
    return made


class Elided(QLabel):
    """One line that ends in … where there is no room, and shows the whole as a tooltip.

    ``whole_only`` shows nothing rather than a part.
    """

    def __init__(
        self,
        text: str = "",
        font: FontName = "base",
        role: str = "",
        weight: Weight | None = None,
        whole_only: bool = False,
    ) -> None:
        super().__init__()
        self._whole, self._whole_only = text, whole_only
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        theme.wear(self, font, weight)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole(self) -> str:
        """The text without the …"""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        super().setText("" if self._whole_only and fitting != self._whole else fitting)
        self.setToolTip(self._whole if fitting != self._whole else "")


def rule() -> QFrame:
    """A hairline between things."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def upright() -> QFrame:
    """A hairline between things that stand side by side."""
    made = QFrame()
    made.setObjectName("upright")
    return made
