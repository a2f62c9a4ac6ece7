"""The bar below the page: what is missing, the report, and the one verb."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui.importing.verdicts import Counts
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.text import label


class Actions(QWidget):
    """Before: report and *Ambil 38 catatan*; afterwards: report and the way back to the list."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("actions")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said = label("", "small", "second", wrap=True)
        self.report = Button(tr("Simpan laporan (XLSX)"), icon="unduh")
        self.take = Button(tr("Ambil"), "primary", key="Ctrl+Return")
        self.back = Button(tr("Kembali ke daftar"), "primary")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addWidget(self.said, 1)
        for button in (self.report, self.take, self.back):
            self._row.addWidget(button)
        self.setFixedHeight(64)

    def show_counts(self, found: Counts, done: bool, with_warnings: bool = False, lacking: str = "") -> None:
        """Offer to take what can be taken; ``lacking`` says what must be declared first."""
        count = found["ready"] + (found["look"] if with_warnings else 0)
        self.take.set_words(tr("Ambil {n} catatan").format(n=count) if count else tr("Ambil"))
        self.take.setEnabled(count > 0)
        self.report.setEnabled(True)
        self.take.setVisible(not done)
        self.back.setVisible(done)
        if done:
            self.say("")
        else:
            self.say(lacking if count or (lacking and not found["look"]) else _nothing(found))

    def work(self, words: str) -> None:
        """Wait: nothing can be pressed while this is going on."""
        self.say(words)
        self.take.setEnabled(False)
        self.report.setEnabled(not words)

    def say(self, words: str) -> None:
        """One sentence beside the buttons."""
        self.said.setText(words)

    def fold(self, padding: int, narrow: bool) -> None:
        """Stand this far from the edges; leave words out where room is short."""
        self._row.setContentsMargins(padding, 0, padding, 0)
        self.report.set_words(tr("Simpan laporan") if narrow else tr("Simpan laporan (XLSX)"))
        self.take.show_cap(not narrow)


def _nothing(found: Counts) -> str:
    known, left = found["known"], found["repair"] + found["look"]
    if known and not left:
        return tr("Semua orang di berkas ini sudah ada di catatan. Tidak ada yang ditambah.")
    if known:
        said = tr("{known} orang sudah ada di catatan, tidak ditambah lagi. {left} baris masih perlu diurus.")
        return said.format(known=known, left=left)
    if found["look"]:
        return tr("Baris yang siap belum ada. Cek dulu baris yang perlu dilihat.")
    return tr("Belum ada baris yang bisa diambil. Lengkapi isian di samping atau perbaiki berkasnya.")
