"""What a table shows: columns, cells, rows, and the model through which Qt reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fieldapp.language import tr
from fieldapp.ui import theme
from fieldapp.ui.parts.badge import LOOKS, Look
from fieldapp.ui.parts.rows import Rows

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column:
    """A column: its head, its width (0 takes the rest), whether it holds figures (right, equal digits)."""

    head: str
    width: int = 0
    figures: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell: a text with a grey remark, or a badge (of a ``state``, or any ``look``); ``token`` colours the text.

    A ``long`` text is written small over up to three lines, in a higher row, and whole as a tooltip.
    """

    text: str = ""
    remark: str = ""
    state: str = ""
    token: str = ""
    strong: bool = False
    look: Look | None = None
    long: bool = False

    def badge(self) -> Look | None:
        """The badge shown, if any."""
        return LOOKS[self.state] if self.state else self.look

    def said(self) -> str:
        """The cell as words."""
        badge = self.badge()
        return tr(badge.word) if badge else " ".join(filter(None, (self.text, self.remark)))


@dataclass(frozen=True)
class Line:
    """A row of a table: the id it stands for and its cells (a plain text is a cell too)."""

    id: str
    cells: tuple[Cell | str, ...]


class TableModel(QAbstractTableModel):
    """The rows of a table for Qt."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: Rows[Line] = Rows()

    def replace(self, rows: Rows[Line]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if row is None or role not in (CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        given = row.cells[index.column()]
        cell = Cell(given) if isinstance(given, str) else given
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(cell.text) if cell.long else None
        return cell if role == CELL else cell.said()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].figures else _LEFT
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("small", 600)
        return self.columns[section].head if role == Qt.ItemDataRole.DisplayRole else None
