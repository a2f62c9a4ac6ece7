"""The page that brings a register in: choose, look, take, report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog

from fieldapp import register
from fieldapp.domain.region import Regions
from fieldapp.errors import FieldappError
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.register import Preview, Report
from fieldapp.ui.background import Background
from fieldapp.ui.fold import Fold
from fieldapp.ui.importing.desk import Desk, Records, Take, Wanted
from fieldapp.ui.importing.layout import Layout
from fieldapp.ui.page import Page

PAUSE = 250
"""Milliseconds after the last letter before the lines are judged again."""


class ImportPage(Page):
    """``ImportPage(records=…, regions=…, areas=…, account=…, today=…)``; stands in a stack, never over another page.

    ``done(count)`` when records were taken, ``closed`` when the person goes back to the list. ``load(path)`` looks at
    a file as if it were chosen.
    """

    done = Signal(int)
    closed = Signal()
    key = "import"
    under = "signup"
    icon = "unduh"

    def __init__(
        self,
        *,
        records: Records,
        regions: Regions,
        areas: Sequence[str],
        account: str,
        today: Callable[[], date],
        take: Take = register.take,
    ) -> None:
        super().__init__(tr("Impor daftar desa"))
        self._desk = Desk(records, regions, tuple(areas), account, today, take)
        self._wanted: Wanted | None = None
        self.shown: Preview | None = None
        self._again = False
        self._beside, self._writing = Background(self), Background(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self.parts = Layout(self, regions, areas, today)
        self.setAcceptDrops(True)
        self._connect()
        self.parts.ask_for_file()

    def fold(self, fold: Fold) -> None:
        self.parts.fold(fold)

    def refresh(self) -> None:
        """Judge the lines again: the records may have changed meanwhile."""
        if self.shown is not None and not isinstance(self.shown, Report) and not self.parts.saving:
            self._look()

    def load(self, path: Path) -> None:
        """Look at this file."""
        same = self._wanted is not None and self._wanted.path == path
        self._wanted, self.shown = Wanted(path), None
        self.parts.declaration.begin(keep=same)
        self.parts.choose.say_failure("")
        self.parts.wait_for(path.name)
        self._look()

    def save_report(self, path: Path) -> None:
        """Write the report of what is shown beside the window, and say where it is."""
        shown = self.shown
        if shown is not None:
            self.parts.actions.report.setEnabled(False)
            self._writing.run(lambda: self._desk.report(path, shown), self._written, self._failed)

    def take(self) -> None:
        """Take all that is ready, in one transaction; what is still to be declared is asked for first."""
        shown = self.shown
        if shown is None or self._judging() or self.parts.declaration.complain():
            return
        with_warnings = self.parts.declaration.warnings.isChecked()
        self.parts.save(tr("Menyimpan catatan…"))
        self._beside.run(lambda: self._desk.keep(shown, with_warnings), self._taken, self._not_taken)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile() and not self.parts.saving:
            event.acceptProposedAction()
            self.parts.choose.box.hover(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.parts.choose.box.hover(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.parts.choose.box.hover(False)
        event.acceptProposedAction()
        self.load(Path(event.mimeData().urls()[0].toLocalFile()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        parts = self.parts
        parts.choose.wanted.connect(self._choose)
        parts.choose.stopped.connect(self._stop)
        parts.head.other.clicked.connect(self._choose)
        parts.head.back.clicked.connect(self._leave)
        parts.head.sheet.chosen.connect(self._choose_sheet)
        parts.actions.back.clicked.connect(self._leave)
        parts.actions.take.clicked.connect(self.take)
        parts.actions.report.clicked.connect(self._choose_report)
        parts.columns.assigned.connect(self._assign)
        parts.declaration.changed.connect(self._changed)
        parts.declaration.agreed.connect(self._offer)

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Pilih daftar desa"), _folder(QStandardPaths.StandardLocation.DownloadLocation))
        dialog.setNameFilter(tr("Lembar kerja (*.xlsx *.csv *.txt)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.load(Path(chosen)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _choose_report(self) -> None:
        if self.shown is None:
            return
        folder = Path(_folder(QStandardPaths.StandardLocation.DocumentsLocation))
        name = tr("laporan-impor-{name}.xlsx").format(name=self.shown.path.stem)
        dialog = QFileDialog(self, tr("Simpan laporan"), str(folder / name), tr("Buku kerja (*.xlsx)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(lambda chosen: self.save_report(Path(chosen)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _choose_sheet(self, name: object) -> None:
        if self._wanted is not None:
            self._wanted = Wanted(self._wanted.path, str(name))
            self._changed()

    def _assign(self, column: int, field: str) -> None:
        if self._wanted is not None:
            others = {place: name for place, name in self._wanted.columns.items() if name != field or not field}
            self._wanted = replace(self._wanted, columns={**others, column: field})
            self._changed()

    def _changed(self) -> None:
        self.parts.recount(tr("Menghitung ulang…"))
        self._pause.start()

    def _judging(self) -> bool:
        return self._beside.busy or self._pause.isActive()

    def _look(self) -> None:
        """Judge the lines beside the window; what changes meanwhile has them judged once more."""
        wanted, declared = self._wanted, self.parts.declaration.declared()
        self._pause.stop()
        self._again = self._beside.busy
        if wanted is not None and not self._again:
            self._beside.run(lambda: self._desk.look(wanted, declared), self._looked, self._unreadable)

    def _looked(self, shown: Preview) -> None:
        if self._again:
            self._look()
        elif self._wanted is not None:
            self.shown = shown
            self.parts.show_preview(shown)
            self._offer()

    def _unreadable(self, error: FieldappError) -> None:
        if self._again:
            self._look()
        elif self._wanted is not None:
            self._wanted = self.shown = None
            self.parts.ask_for_file(sentence(error.code))

    def _offer(self) -> None:
        if self.shown is not None and not self._judging():
            self.parts.offer(self.parts.declaration.lacking())

    def _taken(self, report: Report) -> None:
        self.shown = report
        self.parts.show_report(report)
        self.done.emit(report.count("taken"))

    def _not_taken(self, error: FieldappError) -> None:
        self._offer()
        self._failed(error)

    def _written(self, path: Path) -> None:
        self.parts.actions.report.setEnabled(True)
        self.parts.news("info", "ok", tr("Laporan tersimpan: {name}").format(name=path.name))

    def _failed(self, error: FieldappError) -> None:
        self.parts.actions.report.setEnabled(True)
        self.parts.news("error", "salah", sentence(error.code))

    def _stop(self) -> None:
        self._wanted = self.shown = None
        self._again = False
        self.parts.ask_for_file()

    def _leave(self) -> None:
        """Back to the list; a file that is being taken is taken to its end first."""
        if not self.parts.saving:
            self._stop()
            self.closed.emit()


def _folder(place: QStandardPaths.StandardLocation) -> str:
    return QStandardPaths.writableLocation(place)
