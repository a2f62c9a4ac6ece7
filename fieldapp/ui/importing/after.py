"""Beside the result: where the records are now, and what to do with the lines that were not taken."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui.importing.verdicts import Counts, counted
from fieldapp.ui.parts.card import Block
from fieldapp.ui.parts.text import label, rule


class After(QWidget):
    """``show_counts(…)`` once a file was taken."""

    def __init__(self) -> None:
        super().__init__()
        self._taken, self.taken = _block("laptop", tr("Tersimpan di laptop"))
        self._left, self.left = _block("perbaiki", tr("Belum diambil"))
        self._known, self.known = _block("sama", tr("Tidak ditambah dua kali"))
        self._box = QVBoxLayout(self)
        self._box.setSpacing(14)
        for number, block in enumerate((self._taken, self._left, self._known)):
            if number:
                self._box.addWidget(rule())
            self._box.addWidget(block)
        self._box.addStretch(1)
        self.squeeze(24)

    def show_counts(self, found: Counts) -> None:
        """Say what was done."""
        taken, left = found["taken"], found["repair"] + found["look"]
        known = counted(found, "known")
        self.taken.setText(tr("{n} catatan berangkat dengan kiriman berikutnya.").format(n=taken))
        if left:
            said = tr("{n} baris. Perbaiki di berkas aslinya menurut laporan, lalu impor lagi berkas yang sama.")
            self.left.setText(said.format(n=left))
        else:
            self.left.setText(tr("Tidak ada. Semua orang di berkas ini sudah menjadi catatan."))
        said = tr("{n} baris sudah ada. Berkas yang sama boleh diimpor lagi kapan saja.")
        self.known.setText(said.format(n=known))

    def squeeze(self, padding: int) -> None:
        """Stand this far from the edges of the column."""
        self._box.setContentsMargins(padding, 20, padding, 20)


def _block(icon: str, title: str) -> tuple[Block, QLabel]:
    block, words = Block(icon, title), label("", role="second", wrap=True)
    block.body.addWidget(words)
    return block, words
