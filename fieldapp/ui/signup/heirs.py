"""The heirs of a sign-up: a row for each, and always room for one more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.domain import dates
from fieldapp.language import tr
from fieldapp.ui.fields.date_edit import DateEdit
from fieldapp.ui.parts.button import Button, IconButton
from fieldapp.ui.parts.choice import Choice
from fieldapp.ui.parts.line import LineEdit
from fieldapp.ui.signup.words import relations


class HeirsEdit(QWidget):
    """Heirs as rows of name, relation and birth date; ``value`` is a list of mappings, empty rows left out."""

    edited = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.rows: list[_Heir] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._add()
        self.more = Button(tr("Tambah ahli waris"), "quiet", "tambah", size="small")
        self.more.clicked.connect(self._add_by_hand)
        self._box.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    @property
    def value(self) -> tuple[dict[str, Any], ...]:
        """The heirs as typed."""
        return tuple(heir for row in self.rows if (heir := row.value()))

    @value.setter
    def value(self, heirs: object) -> None:
        first, *others = [*heirs] if isinstance(heirs, Iterable) and heirs else [{}]
        while len(self.rows) > 1:
            self._remove(self.rows[-1])
        self.rows[0].fill(first)  # the first row stays: a new one would come last when one tabs
        for heir in others:
            self._add().fill(heir)

    def _add(self) -> _Heir:
        row = _Heir(self._today, len(self.rows) + 1)
        row.edited.connect(self.edited)
        row.unwanted.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._box.insertWidget(len(self.rows) - 1, row)
        self.setFocusProxy(self.rows[0].name)
        if len(self.rows) > 1:
            row.follow(self.rows[-2])
        return row

    def _add_by_hand(self) -> None:
        self._add().name.setFocus(Qt.FocusReason.TabFocusReason)

    def _drop(self, row: _Heir) -> None:
        if len(self.rows) > 1:
            self._remove(row)
        else:
            row.fill({})
        self.rows[0].name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _remove(self, row: _Heir) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()


class _Heir(QWidget):
    """One heir."""

    edited = Signal()
    unwanted = Signal()

    def __init__(self, today: Callable[[], date], number: int) -> None:
        super().__init__()
        self.name = LineEdit(placeholder=tr("Nama"))
        self.relation = Choice(relations(), empty=tr("Hubungan"))
        self.born = DateEdit(dates.birth, today)
        self.born.line.setPlaceholderText(tr("Tanggal lahir"))
        self.remove = IconButton("silang", tr("Hapus ahli waris {n}").format(n=number))
        self.remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget, stretch, said in (
            (self.name, 5, tr("Nama ahli waris {n}")),
            (self.relation, 3, tr("Hubungan ahli waris {n}")),
            (self.born, 4, tr("Tanggal lahir ahli waris {n}")),
        ):
            widget.setAccessibleName(said.format(n=number))
            row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove)
        self.name.textEdited.connect(self.edited)
        self.relation.chosen.connect(self.edited)
        self.born.edited.connect(self.edited)
        self.remove.clicked.connect(self.unwanted)

    def follow(self, before: _Heir) -> None:
        """Come after this row when one tabs."""
        stops = (before.remove, self.name, self.relation, self.born.line, self.remove)
        for one, then in pairwise(stops):
            QWidget.setTabOrder(one, then)

    def value(self) -> dict[str, Any]:
        """What is known of the heir; empty when nothing is."""
        known = {"name": self.name.text().strip(), "relation": self.relation.value, "birth_date": self.born.value}
        return {name: value for name, value in known.items() if value}

    def fill(self, heir: Mapping[str, Any]) -> None:
        """Show this heir."""
        self.name.setText(str(heir.get("name") or ""))
        self.relation.value = heir.get("relation")
        self.born.value = heir.get("birth_date")
