"""A choice between many, and a box to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox

from fieldapp.ui import theme


class Choice(QComboBox):
    """A list that opens: ``Choice([(1, "1 bulan"), (3, "3 bulan")], empty="Pilih")``.

    ``value`` is the chosen value or None; ``chosen(value)`` comes when the person chooses. The wheel only scrolls.
    """

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str]], value: object = None, empty: str = "") -> None:
        super().__init__()
        theme.wear(self, "base")
        self.setPlaceholderText(empty)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.set_options(options)
        self.value = value
        self.activated.connect(lambda _number: self.chosen.emit(self.value))

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other choices; the chosen value stays if it is among them."""
        kept = self.value
        self.clear()
        for value, label in options:
            self.addItem(label, value)
        self.value = kept

    @property
    def value(self) -> object:
        """The chosen value, or None."""
        return self.currentData()

    @value.setter
    def value(self, value: object) -> None:
        numbers = range(self.count())
        self.setCurrentIndex(next((n for n in numbers if value is not None and self.itemData(n) == value), -1))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 36)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Check(QCheckBox):
    """A box to tick: ``Check("Sudah dicek dengan KTP")``."""

    def __init__(self, text: str, checked: bool = False) -> None:
        super().__init__(text.replace("&", "&&"))
        theme.wear(self, "base")
        self.setChecked(checked)
        self.setAccessibleName(text)
        self.setMinimumHeight(28)
