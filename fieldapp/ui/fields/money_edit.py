"""A box for an amount in Rupiah."""

from __future__ import annotations

from fieldapp.domain import money
from fieldapp.domain.problem import Flaw
from fieldapp.ui.parts.line import LineEdit


class MoneyEdit(LineEdit):
    """An amount: takes 1500000, 1.500.000, 1,5jt, 1500rb; shows Rp1.500.000 once the cursor leaves.

    ``value`` is the amount as a number, or what was typed where that is no amount.
    """

    def __init__(self) -> None:
        super().__init__(tabular=True)
        self.editingFinished.connect(lambda: setattr(self, "value", self.value))

    @property
    def value(self) -> int | str:
        """The amount in Rupiah, or the text as it stands."""
        text = self.text().strip()
        try:
            return money.parse(text) if text else ""
        except Flaw:
            return text

    @value.setter
    def value(self, value: object) -> None:
        self.setText(money.shown(value) if isinstance(value, int) else str(value or ""))
        self.setCursorPosition(0)
