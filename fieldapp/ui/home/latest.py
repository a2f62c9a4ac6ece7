"""The newest records of both kinds, each with where it is: what fills Beranda while little is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.contract.messages import Kind
from fieldapp.domain.region import Regions
from fieldapp.language import tr
from fieldapp.store.query import Line, Query
from fieldapp.store.store import Store
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.badge import Badge
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.text import Elided, label, rule
from fieldapp.ui.when import moment

KINDS: tuple[Kind, ...] = ("signup", "visit")


@dataclass(frozen=True)
class Recent:
    """A record that was touched lately: what it is called, where and when, and its state."""

    kind: Kind
    id: str
    title: str
    where: str
    state: str


def latest(store: Store, regions: Regions, now: datetime, limit: int) -> list[Recent]:
    """The newest records, of whichever kind."""
    lines = [line for kind in KINDS for line in store.records.page(Query(kind), 0, limit).lines]
    lines.sort(key=lambda line: line.touched_at, reverse=True)
    return [_recent(line, regions, now) for line in lines[:limit]]


def _recent(line: Line, regions: Regions, now: datetime) -> Recent:
    where = f"{regions.name(line.village)} · {moment(line.touched_at, now)}"
    return Recent(line.kind, str(line.id), line.title, where, line.state)


class Latest(QWidget):
    """Rows of records with their states; ``chosen(kind, id)`` when one is opened."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.titles: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("Catatan terbaru"), weight=600))
        column.addLayout(self._rows)

    def show_records(self, records: Sequence[Recent]) -> None:
        """Show these, or nothing at all."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.titles = [record.title for record in records]
        for record in records:
            self._rows.addWidget(rule())
            self._rows.addWidget(self._row(record))
        self.setVisible(bool(records))

    def _row(self, record: Recent) -> QWidget:
        made = QWidget()
        made.setMinimumHeight(48)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(record.title, weight=500))
        words.addWidget(Elided(record.where, "small", "second"))
        verb = Button(tr("Buka"), "quiet")
        verb.after = "kanan"
        verb.setAccessibleName(tr("Buka {title}").format(title=record.title))
        verb.clicked.connect(lambda: self.chosen.emit(record.kind, record.id))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(14)
        row.addWidget(Glyph("orang" if record.kind == "signup" else "kunjungan", "ink2", 20))
        row.addLayout(words, 1)
        row.addWidget(Badge(record.state, flat=True))
        row.addWidget(verb)
        return made
