"""A box that suggests while one types; the suggestions hang below it and never take the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fieldapp.ui import theme
from fieldapp.ui.parts.line import LineEdit

_HEIGHT = 34
_WHAT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Suggestion:
    """What may be meant: its value, its name, and a grey remark that tells it from others of the same name."""

    value: str
    text: str
    aside: str = ""


Find = Callable[[str], Sequence[Suggestion]]


class SuggestEdit(LineEdit):
    """A box with suggestions: ``SuggestEdit(find, shown)``; ``shown(value)`` gives the suggestion of a known value.

    ``value`` is the value chosen, or the text where none was. Down and Up move, Enter and Tab take, Esc closes.
    """

    edited = Signal()

    def __init__(self, find: Find, shown: Callable[[str], Suggestion | None]) -> None:
        super().__init__()
        self._find, self._shown = find, shown
        self._value = ""
        self._popup: _Popup | None = None
        self.textEdited.connect(self._typed)

    @property
    def value(self) -> str:
        """The value chosen, or what was typed."""
        return self._value or self.text().strip()

    @value.setter
    def value(self, value: object) -> None:
        known = self._shown(str(value)) if value else None
        if known is None:
            self._value = ""
            self.setText(str(value or ""))
            self.set_tail("")
        else:
            self._hold(known)
        self.setCursorPosition(0)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """What is suggested now; empty while closed."""
        return self._popup.offered() if self._popup and self._popup.isVisible() else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup
        if popup is None or not popup.isVisible():
            if event.key() == Qt.Key.Key_Down and not self._value:
                self._suggest(self.text().strip())
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            popup.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._take(popup.current())
        elif event.key() == Qt.Key.Key_Escape:
            popup.hide()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward and self._popup and self._popup.isVisible():
            self._take(self._popup.current())
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._popup:
            self._popup.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._popup:
            self._popup.hide()

    def _typed(self, text: str) -> None:
        self._value = ""
        self.set_tail("")
        self._suggest(text.strip())
        self.edited.emit()

    def _suggest(self, text: str) -> None:
        found = self._find(text) if text else ()
        if self._popup is None and found:
            self._popup = _Popup(self)
            self._popup.taken.connect(self._take)
        if self._popup is not None:
            self._popup.offer(found)

    def _take(self, suggestion: Suggestion | None) -> None:
        if self._popup:
            self._popup.hide()
        if suggestion is not None:
            self._hold(suggestion)
            self.edited.emit()

    def _hold(self, suggestion: Suggestion) -> None:
        self._value = suggestion.value
        self.setText(suggestion.text)
        self.set_tail(suggestion.aside)


class _Popup(QListWidget):
    """The suggestions, a child of the window so that they lie over what is below the box."""

    taken = Signal(object)

    def __init__(self, editor: SuggestEdit) -> None:
        super().__init__(editor.window())
        self._editor = editor
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(_Lines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(editor.accessibleName())
        self.itemPressed.connect(lambda item: self.taken.emit(item.data(_WHAT)))
        editor.destroyed.connect(self.deleteLater)
        self.hide()

    def offer(self, found: Sequence[Suggestion]) -> None:
        """Hang these below the box, or go when there are none."""
        self.clear()
        for one in found:
            item = QListWidgetItem(f"{one.text}, {one.aside}" if one.aside else one.text, self)
            item.setData(_WHAT, one)
        self.setVisible(bool(found))
        if found:
            self.setCurrentRow(0)
            self._place(len(found))

    def offered(self) -> tuple[Suggestion, ...]:
        """All that is suggested."""
        return tuple(self.item(number).data(_WHAT) for number in range(self.count()))

    def current(self) -> Suggestion | None:
        """The one that Enter takes."""
        item = self.currentItem()
        found = item.data(_WHAT) if item else None
        return found if isinstance(found, Suggestion) else None

    def step(self, step: int) -> None:
        """Move the mark."""
        self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + step)))

    def _place(self, many: int) -> None:
        window = self._editor.window()
        corner = self._editor.mapTo(window, QPoint(0, 0))
        height = min(many, 8) * _HEIGHT + 4
        below = corner.y() + self._editor.height() + 3
        top = below if below + height <= window.height() else max(0, corner.y() - height - 3)
        width = min(max(self._editor.width(), 440), window.width() - corner.x() - 8)
        self.setGeometry(corner.x(), top, width, height)
        self.raise_()


class _Lines(QStyledItemDelegate):
    """Paints a suggestion: its name, then its remark in grey."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        what: Suggestion = index.data(_WHAT)
        box: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("nilaSoft"))
        room = box.adjusted(11, 0, -11, 0)
        for text, token, name in ((what.text, "ink", "base"), (what.aside, "ink3", "small")):
            font = theme.font(name)
            measure = QFontMetrics(font)
            shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            room.setLeft(room.left() + measure.horizontalAdvance(shown) + 8)
        painter.restore()
