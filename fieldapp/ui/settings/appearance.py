"""Language, theme and text size."""

from __future__ import annotations

from dataclasses import replace
from typing import cast, get_args

from PySide6.QtCore import Signal

from fieldapp.config import Preferences, TextSize, Theme
from fieldapp.language import LANGUAGES, Language, tr
from fieldapp.ui import theme
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.choice import Choice
from fieldapp.ui.parts.field import Field
from fieldapp.ui.parts.segment import Segment

SCALES: dict[TextSize, float] = {"normal": 1.0, "large": 1.15, "largest": 1.3}


class AppearanceCard(Card):
    """How the window looks; ``preferred(preferences)`` comes with every change."""

    preferred = Signal(object)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(tr("Tampilan"), spacing=12)
        self._now = preferences
        self.language = Choice(list(LANGUAGES.items()), preferences.language)
        self.theme = Segment(
            list(zip(get_args(Theme), (tr("Ikut laptop"), tr("Terang"), tr("Gelap")), strict=True)), preferences.theme
        )
        self.letters = Segment(
            list(zip(SCALES, (tr("Biasa"), tr("Besar"), tr("Terbesar")), strict=True)), preferences.text_size
        )
        self.body.addWidget(Field(tr("Bahasa"), self.language))
        self.body.addWidget(Field(tr("Tema"), self.theme))
        self.body.addWidget(Field(tr("Ukuran huruf"), self.letters))
        for part in (self.language, self.theme, self.letters):
            part.chosen.connect(self._changed)

    def other_theme(self) -> None:
        """Light instead of dark, or the other way round."""
        self.theme.value = "light" if theme.dark() else "dark"
        self._changed()

    def _changed(self) -> None:
        self._now = replace(
            self._now,
            language=cast("Language", self.language.value),
            theme=cast("Theme", self.theme.value),
            text_size=cast("TextSize", self.letters.value),
        )
        self.preferred.emit(self._now)
