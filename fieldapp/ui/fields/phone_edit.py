"""A box for a phone number."""

from __future__ import annotations

from fieldapp.domain import phone
from fieldapp.domain.problem import Flaw
from fieldapp.ui.parts.line import LineEdit


class PhoneEdit(LineEdit):
    """A phone number, written as 0812 0000 9014 once the cursor leaves; ``value`` is +62… or what was typed."""

    def __init__(self) -> None:
        super().__init__(tabular=True)
        self.editingFinished.connect(lambda: setattr(self, "value", self.value))

    @property
    def value(self) -> str:
        """The number in the form +628…, or the text as it stands."""
        text = self.text().strip()
        try:
            return phone.parse(text) if text else ""
        except Flaw:
            return text

    @value.setter
    def value(self, value: object) -> None:
        text = str(value or "")
        self.setText(phone.shown(text) if text.startswith("+62") else text)
        self.setCursorPosition(0)
