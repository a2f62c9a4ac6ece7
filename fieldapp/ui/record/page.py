"""A page of records: list, form, summary, and how they fold."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.store.drafts import Draft
from fieldapp.store.query import Line
from fieldapp.ui.columns import Columns
from fieldapp.ui.fold import Fold
from fieldapp.ui.page import Page
from fieldapp.ui.parts.banner import Banner
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.record_list import Row
from fieldapp.ui.record.desk import Desk
from fieldapp.ui.record.editor import Editor
from fieldapp.ui.record.wording import Wording
from fieldapp.ui.records_column import RecordsColumn
from fieldapp.ui.when import clock, day

_DRAFT = "draft:"


class RecordPage(Page):
    """``RecordPage(desk, wording, editor)``; a kind of record adds what only it can do.

    ``saved(id)`` after every save; ``count_changed`` when what waits may have changed.
    """

    saved = Signal(str)
    count_changed = Signal()

    def __init__(self, desk: Desk, wording: Wording, editor: Editor) -> None:
        super().__init__(wording.page)
        self.desk, self._wording, self.editor = desk, wording, editor
        self.summary = self.editor.summary
        self.column = RecordsColumn(
            self.title,
            desk.kind,
            desk.records,
            self._row,
            search=wording.search,
            empty=(wording.icon, wording.none, wording.first),
            pinned=self._pinned,
        )
        self._offer: Banner | None = None
        self.columns = Columns(self.column, self.editor, self.summary, bar=104)
        self._lay_out()
        self._connect()
        self._offer_draft()
        self.fold(Fold.WIDE)

    def refresh(self) -> None:
        """Read list and counts again; the form stays as it is."""
        self.column.refresh()
        self.column.select(self._here())
        self.setFocusProxy(self._first())
        self.set_count(self.desk.records.counts(self.desk.kind).needs_revision, urgent=True)

    def fold(self, fold: Fold) -> None:
        """Arrange for the width at hand."""
        padding = 28 if fold in (Fold.WIDE, Fold.NARROW) else 24
        self.columns.fold(fold)
        self.column.fold(fold)
        self.summary.squeeze(24 if fold >= Fold.MEDIUM else 16)
        self.editor.squeeze(padding)
        self.editor.head.narrow(fold <= Fold.NARROW)
        self.editor.verbs.line.setVisible(fold == Fold.SINGLE)

    def new(self, values: Mapping[str, Any] | None = None, note: str = "") -> None:
        """Start a new record; ``values`` are there from the start, ``note`` says where they come from."""
        self.columns.show_list(False)
        self.editor.begin(values, note)
        self._close_offer()
        self.refresh()
        self.editor.form.begin()

    def open(self, record: str) -> None:
        """Show this record or unfinished form."""
        if record.startswith(_DRAFT):
            wanted = UUID(record.removeprefix(_DRAFT))
            draft = next((one for one in self.editor.keeper.unfinished() if one.id == wanted), None)
            if draft and draft.id != self.editor.draft:
                self.editor.resume(draft)
        else:
            self.editor.open(UUID(record))
        self.column.select(self._here())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.columns.aside:
            self.columns.show_summary(False)
        elif self.columns.listed:
            self.columns.show_list(False)
        elif self.editor.history.isVisible():
            self.editor.history.hide()
        elif self.column.isVisible():
            self.column.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_draft(self) -> None:
        """Keep what was typed now, before the window closes."""
        self.editor.keeper.flush()

    def _first(self) -> QWidget:
        """What has the keyboard when the page comes: the list, or what leads to it or begins it."""
        if not self.column.isVisibleTo(self):
            return self.editor.head.back
        return self.column.list if self.column.list.isVisibleTo(self) else self.column.new

    def _here(self) -> str:
        editor = self.editor
        return f"{_DRAFT}{editor.draft}" if editor.is_new() else str(editor.record)

    def _row(self, line: Line) -> Row:
        when = day(line.touched_at, self.desk.around.now())
        village = self.desk.around.regions.name(line.village)
        aside = tr("Ditarik") if line.detail.get("withdrawn") else village
        return Row(str(line.id), line.title, when, line.state, aside)

    def _pinned(self) -> list[Row]:
        return [self._draft_row(one) for one in self.editor.keeper.unfinished() if one.record_id is None]

    def _draft_row(self, draft: Draft) -> Row:
        village = str(draft.form.get("village", ""))
        place = self.desk.around.regions.name(village) if len(village) == 10 else ""
        when = day(draft.at, self.desk.around.now())
        return Row(f"{_DRAFT}{draft.id}", self._name(draft), when, "draft", place)

    def _offer_draft(self) -> None:
        """After a crash or a closed window: the newest unfinished form, to go on with or to throw away."""
        newest = next(iter(self.editor.keeper.unfinished()), None)
        if newest is None:
            return
        drop, resume = Button(tr("Buang"), "quiet"), Button(tr("Lanjutkan"))
        text = tr("Ada isian yang belum selesai ({name}, {time}).")
        said = text.format(name=escape(self._name(newest)), time=clock(newest.at))
        self._offer = Banner("info", "draf", said, [drop, resume])
        resume.clicked.connect(lambda: self._resume(newest))
        drop.clicked.connect(lambda: self._drop(newest))
        self.editor.form.notes.insertWidget(0, self._offer)

    def _resume(self, draft: Draft) -> None:
        self._close_offer()
        self.editor.resume(draft)
        self.refresh()
        self.editor.form.begin()

    def _drop(self, draft: Draft) -> None:
        self._close_offer()
        self.editor.keeper.forget(draft.id)
        self.refresh()
        self.editor.undo.offer(tr("Isian {name} dibuang").format(name=self._name(draft)), lambda: self._restore(draft))

    def _restore(self, draft: Draft) -> None:
        self.desk.drafts.keep(draft)
        self._resume(draft)

    def _close_offer(self) -> None:
        if self._offer is not None:
            self._offer.hide()
            self._offer.deleteLater()
            self._offer = None

    def _saved(self, record: str) -> None:
        self._close_offer()
        self.refresh()
        self.saved.emit(record)
        self.count_changed.emit()

    def _opened(self, record: str) -> None:
        self._close_offer()
        self.open(record)
        self.columns.show_list(False)

    def go_in(self, record: str) -> None:
        """Show this record or unfinished form and put the cursor into it, where something is wrong before all else."""
        self._opened(record)
        form = self.editor.form.form
        wrong = form.wrong()
        if wrong:
            form.focus(next(name for name in form.fields if name in wrong))
        else:
            self.editor.form.begin()

    def _show_list(self) -> None:
        self.columns.show_list(True)
        if self.columns.listed:
            self.column.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self.column.chosen.connect(self._opened)
        self.column.opened.connect(self.go_in)
        self.column.new_wanted.connect(self.new)
        self.column.search.searched.connect(lambda _text: self.columns.show_list(True))
        self.editor.saved.connect(self._saved)
        self.editor.changed.connect(self.refresh)
        self.editor.doubted.connect(lambda: self.columns.show_summary(True))
        for stored in (self.editor.verbs.save, self.editor.verbs.save_next):
            stored.connect(lambda: self.column.select(self._here()))
        self.editor.verbs.summary.connect(lambda: self.columns.show_summary(not self.columns.aside))
        self.editor.head.listed.connect(self._show_list)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.columns)

    def _name(self, draft: Draft) -> str:
        return self._wording.title(draft.form) or self._wording.nameless
