"""The page Pendaftaran: list, form, summary, and how they fold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp.domain.region import Regions
from fieldapp.language import tr
from fieldapp.store.drafts import Draft
from fieldapp.store.query import Line
from fieldapp.ui import theme
from fieldapp.ui.fold import Fold
from fieldapp.ui.page import Page
from fieldapp.ui.parts.banner import Banner
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.record_list import Row
from fieldapp.ui.parts.text import upright
from fieldapp.ui.records_column import RecordsColumn
from fieldapp.ui.signup.desk import Desk, Records
from fieldapp.ui.signup.drafts import Drafts
from fieldapp.ui.signup.editor import Editor
from fieldapp.ui.signup.readback import ReadBack
from fieldapp.ui.signup.sections import Surroundings
from fieldapp.ui.when import clock, day

_DRAFT = "draft:"
_WIDTHS = {
    Fold.WIDE: (316, 360, 28),
    Fold.MEDIUM: (284, 328, 24),
    Fold.NARROW: (316, 320, 28),
    Fold.SINGLE: (316, 0, 24),
}


class SignupPage(Page):
    """``SignupPage(records=…, drafts=…, regions=…, areas=…, account=…, names=…, today=…)``.

    ``saved(id)`` after every save; ``count_changed`` when what waits may have changed.
    """

    saved = Signal(str)
    count_changed = Signal()
    key = "signup"
    icon = "pendaftaran"

    def __init__(
        self,
        *,
        records: Records,
        drafts: Drafts,
        regions: Regions,
        areas: Sequence[str],
        account: str,
        names: Mapping[str, str],
        today: Callable[[], date],
    ) -> None:
        super().__init__(tr("Pendaftaran"))
        self._desk = Desk(records, drafts, Surroundings(regions, areas, today), account, names)
        self.editor = Editor(self._desk)
        self.summary = self.editor.summary
        self.column = RecordsColumn(
            self.title,
            "signup",
            records,
            self._row,
            search=tr("Cari nama, NIK, HP, desa"),
            empty=("pendaftaran", tr("Belum ada pendaftaran."), tr("Isi yang pertama")),
            pinned=self._pinned,
        )
        self.read_back = ReadBack(self, regions)
        self._offer: Banner | None = None
        self._fold, self._listed, self._aside = Fold.WIDE, False, False
        self._lay_out()
        self._connect()
        self._offer_draft()
        self.fold(Fold.WIDE)

    def refresh(self) -> None:
        """Read list and counts again; the form stays as it is."""
        self.column.refresh()
        self.column.select(self._here())
        self.set_count(self._desk.records.counts("signup").needs_revision, urgent=True)

    def fold(self, fold: Fold) -> None:
        """Arrange for the width at hand."""
        self._fold = fold
        column, summary, padding = _WIDTHS[fold]
        self.column.setFixedWidth(theme.scaled(column))
        self.summary.setFixedWidth(theme.scaled(summary or 320))
        self.column.fold(fold)
        self.summary.squeeze(24 if fold >= Fold.MEDIUM else 16)
        self.editor.squeeze(padding)
        self.editor.head.narrow(fold <= Fold.NARROW)
        self.editor.verbs.line.setVisible(fold == Fold.SINGLE)
        self._arrange()

    def new(self, *, visit: str = "") -> None:
        """Start a new sign-up, on its own or in a visit, whose village it takes."""
        self._listed = False
        self._arrange()
        self.editor.begin(self._desk.in_visit(visit) if visit else None)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._float()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._aside and self._fold == Fold.SINGLE:
            self._show_aside(False)
        elif self._listed:
            self._show_list(False)
        elif self.editor.history.isVisible():
            self.editor.history.hide()
        elif self.column.isVisible():
            self.column.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_draft(self) -> None:
        """Keep what was typed now, before the window closes."""
        self.editor.keeper.flush()

    def _here(self) -> str:
        editor = self.editor
        return f"{_DRAFT}{editor.draft}" if editor.is_new() else str(editor.record)

    def _row(self, line: Line) -> Row:
        when = day(line.touched_at, self._desk.around.now())
        return Row(str(line.id), line.title, when, line.state, self._desk.around.regions.name(line.village))

    def _pinned(self) -> list[Row]:
        return [self._draft_row(one) for one in self.editor.keeper.unfinished() if one.record_id is None]

    def _draft_row(self, draft: Draft) -> Row:
        village = str(draft.form.get("village", ""))
        place = self._desk.around.regions.name(village) if len(village) == 10 else ""
        when = day(draft.at, self._desk.around.now())
        return Row(f"{_DRAFT}{draft.id}", _name(draft), when, "draft", place)

    def _offer_draft(self) -> None:
        """After a crash or a closed window: the newest unfinished form, to go on with or to throw away."""
        newest = next(iter(self.editor.keeper.unfinished()), None)
        if newest is None:
            return
        drop, resume = Button(tr("Buang"), "quiet"), Button(tr("Lanjutkan"))
        text = tr("Ada isian yang belum selesai ({name}, {time}).")
        said = text.format(name=escape(_name(newest)), time=clock(newest.at))
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
        self.editor.undo.offer(tr("Isian {name} dibuang").format(name=_name(draft)), lambda: self._restore(draft))

    def _restore(self, draft: Draft) -> None:
        self._desk.drafts.keep(draft)
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
        self._show_list(False)

    def _go_in(self, record: str) -> None:
        self._opened(record)
        self.editor.form.begin()

    def _show_list(self, listed: bool) -> None:
        self._listed = listed and self._fold <= Fold.NARROW
        self._arrange()
        if self._listed:
            self.column.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self) -> None:
        roomy = self._fold >= Fold.MEDIUM
        for widget in (self.column, self._first):
            widget.setVisible(roomy or self._listed)
        aside = self._aside if self._fold == Fold.SINGLE else not self._listed or roomy
        self.summary.setVisible(aside)
        self._second.setVisible(aside and self._fold != Fold.SINGLE)
        self._float()
        self.editor.setVisible(not (self._listed and self._fold == Fold.SINGLE) or roomy)

    def _float(self) -> None:
        """In a single column the summary lies over the form's right side when it is asked for."""
        if self._fold != Fold.SINGLE:
            if self._row_of_parts.indexOf(self.summary) < 0:
                self._row_of_parts.addWidget(self.summary)
            return
        self._row_of_parts.removeWidget(self.summary)
        width, bar = self.summary.width(), self.editor.verbs.height()
        self.summary.setGeometry(self.width() - width, 0, width, max(100, self.height() - bar))
        self.summary.raise_()

    def _show_aside(self, shown: bool) -> None:
        self._aside = shown
        self._arrange()

    def _connect(self) -> None:
        self.column.chosen.connect(self._opened)
        self.column.opened.connect(self._go_in)
        self.column.new_wanted.connect(self.new)
        self.column.search.searched.connect(lambda _text: self._show_list(True))
        self.summary.opened.connect(self._opened)
        self.editor.saved.connect(self._saved)
        self.editor.changed.connect(self.refresh)
        self.editor.doubted.connect(lambda: self._show_aside(True))
        self.editor.verbs.summary.connect(lambda: self._show_aside(not self._aside))
        self.editor.head.listed.connect(lambda: self._show_list(True))
        self.editor.verbs.read_back.connect(lambda: self.read_back.open(self.editor.form.values(), self.editor.quote()))

    def _lay_out(self) -> None:
        self._first, self._second = upright(), upright()
        row = self._row_of_parts = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        parts: tuple[QWidget, ...] = (self.column, self._first, self.editor, self._second, self.summary)
        for part in parts:
            row.addWidget(part, 1 if part is self.editor else 0)


def _name(draft: Draft) -> str:
    return str(draft.form.get("name") or tr("tanpa nama"))
