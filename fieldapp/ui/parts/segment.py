"""Two or three choices side by side; one tab stop, the arrows choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from fieldapp.ui import theme


class Segment(QFrame):
    """A choice between few: ``Segment([("male", "Laki-laki"), ("female", "Perempuan")])``.

    ``value`` is the chosen value or None; ``chosen(value)`` comes when the person chooses; a letter chooses by initial.
    """

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str]], value: object = None) -> None:
        super().__init__()
        self.setObjectName("segment")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = ""
        self._values: list[object] = []
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.set_options(options)
        self.value = value

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other choices; none is chosen then."""
        while self._buttons:
            old = self._buttons.pop()
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._values = [value for value, _ in options]
        for number, (_, label) in enumerate(options):
            self._add(number, label, len(options))
        self.setMinimumHeight(36)

    @property
    def value(self) -> object:
        """The chosen value, or None."""
        return next((v for v, b in zip(self._values, self._buttons, strict=True) if b.isChecked()), None)

    @value.setter
    def value(self, value: object) -> None:
        for one, button in zip(self._values, self._buttons, strict=True):
            button.setChecked(value is not None and one == value)
        self._tell()

    def setAccessibleName(self, name: str) -> None:
        self._name = name
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key()), 0
        )
        now = next((number for number, button in enumerate(self._buttons) if button.isChecked()), -1)
        typed = event.text().casefold()
        if step:
            self._choose(max(0, min(len(self._buttons) - 1, now + step)))
        elif event.key() == Qt.Key.Key_Space:
            self._choose(0 if now < 0 else (now + 1) % len(self._buttons))
        elif typed and (starts := [n for n, b in enumerate(self._buttons) if b.text().casefold().startswith(typed)]):
            self._choose(starts[0])
        else:
            super().keyPressEvent(event)

    def _add(self, number: int, label: str, many: int) -> None:
        button = theme.wear(QPushButton(label.replace("&", "&&")), "base", 500)
        button.setProperty("kind", "segment")
        button.setProperty("place", "first" if number == 0 else "last" if number == many - 1 else "middle")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(label)
        button.clicked.connect(lambda _=False, n=number: self._choose(n))
        self._buttons.append(button)
        self._row.addWidget(button, 1)

    def _choose(self, number: int) -> None:
        self.setFocus()
        self.value = self._values[number]
        self.chosen.emit(self.value)

    def _tell(self) -> None:
        said = next((button.text() for button in self._buttons if button.isChecked()), "")
        super().setAccessibleName(f"{self._name}: {said}" if self._name and said else self._name)
