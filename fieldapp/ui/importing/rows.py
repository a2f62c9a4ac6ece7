"""The lines of a register, each with its result and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.domain import nik
from fieldapp.language import tr
from fieldapp.register import Preview, Row, Trouble
from fieldapp.ui.importing.verdicts import GROUPS, LOOKS, Counts, counted, reason, trouble_told
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.cells import Cell, Column, Line
from fieldapp.ui.parts.chips import ChipRow
from fieldapp.ui.parts.table import Table
from fieldapp.ui.parts.text import rich, rule

_DIGITS = 16
_MANY = 1000
"""A figure as long as this finds no room in a narrow row of filters; the sentence above says it too."""


class RowsView(QWidget):
    """Filters, the table, and below it all that is wrong with the current line."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._all: Preview | None = None
        self._narrow = False
        words = (
            ("", tr("Semua")),
            ("ready", tr("Siap")),
            ("look", tr("Perlu dilihat")),
            ("repair", tr("Perlu diperbaiki")),
            ("known", tr("Sudah ada")),
        )
        self.filters = ChipRow(words)
        self.table = Table(
            tr("Baris demi baris"),
            [
                Column(tr("Baris"), 72, figures=True),
                Column(tr("Nama"), 184),
                Column(tr("Hasil"), 162),
                Column(tr("Alasan")),
            ],
        )
        self.detail = rich("", "small", "second")
        self.detail.setContentsMargins(20, 10, 20, 10)
        self._lay_out()
        self.filters.chosen.connect(lambda _value: self.begin())
        self.table.chosen.connect(self._explain)

    def show_preview(self, shown: Preview, found: Counts) -> None:
        """Show the lines; the filter stays as long as it shows something."""
        self._all = shown
        for group in GROUPS:
            count = counted(found, group)
            self.filters.set_count(group, None if self._narrow and count >= _MANY else count)
            self.filters.chips[group].setVisible(count > 0 or group == "")
        self.filters.chips["ready"].set_words(tr("Diambil") if found["taken"] else tr("Siap"))
        self.table.set_width(2, 182 if found["taken"] else 162)
        if not counted(found, str(self.filters.value)):
            self.filters.value = ""
        self._filter()

    def begin(self) -> None:
        """Show the first line that the filter lets through."""
        self._filter()
        self.table.scrollToTop()

    def narrow(self, narrow: bool) -> None:
        """Give the reasons more room."""
        self._narrow = narrow
        self.table.set_width(0, 68 if narrow else 72)
        self.table.set_width(1, 164 if narrow else 184)

    def _filter(self) -> None:
        if self._all is not None:
            wanted = GROUPS[str(self.filters.value)]
            self._rows = [row for row in self._all.rows if row.verdict in wanted]
            self.table.show_many(len(self._rows), lambda at, many: [_line(row) for row in self._rows[at : at + many]])
            self._explain("")

    def _explain(self, number: str) -> None:
        row = next((row for row in self._rows if str(row.number) == number), None)
        self._below.setVisible(row is not None)
        if row is not None:
            self.detail.setText("<br>".join([_person(row), *map(_told, row.troubles)]))
            self._card.body.activate()
            self.table.scrollTo(self.table.currentIndex())

    def _lay_out(self) -> None:
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(rule())
        below.addWidget(self.detail)
        self._below.hide()
        self._card = card = Card(padding=0, spacing=0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.filters)
        column.addWidget(card, 1)


def _line(row: Row) -> Line:
    name = Cell(row.name or tr("tanpa nama"), strong=bool(row.name))
    return Line(str(row.number), (str(row.number), name, Cell(look=LOOKS[row.verdict]), reason(row)))


def _person(row: Row) -> str:
    number = nik.masked(row.nik) if len(row.nik) == _DIGITS and row.nik.isdecimal() else ""
    who = escape(row.name or tr("tanpa nama"))
    return " · ".join(filter(None, (f"<b>{who}</b>", number, tr(LOOKS[row.verdict].word))))


def _told(trouble: Trouble) -> str:
    said = escape(trouble_told(trouble))
    return (
        tr("{reason}. Tertulis: “{typed}”").format(reason=said, typed=escape(trouble.typed)) if trouble.typed else said
    )
