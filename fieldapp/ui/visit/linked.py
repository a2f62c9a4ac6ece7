"""Sign-ups that belong to a visit though they were recorded apart: found by name, kept as rows."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.domain import nik
from fieldapp.language import tr
from fieldapp.store.query import Line, Query
from fieldapp.ui import theme
from fieldapp.ui.fields.suggest import SuggestEdit, Suggestion
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.button import IconButton
from fieldapp.ui.parts.text import Elided
from fieldapp.ui.record.desk import Desk


class LinkedEdit(QWidget):
    """A search box and the sign-ups picked below it; ``value`` is the list of their ids."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._picked: dict[str, QWidget] = {}
        self.box = SuggestEdit(self._matching, lambda _value: None)
        self.box.setPlaceholderText(tr("Cari nama, NIK, HP"))
        self.box.edited.connect(self._typed)
        self.setFocusProxy(self.box)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._rows.addWidget(self.box)

    @property
    def value(self) -> tuple[str, ...]:
        """The ids picked."""
        return tuple(sorted(self._picked))

    @value.setter
    def value(self, ids: object) -> None:
        for one in [*self._picked]:
            self._remove(one)
        self.box.clear()
        for one in ids if isinstance(ids, Iterable) else ():
            self._add(str(one))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.box.setAccessibleDescription(text)

    def _matching(self, text: str) -> tuple[Suggestion, ...]:
        lines = self._desk.records.page(Query("signup", text=text), 0, 12).lines
        free = [line for line in lines if str(line.id) not in self._picked and not line.detail.get("withdrawn")]
        return tuple(Suggestion(str(line.id), line.title, self._aside(line)) for line in free[:8])

    def _aside(self, line: Line) -> str:
        digits = str(line.detail.get("nik", ""))
        return f"{self._desk.around.regions.name(line.village)} · {nik.masked(digits)}"

    def _typed(self) -> None:
        if len(self.box.value) == 36 and self.box.value not in (self.box.text(), *self._picked):
            self._add(self.box.value)
            self.box.value = ""
            self.edited.emit()

    def _add(self, record: str) -> None:
        entry = self._desk.records.get("signup", UUID(record))
        title = str(entry.record.fields().get("name")) if entry else tr("Pendaftaran di laptop lain")
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(11, 0, 2, 0)
        row.setSpacing(8)
        remove = IconButton("silang", tr("Lepas {name}").format(name=title), "ink2", 16)
        remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        remove.clicked.connect(lambda: self._drop(record))
        row.addWidget(Glyph("orang", "nila", 16))
        row.addWidget(Elided(title), 1)
        row.addWidget(remove)
        made.setFixedHeight(theme.scaled(30))
        self._picked[record] = made
        self._rows.addWidget(made)
        QWidget.setTabOrder(self.box, remove)

    def _drop(self, record: str) -> None:
        self._remove(record)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _remove(self, record: str) -> None:
        row = self._picked.pop(record)
        row.hide()
        row.deleteLater()
