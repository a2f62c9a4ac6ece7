"""The head of the page: the way back, which file this is, what of it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.register import Preview
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.choice import Choice
from fieldapp.ui.parts.segment import Segment
from fieldapp.ui.parts.text import Elided

ROWS, COLUMNS, ASIDE = "rows", "columns", "aside"


class Head(QWidget):
    """``views.value`` is what is shown of the file; ``sheet`` is there when the workbook has several registers."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button(tr("Daftar"), "quiet", "kiri", size="small")
        self.title = Elided(tr("Impor daftar desa"), "title")
        self.below = Elided("", role="second")
        self.sheet = Choice([])
        self.sheet.setAccessibleName(tr("Lembar"))
        self.views = Segment([])
        self.views.setAccessibleName(tr("Yang ditampilkan"))
        self.other = Button(tr("Berkas lain"), key="Ctrl+O")
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addLayout(titles, 1)
        for widget in (self.sheet, self.views, self.other):
            row.addWidget(widget)
        self.fold(narrow=False, single=False)
        self.ask_for_file()

    def ask_for_file(self) -> None:
        """There is no file yet."""
        self.below.setText(tr("Daftar warga dari kantor desa menjadi pendaftaran, baris demi baris."))
        for widget in (self.sheet, self.views, self.other):
            widget.hide()

    def show_preview(self, shown: Preview) -> None:
        """Say which file and sheet this is."""
        sheet = tr("lembar {name}").format(name=shown.sheet) if shown.sheet and not shown.other_sheets else ""
        self.below.setText(" · ".join(filter(None, (shown.path.name, sheet))))
        self.sheet.set_options([(name, name) for name in sorted((shown.sheet, *shown.other_sheets))])
        self.sheet.value = shown.sheet
        self.sheet.setVisible(bool(shown.other_sheets))
        self.views.show()
        self.other.show()

    def fold(self, narrow: bool, single: bool) -> None:
        """Leave words out where room is short; in one column the declaration is one of the views."""
        now = self.views.value or ROWS
        options: list[tuple[object, str]] = [(ROWS, tr("Baris")), (COLUMNS, tr("Kolom"))]
        self.views.set_options([*options, (ASIDE, tr("Isian"))] if single else options)
        self.views.value = ROWS if now == ASIDE and not single else now
        self.views.setFixedWidth(240 if single else 160)
        self.other.show_cap(not narrow)
