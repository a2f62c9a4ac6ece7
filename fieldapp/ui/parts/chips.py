"""Filters as chips, one row of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from fieldapp.ui.parts.button import Button


class Chip(Button):
    """A filter that is on or off: ``Chip("Belum terkirim", count=7)``; with a ``menu`` it opens a list instead."""

    def __init__(self, text: str, count: int | None = None, icon: str | None = None, clear: bool = False) -> None:
        super().__init__(text, "chip", icon)
        self.set_count(count)
        self._clear = clear
        self.toggled.connect(self._turned)

    def open_menu(self, menu: QMenu) -> None:
        """Open this menu when pressed; a chevron says so."""
        self.after = "bawah"
        self.setCheckable(False)
        self.clicked.connect(lambda: menu.exec(self.mapToGlobal(self.rect().bottomLeft())))
        self.updateGeometry()

    def _turned(self, on: bool) -> None:
        self.after = "silang" if on and self._clear else ""
        self.updateGeometry()


class ChipRow(QWidget):
    """Chips of which one is on: ``ChipRow([("", "Semua"), ("queued", "Belum terkirim")])``.

    ``chosen(value)`` comes when another is turned on; turning one off turns the first on.
    """

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)
        self.chips: dict[object, Chip] = {}
        for number, (value, text) in enumerate(options):
            chip = self.chips[value] = Chip(text, clear=number > 0)
            chip.clicked.connect(lambda on, v=value: self._pressed(v, on))
            self.row.addWidget(chip)
        self.row.addStretch(1)
        self.value = options[0][0]

    @property
    def value(self) -> object:
        """The value of the chip that is on."""
        return next((value for value, chip in self.chips.items() if chip.isChecked()), None)

    @value.setter
    def value(self, value: object) -> None:
        for one, chip in self.chips.items():
            chip.setChecked(one == value)

    def set_count(self, value: object, count: int | None) -> None:
        """Show a figure in the chip of this value; 0 and None show none."""
        self.chips[value].set_count(count or None)

    def _pressed(self, value: object, on: bool) -> None:
        self.value = value if on else next(iter(self.chips))
        self.chosen.emit(self.value)
