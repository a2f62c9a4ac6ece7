"""A box for a time of day."""

from __future__ import annotations

from fieldapp.domain import dates
from fieldapp.domain.problem import Flaw
from fieldapp.ui.parts.line import LineEdit


class TimeEdit(LineEdit):
    """A time: takes 9, 930, 9.30, 09:30; shows 09.30 once the cursor leaves; ``value`` is 09:30 or what was typed."""

    def __init__(self) -> None:
        super().__init__(tabular=True)
        self.editingFinished.connect(lambda: setattr(self, "value", self.value))

    @property
    def value(self) -> str:
        """The time as HH:MM, or the text as it stands."""
        text = self.text().strip()
        try:
            return dates.time(text) if text else ""
        except Flaw:
            return text

    @value.setter
    def value(self, value: object) -> None:
        text = str(value or "")
        self.setText(text.replace(":", ".") if len(text) == 5 else text)
        self.setCursorPosition(0)
