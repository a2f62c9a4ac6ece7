"""Tables: no grid, hairlines, a badge in the state column, rows read in blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from fieldapp.language import tr
from fieldapp.ui import theme
from fieldapp.ui.parts.badge import paint_badge
from fieldapp.ui.parts.cells import CELL, Cell, Column, Line, TableModel
from fieldapp.ui.parts.rows import Rows

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellDelegate(QStyledItemDelegate):
    """Paints a cell: 12 pixels at the sides, a hairline below."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL)
        box: QRect = option.rect
        if not isinstance(cell, Cell):
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, theme.colour("nilaSoft"))
        if index.row() < len(self._table.rows.rows) - 1:
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        inner = box.adjusted(20 if index.column() == 0 else 12, 0, -12, -1)
        if look := cell.badge():
            soft = "surface" if chosen else look.soft
            paint_badge(painter, inner.left() - 8, inner.center().y() + 1, look, tr(look.word), False, soft)
        elif cell.long:
            self._lines(painter, inner, cell)
        else:
            self._words(painter, inner, index.column(), cell)
        painter.restore()

    def _lines(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour(cell.token or "ink2"))
        painter.drawText(box, _LEFT | Qt.TextFlag.TextWordWrap, cell.text)

    def _words(self, painter: QPainter, box: QRect, column: int, cell: Cell) -> None:
        figures = self._table.rows.columns[column].figures
        first = column == 0 or cell.strong
        font = theme.font("label" if self._table.dense else "base", 500 if first else 400, tabular=figures)
        measure = QFontMetrics(font)
        text = measure.elidedText(cell.text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(theme.colour(cell.token or ("ink" if first else "ink2")))
        painter.drawText(box, _RIGHT if figures else _LEFT, text)
        box = box.adjusted(measure.horizontalAdvance(text) + 8, 0, 0, 0)
        if cell.remark and box.width() > 24:
            small = theme.font("small")
            painter.setFont(small)
            painter.setPen(theme.colour("ink3"))
            remark = QFontMetrics(small).elidedText(cell.remark, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, _LEFT, remark)


class Table(QTableView):
    """A table: ``Table("Catatan dalam kiriman", [Column("Catatan"), Column("Ukuran", 70, figures=True)])``.

    ``show_rows([Line(id, (Cell("Enok", "pendaftaran"), "2,1 kB"))])`` or ``show_many(total, fetch)``.
    ``opened(id)`` on Enter or double click, ``chosen(id)`` when another row becomes current, ``sorted_by(column,
    ascending)`` after ``allow_sorting()``. ``dense`` rows are 34 high, others 42. Put it into ``Card(padding=0)``.
    """

    opened = Signal(str)
    chosen = Signal(str)
    sorted_by = Signal(int, bool)

    def __init__(self, name: str, columns: Sequence[Column], dense: bool = False) -> None:
        super().__init__()
        self.dense = dense
        self.setAccessibleName(name)
        self.rows = TableModel(columns)
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(34 if dense else 42)
        self._head()
        self.selectionModel().currentChanged.connect(lambda now, _before: self._say(self.chosen, now))
        self.doubleClicked.connect(lambda index: self._say(self.opened, index))

    def show_rows(self, rows: Sequence[Line]) -> None:
        """Show these rows."""
        self.rows.replace(Rows.of(rows))
        for number, row in enumerate(rows):
            if any(isinstance(cell, Cell) and cell.long for cell in row.cells):
                self.setRowHeight(number, theme.scaled(64))

    def show_many(self, total: int, fetch: Callable[[int, int], Sequence[Line]]) -> None:
        """Show many rows, read in blocks: ``fetch(offset, limit)``."""
        self.rows.replace(Rows(total, fetch))

    def selected(self) -> tuple[str, ...]:
        """The ids of the selected rows, from top to bottom."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(row.id for number in numbers if (row := self.rows.rows[number]))

    def set_width(self, column: int, width: int) -> None:
        """Give a column another width (0 hides it), e.g. in a fold."""
        self.setColumnHidden(column, width == 0)
        self.rows.columns = tuple(
            replace(one, width=width) if number == column else one for number, one in enumerate(self.rows.columns)
        )
        self.setColumnWidth(column, theme.scaled(width))

    def allow_sorting(self) -> None:
        """Let a press on a head ask for another order."""
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.sortIndicatorChanged.connect(
            lambda column, order: self.sorted_by.emit(column, order == Qt.SortOrder.AscendingOrder)
        )

    def full_height(self) -> int:
        """The height that shows every row without scrolling."""
        return 35 + len(self.rows.rows) * self.verticalHeader().defaultSectionSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._say(self.opened, self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _head(self) -> None:
        head = self.horizontalHeader()
        head.setFixedHeight(34)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for number, column in enumerate(self.rows.columns):
            mode = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(number, mode)
            if column.width:
                self.setColumnWidth(number, theme.scaled(column.width))

    def _say(self, signal: SignalInstance, index: Index) -> None:
        row = self.rows.rows[index.row()] if index.isValid() else None
        if row is not None:
            signal.emit(row.id)
