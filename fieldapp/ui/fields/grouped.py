"""Digits that group themselves while they are typed."""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.ui.parts.line import LineEdit
from fieldapp.ui.theme import FontName


class GroupedEdit(LineEdit):
    """Digits in groups: ``GroupedEdit((2, 2, 2, 6, 4), "digits")``; takes a paste with blanks, dots or hyphens.

    ``value`` is the digits alone. More digits than the groups hold are kept, so that nothing typed is lost.
    """

    def __init__(self, groups: Sequence[int], font: FontName = "base") -> None:
        super().__init__(counter=sum(groups), font=font, tabular=True)
        self._groups = tuple(groups)
        self.textEdited.connect(self._typed)

    @property
    def value(self) -> str:
        """The digits."""
        return _digits(self.text())

    @value.setter
    def value(self, value: object) -> None:
        self.setText(self.grouped(_digits(str(value or ""))))
        self.setCursorPosition(0)

    def grouped(self, digits: str) -> str:
        """The digits with a blank after each group."""
        parts, start = [], 0
        for size in self._groups:
            parts.append(digits[start : start + size])
            start += size
        return " ".join(filter(None, (*parts[:-1], parts[-1] + digits[start:])))

    def _typed(self, text: str) -> None:
        before = len(_digits(text[: self.cursorPosition()]))
        shown = self.grouped(_digits(text))
        self.setText(shown)
        place = next((n for n in range(len(shown) + 1) if len(_digits(shown[:n])) == before), len(shown))
        self.setCursorPosition(place)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isascii() and letter.isdigit())
