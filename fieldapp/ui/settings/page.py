"""The page Pengaturan: how it looks, what keeps the data safe, the passphrase, and what this is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.config import Preferences
from fieldapp.language import tr
from fieldapp.ui.fold import Fold
from fieldapp.ui.page import Page
from fieldapp.ui.parts.text import label
from fieldapp.ui.settings.about import AboutCard
from fieldapp.ui.settings.appearance import AppearanceCard
from fieldapp.ui.settings.passphrase import PassphraseCard
from fieldapp.ui.settings.safety import Safe, SafetyCard


class SettingsPage(Page):
    """``SettingsPage(preferences, safe, change)``.

    ``preferred(preferences)`` comes with every change of language, theme or text size. ``safe`` holds the verbs of
    the backups; ``change(old, new)`` changes the passphrase or raises WrongPassphraseError.
    """

    preferred = Signal(object)
    key = "settings"
    icon = "pengaturan"

    def __init__(self, preferences: Preferences, safe: Safe, change: PassphraseCard.Change) -> None:
        super().__init__(tr("Pengaturan"))
        self.appearance = AppearanceCard(preferences)
        self.appearance.preferred.connect(self.preferred)
        self.safety = SafetyCard(safe)
        self.passphrase = PassphraseCard(change)
        self.about = AboutCard()
        self._sides = QHBoxLayout()
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._lay_out()
        self.setFocusProxy(self.appearance.language)
        self.fold(Fold.WIDE)

    def fold(self, fold: Fold) -> None:
        side = 36 if fold == Fold.WIDE else 28
        self._box.setContentsMargins(side, 22, side, 28)
        one = fold == Fold.SINGLE
        self._sides.setStretch(1, 0 if one else 1)
        self._sides.setSpacing(0 if one else 16)
        for number, card in enumerate((self.appearance, self.safety, self.passphrase, self.about)):
            column = self._columns[0 if one else number % 2]
            column.insertWidget(number if one else number // 2, card)

    def refresh(self) -> None:
        self.safety.refresh()

    def _lay_out(self) -> None:
        ground = QWidget()
        ground.setObjectName("ground")
        self._box = QVBoxLayout(ground)
        self._box.setSpacing(4)
        self._box.addWidget(label(tr("Pengaturan"), "title"))
        self._box.addWidget(label(tr("Berlaku untuk laptop ini saja."), "small", "second"))
        self._box.addSpacing(10)
        self._sides.setSpacing(16)
        for column in self._columns:
            column.setSpacing(16)
            column.addStretch(1)
            self._sides.addLayout(column, 1)
        self._box.addLayout(self._sides)
        self._box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
