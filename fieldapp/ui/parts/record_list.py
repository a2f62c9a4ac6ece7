"""The list of records: two lines a row, state as icon and word, an edge at the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fieldapp.ui import icons, theme
from fieldapp.ui.parts.badge import LOOKS, word
from fieldapp.ui.parts.rows import BLOCK, Rows

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Row:
    """One record: title and time on the first line, state and village on the second."""

    id: str
    title: str
    time: str = ""
    state: str = "draft"
    aside: str = ""

    def said(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.title, word(self.state), self.aside, self.time) if part)


class RowModel(QAbstractListModel):
    """The rows of the list for Qt."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows[Row] = Rows()

    def replace(self, rows: Rows[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if row is None:
            return None
        if role == _ROW:
            return row
        return row.said() if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class RowDelegate(QStyledItemDelegate):
    """Paints a row of 60 pixels."""

    height = 60

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_ROW)
        box: QRect = option.rect
        if not isinstance(row, Row):
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("nilaSoft"))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), theme.colour("nila"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        inner = box.adjusted(20, 8, -18, -8)
        half = inner.height() // 2
        first = QRect(inner.left(), inner.top(), inner.width(), half)
        second = QRect(inner.left(), inner.top() + half, inner.width(), half)
        self._line(painter, first, (row.title, "base", 500, "ink"), (row.time, "ink3"))
        look = LOOKS[row.state]
        icons.paint(painter, second.left(), second.center().y() - 7, look.icon, look.token, 16)
        second.setLeft(second.left() + 22)
        self._line(painter, second, (word(row.state), "small", 500, look.token), (row.aside, "ink3"))
        painter.restore()

    def _line(
        self, painter: QPainter, box: QRect, left: tuple[str, str, theme.Weight, str], right: tuple[str, str]
    ) -> None:
        text, name, weight, token = left
        aside = theme.font("small", tabular=True)
        font = theme.font(name, weight)
        wanted = QFontMetrics(aside).horizontalAdvance(right[0])
        if name == "small":
            wanted = min(wanted, box.width() - QFontMetrics(font).horizontalAdvance(text) - 8)
        painter.setFont(aside)
        _text(painter, box, right, Qt.AlignmentFlag.AlignRight, wanted)
        painter.setFont(font)
        _text(painter, box, (text, token), Qt.AlignmentFlag.AlignLeft, box.width() - wanted - 8)


def _text(painter: QPainter, box: QRect, what: tuple[str, str], side: Qt.AlignmentFlag, room: int) -> None:
    painter.setPen(theme.colour(what[1]))
    words = painter.fontMetrics().elidedText(what[0], Qt.TextElideMode.ElideRight, max(0, room) + 1)
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, words)


class RecordList(QListView):
    """The list: ``list.show_rows([Row(...)])`` or, for many, ``list.show_many(total, fetch)``.

    ``chosen(id)`` comes when another row becomes current, ``opened(id)`` on Enter or double click.
    ``select(id)`` chooses a row that is among those at hand without saying so.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("records")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(RowDelegate(self))
        self.rows = RowModel()
        self.setModel(self.rows)
        self._quiet = False
        self.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now))
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the chosen record stays chosen if it is still there."""
        self._replace(Rows.of(rows))

    def show_many(self, total: int, fetch: Callable[[int, int], Sequence[Row]]) -> None:
        """Show many rows, read in blocks: ``fetch(offset, limit)``."""
        self._replace(Rows(total, fetch))

    def current(self) -> str:
        """The id of the chosen row, or ``""``."""
        row = self.currentIndex().data(_ROW)
        return row.id if isinstance(row, Row) else ""

    def select(self, record: str, near: int = 0) -> None:
        """Choose this record silently, if it is among the first rows or ``near`` that one; ``""`` chooses none."""
        total = len(self.rows.rows)
        places = (*range(min(total, BLOCK)), *range(max(0, near - BLOCK), min(total, near + BLOCK))) if record else ()
        found = next((n for n in places if (row := self.rows.rows[n]) and row.id == record), -1)
        self._quiet = True
        self.setCurrentIndex(self.rows.index(found) if found >= 0 else QModelIndex())
        if found < 0:
            self.clearSelection()
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _replace(self, rows: Rows[Row]) -> None:
        kept, place, near = self.current(), self.verticalScrollBar().value(), self.currentIndex().row()
        self.rows.replace(rows)
        if kept:
            self.select(kept, near)
            self.verticalScrollBar().setValue(place)

    def _tell(self, index: Index) -> None:
        row = index.data(_ROW)
        if isinstance(row, Row) and not self._quiet:
            self.chosen.emit(row.id)

    def _open(self, index: Index) -> None:
        row = index.data(_ROW)
        if isinstance(row, Row):
            self.opened.emit(row.id)
