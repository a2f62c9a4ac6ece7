"""The sheet over a window: all its keys, or help on one field."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui.parts.button import Button, cap_words
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.field import Field
from fieldapp.ui.parts.line import SearchBox
from fieldapp.ui.parts.sections import Anchor
from fieldapp.ui.parts.text import label
from fieldapp.ui.parts.undo import Cap


def keys_of(widget: QWidget) -> list[tuple[str, str]]:
    """The keys of the buttons and search boxes that can be seen in ``widget``: key and word."""
    found = []
    for button in widget.findChildren(Button):
        if button.key and button.isVisible():
            found.append((cap_words(button.key), button.accessibleName()))
    found += [("Ctrl F", box.accessibleName()) for box in widget.findChildren(SearchBox) if box.isVisible()]
    anchors = [one for one in widget.findChildren(Anchor) if one.isVisible()]
    return [*found, *((cap_words(one.key), one.accessibleName()) for one in anchors)]


def field_of(widget: QWidget | None) -> Field | None:
    """The field that a box belongs to."""
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return widget


class Sheet(QWidget):
    """Lies over the window until Esc, a press beside it, or any other key: ``sheet.show_keys(pairs)``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._card: Card | None = None
        self._back: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringless", True)
        self._box = QVBoxLayout(self)
        window.installEventFilter(self)
        self.hide()

    def show_keys(self, title: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Show keys with what they do, in two columns."""
        card = Card(title, spacing=14)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        listed: dict[str, list[str]] = {}
        for key, words in pairs:
            if key not in listed.setdefault(words, []):
                listed[words].append(key)
        half = (len(listed) + 1) // 2
        for number, (words, caps) in enumerate(listed.items()):
            column, row = divmod(number, half)
            grid.addLayout(_caps(caps), row, column * 3)
            grid.addWidget(label(words, "base", "second"), row, column * 3 + 1)
        grid.setColumnMinimumWidth(2, 24)
        card.body.addLayout(grid)
        self._open(card, " ".join(f"{', '.join(caps)}: {words}." for words, caps in listed.items()))

    def show_help(self, field: Field) -> None:
        """Show what is known about a field."""
        card = Card(field.label, spacing=10)
        card.body.addWidget(label(field.help or tr("Isi sesuai kertas atau KTP."), wrap=True))
        if field.error():
            card.body.addWidget(label(field.error(), "base", "error", wrap=True))
        card.setFixedWidth(460)
        self._open(card, field.help)

    def words(self) -> tuple[str, ...]:
        """What the sheet says."""
        return tuple(one.text() for one in self._card.findChildren(QLabel)) if self._card else ()

    def close_sheet(self) -> None:
        """Go, and give the keyboard back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # keys of the page below must not work through the sheet
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self.close_sheet()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.close_sheet()

    def paintEvent(self, _event: object) -> None:
        QPainter(self).fillRect(self.rect(), QColor(12, 15, 22, 110))

    def _open(self, card: Card, said: str) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = card
        close = Button(tr("Tutup"), size="small")
        close.clicked.connect(self.close_sheet)
        card.body.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._box.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        if not self.isVisible():
            self._back = self._window.focusWidget()
        self.setAccessibleName(said)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)


def _caps(caps: list[str]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addStretch(1)
    for cap in caps:
        row.addWidget(Cap(cap, "ink"))
    return row
