"""The column of records left of a form: title, search, chips and a list that reads its rows as they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.contract.messages import Kind
from fieldapp.language import tr
from fieldapp.store.query import Counts, Line, Page, Query
from fieldapp.ui import theme
from fieldapp.ui.fold import Fold
from fieldapp.ui.parts.button import Button, IconButton
from fieldapp.ui.parts.card import EmptyState
from fieldapp.ui.parts.chips import Chip
from fieldapp.ui.parts.line import SearchBox
from fieldapp.ui.parts.record_list import RecordList, Row
from fieldapp.ui.parts.text import label


class Records(Protocol):
    """What the column reads of the store."""

    def page(self, query: Query, offset: int = 0, limit: int = 100) -> Page: ...
    def counts(self, kind: Kind | None = None) -> Counts: ...


class RecordsColumn(QWidget):
    """Records of one kind: ``RecordsColumn("Pendaftaran", "signup", records, row_of, pinned=drafts)``.

    ``chosen(id)`` when another row becomes current, ``opened(id)`` on Enter, ``new_wanted`` on Ctrl+N.
    ``pinned()`` gives rows that stand on top while nothing is searched (unfinished forms).
    """

    chosen = Signal(str)
    opened = Signal(str)
    new_wanted = Signal()

    def __init__(
        self,
        title: str,
        kind: Kind,
        records: Records,
        row_of: Callable[[Line], Row],
        *,
        search: str,
        empty: tuple[str, str, str],
        pinned: Callable[[], Sequence[Row]] = tuple,
    ) -> None:
        super().__init__()
        self._kind: Kind = kind
        self._records, self._row_of, self._pinned = records, row_of, pinned
        self.setObjectName("ground")
        self.total = label("", "label", "hint")
        self.new = Button(tr("Baru"), "secondary", "tambah", key="Ctrl+N")
        self.new.show_cap(False)
        self.bring = IconButton("unduh", tr("Impor daftar desa (Ctrl+I)"))
        self.bring.hide()
        self.search = SearchBox(search)
        self.list = RecordList(title)
        self.chips = {
            "": Chip(tr("Semua")),
            "queued": Chip(tr("Belum terkirim"), clear=True),
            "needs_revision": Chip(tr("Perlu diperbaiki"), clear=True),
        }
        self._state = ""
        self.empty = self._empty(*empty)
        self.nothing = EmptyState("cari", tr("Tidak ada yang cocok."))
        self._lay_out(title)
        self._connect()

    def refresh(self) -> None:
        """Read counts and rows again; the chosen record and the place in the list stay."""
        counts = self._records.counts(self._kind)
        self.chips["queued"].set_count(counts.queued or None)
        self.chips["needs_revision"].set_count(counts.needs_revision or None)
        asks = bool(counts.needs_revision) or self._state == "needs_revision"
        self.chips["needs_revision"].setVisible(asks)
        self._second.setVisible(asks)
        self._show()

    def offer_import(self, verb: Callable[[], object]) -> None:
        """Offer to bring many records in at once, by button and by Ctrl+I."""
        self.bring.show()
        self.bring.clicked.connect(verb)
        QShortcut(QKeySequence("Ctrl+I"), self).activated.connect(verb)

    def select(self, record: str) -> None:
        """Choose the row of this record silently; ``""`` chooses none."""
        if record != self.list.current():
            self.list.select(record, self.list.currentIndex().row())

    def filter(self, state: str) -> None:
        """Show one state only; ``""`` shows all."""
        self._state = state
        for one, chip in self.chips.items():
            chip.setChecked(one == state)
        self.refresh()

    def fold(self, fold: Fold) -> None:
        """In a narrower column the word on Baru and the key cap in the search box go."""
        self.new.set_words(tr("Baru") if fold == Fold.WIDE else "")
        self.search.show_cap(fold == Fold.WIDE)

    def _show(self) -> None:
        text = self.search.text().strip()
        pinned = () if text or self._state else tuple(self._pinned())
        query = self._query(text)
        first = self._records.page(query, 0, 100)
        total = len(pinned) + first.total

        def fetch(offset: int, limit: int) -> Sequence[Row]:
            begin = max(0, offset - len(pinned))
            room = limit - len(pinned[offset : offset + limit])
            lines = first.lines if begin == 0 else self._records.page(query, begin, room).lines
            return (*pinned[offset : offset + limit], *map(self._row_of, lines[:room]))

        self.list.show_many(total, fetch)
        self.total.setText(str(total) if total else "")
        narrowed = bool(text or self._state)
        self.list.setVisible(total > 0)
        self.empty.setVisible(total == 0 and not narrowed)
        self.nothing.setVisible(total == 0 and narrowed)
        self._rest.setVisible(total == 0)

    def _query(self, text: str) -> Query:
        if self._state == "needs_revision":
            return Query(self._kind, text=text, state="needs_revision")
        return Query(self._kind, text=text, state="queued") if self._state else Query(self._kind, text=text)

    def _empty(self, icon: str, sentence: str, verb: str) -> EmptyState:
        button = Button(verb, "secondary", size="small")
        button.clicked.connect(self.new_wanted)
        return EmptyState(icon, sentence, button)

    def _pressed(self, state: str) -> None:
        self.filter("" if state == self._state else state)

    def _connect(self) -> None:
        self.chips[""].setChecked(True)
        for state, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, s=state: self._pressed(s))
        self.search.searched.connect(lambda _text: self._show())
        self.new.clicked.connect(self.new_wanted)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(theme.wear(label(title), "title"))
        head.addStretch(1)
        head.addWidget(self.bring)
        head.addWidget(self.new)
        first = QHBoxLayout()
        first.setSpacing(6)
        for state in ("", "queued"):
            first.addWidget(self.chips[state])
        first.addStretch(1)
        first.addWidget(self.total)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self.chips["needs_revision"])
        second.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(18, 14, 18, 12)
        top.setSpacing(10)
        top.addLayout(head)
        top.addWidget(self.search)
        top.addLayout(first)
        top.addWidget(self._second)
        for place in (self.empty, self.nothing):
            top.addWidget(place)
        self._rest = QWidget()
        self._rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self._rest, 1)
