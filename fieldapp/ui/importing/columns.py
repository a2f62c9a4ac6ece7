"""The columns of a register: what each is read as, what stands in it, and another meaning if a person knows better."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.register import Preview
from fieldapp.register.header import Column as RegisterColumn
from fieldapp.register.report import fate_shown, field_shown
from fieldapp.register.words import FIELDS
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.cells import Cell, Column, Line
from fieldapp.ui.parts.table import Table
from fieldapp.ui.parts.text import label, rule


class ColumnsView(QWidget):
    """``assigned(column, field)`` when a person gives a column another meaning; ``""`` means not read."""

    assigned = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._headings: dict[str, str] = {}
        self._locked = False
        self.table = Table(
            tr("Kolom berkas"),
            [Column(tr("Judul di berkas"), 210), Column(tr("Dibaca sebagai"), 250), Column(tr("Isi pertama"))],
        )
        self.change = Button(tr("Ubah arti kolom"), icon="ubah", size="small")
        self.hint = label("", "small", "hint", wrap=True)
        self.menu = QMenu(self)
        self.change.setEnabled(False)
        self.change.clicked.connect(lambda: self.open_menu(self.table.selected()[0]))
        self.table.opened.connect(self.open_menu)
        self.table.chosen.connect(lambda _column: self.change.setEnabled(True))
        self._lay_out()

    def show_preview(self, shown: Preview) -> None:
        """Show the columns; the current one stays."""
        now = self.table.currentIndex().row()
        self._headings = {str(column.index): column.heading for column in shown.columns}
        self.table.show_rows([_line(column, shown.samples.get(column.index, ())) for column in shown.columns])
        said = tr("Judul kolom ada di baris {n}. Ada yang salah dibaca? Pilih kolomnya, lalu tekan Enter.")
        self.hint.setText(said.format(n=shown.heading_line))
        self.change.setEnabled(now >= 0)
        if now >= 0:
            self.table.selectRow(now)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed any more."""
        self._locked = locked
        self._foot.setVisible(not locked)

    def narrow(self, narrow: bool) -> None:
        """Give the samples more room."""
        self.table.set_width(0, 150 if narrow else 210)
        self.table.set_width(1, 190 if narrow else 250)

    def open_menu(self, column: str) -> None:
        """Offer every meaning for this column."""
        if self._locked:
            return
        self.menu.clear()
        self.menu.setAccessibleName(self._headings[column])
        for field in ("", *FIELDS):
            words = field_shown(field) if field else tr("Tidak dibaca")
            action = self.menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, f=field: self.assigned.emit(int(column), f))
        self.menu.popup(self.change.mapToGlobal(QPoint(0, -4)))

    def _lay_out(self) -> None:
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(20, 8, 12, 8)
        foot.setSpacing(12)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.change)
        card = Card(padding=0, spacing=0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(rule())
        card.body.addWidget(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)


def _line(column: RegisterColumn, samples: tuple[str, ...]) -> Line:
    heading = column.heading or tr("tanpa judul")
    said = " · ".join(samples)
    if column.fate != "read":
        return Line(str(column.index), (heading, Cell(fate_shown(column), token="ink3"), Cell(said, token="ink3")))
    doubt = fate_shown(column) if column.sureness == "guess" else ""
    return Line(str(column.index), (heading, Cell(field_shown(column.field), doubt, strong=True), said))
